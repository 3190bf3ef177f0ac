#include "evaluation/evaluation.h"

#include <algorithm>
#include <set>
#include <utility>

#include "evaluation/scorer.h"
#include "expression/program.h"

namespace biao::evaluation {

using definitions::Bands;
using definitions::ElementId;
using definitions::Weight;
using model::RowIndex;
using model::RowKind;

namespace {

/// What points measure: that of the schemes that give some.
std::optional<Dimension> pointsOf(const expression::CompiledSchemes& schemes) {
    for (const auto& program : schemes.programs) {
        if (program && program->fullMarks != expression::kNoSlot) return program->points;
    }
    return std::nullopt;
}

void namedIn(const Weight& whole, std::vector<const Weight*>& into) {
    for (const Weight& part : whole.parts) {
        if (!part.element) into.push_back(&part);
        namedIn(part, into);
    }
}

/// The unit that the form itself writes points in: of its weights, its columns, its schemes.
UnitRef unitOfPoints(const definitions::Form& form, const Dimension& points,
                     const UnitTable& units) {
    std::vector<UnitRef> written;
    for (const auto& weights : form.weights) {
        if (weights.total.least) written.push_back(weights.total.least->unit);
    }
    for (const auto& element : form.elements)
        written.push_back(element.unit);
    for (const auto& scheme : form.schemes) {
        if (scheme.rounding) written.push_back(scheme.rounding->unit);
    }
    for (const UnitRef& one : written) {
        const UnitRef unit = one ? narrowed(one, points) : nullptr;
        if (unit && unit->readings().front().factor == Number(1)) return unit;
    }
    return units.unitFor(points);
}

class Evaluating {
public:
    Evaluating(const model::Submission& submission, const expression::CompiledSchemes& schemes,
               const expression::CompiledWeights& weights, const definitions::Library& library,
               Findings& findings)
        : submission_(submission),
          form_(*submission.form),
          schemes_(schemes),
          weights_(weights),
          library_(library),
          findings_(findings) {}

    Evaluation run() {
        made_.form = form_.name.text();
        made_.title = std::string(submission_.title);
        made_.subject = std::string(submission_.subject);
        made_.year = submission_.year;
        made_.span = submission_.headSpan;
        if (const auto points = pointsOf(schemes_)) score(*points);
        rate();
        return std::move(made_);
    }

private:
    // ------------------------------------------------------------------ points

    void score(const Dimension& points) {
        points_ = points;
        unit_ = unitOfPoints(form_, points, library_.units());
        made_.unit = unit_->spelling();
        made_.unitOfPoints = unit_;
        Scorer scorer(submission_, schemes_, library_, points, unit_);
        for (std::uint32_t i = 0; i < submission_.rows.size(); ++i) {
            if (submission_.rows[i].kind == RowKind::indicator) add(scorer.row({i}));
        }
        for (const RowIndex row : scorer.rowsOfTables())
            add(scorer.row(row));
        names(scorer);
        total();
        grade();
        scorer.limits(findings_);
    }

    void add(std::optional<Item> item) {
        if (item) made_.items.push_back(*std::move(item));
    }

    /// Weights that no row carries, those in force.
    void names(Scorer& scorer) {
        const model::SubmissionWorld world(submission_, library_.units());
        std::set<ElementId> scopes;
        std::set<std::string> seen;
        for (const auto& stated : form_.weights) {
            if (!scopes.insert(stated.scope).second) continue;
            const auto* force = expression::inForce(weights_, stated.scope, world, library_);
            std::vector<const Weight*> named;
            namedIn((force ? *force : stated).total, named);
            for (const Weight* one : named) {
                if (!seen.insert(one->name.zh).second) continue;
                std::optional<Number> weight;
                const bool fixed = force && one->least && one->most &&
                                   one->least->value == one->most->value && !one->below;
                if (fixed) weight = evaluation::pointsOf(*one->least, points_);
                made_.items.push_back(scorer.named(one->name, std::move(weight)));
            }
        }
        // One whose weight is stated only beside its score.
        for (const auto& scheme : form_.schemes) {
            if (scheme.dropped || !scorer.hasNamed(scheme.name.zh)) continue;
            if (!seen.insert(scheme.name.zh).second) continue;
            Item item = scorer.named(scheme.name, std::nullopt);
            if (item.weight) made_.items.push_back(std::move(item));
        }
    }

    void total() {
        Number left;  // of what takes no part
        for (const Item& item : made_.items) {
            made_.fullMarks += item.weight.value_or(0);
            if (item.leftOut) left += item.weight.value_or(0);
            made_.least += item.least;
            made_.most += item.most;
            made_.provisional = made_.provisional || (!item.leftOut && !item.isScored());
        }
        if (!left.isZero()) {
            if (const auto scale = made_.fullMarks.divided(made_.fullMarks - left)) {
                made_.least *= *scale;
                made_.most *= *scale;
            }
        }
        made_.totalRow = rowWithRole(submission_, syntax::Role::totalScore);
        if (!made_.totalRow) return;
        const model::Value& value = submission_[made_.totalRow].value();
        if (value.isBlank()) return;
        Stated stated;
        stated.span = value.span;
        stated.number = evaluation::pointsOf(value, points_);
        made_.statedTotal = std::move(stated);
        contradictTotal();
    }

