#include "pipeline/score.h"

#include "diagnostics/phrases.h"

namespace biao::pipeline {

Scored score(model::Submission& submission, const FormRules& rules,
             const definitions::Library& library, const Scorer& scorer, Findings& said) {
    const auto evaluation =
        evaluation::evaluate(submission, rules.schemes, rules.weights, library, said);
    if (!evaluation.any()) {
        const bool none = rules.schemes.programs.empty();
        said.add(finding(Code::notScored, submission.headSpan,
                         {{"title", std::string(submission.title)},
                          {"why", phrase(none ? Phrase::noSchemes : Phrase::nothingToScore,
                                         {{"form", evaluation.form}})}}));
    }
    evaluation::compareStated(submission, evaluation, said);
    submission = evaluation::filled(submission, evaluation, library);
    return {evaluation::outcomeOf(submission, evaluation), scorer(submission, evaluation, library)};
}

}  // namespace biao::pipeline
