// The tokens as those want them who lay a file out anew: in one spelling, with their comments.
#pragma once

#include <string_view>
#include <vector>

#include "parse/tree.h"
#include "syntax/token.h"

namespace biao::parse {

/// What the layout step made of a text, with its comments where they stand. `text` is what the
/// places point into.
syntax::TokenList listed(const Tokens& tokens, const std::vector<Span>& comments, FileId file,
                         std::string_view text);

/// Notes what the grammar takes them for. `list` was made from the tokens of `tree`.
class Uses {
public:
    explicit Uses(syntax::TokenList& list);

    void note(Node tree) { visit(tree, {}, {}); }

private:
    void visit(Node n, Node parent, Node grandparent);
    void note(Node n, Node parent);
    void part(Node n);
    void set(Node leaf, syntax::TokenUse use);
    void setAll(Node n, std::initializer_list<std::uint8_t> types, syntax::TokenUse use);

    syntax::TokenList& list_;
    std::vector<std::size_t> place_;  // in the list, of each token of the layout
    bool names_ = false;
};

}  // namespace biao::parse
