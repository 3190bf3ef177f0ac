// The walk over a form that writes a submission of it, line by line. Split by what a line is:
// draft.cpp (the submission, fields, funds), groups.cpp (groups, lists), rows.cpp (categories,
// indicators, tables).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "draft/carried.h"
#include "draft/draft.h"

namespace biao::draft {

class Drafter {
public:
    explicit Drafter(const Wanted& wanted);
    std::string text();

private:
    using Element = definitions::Element;
    using Ids = std::vector<ElementId>;

    // draft.cpp
    void below(ElementId parent, RowIndex around);
    void element(ElementId id, RowIndex around);
    void field(ElementId id);
    void fund(ElementId id);
    void fundInside(ElementId fund);
    std::string ofWhich(ElementId part) const;
    bool hasInside(ElementId fund) const;
    void group(ElementId id);
    void groupLine(ElementId id, RowIndex last);
    void list(ElementId id);
    void listItems(RowIndex around);
    std::string sumsOf(ElementId fund, RowIndex last) const;
    std::string sumOf(const definitions::Decomposition& sum) const;
    std::string amountsOf(RowIndex fund) const;

    // rows.cpp
    bool chooseLeaves(ElementId id);
    ElementId firstLeaf(ElementId id) const;
    void category(ElementId id, RowIndex around);
    void categoryOnce(ElementId id, RowIndex around, RowIndex last);
    void blankRows(ElementId leaf);
    void indicator(RowIndex last);
    bool isSplit(ElementId category) const;
    void columnHeader(ElementId category);
    std::string rowCells(ElementId category, RowIndex last, std::vector<std::string>& remarks);
    void markRequired(const Ids& columns, std::vector<std::string>& remarks) const;
    std::string attributes(const Ids& columns, RowIndex last, std::vector<std::string>& remarks);
    void table(ElementId id);
    void tableLine(ElementId id, const std::string& name, RowIndex last);
    std::string cells(const Ids& columns, RowIndex last, std::vector<std::string>& remarks);
    Ids columnsOf(ElementId table) const;

    Ids childrenOf(ElementId id) const;
    RowIndex only(ElementId id, model::RowKind kind) const;
    void line(const std::string& text, const std::vector<std::string>& remarks = {});
    std::string demand(ElementId id) const;
    std::string remark(const std::string& text) const;
    std::string named(ElementId id) const;

    const Wanted& wanted_;
    const definitions::Form& form_;
    const Language language_;
    std::optional<Carried> carried_;
    std::vector<bool> rowsWanted_;  // leaves in which something is to be written
    std::vector<int> years_;        // of the table in hand
    ElementId table_;
    std::string out_;
};

}  // namespace biao::draft
