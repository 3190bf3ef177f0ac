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
                if (readings.size() < 2) return;
                Localized list;
                for (const Reading* reading : readings) {
                    const auto join =
                        list.zh.empty() ? Localized() : phrase(Phrase::listSeparatorInside);
                    list.zh +=
                        join.zh + context.units().describe(reading->dimension, Language::zh, "");
                    list.en +=
                        join.en + context.units().describe(reading->dimension, Language::en, "");
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
