// What is to be known about one code: the page that `biao explain` prints. Of a code of C++ it is
// docs/codes/CODE.md, of a rule in data its declaration.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "diagnostics/catalogue.h"

namespace biao::reference {

struct Page {
    std::string code;   // B301; B3:国家.成本不超预算
    std::string name;   // kebab-case English
    std::string local;  // a rule's own name; empty for a code of C++
    Severity severity = Severity::error;
    Localized what;  // paragraphs stand apart by an empty line; empty where nothing is said
    Localized why;
    Localized fix;
    Localized source;                // of a rule: the document it comes from
    Localized message;               // as it is declared, with its {…}
    std::vector<std::string> wrong;  // examples, as written
    std::vector<std::string> right;
    Localized noExample;             // why there is none
    std::vector<std::string> forms;  // of a rule: those it is in force in, by name

    bool isRule() const { return !local.empty(); }
};

/// For people, in one language.
std::string renderPage(const Page& page, Language language);
/// One line a page.
std::string renderPageList(const std::vector<Page>& pages, Language language);
/// {"version": 1, "pages": […]}; texts in both languages.
std::string renderPagesJson(const std::vector<Page>& pages);

}  // namespace biao::reference
