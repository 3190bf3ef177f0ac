#include "reference/find_page.h"

#include <algorithm>

#include "base/utf8.h"
#include "definitions/reading.h"

namespace biao::reference {

namespace {

std::vector<std::string> namesOf(const Page& page) {
    std::vector<std::string> names{page.code, page.name};
    if (page.isRule()) {
        names.push_back(page.code.substr(page.code.find(':') + 1));
        names.push_back(page.local);
    }
    return names;
}

std::string folded(std::string_view name) {
    std::string out = halfWidth(name);
    for (char& byte : out) {
        if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
        if (byte == '_') byte = '-';
    }
    return out;
}

}  // namespace

std::vector<Page> pagesNamed(std::string_view name, const std::vector<Page>& pages) {
    std::vector<Page> out;
    for (const Page& page : pages) {
        const auto names = namesOf(page);
        const auto fits = [&](const auto& one) { return folded(one) == folded(name); };
        if (std::any_of(names.begin(), names.end(), fits)) out.push_back(page);
    }
    return out;
}

std::vector<Page> pagesWith(std::string_view word, const std::vector<Page>& pages) {
    std::vector<Page> out;
    for (const Page& page : pages) {
        const auto names = namesOf(page);
        const auto holds = [&](const auto& one) {
            return folded(one).find(folded(word)) != std::string::npos;
        };
        if (std::any_of(names.begin(), names.end(), holds)) out.push_back(page);
    }
    return out;
}

Localized pageSuggestion(std::string_view name, const std::vector<Page>& pages) {
    std::vector<std::string> candidates;
    for (const Page& page : pages) {
        for (auto& one : namesOf(page))
            candidates.push_back(std::move(one));
    }
    return definitions::didYouMean(name, candidates);
}

}  // namespace biao::reference