    const Bands* bands() const {
        const auto found = std::find_if(
            form_.bands.begin(), form_.bands.end(),
            [](const Bands& one) { return one.grades && !one.dropped && !one.broken; });
        return found == form_.bands.end() ? nullptr : &*found;
    }

    std::optional<std::string> gradeOf(const Bands& by, const Number& points) const {
        const auto* result = by.of(library_.units(), {points, unit_});
        if (!result || result->quantity) return std::nullopt;
        return result->word;
    }

    /// The grades that a total between `least` and `most` can have.
    void grade() {
        made_.gradeRow = rowWithRole(submission_, syntax::Role::grade);
        if (made_.gradeRow) {
            const model::Value& value = submission_[made_.gradeRow].value();
            if (!value.isBlank()) made_.statedGrade = {{}, std::string(value.text), value.span, {}};
        }
        const Bands* by = bands();
        if (!by || made_.items.empty()) return;
        made_.bands = by->name.zh;
        if (by->rounding) {
            made_.gradeRounding = evaluation::pointsOf(*by->rounding, points_);
        }
        std::vector<Number> at{made_.least, made_.most};
        for (const Bands::Line& line : by->lines) {
            const auto threshold = evaluation::pointsOf(line.threshold, points_);
            if (threshold && *threshold > made_.least && *threshold < made_.most)
                at.push_back(*threshold);
        }
        std::sort(at.begin(), at.end());
        for (const Number& points : at) {
            const auto word = gradeOf(*by, points);
            if (!word) continue;
            auto& grades = made_.grades;
            if (std::find(grades.begin(), grades.end(), *word) == grades.end()) {
                grades.push_back(*word);
            }
        }
        contradictGrade(*by);
    }

    /// A total that differs only because a row's score does is not said to be wrong as well.
    void contradictTotal() {
        if (!made_.statedTotal || !made_.statedTotal->number) return;
        Number asStated;
        for (const Item& item : made_.items) {
            const bool takes = item.stated && item.stated->number;
            asStated += takes ? *item.stated->number : item.least;
        }
        const Number& found = *made_.statedTotal->number;
        const bool apart = found < made_.least || found > made_.most;
        made_.statedTotal->contradicted = apart && found != asStated;
    }

    void contradictGrade(const Bands& by) {
        if (!made_.statedGrade) return;
        const auto& word = made_.statedGrade->word;
        const auto& grades = made_.grades;
        bool known = std::find(grades.begin(), grades.end(), word) != grades.end();
        if (made_.statedTotal && made_.statedTotal->number) {
            known = known || gradeOf(by, *made_.statedTotal->number) == word;
        }
        const auto isGrade = [&](const Bands::Line& line) { return line.result.word == word; };
        const bool isWord =
            by.otherwise.word == word || std::any_of(by.lines.begin(), by.lines.end(), isGrade);
        // Another word for the same grade is a matter of words.
        made_.statedGrade->contradicted = isWord && !known;
    }

    // ------------------------------------------------------------------ ratings

    void rate() {
        const bool rates = std::any_of(
            form_.schemes.begin(), form_.schemes.end(),
            [](const auto& scheme) { return !scheme.dropped && !scheme.rates.empty(); });
        if (!rates) return;
        const model::Submission seen = filled(submission_, made_, library_);
        Scorer scorer(seen, schemes_, library_, points_,
                      unit_ ? unit_ : library_.units().unitFor(points_));
        for (Item& item : scorer.ratings()) {
            if (!item.rating.empty()) worst(item);
            made_.items.push_back(std::move(item));
        }
        scorer.limits(findings_);
    }

    void worst(const Item& item) {
        const definitions::Scale* scale = library_.scale(item.scale);
        if (!scale || !scale->ordered) return;
        const auto stepOf = [&](const std::string& word) {
            const auto& steps = scale->steps;
            return std::find_if(steps.begin(), steps.end(), [&](const auto& step) {
                return std::find(step.begin(), step.end(), word) != step.end();
            });
        };
        const auto known =
            std::find_if(made_.overall.begin(), made_.overall.end(),
                         [&](const Overall& one) { return one.scale == item.scale; });
        if (known == made_.overall.end()) {
            made_.overall.push_back({item.scale, item.rating});
        } else if (stepOf(item.rating) > stepOf(known->rating)) {
            known->rating = item.rating;
        }
    }

    const model::Submission& submission_;
    const definitions::Form& form_;
    const expression::CompiledSchemes& schemes_;
    const expression::CompiledWeights& weights_;
    const definitions::Library& library_;
    Findings& findings_;
    Dimension points_;
    UnitRef unit_;
    Evaluation made_;
};

}  // namespace

Evaluation evaluate(const model::Submission& submission, const expression::CompiledSchemes& schemes,
                    const expression::CompiledWeights& weights, const definitions::Library& library,
                    Findings& findings) {
    return Evaluating(submission, schemes, weights, library, findings).run();
}

}  // namespace biao::evaluation
