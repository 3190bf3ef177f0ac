// Patterns over names and words: `*` is any run of characters, `?` exactly one, {甲,乙}
// alternatives, {数字} a numeral, and {上限}, {下限}, {单位} parts that are taken out. Made once,
// with every alternative spelt out; matching never takes longer than pattern times text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/words.h"

namespace biao::definitions {

/// A part taken out of a text, in bytes. A number begins there; its unit, if any, follows.
struct Captured {
    syntax::Capture what = syntax::Capture::none;
    std::size_t begin = 0;
    std::size_t end = 0;
};

class Pattern {
public:
    /// One alternative, spelt out.
    class Branch {
    public:
        std::optional<std::vector<Captured>> match(std::string_view text) const;
        /// The longest piece without wildcards, and how many letters there are in all.
        const std::string& literal() const { return literal_; }
        std::size_t weight() const { return weight_; }

    private:
        friend class Pattern;
        struct Token {
            enum class Kind : std::uint8_t { letter, one, run, number };
            Kind kind = Kind::letter;
            char32_t letter = 0;
            syntax::Capture capture = syntax::Capture::none;
        };
        void add(Token token);
        void finish();

        std::vector<Token> tokens_;
        std::string literal_;
        std::size_t weight_ = 0;
    };

    Pattern() : Pattern(std::string_view()) {}
    /// Full-width spelling counts as half-width, blanks do not count. Braces that do not close
    /// stand for themselves.
    explicit Pattern(std::string_view pattern);

    /// `text` is plain.
    bool matches(std::string_view text) const;
    const std::vector<Branch>& branches() const { return *branches_; }
    /// There are more alternatives, or letters in all of them, than anyone can mean; then the
    /// pattern matches nothing.
    bool tooMany() const { return tooMany_; }

private:
    std::shared_ptr<const std::vector<Branch>> branches_;  // forms hand patterns on
    bool tooMany_ = false;
};

/// Half width and without blanks: how names and patterns meet.
std::string plain(std::string_view text);
/// The same: `text` itself where nothing is to be changed, else what is then in `room`.
std::string_view plain(std::string_view text, std::string& room);

/// Digits, and the numerals that are written out.
bool isNumeral(char32_t point);

}  // namespace biao::definitions
