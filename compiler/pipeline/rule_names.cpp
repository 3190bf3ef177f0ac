#include "pipeline/rule_names.h"

#include <algorithm>

#include "definitions/reading.h"
#include "diagnostics/code_names.h"

namespace biao::pipeline {

using syntax::Declaration;
using syntax::Keyword;

void RuleNames::add(const syntax::File& file) {
    for (const auto& top : file.lines) {
        if (!top.declaration) continue;
        const Declaration& d = file[top.declaration];
        if (d.keyword != Keyword::form && d.keyword != Keyword::fragment) continue;
        add(file, d, d.name.text.substr(0, d.name.text.rfind('.')));
    }
}

void RuleNames::add(const syntax::File& file, const Declaration& at, std::string_view issuer) {
    constexpr std::size_t family = 3;  // "B3:"
    for (const auto id : at.block) {
        const Declaration& d = file[id];
        add(file, d, issuer);
        if (d.keyword != Keyword::rule || !d.hasBlock || d.name.text.size() <= family) continue;
        Name name{std::string(d.name.text.substr(0, family)), ""};
        name.code.append(issuer).append(".").append(d.name.text.substr(family));
        if (!d.aliases.empty()) name.english = tidyCode(d.aliases.front().text);
        list_.push_back(std::move(name));
    }
}

bool RuleNames::has(std::string_view named) const {
    return std::any_of(list_.begin(), list_.end(),
                       [&](const Name& one) { return meansCode(named, one.code, one.english); });
}

std::vector<std::string> RuleNames::candidates() const {
    std::vector<std::string> out;
    for (const CodeInfo& row : catalogue())
        out.emplace_back(row.id);
    for (const Name& one : list_) {
        const std::string own = one.code.substr(one.code.rfind('.') + 1);
        out.push_back(one.code);
        out.push_back(one.code.substr(0, one.code.find(':') + 1) + own);
        out.push_back(own);
    }
    return out;
}

Localized RuleNames::suggestion(std::string_view named) const {
    return definitions::didYouMean(named, candidates());
}

}  // namespace biao::pipeline
