#include "parse/parse.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "diagnostics/phrases.h"
#include "parse/antlr/fast_lexer.h"
#include "parse/antlr/faults.h"
#include "parse/antlr/layout.h"
#include "parse/antlr/remarks.h"
#include "parse/antlr/strings.h"
#include "parse/antlr/tree.h"

namespace biao::parse {
namespace {

/// Bytes that are no text: said once, at the first.
bool readable(const Source& source, FileId id, const Limits& limits, Findings& findings) {
    const auto text = source.text();
    const auto say = [&](std::size_t at, Phrase what) {
        const auto byte = static_cast<std::uint32_t>(at);
        findings.add(finding(Code::unreadableText, {id, byte, byte + (at < text.size() ? 1u : 0u)},
                             {{"what", phrase(what)}}));
        return false;
    };
    if (text.size() > limits.fileBytes) {
        findings.add(finding(Code::limitExceeded, {id, 0, 0},
                             {{"what", phrase(Phrase::fileSize)},
                              {"limit", fmt::format("{} MiB", limits.fileBytes >> 20)}}));
        return false;
    }
    if (const auto bad = firstInvalidUtf8(text)) {
        return say(*bad, looksLikeGb18030(text) ? Phrase::gb18030 : Phrase::notUtf8);
    }
    if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
        return say(nul, Phrase::nulByte);
    }
    return true;
}

/// One run of lexer, layout and parser over a text, alive while the tree is read.
class Run {
public:
    Run(std::string_view text, Span place, const Limits& limits, Findings& findings)
        : characters(text, place.file, place.begin), lexer_(&characters) {
        lexer_.removeErrorListeners();  // STRAY takes every character: the lexer has no errors
        Laid laid = layOut(lexer_, characters, limits, findings);
        comments = std::move(laid.comments);
        abandonedFrom = laid.abandonedFrom;
        std::vector<std::size_t> types;
        types.reserve(laid.tokens.size());
        for (const auto& token : laid.tokens)
            types.push_back(token->getType());
        statements.emplace(types);
        source_.emplace(std::move(laid.tokens));
        tokens.emplace(&*source_);
        tokens->fill();
        parser.emplace(&*tokens);
        parser->removeErrorListeners();
        recovery = std::make_shared<LineRecovery>(*statements);
        parser->setErrorHandler(recovery);
    }

    Characters characters;
    std::vector<Span> comments;
    std::size_t abandonedFrom = SIZE_MAX;
    std::optional<Statements> statements;
    std::optional<antlr4::CommonTokenStream> tokens;
    std::optional<P> parser;
    std::shared_ptr<LineRecovery> recovery;

private:
    FastLexer lexer_;
    std::optional<antlr4::ListTokenSource> source_;
};

void say(Run& run, std::string_view source, const Limits& limits, Findings& findings) {
    remarkOnTokens(*run.tokens, run.characters, source, limits.digits, *run.recovery, findings);
    std::uint32_t said = 0;
    for (const Fault& fault : run.recovery->faults()) {
        if (run.recovery->spoiled(fault.token) || fault.token >= run.abandonedFrom) continue;
        if (++said > limits.syntaxFindings) {
            const Span at = run.characters.span(*run.tokens->get(fault.token));
            findings.add(finding(Code::limitExceeded, at,
                                 {{"what", phrase(Phrase::syntaxFindings)},
                                  {"limit", fmt::to_string(limits.syntaxFindings)}}));
            break;
        }
        findings.add(describe(fault, *run.tokens, run.characters, source));
    }
}

/// A message's string cut at its {…}; `{{` and `}}` stand for themselves.
std::vector<syntax::Piece> cutMessage(syntax::File& file, const Source& source, Span string,
                                      const Limits& limits, Findings& findings) {
    std::vector<syntax::Piece> pieces;
    std::string_view raw = source.slice(string);
    const Quotes quotes = quotesOf(raw);
    if (quotes.close == 0) return pieces;  // the lost quote has its finding
    std::size_t at = quotes.open;
    const std::size_t end = raw.size() - quotes.close;
    std::string literal;
    const auto flush = [&] {
        if (literal.empty()) return;
        pieces.push_back({file.folded.emplace_back(std::move(literal)), {}});
        literal.clear();
    };
    while (at < end) {
        const char c = raw[at];
        const bool doubled = at + 1 < end && raw[at + 1] == c;
        if (quotes.straight && c == '\\' && at + 1 < end) {
            literal += raw[at + 1];
            at += 2;
        } else if ((c == '{' || c == '}') && doubled) {
            literal += c;
            at += 2;
        } else if (c == '{') {
            const auto close = raw.substr(0, end).find('}', at);
            const auto past = close == std::string_view::npos ? end : close;
            flush();
            const Span place{string.file, string.begin + static_cast<std::uint32_t>(at) + 1,
                             string.begin + static_cast<std::uint32_t>(past)};
            if (close == std::string_view::npos) {
                findings.add(finding(Code::unclosed, {place.file, place.begin - 1, place.begin},
                                     {{"what", phrase(Phrase::openingBrace)},
                                      {"mate", phrase(Phrase::closingMate)}}));
                return pieces;
            }
            pieces.push_back({{}, parseMessage(file, source, place, limits, findings)});
            at = close + 1;
        } else {
            literal += c;
            ++at;
        }
    }
    flush();
    return pieces;
}

}  // namespace

syntax::File parse(const Source& source, FileId id, const Limits& limits, Findings& findings) {
    syntax::File file;
    file.id = id;
    if (!readable(source, id, limits, findings)) {
        file.broken = true;
        return file;
    }
    const std::size_t before = findings.list().size();
    Run run(source.text(), {id, 0, 0}, limits, findings);
    file.unbalanced = findings.list().size() > before;  // layout speaks of nothing else
    auto* tree = run.parser->file();
    say(run, source.text(), limits, findings);
    for (const Fault& fault : run.recovery->faults()) {
        file.faults.push_back(run.characters.span(*run.tokens->get(fault.token)));
    }
    file.comments = std::move(run.comments);
    Builder(file, source.text(), run.characters, *run.recovery).file(tree);
    for (syntax::Declaration& declaration : file.declarations) {
        for (syntax::Clause& clause : declaration.clauses) {
            if (clause.kind != syntax::ClauseKind::otherwise &&
                clause.kind != syntax::ClauseKind::unsettled &&
                clause.kind != syntax::ClauseKind::fix) {
                continue;
            }
            for (syntax::Text& text : clause.texts) {
                text.pieces = cutMessage(file, source, text.text.span, limits, findings);
            }
        }
    }
    return file;
}

syntax::ExprId parseMessage(syntax::File& file, const Source& source, Span place,
                            const Limits& limits, Findings& findings) {
    Run run(source.slice(place), place, limits, findings);
    auto* tree = run.parser->message();
    say(run, source.text(), limits, findings);
    if (run.recovery->anyFault()) return {};
    return Builder(file, source.text(), run.characters, *run.recovery).query(tree->query());
}

CellText parseCell(syntax::File& scratch, const Source& source, Span place, const Limits& limits,
                   Findings& findings) {
    Run run(source.slice(place), place, limits, findings);
    auto* tree = run.parser->cellText();
    say(run, source.text(), limits, findings);
    CellText out;
    if (run.recovery->anyFault()) return out;
    Builder builder(scratch, source.text(), run.characters, *run.recovery);
    out.op = builder.operatorOf(tree);
    if (out.op != syntax::Operator::none) {
        out.opSpan = run.characters.span(*run.tokens->get(0));
    }
    out.value = builder.cellValue(tree);
    return out;
}

}  // namespace biao::parse
