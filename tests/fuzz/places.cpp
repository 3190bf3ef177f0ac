#include "places.h"

#include <algorithm>

#include "entry.h"

namespace biao::fuzz {

namespace {

bool insideCharacter(std::string_view text, std::uint32_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

void holdSpan(Span span, std::string_view text, const char* of) {
    if (span.begin > span.end || span.end > text.size()) {
        broken(std::string("a place outside the text: ") + of);
    }
}

void holdFinding(const Finding& finding, Span span, const SourceSet& sources) {
    if (span.file == FileId{}) return;
    if (span.file.value >= sources.size()) broken(finding.code + " speaks of no file");
    const auto text = sources[span.file].text();
    holdSpan(span, text, finding.code.c_str());
    const bool isText = finding.code != "B001";
    if (isText && (insideCharacter(text, span.begin) || insideCharacter(text, span.end))) {
        broken(finding.code + " cuts a character");
    }
}

void holdFix(const Finding& finding, const Fix& fix, const SourceSet& sources) {
    std::vector<Span> places;
    for (const Edit& edit : fix.edits) {
        holdFinding(finding, edit.span, sources);
        places.push_back(edit.span);
    }
    std::sort(places.begin(), places.end());
    for (std::size_t at = 1; at < places.size(); ++at) {
        if (places[at].file == places[at - 1].file && places[at].begin < places[at - 1].end) {
            broken(finding.code + " has a fix whose edits overlap");
        }
    }
}

}  // namespace

void holdPlaces(const std::vector<Finding>& findings, const SourceSet& sources) {
    for (const Finding& finding : findings) {
        holdFinding(finding, finding.span, sources);
        for (const Related& related : finding.related)
            holdFinding(finding, related.span, sources);
        for (const Fix& fix : finding.fixes)
            holdFix(finding, fix, sources);
    }
}

void holdPlaces(const syntax::File& file, std::string_view text) {
    const auto hold = [&](Span span, const char* of) { holdSpan(span, text, of); };
    for (const auto& expr : file.exprs)
        hold(expr.span, "expression");
    for (const auto& item : file.items) {
        hold(item.span, "item");
        hold(item.blockSpan, "block");
        hold(item.opSpan, "operator");
        hold(item.head.span, "head");
    }
    for (const auto& part : file.parts)
        hold(part.span, "part");
    for (const auto& equation : file.equations)
        hold(equation.span, "equation");
    for (const auto& cell : file.cells)
        hold(cell.span, "cell");
    for (const auto& attribute : file.attributes)
        hold(attribute.span, "attribute");
    for (const auto& declaration : file.declarations) {
        hold(declaration.span, "declaration");
        hold(declaration.blockSpan, "block");
        hold(declaration.keywordSpan, "keyword");
        for (const auto& clause : declaration.clauses)
            hold(clause.span, "clause");
    }
    for (const Span span : file.comments)
        hold(span, "comment");
    for (const Span span : file.faults)
        hold(span, "fault");
    std::uint32_t past = 0;
    for (const auto& top : file.lines) {
        const Span span = top.submission ? file[top.submission].span : file[top.declaration].span;
        if (span.begin < past) broken("the lines at the top are not in order");
        past = std::max(past, span.end);
    }
}

}  // namespace biao::fuzz
