// 财政拨款 367.3万元 占 32.02%: a stated share against the part and its total. As printed: half a
// unit of the last place is rounding, a whole one is what a share trimmed to reach 100 % is off by.
#include "checks/checks.h"
#include "diagnostics/phrases.h"

namespace biao::checks {

using model::Row;

void shareDiffers(const Context& context) {
    const auto& rows = context.submission.rows;
    for (const Row& row : rows) {
        if (!row.share || !row.share->isKnown() || !row.parent) continue;
        const Amount part = row.value().number();
        const Amount whole = rows[row.parent.value].value().number();
        const auto ratio = quotient(context.units(), part, whole);
        if (!ratio || !ratio->isKnown()) continue;
        const Quantity& stated = row.share->quantity();
        const auto exact = stated.bare() ? ratio->quantity()
                                         : convert(context.units(), ratio->quantity(), stated.unit)
                                               .value_or(ratio->quantity());
        const std::string_view written = context.submission.source->slice(row.shareSpan);
        const auto dot = written.find('.');
        int places = 0;
        if (dot != std::string_view::npos) {
            for (auto i = dot + 1; i < written.size() && written[i] >= '0' && written[i] <= '9';
                 ++i) {
                ++places;
            }
        }
        if ((stated.value - exact.value).abs() <= Number::pow10(-places)) continue;
        Quantity rounded = exact;
        rounded.value = exact.value.rounded(places, Rounding::halfUp);
        rounded.unit = stated.unit;
        const auto show = [](const Quantity& q) {
            return Localized(text(q), text(q, Language::en));
        };
        const Localized a = show(part.quantity());
        const Localized b = show(whole.quantity());
        Finding f = finding(Code::shareDiffers, row.shareSpan,
                            {{"name", std::string(row.name)},
                             {"found", show(stated)},
                             {"expected", show(rounded)},
                             {"arithmetic", {a.zh + " ÷ " + b.zh, a.en + " ÷ " + b.en}}});
        f.fixes.push_back({phrase(Phrase::fixWrite, {{"text", show(rounded)}}),
                           {{row.shareSpan, text(rounded)}},
                           false});
        context.findings.add(std::move(f));
    }
}

}  // namespace biao::checks
