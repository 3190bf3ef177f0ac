// Numbers and units as they are written, and calculations over them without names: what a cell, an
// equation or a declaration of a unit holds. Reports what it cannot read, once, where it stands;
// the amount is then unknown with that cause.
#pragma once

#include <optional>
#include <string>

#include "diagnostics/finding.h"
#include "quantity/amount.h"
#include "quantity/slips.h"
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
    /// A comparison stands before the number: 5人以上 then only loses its 以上.
    bool marked = false;
};

/// The digits of a literal, folded to half width, grouping taken out.
Number readNumber(const syntax::Expr& literal);

/// The unit word of a literal. Nothing when it cannot be read: reported (B201 with the likely one,
/// B207, B202 for a lone magnitude).
std::optional<UnitRef> readUnit(const UnitTable& units, const syntax::Word& word, const Slot& slot,
                                Findings& findings);
/// The same for a number that has a unit word, which findings can then show and mend (5人以上).
std::optional<UnitRef> readUnit(const UnitTable& units, const syntax::Expr& literal,
                                const Slot& slot, Findings& findings);

/// A literal, or + - × ÷ over literals and brackets. A date such as 10月 in a calculation is read
/// as a duration and remarked on (B005, fix 10个月). Names and functions: unknown, reported as
/// B006. A bare number takes the unit of the slot, alone, as a term of a sum, or as a whole
/// product; the factors of a product are read for themselves.
Amount evaluate(const UnitTable& units, const syntax::File& file, syntax::ExprId expr,
                const Slot& slot, Findings& findings);

/// "5人 × 800元/人/月 × 10个月": the calculation as it is written, blanks made even.
std::string spelled(const syntax::File& file, syntax::ExprId expr);

/// What a quantity measures, in words: 金额, a ratio, a number without a unit.
Localized describeKind(const UnitTable& units, const Quantity& quantity);
Localized describeKind(const UnitTable& units, const Dimension& dimension);

/// "多写了一个数字", of the amount that was found.
Localized describe(const Slip& slip);

}  // namespace biao::expression
