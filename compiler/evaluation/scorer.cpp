#include "evaluation/scorer.h"

#include <algorithm>
#include <utility>

#include "diagnostics/phrases.h"
#include "expression/program.h"

namespace biao::evaluation {

using definitions::ElementId;
using expression::RowId;
using expression::SchemeRun;
using expression::Scored;
using model::Row;
using model::RowIndex;
using model::RowKind;
using model::Value;
using Outcome = Scored::Outcome;

namespace {

RowIndex indexOf(RowId row) {
    return {row.value};
}

}  // namespace

Scorer::Scorer(const model::Submission& submission, const expression::CompiledSchemes& schemes,
               const definitions::Library& library, const Dimension& points, UnitRef unit)
    : submission_(submission),
      schemes_(schemes),
      library_(library),
      form_(*submission.form),
      points_(points),
      unit_(std::move(unit)),
      world_(submission, library.units()),
      shares_(submission, points_),
      runs_(runsOver(world_)) {}

Scorer::Runs Scorer::runsOver(const expression::World& world) const {
    Runs runs;
    for (const auto& program : schemes_.programs) {
        runs.emplace_back();
        if (program) runs.back().emplace(*program, world, library_);
    }
    return runs;
}

bool Scorer::rates(std::size_t scheme) const {
    return !form_.schemes[scheme].rates.empty();
}

Localized Scorer::shown(const Number& points) const {
    const Quantity quantity{points, unit_};
    return {text(quantity), text(quantity, Language::en)};
}

std::optional<Quantity> Scorer::full(const Item& item) const {
    return item.weight ? std::optional(Quantity{*item.weight, unit_}) : std::nullopt;
}

void Scorer::limits(Findings& findings) const {
    for (const auto& [scheme, passed] : limits_)
        findings.add(passed);
    for (const auto& run : runs_) {
        if (!run) continue;
        if (auto passed = run->limitPassed()) findings.add(*std::move(passed));
    }
}

// ------------------------------------------------------------------ one row

std::optional<Scorer::Tried> Scorer::tried(Runs& runs, RowId row,
                                           const std::optional<Quantity>& full) {
    for (std::size_t at = 0; at < runs.size(); ++at) {
        if (!runs[at] || rates(at) || !runs[at]->overRows()) continue;
        if (runs[at]->takes(row) != Truth::holds) continue;
        return Tried{at, runs[at]->score(full)};
    }
    return std::nullopt;
}

void Scorer::begin(Item& item, std::size_t scheme) const {
    const definitions::Scheme& of = form_.schemes[scheme];
    item.scheme = of.name.zh;
    item.source = of.source;
    item.unconfirmed = of.unconfirmed;
    if (of.rounding) item.rounding = pointsOf(*of.rounding, points_);
}

void Scorer::unscored(Item& item, Localized why, std::optional<Span> cause) const {
    item.unscored = std::move(why);
    item.cause = cause;
    item.exact.reset();
    item.least = 0;
    item.most = item.weight.value_or(0);
}

/// What a scheme made of it, before rounding.
void Scorer::settle(Item& item, const Scored& scored, std::size_t part) {
    for (const Scored::Step& step : scored.steps)
        item.steps.push_back({step.condition, step.truth, step.arithmetic, step.span, part});
    switch (scored.outcome) {
        case Outcome::unscored:
            unscored(item, scored.why, scored.cause);
            return;
        case Outcome::leftOut:
            item.leftOut = true;
            item.remarks.push_back(scored.why);
            item.least = item.most = 0;
            return;
        case Outcome::rating:
            item.rating = scored.rating;
            return;
        case Outcome::points:
            break;
    }
    const Number whole = item.weight.value_or(0);
    const auto within = [&](const Number& points) {
        return std::clamp(points, Number(0), std::max(whole, Number(0)));
    };
    item.least = within(scored.least);
    item.most = within(scored.most);
    item.belowMost = scored.belowMost && item.most == scored.most;
    if (scored.most > whole) {
        item.remarks.push_back(phrase(Phrase::remarkCapped, {{"found", shown(scored.most)}}));
    }
    if (scored.least.sign() < 0) {
        item.remarks.push_back(phrase(Phrase::remarkRaised, {{"found", shown(scored.least)}}));
    }
    if (item.least == item.most) item.exact = item.least;
}

void Scorer::round(Item& item, std::size_t scheme) const {
    const auto& step = form_.schemes[scheme].rounding;
    if (!step || item.isRating()) return;
    const UnitTable& units = library_.units();
    for (Number* one : {&item.least, &item.most})
        *one = definitions::roundedTo(units, {*one, unit_}, *step).value;
    if (item.weight) item.most = std::min(item.most, *item.weight);
    item.least = std::min(item.least, item.most);
}

/// An evaluator's percentage settles a range that it lies in.
void Scorer::assess(Item& item, const Row& row, const Columns& columns) {
    const Value& assessed = valueOrBlank(row, columns.assessed);
    const bool ranges = item.unscored.zh.empty() && item.least != item.most;
    if (!ranges || !item.weight || assessed.isBlank()) return;
    const auto share = pointsOf(assessed, Dimension());
    if (!share) {
        const Localized& name = form_[columns.assessed].name;
        return unscored(item, phrase(Phrase::unscoredOpen, {{"name", name}}), assessed.span);
    }
    const Number points = *share * *item.weight;
    if (points < item.least || points > item.most || (item.belowMost && points == item.most)) {
        item.belowMost = false;
        const Localized found = std::string(assessed.text);
        Localized why =
            phrase(Phrase::assessedOutside,
                   {{"found", found}, {"least", shown(item.least)}, {"most", shown(item.most)}});
        return unscored(item, std::move(why), assessed.span);
    }
    item.remarks.push_back(
        phrase(Phrase::remarkAssessed, {{"found", Localized(std::string(assessed.text))}}));
    item.least = item.most = points;
    item.belowMost = false;
    item.exact = points;
}

/// What stands where the score belongs, and whether the rules give that.
void Scorer::state(Item& item, RowIndex row, ElementId column) {
    item.placeRow = row;
    item.placeColumn = column;
    if (!row) return;
    const Value& value = valueIn(submission_[row], column);
    if (value.isBlank()) return;
    Stated stated;
    stated.span = value.span;
    stated.number = pointsOf(value, points_);
    if (!stated.number) {
        item.stated = std::move(stated);
        return;
    }
    const Number half = halfOfLastPlace(value.text);
    const Number& found = *stated.number;
    const bool ranges = item.least != item.most && item.unscored.zh.empty();
    if (item.leftOut || !item.unscored.zh.empty()) {
        stated.contradicted = false;
    } else if (ranges && found >= item.least &&
               (item.belowMost ? found < item.most : found <= item.most)) {
        item.remarks.push_back(phrase(
            Phrase::remarkStated,
            {{"found", shown(found)}, {"least", shown(item.least)}, {"most", shown(item.most)}}));
        item.least = item.most = found;
        item.belowMost = false;
        item.exact = found;
    } else if (ranges) {
        stated.contradicted = true;
    } else {
        stated.contradicted = (found - item.least).abs() > half;
    }
    item.stated = std::move(stated);
}

void Scorer::withoutWeight(Item& item, const Value& weight) const {
    const Span at = weight.span.empty() ? submission_[item.row].nameSpan : weight.span;
    if (const Shares::Pool* pool = shares_.poolOf(item.row)) {
        return unscored(item,
                        phrase(Phrase::unscoredShared,
                               {{"category", form_[submission_[pool->category].element].shown()},
                                {"points", shown(pool->points)},
                                {"count", std::to_string(pool->rows.size())}}),
                        at);
    }
    const bool blank = weight.isBlank();
    unscored(item, phrase(blank ? Phrase::unscoredNoWeight : Phrase::unscoredWeightOpen), at);
}

void Scorer::noScheme(Item& item, const Row& row, const Columns& columns) const {
    const Value& target = valueIn(row, columns.target);
    const Localized name = columns.target ? form_[columns.target].name
                                          : Localized(syntax::spelling(syntax::Member::target));
    const Span at = target.span.empty() ? row.nameSpan : target.span;
    switch (target.type) {
        case Value::Type::blank:
        case Value::Type::notApplicable:
            return unscored(item, phrase(Phrase::unscoredBlank, {{"name", name}}), at);
        case Value::Type::asked:
            return unscored(item, phrase(Phrase::unscoredAsked, {{"name", name}}), at);
        case Value::Type::unreadable:
            return unscored(item, phrase(Phrase::unscoredOpen, {{"name", name}}), at);
        default:
            return unscored(item, phrase(Phrase::unscoredNoScheme), at);
    }
}

std::optional<Item> Scorer::row(RowIndex index) {
    const Row& row = submission_[index];
    const Columns columns = Columns::of(form_, row.element);
    const Value& weight = valueOrBlank(row, columns.weight);
    const bool indicator = row.kind == RowKind::indicator;
    if (indicator && (row.isTotal || !columns.weight)) return std::nullopt;
    if (weight.isBlank() || weight.type == Value::Type::notApplicable) {
        const bool none = valueIn(row, columns.target).type == Value::Type::notApplicable;
        if (!indicator || none) return std::nullopt;
    }
    Item item;
    item.row = index;
    item.name = std::string(row.name);
    item.path = form_.path(row.element);
    const auto path = world_.categoryPath({index.value});
    if (!path.empty()) item.topCategory = form_[path.front()].name.zh;
    item.weight = pointsOf(weight, points_);
    const auto finish = [&]() -> std::optional<Item> {
        if (columns.score) state(item, index, columns.score);
        return std::move(item);
    };
    if (const Shares::Left* left = item.weight ? nullptr : shares_.left(index)) {
        item.weight = left->points;
        item.remarks.push_back(
            phrase(Phrase::remarkWeightLeft,
                   {{"category", form_[submission_[left->category].element].shown()},
                    {"points", shown(left->points)}}));
    }
    if (!item.weight || item.weight->sign() < 0) {
        item.weight.reset();
        withoutWeight(item, weight);
        return finish();
    }
    if (auto found = tried(runs_, {index.value}, full(item))) {
        begin(item, found->scheme);
        settle(item, found->scored);
        assess(item, row, columns);
        round(item, found->scheme);
    } else if (!indicator) {
        return std::nullopt;
    } else if (!inParts(item, index, columns)) {
        noScheme(item, row, columns);
    }
    const Span actual = valueOrBlank(row, columns.actual).span;
    if (!item.unscored.zh.empty() && !item.cause && !actual.empty()) item.cause = actual;
    return finish();
}

std::vector<RowIndex> Scorer::rowsOfTables() {
    std::vector<RowIndex> found;
    for (std::size_t at = 0; at < runs_.size(); ++at) {
        if (!runs_[at] || rates(at) || !runs_[at]->overRows()) continue;
        const auto& program = *schemes_.programs[at];
        const ElementId over = program[program.over].type.element;
        for (const RowId row : world_.rows(over)) {
            if (submission_[indexOf(row)].kind != RowKind::indicator) found.push_back(indexOf(row));
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

// ------------------------------------------------------------------ what no row carries

bool Scorer::hasNamed(const std::string& name) const {
    for (std::size_t at = 0; at < runs_.size(); ++at) {
        const bool here = runs_[at] && !rates(at) && !runs_[at]->overRows();
        if (here && form_.schemes[at].name.zh == name) return true;
    }
    return false;
}

Item Scorer::named(const Localized& name, std::optional<Number> weight) {
    Item item;
    item.name = name;
    item.topCategory = name.zh;
    item.weight = std::move(weight);
    for (std::size_t at = 0; at < runs_.size(); ++at) {
        const bool here = runs_[at] && !rates(at) && !runs_[at]->overRows();
        if (!here || form_.schemes[at].name.zh != name.zh) continue;
        if (runs_[at]->applies() == Truth::fails) continue;
        const auto place = runs_[at]->place();
        const RowIndex row = place.row ? RowIndex{place.row->value} : RowIndex();
        if (row) {
            // The weight that stands beside it is as it is stated.
            const Columns columns = Columns::of(form_, submission_[row].element);
            const bool beside = columns.weight && columns.weight != place.column;
            if (beside) {
                const auto own = pointsOf(valueOrBlank(submission_[row], columns.weight), points_);
                if (own && own->sign() >= 0) item.weight = own;
            }
        }
        begin(item, at);
        if (item.weight) {
            settle(item, runs_[at]->score(full(item)));
            round(item, at);
        } else {
            unscored(item, phrase(Phrase::unscoredWeightOpen), std::nullopt);
        }
        state(item, row, place.column);
        return item;
    }
    unscored(item, phrase(Phrase::unscoredNoSchemeNamed, {{"name", name}}), std::nullopt);
    return item;
}

// ------------------------------------------------------------------ ratings

std::vector<Item> Scorer::ratings() {
    std::vector<Item> items;
    std::map<std::pair<std::string, std::uint32_t>, bool> taken;  // by scale and row
    for (std::size_t at = 0; at < runs_.size(); ++at) {
        if (!runs_[at] || !rates(at)) continue;
        const definitions::Scheme& scheme = form_.schemes[at];
        const auto& words = scheme.rates.front();
        const std::string scale = words.words.empty() ? scheme.name.zh : words.name.zh;
        const auto rate = [&](Item item) {
            begin(item, at);
            item.scale = scale;
            settle(item, runs_[at]->score(std::nullopt));
            item.least = item.most = 0;
            items.push_back(std::move(item));
        };
        if (!runs_[at]->overRows()) {
            if (runs_[at]->applies() == Truth::fails) continue;
            Item item;
            item.name = scheme.name;
            rate(std::move(item));
            continue;
        }
        const auto& program = *schemes_.programs[at];
        for (const RowId row : world_.rows(program[program.over].type.element)) {
            if (runs_[at]->takes(row) != Truth::holds) continue;
            if (std::exchange(taken[{scale, row.value}], true)) continue;
            Item item;
            item.row = indexOf(row);
            item.name = std::string(world_.name(row));
            item.path = form_.path(world_.element(row));
            const auto path = world_.categoryPath(row);
            if (!path.empty()) item.topCategory = form_[path.front()].name.zh;
            rate(std::move(item));
        }
    }
    return items;
}

}  // namespace biao::evaluation
