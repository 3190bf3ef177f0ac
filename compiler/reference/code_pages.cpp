#include "reference/code_pages.h"

#include <algorithm>

#include "diagnostics/phrases.h"

namespace biao::reference {

namespace {

struct Section {
    Phrase heading;
    Localized Page::*prose;                    // where its paragraphs go
    std::vector<std::string> Page::*examples;  // where its fenced blocks go
};

constexpr Section sections[] = {
    {Phrase::pageWhat, &Page::what, nullptr},
    {Phrase::pageWhy, &Page::why, nullptr},
    {Phrase::pageWrong, &Page::noExample, &Page::wrong},
    {Phrase::pageRight, &Page::noExample, &Page::right},
    {Phrase::pageFix, &Page::fix, nullptr},
};

/// [decisions.md](../decisions.md) is for a browser; a terminal is told the name.
std::string withoutLinks(std::string text) {
    for (auto at = text.find("]("); at != std::string::npos; at = text.find("](", at)) {
        const auto end = text.find(')', at);
        const auto begin = text.rfind('[', at);
        if (end == std::string::npos || begin == std::string::npos) break;
        text.erase(at, end + 1 - at).erase(begin, 1);
    }
    return text;
}

class PageReader {
public:
    explicit PageReader(Page& into) : page_(into) {}

    void read(std::string_view text) {
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size() - 1);
            line(text.substr(0, end + 1));
            text.remove_prefix(end + 1);
        }
        endParagraph();
    }

private:
    /// `text` with its line end.
    void line(std::string_view text) {
        const auto plain = text.substr(0, text.find('\n'));
        if (plain.starts_with("```")) {
            endParagraph();
            inside_ = !inside_;
            if (inside_ && takesExamples()) (page_.*section_->examples).emplace_back();
        } else if (inside_) {
            if (takesExamples()) (page_.*section_->examples).back() += text;
        } else if (plain.starts_with("#") || plain.starts_with("<!--") || plain.empty()) {
            endParagraph();
            if (plain.starts_with("## ")) begin(plain.substr(3));
        } else {
            paragraph_ += (paragraph_.empty() ? "" : "\n") + std::string(plain);
        }
    }

    bool takesExamples() const { return section_ && section_->examples; }

    void begin(std::string_view heading) {
        section_ = nullptr;
        paragraphs_ = 0;
        for (const Section& one : sections) {
            const auto words = phrase(one.heading);
            if (heading == words.zh + " \u00B7 " + words.en) section_ = &one;
        }
    }

    void endParagraph() {
        if (section_ && !paragraph_.empty()) {
            auto& prose = page_.*section_->prose;
            auto& text = paragraphs_++ % 2 == 0 ? prose.zh : prose.en;
            text += (text.empty() ? "" : "\n\n") + withoutLinks(paragraph_);
        }
        paragraph_.clear();
    }

    Page& page_;
    const Section* section_ = nullptr;
    bool inside_ = false;  // of a fence
    std::size_t paragraphs_ = 0;
    std::string paragraph_;
};

}  // namespace

void readPage(std::string_view markdown, Page& into) {
    PageReader(into).read(markdown);
}

std::vector<Page> codePages() {
    std::vector<Page> pages;
    for (const CodeInfo& code : catalogue()) {
        Page& page = pages.emplace_back();
        page.code = code.id;
        page.name = code.name;
        page.severity = code.severity;
        page.message = {std::string(code.zh), std::string(code.en)};
        const auto file = "docs/codes/" + page.code + ".md";
        for (const auto& embedded : embeddedPages()) {
            if (embedded.path == file) readPage(embedded.text, page);
        }
    }
    return pages;
}

}  // namespace biao::reference
