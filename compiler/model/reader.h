// The walk over one submission's lines. Split by what a line is: read_lines.cpp (fields,
// categories, indicators), read_funds.cpp (funds and equations), read_tables.cpp (cells and
// columns).
#pragma once

#include <memory>
#include <vector>

#include "model/read.h"
#include "model/read_value.h"
#include "model/submission.h"
#include "model/target_columns.h"

namespace biao::model {

class SubmissionReader {
public:
    SubmissionReader(const syntax::File& file, const Source& source,
                     std::shared_ptr<const definitions::Form> form,
                     const definitions::Library& library, const Limits& limits, Findings& findings)
        : file_(file),
          library_(library),
          form_(*form),
          values_(file, source, library, limits, findings),
          source_(source),
          findings_(findings) {
        out_.form = std::move(form);
        out_.source = &source;
    }

    Submission read(const syntax::Item& head, const std::vector<syntax::ItemId>& lines);

private:
    using Item = syntax::Item;

    /// The `|` header in force: for each cell, its column; none where the header has no such name.
    using Header = std::vector<ColumnRef>;

    // read_lines.cpp
    void items(const std::vector<syntax::ItemId>& list, ElementId scope, RowIndex parent,
               const Header* header);
    bool isPasted(const Item& item, ElementId scope) const;
    void sayPasted(const Item& item, ElementId scope);
    void line(const Item& item, ElementId scope, RowIndex parent, const Header* header);
    void named(const Item& item, ElementId element, RowIndex parent, const Header* header);
    void field(const Item& item, ElementId element, RowIndex parent);
    void prose(const Item& item, Value& value, ElementId element);
    void category(const Item& item, ElementId element, RowIndex parent, const Header* header);
    void indicator(const Item& item, ElementId category, RowIndex parent, RowKind kind,
                   const Header* header, const Value* shared = nullptr);
    void attributeLine(const Item& item, ElementId column, RowIndex row);
    void formerly(Span word, syntax::ExprId value, RowIndex row);
    bool lineWord(const Item& item, ElementId scope, RowIndex parent, const Header* header);
    void attributes(const Item& item, RowIndex row);
    void inherit();
    void findYear();

    // read_groups.cpp
    void list(const Item& item, ElementId element, RowIndex parent);
    void listItems(const std::vector<syntax::ItemId>& lines, ElementId element, RowIndex parent);
    void groupLine(const Item& item, ElementId element, RowIndex parent);

    // target_columns.cpp
    void targets();
    Value targetOf(const Row& row, const TargetColumns& columns);
    void giveUnit(Value& value, const Value& unit, const Place& place);

    // named_units.cpp
    void namedUnits();

    // read_funds.cpp
    void fund(const Item& item, ElementId element, RowIndex parent);
    void fundEquation(const syntax::Equation& equation, ElementId element, RowIndex row);
    void fundPart(const syntax::Part& part, const syntax::Equation& equation, ElementId element,
                  RowIndex row);
    void exact(Value& value, ElementId element);
    void unknownPart(RowIndex row, ElementId element, Span at);
    void fundLines(const std::vector<syntax::ItemId>& lines, ElementId element, RowIndex row);
    RowIndex partOf(RowIndex row, ElementId part) const;
    bool partTaken(RowIndex row, ElementId part, std::string_view name, Span at);
    Equation equation(const syntax::Equation& equation, const Place& place);

    // read_tables.cpp
    void table(const Item& item, ElementId element, RowIndex parent);
    void tableLine(const Item& item, ElementId table, ElementId scope, RowIndex parent,
                   const Header& header);
    ElementId lineNamed(ElementId scope, std::string_view name) const;
    void unreadableLine(const Item& item, ElementId table, RowIndex parent, const Header& header);
    Header readHeader(const Item& item, ElementId owner);
    Header declaredColumns(ElementId owner) const;
    void cells(const Item& item, RowIndex row, const Header& header);
    void open(ElementId owner, const Header& header);

    RowIndex add(Row row);
    Row start(const Item& item, RowKind kind, ElementId element, RowIndex parent) const;
    void put(RowIndex row, ColumnRef column, Value value);
    Value valueOf(const Item& item, const Place& place);
    Place place(ElementId element, bool money) const;
    void unknown(const syntax::Word& name, Localized where, std::vector<std::string> candidates);
    /// Whether a line inside its braces could not be read.
    bool faultInBlock(const Item& item) const;
    /// A field stands once: true, and said, where it stands above already.
    bool givenBefore(const Item& item, ElementId element);
    void misplaced(Span span, Localized what, Localized where);
    Localized placeName(ElementId element) const;
    Localized quoted(std::string_view text) const;

    const syntax::File& file_;
    const definitions::Library& library_;
    const definitions::Form& form_;
    ValueReader values_;
    const Source& source_;
    Findings& findings_;
    Submission out_;
};

}  // namespace biao::model
