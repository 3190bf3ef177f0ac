// B501: what is stated, and the rules do not give.
#include "diagnostics/phrases.h"
#include "evaluation/evaluation.h"

namespace biao::evaluation {

namespace {

Localized range(const Number& least, const Number& most, const std::string& unit,
                bool below = false) {
    const auto shown = [&](const Number& points) { return points.text() + unit; };
    if (least == most) return shown(least);
    return phrase(below ? Phrase::scoreBelow : Phrase::scoreRange,
                  {{"least", shown(least)}, {"most", shown(most)}});
}

Localized inBrackets(const Localized& text) {
    if (text.zh.empty()) return {};
    return phrase(Phrase::inBrackets, {{"text", text}});
}

/// What follows from a wrong score is not said to be wrong as well.
bool isSaid(const std::optional<Stated>& stated) {
    return stated && stated->contradicted && !stated->follows;
}

Finding differs(Span at, Localized name, Localized found, Localized expected,
                Localized arithmetic) {
    return finding(Code::scoreDiffers, at,
                   {{"name", std::move(name)},
                    {"found", std::move(found)},
                    {"expected", std::move(expected)},
                    {"arithmetic", std::move(arithmetic)}});
}

}  // namespace

void compareStated(const model::Submission& submission, const Evaluation& evaluation,
                   Findings& findings) {
    const std::string& unit = evaluation.unit;
    for (const Item& item : evaluation.items) {
        if (!item.stated || !item.stated->contradicted) continue;
        const Localized worked = item.steps.empty() ? Localized() : item.steps.back().arithmetic;
        Finding f = differs(item.stated->span, phrase(Phrase::scoreOf, {{"name", item.name}}),
                            item.stated->number->text() + unit,
                            range(item.least, item.most, unit, item.belowMost), inBrackets(worked));
        if (item.row) f.related.push_back({submission[item.row].nameSpan, item.name});
        findings.add(std::move(f));
    }
    if (isSaid(evaluation.statedTotal)) {
        findings.add(differs(evaluation.statedTotal->span, phrase(Phrase::totalOf),
                             evaluation.statedTotal->number->text() + unit,
                             range(evaluation.least, evaluation.most, unit), {}));
    }
    if (isSaid(evaluation.statedGrade)) {
        Localized grades;
        for (const std::string& one : evaluation.grades) {
            if (!grades.zh.empty()) grades.zh += "/";
            grades.zh += one;
        }
        grades.en = grades.zh;
        findings.add(differs(evaluation.statedGrade->span, phrase(Phrase::gradeOf),
                             evaluation.statedGrade->word, grades,
                             inBrackets(range(evaluation.least, evaluation.most, unit))));
    }
}

}  // namespace biao::evaluation
