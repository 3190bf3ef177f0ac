#include "definitions/pattern.h"

#include <algorithm>
#include <iterator>

#include "base/limits.h"
#include "base/utf8.h"

namespace biao::definitions {

using syntax::Capture;

namespace {

/// Alternatives multiply; beyond this a pattern is no pattern any more.
constexpr std::size_t kMostBranches = 1024;

std::size_t past(std::string_view text, std::size_t at) {
    return at + decodeAt(text, at).length;
}

/// 12, 12.5, 十二: the bytes it takes.
std::size_t numberAt(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && isNumeral(decodeAt(text, end).point))
        end = past(text, end);
    const bool fraction = end > at && end + 1 < text.size() && text[end] == '.' &&
                          isNumeral(decodeAt(text, end + 1).point);
    if (fraction) {
        ++end;
        while (end < text.size() && isNumeral(decodeAt(text, end).point))
            end = past(text, end);
    }
    return end - at;
}

std::vector<std::string_view> alternatives(std::string_view inside) {
    std::vector<std::string_view> out;
    for (;;) {
        const auto comma = inside.find(',');
        out.push_back(inside.substr(0, comma));
        if (comma == std::string_view::npos) return out;
        inside.remove_prefix(comma + 1);
    }
}

}  // namespace

std::string plain(std::string_view text) {
    std::string out;
    const std::string half = halfWidth(text);
    std::copy_if(half.begin(), half.end(), std::back_inserter(out),
                 [](char c) { return c != ' ' && c != '\t' && c != '\n' && c != '\r'; });
    return out;
}

std::string_view plain(std::string_view text, std::string& room) {
    // U+3000 and what begins with EF may be full width.
    const bool asItIs = text.find_first_of(" \t\n\r\xEF") == std::string_view::npos &&
                        text.find("\xE3\x80\x80") == std::string_view::npos;
    if (asItIs) return text;
    return room = plain(text);
}

bool isNumeral(char32_t point) {
    if (point < 0x80) return point >= U'0' && point <= U'9';
    std::string letter;
    appendUtf8(letter, point);
    return syntax::wordFrom<syntax::Digit>(letter) != syntax::Digit::none;
}

Pattern::Pattern(std::string_view written) {
    using Token = Branch::Token;
    const std::string pattern = plain(written);
    std::vector<Branch> branches(1);
    std::size_t letters = 0;  // of all branches
    const auto addAll = [&](Token token) {
        for (Branch& branch : branches)
            branch.add(token);
        letters += branches.size();
    };
    const auto addLetters = [](Branch& branch, std::string_view text) {
        for (std::size_t at = 0; at < text.size(); at = past(text, at))
            branch.add({Token::Kind::letter, decodeAt(text, at).point, Capture::none});
    };
    const std::size_t lastClose = pattern.rfind('}');
    for (std::size_t at = 0; at < pattern.size();) {
        const auto [point, length] = decodeAt(pattern, at);
        const bool closes = lastClose != std::string::npos && at < lastClose;
        const auto close = point == U'{' && closes ? pattern.find('}', at) : std::string::npos;
        if (close == std::string::npos) {
            const Token::Kind kind = point == U'*'   ? Token::Kind::run
                                     : point == U'?' ? Token::Kind::one
                                                     : Token::Kind::letter;
            addAll({kind, point, Capture::none});
            at += length;
        } else {
            const std::string_view inside(pattern.data() + at + 1, close - at - 1);
            at = close + 1;
            const Capture capture = syntax::wordFrom<Capture>(inside);
            if (capture != Capture::none) {
                const bool run = capture == Capture::unit;
                addAll({run ? Token::Kind::run : Token::Kind::number, 0, capture});
                continue;
            }
            const auto all = alternatives(inside);
            letters = letters * all.size() + branches.size() * inside.size();
            tooMany_ = branches.size() * all.size() > kMostBranches;
            if (tooMany_ || letters > Limits{}.patternLetters) break;
            std::vector<Branch> grown;
            for (const Branch& branch : branches) {
                for (const std::string_view one : all)
                    addLetters(grown.emplace_back(branch), one);
            }
            branches = std::move(grown);
        }
        if (letters > Limits{}.patternLetters) break;
    }
    tooMany_ = tooMany_ || letters > Limits{}.patternLetters;
    if (tooMany_) branches.clear();
    for (Branch& branch : branches)
        branch.finish();
    std::stable_sort(branches.begin(), branches.end(),
                     [](const Branch& a, const Branch& b) { return a.weight_ > b.weight_; });
    branches_ = std::make_shared<const std::vector<Branch>>(std::move(branches));
}

void Pattern::Branch::add(Token token) {
    const bool twice = token.kind == Token::Kind::run && token.capture == Capture::none &&
                       !tokens_.empty() && tokens_.back().kind == Token::Kind::run;
    if (!twice) tokens_.push_back(token);
}

void Pattern::Branch::finish() {
    std::string piece;
    const auto close = [&] {
        if (piece.size() > literal_.size()) literal_ = piece;
        piece.clear();
    };
    for (const Token& token : tokens_) {
        if (token.kind != Token::Kind::letter) {
            close();
            continue;
        }
        appendUtf8(piece, token.letter);
        ++weight_;
    }
    close();
}

std::optional<std::vector<Captured>> Pattern::Branch::match(std::string_view text) const {
    if (text.find(literal_) == std::string_view::npos) return std::nullopt;
    // Only the last run can still grow: the ones before it took as little as they could.
    constexpr auto none = std::string_view::npos;
    std::vector<Captured> captured;
    std::size_t run = none;
    std::size_t runBegin = 0;
    std::size_t resume = 0;
    std::size_t kept = 0;  // captures that stand before the last run
    std::size_t in = 0;
    std::size_t at = 0;
    const auto endRun = [&](std::size_t end) {
        const Capture what = run == none ? Capture::none : tokens_[run].capture;
        captured.resize(std::min(captured.size(), kept));
        if (what != Capture::none) captured.push_back({what, runBegin, end});
    };
    for (;;) {
        const bool more = in < tokens_.size();
        std::size_t taken = 0;
        if (more && tokens_[in].kind == Token::Kind::run) {
            kept = captured.size();
            run = in++;
            runBegin = resume = at;
            endRun(at);
            continue;
        }
        if (more && at < text.size()) {
            const Token& token = tokens_[in];
            const auto [point, length] = decodeAt(text, at);
            if (token.kind == Token::Kind::number) {
                taken = numberAt(text, at);
                if (taken != 0 && token.capture != Capture::numeral) {
                    captured.push_back({token.capture, at, at + taken});
                }
            } else if (token.kind == Token::Kind::one || token.letter == point) {
                taken = length;
            }
        }
        if (taken != 0) {
            ++in;
            at += taken;
            continue;
        }
        if (!more && at == text.size()) return captured;
        if (run == none || resume >= text.size()) return std::nullopt;
        resume = past(text, resume);
        endRun(resume);
        at = resume;
        in = run + 1;
    }
}

bool Pattern::matches(std::string_view text) const {
    return std::any_of(branches_->begin(), branches_->end(),
                       [&](const Branch& branch) { return branch.match(text).has_value(); });
}

}  // namespace biao::definitions
