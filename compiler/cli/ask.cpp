#include "cli/ask.h"

#include <type_traits>
#include <variant>

#include "cli/completion.h"
#include "diagnostics/phrases.h"
#include "emit/schemas.h"
#include "pipeline/shelf.h"
#include "reference/code_pages.h"
#include "reference/find_page.h"
#include "reference/forms.h"
#include "reference/rule_pages.h"
#include "reference/units.h"

namespace biao::cli {

namespace {

pipeline::Trouble unknown(Phrase which, const std::string& name, Localized suggestion) {
    return {"", phrase(which, {{"name", name}, {"suggestion", std::move(suggestion)}})};
}

}  // namespace

Answer explain(const Options& options, Language language) {
    pipeline::Shelf shelf(options.request);
    auto pages = reference::codePages();
    for (auto& page : reference::rulePages(shelf.library(), shelf.files(), shelf.sources()))
        pages.push_back(std::move(page));
    const bool json = options.format == Format::json;
    Answer answer{"", shelf.trouble()};
    if (options.asked.empty()) {
        answer.text =
            json ? reference::renderPagesJson(pages) : reference::renderPageList(pages, language);
        return answer;
    }
    auto meant = reference::pagesNamed(options.asked, pages);
    const bool exact = !meant.empty();
    if (!exact && !json) meant = reference::pagesWith(options.asked, pages);
    if (meant.empty()) {
        answer.trouble.push_back(unknown(Phrase::noSuchPage, options.asked,
                                         reference::pageSuggestion(options.asked, pages)));
    } else if (json) {
        answer.text = reference::renderPagesJson(meant);
    } else if (exact && meant.size() == 1) {
        answer.text = reference::renderPage(meant.front(), language);
    } else {
        const auto count = std::to_string(meant.size());
        answer.text = phrase(exact ? Phrase::severalPages : Phrase::pagesWith,
                             {{"name", options.asked}, {"count", count}})
                          .in(language) +
                      "\n" + reference::renderPageList(meant, language);
    }
    return answer;
}

Answer units(const Options& options, Language language) {
    pipeline::Shelf shelf(options.request);
    const auto& library = shelf.library();
    const bool json = options.format == Format::json;
    Answer answer{"", shelf.trouble()};
    if (options.asked.empty()) {
        answer.text =
            json ? reference::renderUnitsJson(library) : reference::renderUnits(library, language);
        return answer;
    }
    const auto tell = [&](const auto& found) {
        if constexpr (std::is_same_v<decltype(found), const Localized&>) {
            answer.trouble.push_back({"", found});
        } else {
            answer.text = json ? reference::renderUnitJson(found, library.units())
                               : reference::renderUnit(found, library.units(), language);
        }
    };
    std::visit(tell, reference::findUnit(options.asked, library));
    return answer;
}

Answer forms(const Options& options, Language language) {
    pipeline::Shelf shelf(options.request);
    auto& library = shelf.library();
    const bool json = options.format == Format::json;
    Answer answer{"", shelf.trouble()};
    if (options.asked.empty()) {
        const auto all = reference::allForms(library);
        answer.text = json ? reference::renderFormListJson(all, library)
                           : reference::renderFormList(all, library, language);
        return answer;
    }
    const auto form = reference::formNamed(options.asked, library);
    if (!form) {
        const auto all = reference::allForms(library);
        const auto some = reference::formsWith(options.asked, all);
        if (!json && !some.empty()) {
            answer.text = reference::renderFormList(some, library, language);
            return answer;
        }
        answer.trouble.push_back(unknown(Phrase::noSuchForm, options.asked,
                                         reference::formSuggestion(options.asked, all)));
        return answer;
    }
    if (form->broken) {
        answer.trouble.push_back({"", phrase(Phrase::faultyForm, {{"name", form->name.text()}})});
    }
    answer.text = json ? reference::renderFormJson(*form, library)
                       : reference::renderForm(*form, library, language);
    return answer;
}

Answer schema(const Options& options) {
    const std::string& name = options.asked;
    if (name.empty() || name == "model") return {std::string(emit::modelSchema()), {}};
    if (name == "findings" || name == "check") return {std::string(emit::findingsSchema()), {}};
    if (name == "diff") return {std::string(emit::diffSchema()), {}};
    if (name == "history") return {std::string(emit::historySchema()), {}};
    return {"",
            {{"", phrase(Phrase::noSuchSchema,
                         {{"name", name}, {"values", "model|findings|diff|history"}})}}};
}

Answer completion(const Options& options) {
    if (auto script = completion(options.asked)) return {std::move(*script), {}};
    return {"", {{"", phrase(Phrase::whichShell, {{"values", "bash|zsh|fish"}})}}};
}

}  // namespace biao::cli
