// Numbers and units as they are written, and calculations over them without names: what a cell,
// an equation or a declaration of a unit holds. Reports what it cannot read, once, where it stands;
// the amount is then unknown with that cause.
#pragma once

#include <optional>
#include <string>

#include "diagnostics/finding.h"
#include "quantity/amount.h"
#include "quantity/unit_table.h"
#include "syntax/ast.h"

namespace biao::expression {

/// What the place a number stands in says about it.
struct Slot {
    /// A bare number takes it: 金额单位, the unit of a column, of the name.
    UnitRef unit;
    /// Homonyms are read as this where they can be.
    std::optional<Dimension> dimension;
    /// 40万 where money is wanted lacks its 元: what to suggest after a lone magnitude.
    std::string unitAfterMagnitude;
};

/// The digits of a literal, folded to half width, grouping taken out.
Number readNumber(const syntax::Expr& literal);

/// The unit word of a literal. Nothing when it cannot be read: reported (B201 with the likely one,
/// B207, B202 for a lone magnitude).
std::optional<UnitRef> readUnit(const UnitTable& units, const syntax::Word& word, const Slot& slot,
                                Findings& findings);

/// A literal, or + - × ÷ over literals and brackets. A date such as 10月 in a calculation is read as
/// a duration and remarked on (B005, fix 10个月). Names and functions: unknown, reported as B006.
Amount evaluate(const UnitTable& units, const syntax::File& file, syntax::ExprId expr,
                const Slot& slot, Findings& findings);

/// "5人 × 800元/人/月 × 10个月": the calculation as it is written, blanks made even.
std::string spelled(const syntax::File& file, syntax::ExprId expr);

}  // namespace biao::expression
