#include "report/sarif_rules.h"

#include <algorithm>
#include <vector>

#include "diagnostics/phrases.h"
#include "reference/words.h"

namespace biao::report {

namespace {

using reference::Page;

/// The page in Markdown, for a viewer that shows it beside a finding.
std::string markdownOf(const Page& page, Language language) {
    std::string out;
    const auto add = [&](Phrase heading, const std::string& text) {
        if (text.empty()) return;
        out += (out.empty() ? "## " : "\n\n## ") + phrase(heading).in(language) + "\n\n" + text;
    };
    const auto fenced = [](const std::vector<std::string>& examples) {
        std::string blocks;
        for (const std::string& example : examples) {
            std::string fence = "```";
            while (example.find(fence) != std::string::npos)
                fence += '`';
            blocks += (blocks.empty() ? "" : "\n\n") + fence + "\n" + example + fence;
        }
        return blocks;
    };
    add(Phrase::pageWhat, page.what.in(language));
    add(Phrase::pageWhy, page.why.in(language));
    add(Phrase::pageWrong, page.wrong.empty() ? page.noExample.in(language) : fenced(page.wrong));
    add(Phrase::pageRight, fenced(page.right));
    add(Phrase::pageFix, page.fix.in(language));
    add(Phrase::pageSource, page.source.in(language));
    return out;
}

}  // namespace

std::string levelOf(Severity severity) {
    return std::string(severity == Severity::info ? "note" : severityName(severity));
}

// Braces stay single: without arguments nobody looks for placeholders, and viewers show the text as
// it stands.
Json messageOf(const std::string& text) {
    if (text.find("](") == std::string::npos) return {{"text", text}};
    std::string plain;
    for (const char byte : text) {
        if (byte == '[' || byte == ']' || byte == '\\') plain += '\\';
        plain += byte;
    }
    return {{"text", plain}};
}

Json ruleOf(const Page& page, Language language) {
    Json rule;
    rule["id"] = page.code;
    rule["name"] = page.name;
    // Code scanning wants a description of every rule; not every rule has one.
    std::string what = page.what.in(language);
    if (what.empty()) what = page.message.in(language);
    if (what.empty()) what = page.name;
    rule["shortDescription"] = {{"text", reference::firstSentence(Localized(what)).in(language)}};
    rule["fullDescription"] = {{"text", what}};
    rule["help"] = {{"text", reference::renderPage(page, language)}};
    const std::string markdown = markdownOf(page, language);
    if (!markdown.empty()) rule["help"]["markdown"] = markdown;
    rule["defaultConfiguration"] = {{"level", levelOf(page.severity)}};
    if (page.isRule()) {
        rule["properties"] = {{"forms", page.forms}};
        if (const auto& source = page.source.in(language); !source.empty())
            rule["properties"]["source"] = source;
    }
    return rule;
}

}  // namespace biao::report
