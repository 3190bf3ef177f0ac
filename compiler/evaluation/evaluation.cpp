#include "evaluation/evaluation.h"

namespace biao::evaluation {

Evaluation evaluate(const model::Submission& submission, const expression::CompiledSchemes&,
                    const expression::CompiledWeights&, const definitions::Library&, Findings&) {
    Evaluation made;
    made.form = submission.form->name.text();
    made.title = std::string(submission.title);
    made.subject = std::string(submission.subject);
    made.year = submission.year;
    made.span = submission.headSpan;
    return made;
}

model::Submission filled(const model::Submission& submission, const Evaluation&,
                         const definitions::Library&) {
    return submission;
}

void compareStated(const model::Submission&, const Evaluation&, Findings&) {}

}  // namespace biao::evaluation
