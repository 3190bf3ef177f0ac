// A file as a merge sees it: what may be changed, added, moved and left out by itself. Every byte
// of the text belongs to one piece of one unit, so that what nobody changed is kept as it was
// written.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "base/source.h"
#include "syntax/ast.h"
#include "syntax/token.h"

namespace biao::merge {

/// A line with its block, or a declaration. In the text stand, one behind the other: `lead`, the
/// line, and of one with a block `open`, the units inside, `tail` and the brace; then `trail`.
struct Unit {
    enum class Kind : std::uint8_t { line, row, heading, acceptance, submission, declaration };
    Kind kind = Kind::line;
    std::string key;         // what it is found again by; of several alike, by their order
    std::string id;          // #lamp
    std::string formerly;    // what it was called before
    bool hasInside = false;  // its block is merged unit by unit
    Span lead;               // blanks and comments before it
    Span line;               // all of it, up to the brace that opens its block, that one included
    Span open;               // what follows the brace on its line
    std::vector<Unit> inside;
    Span tail;   // blanks and comments behind the last
    Span whole;  // the line and its block
    Span trail;  // what follows on its line: a semicolon, a comment, the line's end
};

/// One of the texts that are merged, read.
class Version {
public:
    /// Nothing where the text has mistakes of syntax: then nobody knows where its units are.
    static std::optional<Version> read(std::string text, const Limits& limits);

    const std::vector<Unit>& units() const { return units_; }
    Span tail() const { return tail_; }  // of the file, behind its last unit
    std::string_view text(Span span) const { return source_->slice(span); }
    /// The words that stand there, in the one spelling and without their layout: equal where two
    /// texts say the same.
    std::string words(Span span) const;

private:
    Version() = default;
    /// Gives the units between `begin` and `end` their pieces; the end of the last.
    std::uint32_t cut(std::vector<Unit>& units, std::uint32_t begin, std::uint32_t end);
    Unit unitOf(syntax::ItemId id, bool top) const;
    Unit unitOf(syntax::Id<syntax::Declaration> id) const;
    std::vector<Unit> unitsIn(const syntax::Item& item) const;

    std::shared_ptr<const Source> source_;
    syntax::File tree_;
    syntax::TokenList tokens_;
    std::vector<Unit> units_;
    Span tail_;
};

}  // namespace biao::merge
