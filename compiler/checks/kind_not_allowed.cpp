// A value of another kind than its place takes: a ratio where money is wanted, a word where a
// number is, a duration of the wrong sort.
#include <algorithm>

#include "base/utf8.h"
#include "checks/checks.h"
#include "checks/unit_of_budget.h"
#include "diagnostics/phrases.h"
#include "expression/arithmetic.h"
#include "model/target_columns.h"

namespace biao::checks {
namespace {

using definitions::Kind;
using model::Value;

class Kinds {
public:
    Kinds(const Context& context, const std::vector<Kind>& kinds)
        : context_(context), kinds_(kinds) {}

    bool take(const Value& value) const {
        if (value.type == Value::Type::tuple || value.type == Value::Type::list) {
            return std::all_of(value.parts.begin(), value.parts.end(),
                               [&](const Value& part) { return take(part); });
        }
        if (any([](const Kind& k) { return k.type == Kind::Type::any; })) return true;
        switch (value.type) {
            case Value::Type::measure:
            case Value::Type::range:
                return takeMeasure(value);
            case Value::Type::date: {
                const bool wholeYear = value.date && value.date->begin.year &&
                                       !value.date->begin.month && !value.date->end;
                return any([&](const Kind& k) {
                    return k.type == Kind::Type::date || (k.type == Kind::Type::year && wholeYear);
                });
            }
            case Value::Type::yes:
            case Value::Type::no:
                return any([](const Kind& k) {
                    return k.type == Kind::Type::yesNo || k.type == Kind::Type::word;
                });
            case Value::Type::text:
                return any([&](const Kind& k) {
                    return k.type == Kind::Type::text || k.type == Kind::Type::reference ||
                           (k.type == Kind::Type::word && listed(k, value.text));
                });
            case Value::Type::word:
                return any([&](const Kind& k) {
                    return k.type == Kind::Type::text || k.type == Kind::Type::reference ||
                           (k.type == Kind::Type::word && listed(k, value.text));
                });
            default:
                return true;
        }
    }

private:
    template <class Test>
    bool any(Test test) const {
        return std::any_of(kinds_.begin(), kinds_.end(), test);
    }

    static bool listed(const Kind& kind, std::string_view word) {
        return kind.words.empty() ||
               std::find(kind.words.begin(), kind.words.end(), word) != kind.words.end();
    }

    bool takeMeasure(const Value& value) const {
        if (!value.amount.isKnown()) return true;
        const Quantity& q = value.amount.quantity();
        if (q.bare()) {
            // Whether it needs a unit is another question; where no number is wanted it is this
            // one.
            return any([](const Kind& k) { return k.measures(); });
        }
        return std::any_of(
            q.unit->readings().begin(), q.unit->readings().end(), [&](const Reading& reading) {
                return any([&](const Kind& k) { return takes(k, reading.dimension); });
            });
    }

    bool takes(const Kind& kind, const Dimension& dimension) const {
        const UnitTable& units = context_.units();
        switch (kind.type) {
            case Kind::Type::dimension:
                return kind.dimension.empty()
                           ? dimension.empty()
                           : comparable(units.compatible(kind.dimension, dimension)) &&
                                 !dimension.empty();
            case Kind::Type::rate:
                return units.isRateOf(dimension, kind.base);
            case Kind::Type::count:
                return kind.dimension.empty()
                           ? units.isCount(dimension)
                           : summable(units.compatible(kind.dimension, dimension));
            case Kind::Type::measure:
                return true;
            default:
                return false;
        }
    }

