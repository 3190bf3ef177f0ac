#include "parse/parse.h"

#include "entry.h"
#include "format/format.h"
#include "parse/antlr/generated_parser.h"
#include "parse/layout.h"
#include "parse/machine.h"
#include "places.h"
#include "syntax/dump.h"

namespace biao::fuzz {

namespace {

using parse::P;
using parse::Tokens;
using parse::Tree;

/// The lines at the top by the tables alone, one after the other; false where a token does not fit.
bool byMachine(const Tokens& tokens, std::vector<Tree>& lines) {
    for (parse::TokenIndex at = 0; tokens[at].type != P::END_OF_FILE;) {
        if (!parse::parseRule(P::RuleTopLine, tokens, at, lines.emplace_back())) return false;
    }
    return true;
}

bool same(const Tree& line, const Tree& whole, std::uint32_t from) {
    for (std::uint32_t at = 0; at < line.size(); ++at) {
        const auto& a = line[at];
        const auto& b = whole[from + at];
        if (a.kind != b.kind || a.leaf != b.leaf || a.faulty != b.faulty || a.first != b.first ||
            a.past != b.past || a.after + from != b.after) {
            return false;
        }
    }
    return true;
}

/// Both parsers take the text, with one tree; or neither does.
void compareParsers(std::string_view text, const syntax::File& file, const Limits& limits) {
    Findings unsaid;
    const Span whole{{0}, 0, static_cast<std::uint32_t>(text.size())};
    const Tokens tokens = parse::layOut(text, whole, limits, unsaid).tokens;
    std::vector<Tree> lines;
    if (!byMachine(tokens, lines)) {
        if (file.faults.empty()) broken("a text the tables do not fit was read without a mistake");
        return;
    }
    if (!file.faults.empty()) broken("a text the tables fit was read with a mistake");
    parse::Mistakes mistakes(tokens);
    const Tree tree = parse::parseWithMistakes(
        P::RuleFile, tokens, {0, static_cast<parse::TokenIndex>(tokens.size())}, mistakes);
    if (mistakes.any()) broken("the generated parser finds a mistake where the tables fit");
    std::size_t line = 0;
    for (std::uint32_t at = 1; at < tree.size(); at = tree[at].after) {
        if (tree[at].leaf) continue;  // the end of the file
        if (line == lines.size() || tree[at].after - at != lines[line].size() ||
            !same(lines[line], tree, at)) {
            broken("the two parsers make different trees");
        }
        ++line;
    }
    if (line != lines.size()) broken("the two parsers read different numbers of lines");
}

/// Laid out, a text means what it meant, and is laid out already.
void holdLayout(const Source& source, const std::string& meaning, const Limits& limits) {
    Findings findings;
    const auto laid = format::format(source, {0}, limits, findings);
    if (!laid) return;
    const Source again("fuzz.biao", *laid);
    if (syntax::dump(parse::parse(again, {0}, limits, findings)) != meaning) {
        broken("laid out, the text means something else");
    }
    if (format::format(again, {0}, limits, findings) != laid) {
        broken("laid out twice, the text looks different");
    }
}

}  // namespace

void parseOnce(std::string_view bytes) {
    const Limits limits;
    SourceSet sources;
    const FileId id = sources.add(Source("fuzz.biao", std::string(bytes)));
    Findings findings;
    const syntax::File file = parse::parse(sources[id], id, limits, findings);
    const auto text = sources[id].text();
    holdPlaces(findings.list(), sources);
    holdPlaces(file, text);
    const std::string meaning = syntax::dump(file);
    if (file.broken) {
        if (findings.empty()) broken("what is no text was refused without a word");
        return;
    }
    compareParsers(text, file, limits);
    holdLayout(sources[id], meaning, limits);
}

}  // namespace biao::fuzz
