// What C++ itself holds a submission to: completeness, kinds and units, sums. One small file a
// mechanism; checks.cpp lists them in the order they run. What a particular form asks beyond that
// is a rule in the form.
#pragma once

#include <vector>

#include "definitions/library.h"
#include "diagnostics/finding.h"
#include "expression/demand.h"
#include "expression/formula.h"
#include "expression/weights.h"
#include "model/submission.h"

namespace biao::checks {

struct Context {
    const model::Submission& submission;
    const definitions::Library& library;
    Findings& findings;

    const definitions::Form& form() const { return *submission.form; }
    const UnitTable& units() const { return library.units(); }
};

/// 非负 holds for a fund with its parts, a table with its columns.
bool nonNegative(const definitions::Form& form, definitions::ElementId id);

/// What the form works out, and on what it asks for something; compiled once for each form.
struct Formulas {
    std::vector<expression::CompiledFormula> formulas;
    std::vector<expression::CompiledDemand> demands;
};

/// "2031年", "≤2030年": the head of a column of years.
Localized yearsOf(const model::ColumnRef& column);

void run(const model::Submission& submission, const definitions::Library& library,
         const Formulas& formulas, const expression::CompiledWeights& weights, Findings& findings);

void missingRequired(const Context& context, const Formulas& formulas);  // B101
void missingValue(const Context& context);                               // B102
void duplicateRows(const Context& context);                              // B103
void missingUnit(const Context& context);                                // B202
void kindNotAllowed(const Context& context);                             // B204
void ambiguousUnit(const Context& context);                              // B208
void targetColumns(const Context& context);                              // B204, B211, B401
void templateLeft(const Context& context);                               // B106
void outOfBounds(const Context& context);                                // B209
void tooPrecise(const Context& context);                                 // B210
void partsDoNotSum(const Context& context);                              // B301, B304, B305, B306
void shareDiffers(const Context& context);                               // B302, B304, B305
void equationDiffers(const Context& context);                            // B303, B305
void formulaDiffers(const Context& context, const Formulas& formulas);   // B303, B304, B305

void weightsDiffer(const Context& context,
                   const expression::CompiledWeights& weights);  // B307, B101, B304

}  // namespace biao::checks
