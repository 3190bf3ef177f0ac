// 规则 成本不超预算 提示, 规则 B202 提示: what a form says of rules that it holds, of the
// compiler's own codes, and of whole families.
#include "definitions/form_builder.h"
#include "diagnostics/code_names.h"

namespace biao::definitions {

using syntax::Word;

/// False where it says nothing of a severity.
bool FormBuilder::weigh(const Declaration& d) {
    const std::string named = tidyCode(d.name.text);
    const auto code = catalogueCode(named);
    const auto severity = severityIn(d.flags);
    if (code.empty() && !isFamily(named)) {
        bool known = false;
        for (Rule& rule : form_->rules) {
            if (!severity || rule.dropped || !meansCode(named, rule.code, rule.name)) continue;
            rule.severity = *severity;
            known = true;
        }
        if (severity && !known) noRule(d.name);
        return severity.has_value();
    }
    if (!severity) {
        bad(d.span, phrase(Phrase::severityWanted, {{"name", std::string(d.name.text)}}));
    } else if (isFirm(code) || isFirmFamily(named)) {
        bad(d.name.span, phrase(Phrase::neverWeighed, {{"code", named}}));
    } else {
        form_->severities.change(named, severity);
        for (Rule& rule : form_->rules) {
            if (code.empty() && rule.code.starts_with(named)) rule.severity = *severity;
        }
    }
    return true;
}

/// Named to be weighed, and there is none.
void FormBuilder::noRule(const Word& name) {
    std::vector<std::string> known;
    for (const CodeInfo& row : catalogue())
        known.emplace_back(row.id);
    for (const Rule& rule : form_->rules) {
        if (rule.dropped) continue;
        known.push_back(rule.code.substr(0, rule.code.find(':') + 1) + rule.local);
        known.push_back(rule.local);
    }
    unknown(name, phrase(Phrase::codesOfForm, {{"form", form_->name.text()}}), std::move(known));
}

}  // namespace biao::definitions
