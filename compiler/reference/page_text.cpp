// A page for people.
#include "base/columns.h"
#include "diagnostics/phrases.h"
#include "reference/page.h"
#include "reference/words.h"

namespace biao::reference {

namespace {

constexpr std::size_t ofProse = 2;  // indentation
constexpr std::size_t ofExamples = 4;

std::string joined(const std::vector<std::string>& examples) {
    std::string out;
    for (const auto& example : examples)
        out += (out.empty() ? "" : "\n") + example;
    return out;
}

}  // namespace

std::string renderPage(const Page& page, Language language) {
    std::string out = phrase(Phrase::pageTitle, {{"code", page.code + " " + page.name},
                                                 {"severity", severityWord(page.severity)}})
                          .in(language) +
                      "\n";
    const auto add = [&](Phrase heading, const std::string& text, std::size_t indent) {
        out += section(phrase(heading), text, language, indent);
    };
    add(Phrase::pageWhat, page.what.in(language), ofProse);
    add(Phrase::pageWhy, page.why.in(language), ofProse);
    if (page.isRule()) add(Phrase::pageMessage, page.message.in(language), ofProse);
    if (page.wrong.empty()) add(Phrase::pageWrong, page.noExample.in(language), ofProse);
    add(Phrase::pageWrong, joined(page.wrong), ofExamples);
    add(Phrase::pageRight, joined(page.right), ofExamples);
    add(Phrase::pageFix, page.fix.in(language), ofProse);
    add(Phrase::pageSource, page.source.in(language), ofProse);
    std::string forms;
    for (const auto& form : page.forms)
        forms += form + "\n";
    add(Phrase::pageForms, forms, ofProse);
    return out;
}

std::string renderPageList(const std::vector<Page>& pages, Language language) {
    Columns columns;
    for (const Page& page : pages) {
        columns.add({page.code, severityWord(page.severity).in(language), page.name,
                     firstSentence(page.what).in(language)});
    }
    return columns.text();
}

}  // namespace biao::reference
