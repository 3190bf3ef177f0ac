#include "checks/checks.h"

namespace biao::checks {

void run(const model::Submission& submission, const definitions::Library& library,
         const Formulas& formulas, const expression::CompiledWeights& weights, Findings& findings) {
    const Context context{submission, library, findings};
    missingRequired(context);
    missingValue(context);
    duplicateRows(context);
    missingUnit(context);
    kindNotAllowed(context);
    ambiguousUnit(context);
    outOfBounds(context);
    tooPrecise(context);
    partsDoNotSum(context);
    shareDiffers(context);
    equationDiffers(context);
    formulaDiffers(context, formulas);
    weightsDiffer(context, weights);
}

}  // namespace biao::checks
