// One cell's content read as what its place takes.
#pragma once

#include "base/limits.h"
#include "base/source.h"
#include "definitions/library.h"
#include "expression/arithmetic.h"
#include "model/value.h"

namespace biao::model {

/// What a cell is written in.
struct Place {
    const std::vector<definitions::Kind>* kinds = nullptr;  // none or empty: anything
    expression::Slot slot;

    bool takes(definitions::Kind::Type type) const;
    /// A quoted text here is the text itself, not a measure in quotes.
    bool takesText() const;
    bool takesOnlyMeasures() const;
};

/// The place a value of `element` stands in. `money`: 金额单位 reaches it.
Place placeOf(const definitions::Form& form, definitions::ElementId element,
              const definitions::Library& library, bool money);

class ValueReader {
public:
    ValueReader(const syntax::File& file, const Source& source, const definitions::Library& library,
                const Limits& limits, Findings& findings)
        : file_(file), source_(source), library_(library), limits_(limits), findings_(findings) {}

    Value read(syntax::Operator op, Span opSpan, syntax::ExprId expr, const Place& place);
    /// A string that stands where the value does.
    Value readText(const syntax::Word& text, syntax::Operator op, Span opSpan, const Place& place);
    Amount number(syntax::ExprId expr, const Place& place);

private:
    Value readIn(const syntax::File& file, Findings& findings, syntax::Operator op, Span opSpan,
                 syntax::ExprId expr, const Place& place);
    bool dateThatIsNone(const syntax::File& file, const syntax::Expr& e, Findings& findings) const;
    bool rangeWithMinus(const syntax::File& file, const syntax::Expr& e, Findings& findings) const;
    void checkRange(Value& value, Findings& findings) const;
    std::optional<Value> dateInWords(const syntax::Expr& word);
    std::optional<Value> writtenOut(const syntax::Expr& word, const Place& place);
    Value quotedMeasure(Value value, const Place& place);

    const syntax::File& file_;
    const Source& source_;
    const definitions::Library& library_;
    const Limits& limits_;
    Findings& findings_;
};

}  // namespace biao::model
