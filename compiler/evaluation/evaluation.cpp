#include "evaluation/evaluation.h"

#include <algorithm>
#include <set>
#include <utility>

#include "diagnostics/phrases.h"
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
        shared(scorer);
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
            const bool none =
                !force && expression::noneHolds(weights_, stated.scope, world, library_);
            if (none) continue;
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

    /// What all weights of the form in force come to, where that is one number.
    std::optional<Number> wanted() const {
        const model::SubmissionWorld world(submission_, library_.units());
        const auto* force =
            expression::inForce(weights_, definitions::ElementId{0}, world, library_);
        if (!force || !force->total.least || !force->total.most) return std::nullopt;
        if (force->total.below || force->total.least->value != force->total.most->value)
            return std::nullopt;
        // Where it names trees it is of those alone.
        const auto& parts = force->total.parts;
        const bool names = std::any_of(parts.begin(), parts.end(),
                                       [](const Weight& one) { return !!one.element; });
        for (const Item& item : made_.items) {
            if (!names || !item.row) continue;
            const ElementId tree = topElement(submission_[item.row].element);
            const bool named = std::any_of(parts.begin(), parts.end(),
                                           [&](const Weight& one) { return one.element == tree; });
            if (!named) return std::nullopt;
        }
        return evaluation::pointsOf(*force->total.least, points_);
    }

    /// Weights of rows that do not say theirs: as much as their category has for them, else what
    /// the whole of the form leaves, else nobody knows.
    void shared(const Scorer& scorer) {
        for (const Shares::Pool& pool : scorer.shares().pools()) {
            const auto element = submission_[pool.category].element;
            made_.shared.push_back({form_[element].shown(), form_[topElement(element)].name.zh,
                                    pool.points, pool.rows.size()});
        }
        std::size_t silent = 0;
        Number known;
        for (const Item& item : made_.items) {
            known += item.weight.value_or(0);
            const bool pooled = item.row && scorer.shares().poolOf(item.row);
            if (!item.weight && !pooled) ++silent;
        }
        for (const SharedWeight& one : made_.shared)
            known += one.points;
        const auto whole = wanted();
        if (silent > 0 && whole && *whole >= known) {
            made_.shared.push_back({{}, {}, *whole - known, silent});
        } else if (silent > 0) {
            made_.open = true;
        } else if (whole && *whole != known) {
            made_.remarks.push_back(
                phrase(Phrase::remarkNotFull,
                       {{"full", scorer.shown(known)}, {"wanted", scorer.shown(*whole)}}));
        }
    }

    ElementId topElement(ElementId element) const {
        while (form_[element].parent && form_[element].parent.value != 0)
            element = form_[element].parent;
        return element;
    }

    void total() {
        Number left;  // of what takes no part
        for (const Item& item : made_.items) {
            made_.fullMarks += item.weight.value_or(0);
            if (item.leftOut) left += item.weight.value_or(0);
            made_.least += item.least;
            made_.most += item.most;
            made_.provisional = made_.provisional || (!item.leftOut && !item.isScored());
            belowMost_ = belowMost_ || item.belowMost;
        }
        for (const SharedWeight& one : made_.shared) {
            made_.fullMarks += one.points;
            made_.most += one.points;
        }
        if (!left.isZero()) scaleUp(left);
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

    /// What is left out is shared by the others in proportion.
    void scaleUp(const Number& left) {
        const Number rest = made_.fullMarks - left;
        const auto scale = made_.fullMarks.divided(rest);
        if (!scale) {
            nothing_ = true;
            made_.remarks.push_back(phrase(Phrase::remarkNothingCounts));
            return;
        }
        const std::string least = made_.least.text();
        const std::string most = made_.most.text();
        const auto shown = [&](const Number& points) {
            const Quantity quantity{points, unit_};
            return Localized{text(quantity), text(quantity, Language::en)};
        };
        made_.remarks.push_back(
            phrase(Phrase::remarkShared, {{"left", shown(left)},
                                          {"points", least == most ? least : least + "~" + most},
                                          {"full", made_.fullMarks.text()},
                                          {"rest", rest.text()}}));
        made_.least *= *scale;
        made_.most *= *scale;
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

    /// One of every stretch between `least` and `most` that has a grade of its own.
    std::vector<Number> pointsToGrade(const Bands& by) const {
        std::vector<Number> ends{made_.least, made_.most};
        for (const Bands::Line& line : by.lines) {
            const auto threshold = evaluation::pointsOf(line.threshold, points_);
            if (threshold && *threshold > made_.least && *threshold < made_.most)
                ends.push_back(*threshold);
        }
        std::sort(ends.begin(), ends.end());
        std::vector<Number> at;
        for (std::size_t i = 0; i < ends.size(); ++i) {
            if (i > 0) at.push_back(*(ends[i - 1] + ends[i]).divided(Number(2)));
            const bool unreached = belowMost_ && made_.least < made_.most && i + 1 == ends.size();
            if (!unreached) at.push_back(ends[i]);
        }
        return at;
    }

    /// The grades that a total between `least` and `most` can have.
    void grade() {
        made_.gradeRow = rowWithRole(submission_, syntax::Role::grade);
        if (made_.gradeRow) {
            const model::Value& value = submission_[made_.gradeRow].value();
            if (!value.isBlank())
                made_.statedGrade = Stated{{}, std::string(value.text), value.span};
        }
        const Bands* by = bands();
        if (!by || made_.items.empty() || nothing_) return;
        made_.bands = by->name.zh;
        if (by->rounding) {
            made_.gradeRounding = evaluation::pointsOf(*by->rounding, points_);
        }
        if (made_.open) return;
        for (const Number& points : pointsToGrade(*by)) {
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
        if (made_.open || nothing_) return;
        const Number& found = *made_.statedTotal->number;
        const Number half = halfOfLastPlace(submission_[made_.totalRow].value().text);
        const bool apart = found < made_.least - half || found > made_.most + half;
        made_.statedTotal->contradicted = apart;
        made_.statedTotal->follows = apart && found == asStated;
    }

    void contradictGrade(const Bands& by) {
        if (!made_.statedGrade) return;
        const auto& word = made_.statedGrade->word;
        const auto& grades = made_.grades;
        const bool known = std::find(grades.begin(), grades.end(), word) != grades.end();
        const auto isGrade = [&](const Bands::Line& line) { return line.result.word == word; };
        const bool isWord =
            by.otherwise.word == word || std::any_of(by.lines.begin(), by.lines.end(), isGrade);
        // Another word for the same grade is a matter of words.
        made_.statedGrade->contradicted = isWord && !known;
        const bool total = made_.statedTotal && made_.statedTotal->number;
        made_.statedGrade->follows = made_.statedGrade->contradicted && total &&
                                     gradeOf(by, *made_.statedTotal->number) == word;
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
    bool belowMost_ = false;  // the most of something is not reached
    bool nothing_ = false;    // everything is left out
    Evaluation made_;
};

}  // namespace

Evaluation evaluate(const model::Submission& submission, const expression::CompiledSchemes& schemes,
                    const expression::CompiledWeights& weights, const definitions::Library& library,
                    Findings& findings) {
    return Evaluating(submission, schemes, weights, library, findings).run();
}

}  // namespace biao::evaluation
