#include "checks/checks.h"

#include "diagnostics/phrases.h"

namespace biao::checks {

Localized yearsOf(const model::ColumnRef& column) {
    using Years = model::ColumnRef::Years;
    const std::string mark = column.years == Years::upTo   ? "\u2264"
                             : column.years == Years::from ? "\u2265"
                                                           : "";
    return phrase(Phrase::yearColumn, {{"year", mark + std::to_string(*column.year)}});
}

void run(const model::Submission& submission, const definitions::Library& library,
         const Formulas& formulas, const expression::CompiledWeights& weights, Findings& findings) {
    const Context context{submission, library, findings};
    missingRequired(context, formulas);
    missingValue(context);
    duplicateRows(context);
    missingUnit(context);
    kindNotAllowed(context);
    ambiguousUnit(context);
    targetColumns(context);
    templateLeft(context);
    outOfBounds(context);
    tooPrecise(context);
    partsDoNotSum(context);
    shareDiffers(context);
    equationDiffers(context);
    formulaDiffers(context, formulas);
    weightsDiffer(context, weights);
}

}  // namespace biao::checks
