#include "reference/rule_pages.h"

#include <algorithm>
#include <map>

#include "definitions/reading.h"

namespace biao::reference {

namespace {

using definitions::FormName;
using definitions::Rule;
using syntax::Clause;
using syntax::ClauseKind;

std::string_view between(std::string_view text) {
    constexpr std::string_view wideOpen = "\uFF5B";
    const auto open = std::min(text.find('{'), text.find(wideOpen));
    const auto close = text.find_last_of("}\x9D");  // the last byte of its full-width twin
    if (open == text.npos || close == text.npos) return {};
    const auto begin = open + (text[open] == '{' ? 1 : wideOpen.size());
    const auto end = text[close] == '}' ? close : close + 1 - wideOpen.size();
    return begin <= end ? text.substr(begin, end - begin) : std::string_view();
}

/// What stands between the braces of an example, line for line, without the margin they share.
std::string exampleIn(const Clause& clause, const SourceSet& sources) {
    auto text = between(sources[clause.span.file].slice(clause.span));
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto length = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, length);
        const auto last = line.find_last_not_of(" \t\r");
        if (last != line.npos) lines.push_back(line.substr(0, last + 1));
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    const auto marginOf = [](std::string_view line) { return line.find_first_not_of(" \t"); };
    std::size_t margin = std::string_view::npos;
    for (const auto line : lines)
        margin = std::min(margin, marginOf(line));
    std::string out;
    for (const auto line : lines)
        out.append(line.substr(margin)).append("\n");
    return out;
}

Page pageOf(const Rule& rule, const SourceSet& sources) {
    Page page;
    page.code = rule.code;
    page.name = rule.name;
    page.local = rule.local;
    page.severity = rule.severity;
    page.what = rule.note;
    page.why = rule.why;
    page.fix = rule.remedy;
    page.source = rule.source;
    for (const Clause& clause : rule.declaration->clauses) {
        if (clause.broken) continue;
        if (clause.kind == ClauseKind::otherwise) page.message = definitions::textsOf(clause.texts);
        if (clause.kind == ClauseKind::wrong) page.wrong.push_back(exampleIn(clause, sources));
        if (clause.kind == ClauseKind::right) page.right.push_back(exampleIn(clause, sources));
    }
    return page;
}

}  // namespace

std::vector<Page> rulePages(definitions::Library& library,
                            const std::vector<const syntax::File*>& files,
                            const SourceSet& sources) {
    Findings unsaid;
    std::map<const syntax::Declaration*, Page> pages;
    for (const auto* file : files) {
        for (const FormName& name : library.declaredIn(*file)) {
            const auto form = library.form(name, unsaid);
            if (!form) continue;
            for (const Rule& rule : form->rules) {
                if (rule.file != file || !rule.declaration) continue;
                pages.emplace(rule.declaration, pageOf(rule, sources));
            }
        }
    }
    for (const FormName& name : library.forms()) {
        const auto form = library.form(name, unsaid);
        if (!form) continue;
        for (const Rule& rule : form->rules) {
            const auto page = pages.find(rule.declaration);
            if (page != pages.end() && !rule.dropped)
                page->second.forms.push_back(form->name.text());
        }
    }
    std::vector<Page> out;
    for (auto& [declaration, page] : pages)
        out.push_back(std::move(page));
    std::sort(out.begin(), out.end(), [](const Page& a, const Page& b) { return a.code < b.code; });
    return out;
}

}  // namespace biao::reference
