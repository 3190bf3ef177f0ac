#include "pipeline/weighing.h"

#include <filesystem>

#include "diagnostics/code_names.h"
#include "diagnostics/phrases.h"

namespace biao::pipeline {

Weighing::Weighing(const std::vector<Weighed>& asked, Workspaces& workspaces)
    : workspaces_(workspaces) {
    for (const Weighed& one : asked)
        asked_.change(one.named, one.severity);
}

const Severities& Weighing::of(const Input& input, FileId file) {
    // A text that is no file is in a workspace where its path says so.
    if (input.text && !std::filesystem::path(input.path).is_absolute()) return asked_;
    const Severities& said = workspaces_.of(input.text ? input.path : input.identity).severities;
    if (said.empty()) return asked_;
    Severities& both = both_[&said];
    if (both.empty()) {
        both.add(said);
        both.add(asked_);
    }
    byFile_[file] = &both;
    return both;
}

void Weighing::weigh(Finding& finding) const {
    const auto own = byFile_.find(finding.span.file);
    (own == byFile_.end() ? asked_ : *own->second).weigh(finding);
}

std::vector<Trouble> unknownNames(const std::vector<Weighed>& asked, const RuleNames& known) {
    std::vector<Trouble> trouble;
    for (const Weighed& one : asked) {
        const std::string named = tidyCode(one.named);
        if (!catalogueCode(named).empty() || isFamily(named) || known.has(named)) continue;
        trouble.push_back(
            {one.option, phrase(Phrase::noSuchPage,
                                {{"name", one.named}, {"suggestion", known.suggestion(named)}})});
    }
    return trouble;
}

}  // namespace biao::pipeline
