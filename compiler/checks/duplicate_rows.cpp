// The same indicator twice in one category, the same line twice in one table. Fields and funds
// given twice are said by the reader, which can keep only one.
#include <map>
#include <string>

#include "checks/checks.h"
#include "diagnostics/phrases.h"

namespace biao::checks {

using model::Row;
using model::RowKind;

void duplicateRows(const Context& context) {
    std::map<std::pair<std::uint32_t, std::string_view>, const Row*> seen;
    std::map<std::string_view, const Row*> ids;
    for (const Row& row : context.submission.rows) {
        if (row.kind == RowKind::category || row.kind == RowKind::field ||
            row.kind == RowKind::fund) {
            continue;
        }
        if (!row.id.empty()) {
            const auto [known, fresh] = ids.emplace(row.id, &row);
            if (!fresh) {
                Finding f =
                    finding(Code::duplicate, row.nameSpan,
                            {{"what", phrase(Phrase::idOfRow, {{"id", std::string(row.id)}})}});
                f.related.push_back({known->second->nameSpan, phrase(Phrase::firstGiven)});
                context.findings.add(std::move(f));
            }
        }
        if (row.name.empty()) continue;  // which has been said
        // Two opinions may bear one title.
        const auto& element = context.form()[row.element];
        if (element.kind == definitions::ElementKind::group) continue;
        const auto [known, fresh] = seen.emplace(std::pair{row.parent.value, row.name}, &row);
        if (fresh) continue;
        const Phrase what = row.kind == RowKind::line   ? Phrase::lineNamed
                            : row.kind == RowKind::item ? Phrase::itemNamed
                                                        : Phrase::rowNamed;
        Finding f = finding(Code::duplicate, row.nameSpan,
                            {{"what", phrase(what, {{"name", brief(row.name, 120)}})}});
        f.related.push_back({known->second->nameSpan, phrase(Phrase::firstGiven)});
        context.findings.add(std::move(f));
    }
}

}  // namespace biao::checks
