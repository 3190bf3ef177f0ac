// 权重: what a form demands of the weights of its rows: of a category, of what stands in it, of the
// whole; and weights that no row carries, such as that of the budget's execution. Several stand for
// one another, each under its condition: the first that holds is in force.
#pragma once

#include <optional>
#include <vector>

#include "base/language.h"
#include "base/span.h"
#include "definitions/element.h"
#include "quantity/quantity.h"
#include "syntax/ast.h"

namespace biao::definitions {

struct Weight {
    Localized name;
    ElementId element;              // the category; none: a weight with a name of its own
    std::optional<Quantity> least;  // neither: nothing is demanded of it
    std::optional<Quantity> most;
    bool above = false;  // > rather than ≥
    bool below = false;  // < rather than ≤
    bool rest = false;   // ?: what the others leave of the whole, worked out into least and most
    std::vector<Weight> parts;
    Span span;

    bool demands() const { return least || most; }
};

/// One statement of weights, for the form or for the tree or category it stands in.
struct Weights {
    const syntax::File* file = nullptr;  // owned by the Library
    const syntax::Declaration* declaration = nullptr;
    ElementId scope;      // the form (then of the trees that it names), a tree or a category
    Weight total;         // its element is the scope; what is in the block are its parts
    syntax::ExprId when;  // in force where this holds; none: always
    bool unconfirmed = false;
    Localized source;
    Span span;
};

/// "50分", "45分~55分", "≥10分"; "?" where nothing can be said yet; empty without a demand.
Localized shownDemand(const Weight& weight);

}  // namespace biao::definitions