    const Context& context_;
    const std::vector<Kind>& kinds_;
};

/// The words there are to choose from; empty where the place takes others too, or they are many.
std::vector<std::string> choices(const std::vector<Kind>& kinds) {
    constexpr std::size_t most = 12;
    std::vector<std::string> out;
    for (const Kind& kind : kinds) {
        if (kind.type != Kind::Type::word || kind.words.empty()) return {};
        out.insert(out.end(), kind.words.begin(), kind.words.end());
    }
    return out.size() > most ? std::vector<std::string>() : out;
}

/// “正项” for 选项（正向、反向）: says which words there are, and the one that is nearest.
void offerChoices(const Value& value, const std::vector<Kind>& kinds, Finding& f) {
    const std::vector<std::string> words = choices(kinds);
    const bool word = value.type == Value::Type::word || value.type == Value::Type::text;
    if (words.empty() || !word) return;
    const auto best = nearest(value.text, words);
    if (!best) return;
    f.fixes.push_back(
        {phrase(Phrase::fixWrite, {{"text", words[*best]}}), {{value.span, words[*best]}}, false});
}

Localized wanted(const std::vector<Kind>& kinds) {
    const Localized described = definitions::describe(kinds);
    Localized list;
    for (const std::string& word : choices(kinds)) {
        const bool first = list.zh.empty();
        list.zh += (first ? "" : "\u3001") + word;
        list.en += (first ? "" : ", ") + word;
    }
    if (list.zh.empty()) return described;
    return phrase(Phrase::underLabel, {{"name", described}, {"label", list}});
}

Localized kindOf(const Context& context, const Value& value) {
    switch (value.type) {
        case Value::Type::measure:
        case Value::Type::range:
            return expression::describeKind(context.units(), value.amount.quantity());
        case Value::Type::date:
            return phrase(Phrase::kindDate);
        case Value::Type::yes:
        case Value::Type::no:
            return phrase(Phrase::kindYesNo);
        case Value::Type::tuple:
        case Value::Type::list:
            return phrase(Phrase::kindSeveral);
        case Value::Type::text:
            return phrase(Phrase::kindText);
        default:
            return phrase(Phrase::kindWord);
    }
}

}  // namespace

void kindNotAllowed(const Context& context) {
    const definitions::Form& form = context.form();
    // What stands in the column of operators is another question, and beside 定性 the number is
    // words.
    const auto ofTarget = [&](const model::Row& row, const model::Cell& cell) {
        if (!cell.column.element) return false;
        const auto& role = form[cell.column.element].role;
        if (role.role != syntax::Role::target || role.part.empty()) return false;
        const auto part = syntax::wordFrom<syntax::Member>(role.part);
        if (part == syntax::Member::comparator) return true;
        if (part == syntax::Member::unit || cell.value.isMeasure()) return false;
        const model::TargetColumns columns = model::targetColumns(form, row.element);
        const model::Cell* told = row.cell({columns.comparator, {}});
        return columns.comparator && told &&
               model::toldOperator(told->value).what == model::ToldOperator::What::qualitative;
    };
    const auto numberIsWrong = [&](const model::Row& row) {
        const model::TargetColumns columns = model::targetColumns(form, row.element);
        const model::Cell* number = row.cell({columns.number, {}});
        const auto& wanted = form[columns.number].kinds;
        return number && !ofTarget(row, *number) && !wanted.empty() &&
               !Kinds(context, wanted).take(number->value);
    };
    for (std::uint32_t i = 0; i < context.submission.rows.size(); ++i) {
        const model::Row& row = context.submission.rows[i];
        for (const model::Cell& cell : row.cells) {
            if (cell.inherited) continue;
            const auto place = cell.column.element ? cell.column.element : row.element;
            const definitions::Element& element = context.form()[place];
            const auto& kinds = element.kinds;
            if (ofTarget(row, cell)) continue;
            if (cell.value.fromColumns && numberIsWrong(row)) continue;  // which is said there
            if (kinds.empty() || Kinds(context, kinds).take(cell.value)) continue;
            Finding f = finding(Code::kindNotAllowed, cell.value.span,
                                {{"place", phrase(Phrase::quoted, {{"text", element.shown()}})},
                                 {"expected", wanted(kinds)},
                                 {"found", std::string(cell.value.text)},
                                 {"foundKind", kindOf(context, cell.value)},
                                 {"suggestion", ""}});
            const bool textWanted = std::any_of(kinds.begin(), kinds.end(), [](const Kind& k) {
                return k.type == Kind::Type::text;
            });
            if (textWanted) {
                f.fixes.push_back(
                    {phrase(Phrase::fixQuote),
                     {{cell.value.span,
                       "\"" + std::string(context.submission.slice(cell.value.span)) + "\""}},
                     false});
            }
            offerChoices(cell.value, kinds, f);
            offerUnitOfBudget(context, cell.value, kinds, f);
            f.group = "kind " + element.id;
            context.findings.add(std::move(f));
        }
    }
}

}  // namespace biao::checks
