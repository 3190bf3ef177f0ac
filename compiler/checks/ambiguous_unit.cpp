// A unit word with several meanings where the place does not settle which: 30分 is points, money or
// minutes. Counting words that count several classes of things are no such case: whatever is
// counted is counted.
#include <algorithm>

#include "checks/checks.h"
#include "diagnostics/phrases.h"

namespace biao::checks {
namespace {

using definitions::Kind;

/// 期 of 期/年 counts times or papers: counted is counted. 分/年 is points or money.
bool countsAllTheSame(const Context& context, const UnitRef& unit) {
    const auto words = atomsOf(unit);
    return std::all_of(words.begin(), words.end(), [&](const Unit::Atom& atom) {
        const auto& readings = atom.word->readings();
        return !atom.word->ambiguous() ||
               std::all_of(readings.begin(), readings.end(), [&](const Reading& reading) {
                   return context.units().isCount(reading.dimension);
               });
    });
}

/// The readings a place lets through; all, where it takes anything.
std::vector<const Reading*> possible(const Context& context, const Unit& unit,
                                     const std::vector<Kind>& kinds) {
    std::vector<const Reading*> out;
    for (const Reading& reading : unit.readings()) {
        if (context.units().isCount(reading.dimension)) return {};
        const bool fits =
            kinds.empty() || std::any_of(kinds.begin(), kinds.end(), [&](const Kind& kind) {
                switch (kind.type) {
                    case Kind::Type::dimension:
                        return kind.dimension == reading.dimension;
                    case Kind::Type::rate:
                        return context.units().isRateOf(reading.dimension, kind.base);
                    case Kind::Type::any:
                    case Kind::Type::measure:
                        return true;
                    default:
                        return false;
                }
            });
        if (fits) out.push_back(&reading);
    }
    return out;
}

/// "考核成绩" ≥90分: of the kinds that the name lists, one fits.
bool settledByName(const Context& context, const model::Row& row, const model::Cell& cell,
                   const Unit& unit) {
    if (row.kind != model::RowKind::indicator) return false;
    if (cell.column.element &&
        context.form()[cell.column.element].role.role != syntax::Role::actual) {
        return false;
    }
    const auto promise = context.form().names.of(row.name, context.units());
    if (!promise.kind) return false;
    std::vector<Kind> named;
    for (const Kind& kind : promise.kind->kinds) {
        if (kind.type == Kind::Type::dimension || kind.type == Kind::Type::rate)
            named.push_back(kind);
    }
    return !named.empty() && possible(context, unit, named).size() == 1;
}

/// 分钟 for a sixtieth of an hour: the unit that means this alone, else what is measured.
Localized meaning(const Context& context, const Reading& reading) {
    for (const UnitRef& unit : context.units().units()) {
        const Reading& own = unit->readings().front();
        if (!unit->ambiguous() && own.dimension == reading.dimension &&
            own.factor == reading.factor) {
            return {unit->spelling(), unit->spelling(Language::en)};
        }
    }
    return {context.units().describe(reading.dimension, Language::zh, ""),
            context.units().describe(reading.dimension, Language::en, "")};
}

}  // namespace

void ambiguousUnit(const Context& context) {
    for (const model::Row& row : context.submission.rows) {
        for (const model::Cell& cell : row.cells) {
            if (cell.inherited) continue;
            const auto place = cell.column.element ? cell.column.element : row.element;
            const definitions::Element& element = context.form()[place];
            model::eachQuantity(cell.value, [&](const Quantity& q, Span at) {
                if (q.bare() || !q.unit->ambiguous() || countsAllTheSame(context, q.unit)) return;
                const auto readings = possible(context, *q.unit, element.kinds);
                if (readings.size() < 2 || settledByName(context, row, cell, *q.unit)) return;
                Localized list;
                for (const Reading* reading : readings) {
                    const auto join =
                        list.zh.empty() ? Localized() : phrase(Phrase::listSeparatorInside);
                    const Localized one = meaning(context, *reading);
                    list.zh += join.zh + one.zh;
                    list.en += join.en + one.en;
                }
                Finding f = finding(Code::ambiguousUnit, at,
                                    {{"unit", {q.unit->spelling(), q.unit->spelling(Language::en)}},
                                     {"readings", list}});
                f.group = "meaning " + element.id;
                context.findings.add(std::move(f));
            });
        }
    }
}

}  // namespace biao::checks
