#include "parse/parse.h"

#include <fmt/format.h>

#include <optional>

#include "base/utf8.h"
#include "diagnostics/phrases.h"
#include "parse/antlr/generated_parser.h"
#include "parse/builder.h"
#include "parse/faults.h"
#include "parse/layout.h"
#include "parse/listing.h"
#include "parse/machine.h"
#include "parse/remarks.h"
#include "parse/strings.h"

namespace biao::parse {
namespace {

/// Bytes that are no text: said once, at the first.
bool readable(const Source& source, FileId id, const Limits& limits, Findings& findings) {
    const auto text = source.text();
    const auto say = [&](std::size_t at, Localized what) {
        const auto byte = static_cast<std::uint32_t>(at);
        findings.add(finding(Code::unreadableText, {id, byte, byte + (at < text.size() ? 1u : 0u)},
                             {{"what", std::move(what)}}));
        return false;
    };
    if (text.size() > limits.fileBytes) {
        findings.add(finding(Code::limitExceeded, {id, 0, 0},
                             {{"what", phrase(Phrase::fileSize)},
                              {"limit", fmt::format("{} MiB", limits.fileBytes >> 20)}}));
        return false;
    }
    if (text.starts_with("PK\x03\x04")) return say(0, phrase(Phrase::officeFile));
    if (text.starts_with("%PDF-")) return say(0, phrase(Phrase::pdfFile));
    if (const auto encoding = otherUnicode(text); !encoding.empty()) {
        return say(0, phrase(Phrase::otherUnicode, {{"encoding", std::string(encoding)}}));
    }
    if (const auto bad = firstInvalidUtf8(text)) {
        return say(*bad, phrase(looksLikeGb18030(text) ? Phrase::gb18030 : Phrase::notUtf8));
    }
    if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
        return say(nul, phrase(Phrase::nulByte));
    }
    return true;
}

/// A place of a source on its way to trees. Most texts are right: each line at the top (a whole
/// submission is one) is read by the parser that stops at a mistake, and where it did, once more by
/// the one that goes on. Braces balance after the layout, so a mistake stays inside its line.
class Reading {
public:
    Reading(std::string_view source, Span place, const Limits& limits, Findings& findings)
        : source_(source),
          file_(place.file),
          limits_(limits),
          findings_(findings),
          laid_(layOut(source, place, limits, findings)) {}

    /// Hands the trees of the lines of `file` to `take`, or the tree of `rule` itself, after saying
    /// what is wrong with each.
    template <class Take>
    void run(std::uint8_t rule, const Take& take) {
        const Tokens& tokens = laid_.tokens;
        const auto all = static_cast<TokenIndex>(tokens.size());
        Tree tree;
        if (rule != P::RuleFile) {
            TokenIndex at = 0;
            if (read(parseRule(rule, tokens, at, tree), rule, {0, all}, tree)) take(Node(tree, 0));
        }
        for (TokenIndex begin = 0; rule == P::RuleFile && tokens[begin].type != P::END_OF_FILE;) {
            TokenIndex end = begin;
            const bool right = parseRule(P::RuleTopLine, tokens, end, tree);
            if (!right) end = endOfLine(begin);
            if (!read(right, rule, {begin, end}, tree)) break;
            take(Node(tree, 0));
            begin = end;
        }
        sayFaults();
    }

    const Tokens& tokens() const { return laid_.tokens; }
    std::vector<Span>& comments() { return laid_.comments; }
    const Mistakes& mistakes() const { return mistakes_; }
    bool refused() const { return laid_.refused; }
    Span span(TokenIndex at) const { return {file_, laid_.tokens[at].begin, laid_.tokens[at].end}; }

private:
    /// Behind the END of the line at the top that begins there.
    TokenIndex endOfLine(TokenIndex at) const {
        for (int depth = 0; laid_.tokens[at].type != P::END_OF_FILE; ++at) {
            const auto type = laid_.tokens[at].type;
            if (type == P::LBRACE) ++depth;
            if (type == P::RBRACE) --depth;
            if (type == P::END && depth == 0) return at + 1;
        }
        return at;
    }

