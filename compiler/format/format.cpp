#include "format/format.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "format/outline.h"
#include "format/writer.h"
#include "parse/parse.h"

namespace biao::format {
namespace {

using syntax::Token;
using syntax::TokenKind;
using Tokens = std::vector<Token>;

/// A slash that is a cell of its own may stand between blanks or not.
bool isSlash(const Token& token) {
    return token.text == "/";
}

bool same(const Token& a, const Token& b) {
    return a.text == b.text && (a.kind == b.kind || (isSlash(a) && isSlash(b)));
}

/// Holds what was written against what was read. Where blanks taken out have made one token of two
/// (a date of what was a number and a word), those go into `apart`. False where there is nothing
/// more to be set apart and still they differ.
class Proof {
public:
    Proof(const Tokens& tokens, const Written& written, const Limits& limits)
        : tokens_(tokens), written_(written), again_(parse::tokensAlone(written.text, limits)) {}

    bool holds(std::vector<bool>& apart, bool& changed) {
        changed = false;
        std::size_t at = next(tokens_, 0);
        std::size_t other = next(again_.tokens, 0);
        while (at < tokens_.size() && other < again_.tokens.size()) {
            if (!same(tokens_[at], again_.tokens[other])) {
                const auto end = again_.tokens[other].span.end;
                bool found = false;
                for (auto inner = next(tokens_, at + 1);
                     inner < tokens_.size() && tokens_[inner].kind != TokenKind::end &&
                     written_.places[inner] < end;
                     inner = next(tokens_, inner + 1)) {
                    found = found || !apart[inner];
                    apart[inner] = true;
                    at = inner;
                }
                if (!found) return false;
                changed = true;
                at = next(tokens_, at + 1);
                other = skipTo(at, other);
                continue;
            }
            at = next(tokens_, at + 1);
            other = next(again_.tokens, other + 1);
        }
        return changed || (at >= tokens_.size() && other >= again_.tokens.size() &&
                           comments(tokens_) == comments(again_.tokens));
    }

private:
    static std::vector<std::string_view> comments(const Tokens& tokens) {
        std::vector<std::string_view> out;
        for (const Token& token : tokens) {
            if (token.kind == TokenKind::comment) out.push_back(token.text);
        }
        return out;
    }

    /// Where comments stand among ends of statements may change.
    static std::size_t next(const Tokens& tokens, std::size_t at) {
        while (at < tokens.size() && tokens[at].kind == TokenKind::comment)
            ++at;
        return at;
    }

    /// The token read again that stands where the one at `at` was written, or after it.
    std::size_t skipTo(std::size_t at, std::size_t other) const {
        const auto& again = again_.tokens;
        if (at >= tokens_.size()) return again.size();
        const bool end = tokens_[at].kind == TokenKind::end;
        while (other < again.size() && (end ? again[other].kind != TokenKind::end
                                            : again[other].kind == TokenKind::end ||
                                                  again[other].span.begin < written_.places[at])) {
            other = next(again, other + 1);
        }
        return other;
    }

    const Tokens& tokens_;
    const Written& written_;
    syntax::TokenList again_;
};

/// Blanks set apart can hardly bring new ones with them.
constexpr int mostRounds = 8;

bool hasErrors(const Findings& findings, std::size_t from) {
    const auto& list = findings.list();
    return std::any_of(list.begin() + static_cast<std::ptrdiff_t>(from), list.end(),
                       [](const Finding& one) { return one.severity == Severity::error; });
}

}  // namespace

std::optional<std::string> format(const Source& source, FileId id, const Limits& limits,
                                  Findings& findings) {
    const auto before = findings.list().size();
    const auto list = parse::tokens(source, id, limits, findings);
    if (hasErrors(findings, before)) return std::nullopt;
    std::vector<bool> apart(list.tokens.size());
    for (int round = 0; round < mostRounds; ++round) {
        auto out = written(list.tokens, outlineOf(list.tokens, source.text(), apart));
        bool changed = false;
        if (!Proof(list.tokens, out, limits).holds(apart, changed)) {
            break;
        }
        if (!changed) return std::move(out.text);
    }
    return std::string(source.text());  // as it was, rather than with another meaning
}

}  // namespace biao::format
