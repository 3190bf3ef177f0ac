// An indicator without a target. One whose measures stand in 其中 or 并 rows below it has them
// there.
#include <algorithm>

#include "checks/checks.h"
#include "definitions/names.h"
#include "diagnostics/phrases.h"

namespace biao::checks {

using model::Row;
using model::RowKind;

namespace {

/// 群众满意度≥95%: where in a name a quantity begins that goes to its end, with the comparison
/// before it; the name's length when there is none.
std::size_t valueAtEnd(std::string_view name, const UnitTable& units) {
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t at = 1; at < name.size(); ++at) {
        if (!isDigit(name[at]) || isDigit(name[at - 1]) || name[at - 1] == '.') continue;
        std::size_t end = at;
        while (end < name.size() && (isDigit(name[end]) || name[end] == '.'))
            ++end;
        const auto unit = definitions::unitAt(name.substr(end), units);
        if (!unit.unit || end + unit.length != name.size()) continue;
        for (const auto op :
             {syntax::Operator::ge, syntax::Operator::le, syntax::Operator::reach}) {
            const std::string mark = syntax::spelling(op).zh;
            if (name.substr(0, at).ends_with(mark)) return at - mark.size();
        }
        return at;
    }
    return name.size();
}

/// The finding about a row without a value, with the one that its name may hold.
Finding withoutValue(const Row& row, const UnitTable& units) {
    const std::size_t at = valueAtEnd(row.name, units);
    const std::string name(row.name.substr(0, at));
    const std::string value(row.name.substr(at));
    Localized suggestion;
    if (!value.empty()) suggestion = phrase(Phrase::valueInName, {{"text", value}});
    Finding f = finding(Code::missingValue, row.nameSpan,
                        {{"name", std::string(row.name)}, {"suggestion", suggestion}});
    if (!value.empty() && !name.empty()) {
        f.fixes.push_back({phrase(Phrase::fixValueBehindName, {{"text", value}}),
                           {{row.nameSpan, "\"" + name + "\" " + value}},
                           false});
    }
    return f;
}

}  // namespace

void missingValue(const Context& context) {
    const auto& rows = context.submission.rows;
    std::vector<bool> holds(rows.size(), false);
    for (const Row& row : rows) {
        if (row.parent && (row.kind == RowKind::ofWhich || row.kind == RowKind::together)) {
            holds[row.parent.value] = true;
        }
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        const bool measured = row.kind == RowKind::indicator || row.kind == RowKind::ofWhich ||
                              row.kind == RowKind::together;
        if (!measured || row.broken || holds[i] || !row.value().isBlank()) continue;
        Finding f = withoutValue(row, context.units());
        f.group = "target " + context.form()[row.element].id;
        context.findings.add(std::move(f));
    }
}

}  // namespace biao::checks