    /// Sees to it that `tree` is what stands in `range`; false where that is too much to read.
    bool read(bool right, std::uint8_t rule, TokenRange range, Tree& tree) {
        if (!right && range.end - range.begin > limits_.tokensAroundMistake) {
            findings_.add(finding(Code::limitExceeded, span(range.begin),
                                  {{"what", phrase(Phrase::tokensAroundMistake)},
                                   {"limit", fmt::to_string(limits_.tokensAroundMistake)}}));
            laid_.refused = true;
            return false;
        }
        if (!right) tree = parseWithMistakes(rule, laid_.tokens, range, mistakes_);
        remarkOnTokens(laid_.tokens, range, file_, source_, limits_, mistakes_, findings_);
        return true;
    }

    void sayFaults() {
        std::uint32_t said = 0;
        for (const Fault& fault : mistakes_.faults()) {
            if (mistakes_.spoiled(fault.token) || fault.token >= laid_.abandonedFrom) continue;
            if (++said > limits_.syntaxFindings) {
                findings_.add(finding(Code::limitExceeded, span(fault.token),
                                      {{"what", phrase(Phrase::syntaxFindings)},
                                       {"limit", fmt::to_string(limits_.syntaxFindings)}}));
                break;
            }
            findings_.add(describe(fault, laid_.tokens, file_, source_));
        }
    }

    std::string_view source_;
    FileId file_;
    const Limits& limits_;
    Findings& findings_;
    Laid laid_;
    Mistakes mistakes_{laid_.tokens};
};

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

/// `list`, where it is wanted, takes the tokens.
syntax::File read(const Source& source, FileId id, const Limits& limits, Findings& findings,
                  syntax::TokenList* list) {
    syntax::File file;
    file.id = id;
    if (!readable(source, id, limits, findings)) {
        file.broken = true;
        return file;
    }
    const Span whole{id, 0, static_cast<std::uint32_t>(source.text().size())};
    const std::size_t before = findings.list().size();
    Reading reading(source.text(), whole, limits, findings);
    if (reading.refused()) {
        file.broken = true;
        return file;
    }
    file.unbalanced = findings.list().size() > before;  // of nothing else layout speaks here
    Builder builder(file, source.text(), reading.tokens(), reading.mistakes(), limits);
    std::optional<Uses> uses;
    if (list) {
        *list = listed(reading.tokens(), reading.comments(), id, source.text());
        uses.emplace(*list);
    }
    const auto take = [&](Node node) {
        if (uses) uses->note(node);
        if (node.isRule(P::RuleTopLine)) return builder.topLine(node);
        for (const Node line : node)
            builder.topLine(line);
    };
    reading.run(P::RuleFile, take);
    if (reading.refused()) {
        file = {};
        file.id = id;
        file.broken = true;
        return file;
    }
    for (const Fault& fault : reading.mistakes().faults())
        file.faults.push_back(reading.span(fault.token));
    file.comments = std::move(reading.comments());
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

}  // namespace

syntax::File parse(const Source& source, FileId id, const Limits& limits, Findings& findings) {
    return read(source, id, limits, findings, nullptr);
}

syntax::TokenList tokens(const Source& source, FileId id, const Limits& limits,
                         Findings& findings) {
    syntax::TokenList list;
    read(source, id, limits, findings, &list);
    return list;
}

syntax::TokenList tokensAlone(std::string_view text, const Limits& limits) {
    Findings findings;
    const Span whole{{}, 0, static_cast<std::uint32_t>(text.size())};
    const Laid laid = layOut(text, whole, limits, findings);
    return listed(laid.tokens, laid.comments, {}, text);
}

syntax::ExprId parseMessage(syntax::File& file, const Source& source, Span place,
                            const Limits& limits, Findings& findings) {
    Reading reading(source.text(), place, limits, findings);
    Builder builder(file, source.text(), reading.tokens(), reading.mistakes(), limits);
    syntax::ExprId query;
    const auto take = [&](Node node) {
        if (!reading.mistakes().any()) query = builder.query(node.rule(P::RuleQuery));
    };
    reading.run(P::RuleMessage, take);
    return query;
}

CellText parseCell(syntax::File& scratch, const Source& source, Span place, const Limits& limits,
                   Findings& findings) {
    Reading reading(source.text(), place, limits, findings);
    Builder builder(scratch, source.text(), reading.tokens(), reading.mistakes(), limits);
    CellText out;
    const auto take = [&](Node node) {
        if (reading.mistakes().any()) return;
        out.op = builder.operatorOf(node);
        if (out.op != syntax::Operator::none) out.opSpan = reading.span(0);
        out.value = builder.cellValue(node);
    };
    reading.run(P::RuleCellText, take);
    return out;
}

}  // namespace biao::parse
