// 符号 ≤, 数 900, 单位 度: what stands in columns of a target against the target that is written as
// one value, and the direction that a row states against its operator and its name.
#include <algorithm>
#include <optional>

#include "checks/checks.h"
#include "diagnostics/phrases.h"
#include "expression/arithmetic.h"
#include "model/target_columns.h"

namespace biao::checks {
namespace {

using definitions::Element;
using definitions::ElementId;
using definitions::Kind;
using model::Cell;
using model::Row;
using model::RowKind;
using model::ToldOperator;
using model::Value;
using syntax::Direction;
using syntax::Operator;

/// = is what a number alone says, 达到 what ≥ does.
Operator plain(Operator op) {
    if (op == Operator::eq) return Operator::none;
    return op == Operator::reach ? Operator::ge : op;
}

class RowCheck {
public:
    RowCheck(const Context& context, const Row& row)
        : context_(context),
          row_(row),
          columns_(model::targetColumns(context.form(), row.element)) {}

    void run() {
        if (columns_.comparator) comparator();
        if (!row_.value().fromColumns && row_.value().isMeasure()) number();
        direction();
    }

private:
    const Cell* stated(ElementId column) const {
        const Cell* cell = column ? row_.cell({column, {}}) : nullptr;
        return cell && !cell->inherited ? cell : nullptr;
    }
    std::string textOf(Span span) const { return std::string(context_.submission.slice(span)); }
    Span placeOf(const Cell& cell) const {
        return model::contentOf(cell.value, context_.submission.slice(cell.value.span));
    }
    Localized says(const Cell& cell) const {
        return phrase(Phrase::columnSays,
                      {{"column", context_.form()[cell.column.element].shown()},
                       {"text", cell.value.isBlank() ? syntax::spelling(cell.value.op).zh
                                                     : textOf(placeOf(cell))}});
    }
    Localized target() const {
        return phrase(Phrase::targetSays, {{"text", textOf(row_.value().span)}});
    }

    void disagrees(const Cell& cell, Localized with, Span related) {
        Finding f =
            finding(Code::columnsDisagree, placeOf(cell),
                    {{"name", std::string(row_.name)}, {"found", says(cell)}, {"expected", with}});
        f.related.push_back({related, std::move(with)});
        f.group = "target column " + context_.form()[cell.column.element].id;
        context_.findings.add(std::move(f));
    }

    void comparator() {
        const Cell* cell = row_.cell({columns_.comparator, {}});
        if (!cell) return;
        const ToldOperator told = model::toldOperator(cell->value);
        if (told.what == ToldOperator::What::nothing) return;
        if (told.what == ToldOperator::What::notOne || !listed(*cell, told)) {
            if (!cell->inherited) notOne(*cell);
            return;
        }
        const Value& target = row_.value();
        if (told.what == ToldOperator::What::qualitative) {
            if (target.isMeasure()) disagrees(*cell, said(), target.span);
            return;
        }
        if (!target.isMeasure() && !target.date) return;
        if (plain(target.op) != plain(told.op)) disagrees(*cell, said(), target.span);
    }

    /// The target as it is written: in a value of its own, or in the column of numbers.
    Localized said() const {
        const Cell* number = stated(columns_.number);
        return row_.value().fromColumns && number ? says(*number) : target();
    }

    bool listed(const Cell& cell, const ToldOperator& told) const {
        const auto& kinds = context_.form()[cell.column.element].kinds;
        const auto means = [&](const std::string& word) {
            Value value;
            value.type = Value::Type::word;
            value.text = word;
            const ToldOperator one = model::toldOperator(value);
            return one.what == told.what && one.op == told.op;
        };
        return kinds.empty() || std::any_of(kinds.begin(), kinds.end(), [&](const Kind& kind) {
                   return kind.words.empty() ||
                          std::any_of(kind.words.begin(), kind.words.end(), means);
               });
    }

    Localized kindOf(const Value& value) const {
        if (value.isMeasure() && value.amount.isKnown()) {
            return expression::describeKind(context_.units(), value.amount.quantity());
        }
        return phrase(value.type == Value::Type::text ? Phrase::kindText : Phrase::kindWord);
    }

    void notOne(const Cell& cell) {
        const Element& column = context_.form()[cell.column.element];
        std::string words;
        for (const Kind& kind : column.kinds) {
            for (const std::string& word : kind.words)
                words += (words.empty() ? "" : " ") + word;
        }
        Finding f = finding(
            Code::kindNotAllowed, placeOf(cell),
            {{"place", phrase(Phrase::quoted, {{"text", column.shown()}})},
             {"expected", words.empty() ? phrase(Phrase::operatorWanted) : Localized(words)},
             {"found", textOf(placeOf(cell))},
             {"foundKind", kindOf(cell.value)},
             {"suggestion", ""}});
        f.group = "kind " + column.id;
        context_.findings.add(std::move(f));
    }

    /// The target stands as one value, and in columns too.
    void number() {
        const Value& target = row_.value();
        if (!target.amount.isKnown()) return;
        const Quantity& whole = target.amount.quantity();
        const Cell* number = stated(columns_.number);
        const Cell* unit = stated(columns_.unit);
        const UnitRef told = unit ? unitOf(unit->value) : UnitRef();
        if (number && number->value.isMeasure() && number->value.amount.isKnown()) {
            Quantity split = number->value.amount.quantity();
            if (split.bare()) split.unit = told ? told : whole.unit;
            if (!same(whole, split)) disagrees(*number, this->target(), target.span);
            return;
        }
        if (unit && told && whole.unit && !same({1, whole.unit}, {1, told})) {
            disagrees(*unit, this->target(), target.span);
        }
    }

    UnitRef unitOf(const Value& cell) const {
        if (cell.type != Value::Type::word && cell.type != Value::Type::text) return {};
        const ReadResult read = context_.units().read(cell.text);
        const UnitRef* unit = std::get_if<UnitRef>(&read);
        return unit ? *unit : UnitRef();
    }

    /// What cannot be compared is of different kinds.
    bool same(const Quantity& a, const Quantity& b) const {
        if (a.bare() && b.bare()) return a.value == b.value;
        const auto order = compare(context_.units(), a, b);
        return order && *order == 0;
    }

    void direction() {
        const Cell* cell = nullptr;
        for (const Cell& each : row_.cells) {
            if (!each.column.element) continue;
            const auto& role = context_.form()[each.column.element].role;
            if (role.role == syntax::Role::direction) cell = &each;
        }
        if (!cell) return;
        const auto stated = syntax::wordFrom<Direction>(cell->value.text);
        const bool words =
            cell->value.type == Value::Type::word || cell->value.type == Value::Type::text;
        if (!words || stated == Direction::none) return;
        const Operator op = row_.value().op;
        const bool up = op == Operator::ge || op == Operator::gt || op == Operator::reach;
        const bool down = op == Operator::le || op == Operator::lt;
        const bool wantsUp = stated == Direction::higher;
        if (wantsUp ? down : up) {
            return contradicts(*cell,
                               phrase(Phrase::operatorSays, {{"text", syntax::spelling(op)}}));
        }
        const auto promise = context_.form().names.of(row_.name, context_.units());
        const Direction named = promise.direction ? promise.direction->direction : Direction::none;
        if (named == Direction::none || named == stated) return;
        contradicts(*cell, phrase(wantsUp ? Phrase::nameSaysLower : Phrase::nameSaysHigher));
    }

    void contradicts(const Cell& cell, Localized why) {
        const Span at = cell.inherited ? row_.nameSpan : placeOf(cell);
        Finding f =
            finding(Code::directionContradicts, at,
                    {{"name", std::string(row_.name)},
                     {"found", phrase(Phrase::quoted, {{"text", std::string(cell.value.text)}})},
                     {"expected", std::move(why)}});
        f.group = "direction " + context_.form()[cell.column.element].id;
        context_.findings.add(std::move(f));
    }

    const Context& context_;
    const Row& row_;
    const model::TargetColumns columns_;
};

}  // namespace

void targetColumns(const Context& context) {
    const auto& elements = context.form().elements;
    const bool asked = std::any_of(elements.begin(), elements.end(), [](const Element& e) {
        return !e.dropped && (e.role.role == syntax::Role::direction ||
                              (e.role.role == syntax::Role::target && !e.role.part.empty()));
    });
    if (!asked) return;
    for (const Row& row : context.submission.rows) {
        const bool measured = row.kind == RowKind::indicator || row.kind == RowKind::ofWhich ||
                              row.kind == RowKind::together;
        if (measured && !row.broken) RowCheck(context, row).run();
    }
}

}  // namespace biao::checks
