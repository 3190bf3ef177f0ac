#include "expression/schemes.h"

#include <algorithm>
#include <utility>

#include "expression/compile.h"
#include "expression/evaluate.h"
#include "expression/trace.h"
#include "expression/written.h"

namespace biao::expression {

using What = Cell::What;
using Gives = SchemeLine::Gives;
using Outcome = Scored::Outcome;

std::shared_ptr<const CompiledRule> compileScheme(const definitions::Scheme& scheme,
                                                  const definitions::Form& form,
                                                  const definitions::Library& library,
                                                  Findings& findings) {
    if (scheme.dropped) return nullptr;
    definitions::Rule rule;
    rule.file = scheme.file;
    rule.declaration = scheme.declaration;
    rule.span = scheme.span;
    rule.code = scheme.name.zh;
    Compiler compiler(rule, form, library, findings);
    if (!compiler.scheme(scheme)) return nullptr;
    return std::make_shared<const CompiledRule>(compiler.take());
}

CompiledSchemes compileSchemes(const definitions::Form& form, const definitions::Library& library,
                               Findings& findings) {
    CompiledSchemes made;
    for (const definitions::Scheme& scheme : form.schemes)
        made.programs.push_back(compileScheme(scheme, form, library, findings));
    return made;
}

SchemeRun::SchemeRun(const CompiledRule& program, const World& world,
                     const definitions::Library& library)
    : program_(program),
      world_(world),
      run_(std::make_unique<Evaluator>(program, world, library)) {}
SchemeRun::~SchemeRun() = default;
SchemeRun::SchemeRun(SchemeRun&&) noexcept = default;

bool SchemeRun::overRows() const {
    return !!program_.over;
}

Truth SchemeRun::applies() {
    Truth result = Truth::holds;
    for (const NodeId when : program_.whens) {
        const Truth one = run_->truth(when).truth;
        if (one == Truth::fails) return one;
        if (one == Truth::undetermined) result = one;
    }
    return result;
}

Truth SchemeRun::takes(RowId row) {
    const Truth among = takes(program_.over.value, row);
    if (among != Truth::holds) return among;
    run_->bind(program_.binder, row);
    return applies();
}

/// Row by row, so that one row may be asked about in a world in which only it differs.
Truth SchemeRun::takes(std::uint32_t rows, RowId row) {
    const Node& node = program_.nodes[rows];
    if (node.kind == Node::Kind::filter) {
        const Truth outer = takes(node.children[0].value, row);
        if (outer != Truth::holds) return outer;
        run_->bind(node.slot, row);
        return run_->truth(node.children[1]).truth;
    }
    if (node.kind == Node::Kind::rowsUnder) {
        const auto& form = world_.form();
        definitions::ElementId at = world_.element(row);
        if (node.element.value == 0) {
            return truthOf(!world_.categoryPath(row).empty());
        }
        while (at.value != 0 && at != node.element)
            at = form[at].parent;
        return truthOf(at == node.element);
    }
    const Rows set = run_->rows({rows});
    const bool in = std::find(set->rows.begin(), set->rows.end(), row) != set->rows.end();
    if (!in && set->cause) return Truth::undetermined;
    return truthOf(in);
}

namespace {

struct Worked {
    std::optional<Number> points;
    Localized why;
    std::optional<Span> cause;
};

Localized whyOf(const Lacking& lacking) {
    const Phrase what = lacking.state == State::blank     ? Phrase::unscoredBlank
                        : lacking.state == State::asked   ? Phrase::unscoredAsked
                        : lacking.state == State::unknown ? Phrase::unscoredOpen
                                                          : Phrase::unscoredBlank;
    return phrase(what, {{"name", lacking.name}});
}

bool dividesByZero(Evaluator& run, NodeId id) {
    const Node& node = run.rule()[id];
    if (node.type.shape != Type::Shape::value) return false;
    if (run.value(id).byZero == Value::ByZero::undetermined) return true;
    return std::any_of(node.children.begin(), node.children.end(),
                       [&](NodeId child) { return dividesByZero(run, child); });
}

Worked pointsOf(Evaluator& run, NodeId id) {
    const Value value = run.value(id);
    Worked made;
    if (value.what == What::amount && value.amount.isKnown() && value.plain) {
        const Quantity& quantity = value.amount.quantity();
        made.points = quantity.value;
        if (quantity.bare()) return made;
        for (const Reading& reading : quantity.unit->readings()) {
            if (reading.dimension != run.rule().points) continue;
            made.points = quantity.value * reading.factor;
            return made;
        }
    }
    made.points.reset();
    const Localized text = written(run, id);
    if (dividesByZero(run, id)) {
        made.why = phrase(Phrase::unscoredByZero, {{"text", text}});
    } else if (const auto lacking = lackingIn(run, id)) {
        made.why = whyOf(*lacking);
        made.cause = lacking->span;
    } else {
        made.why = phrase(Phrase::unscoredResult, {{"text", text}});
    }
    return made;
}

}  // namespace

Scored SchemeRun::score(const std::optional<Quantity>& fullMarks) {
    Scored made;
    if (fullMarks && program_.fullMarks != kNoSlot) {
        run_->bind(program_.fullMarks, amountValue(*fullMarks));
    }
    for (const SchemeLine& line : program_.lines) {
        Scored::Step step;
        step.span = line.span;
        step.truth = Truth::holds;
        if (line.when) {
            const Verdict verdict = run_->truth(line.when);
            step.truth = verdict.truth;
            step.condition = traced(*run_, line.when);
            made.cause = verdict.cause;
        }
        if (step.truth == Truth::undetermined) {
            const auto lacking = lackingIn(*run_, line.when);
            if (lacking && !made.cause) made.cause = lacking->span;
            made.why = lacking ? whyOf(*lacking)
                               : phrase(Phrase::unscoredOther, {{"text", step.condition}});
            made.steps.push_back(std::move(step));
            return made;
        }
        made.cause.reset();
        if (step.truth == Truth::fails) {
            made.steps.push_back(std::move(step));
            continue;
        }
        made.why = line.reason;
        switch (line.gives) {
            case Gives::word:
                if (line.result) {
                    const Value word = run_->value(line.result);
                    step.arithmetic = written(*run_, line.result);
                    if (word.what != What::text) {
                        made.why = phrase(Phrase::unscoredResult, {{"text", step.arithmetic}});
                        break;
                    }
                    made.rating = std::string(word.text);
                } else {
                    made.rating = line.word;
                }
                made.outcome = Outcome::rating;
                break;
            case Gives::leftOut:
                made.outcome = Outcome::leftOut;
                break;
            case Gives::unscored: {
                // The condition tells which cell is to blame.
                const auto lacking = line.when ? lackingIn(*run_, line.when) : std::nullopt;
                if (lacking) made.cause = lacking->span;
                break;
            }
            case Gives::points:
            case Gives::between: {
                step.arithmetic = written(*run_, line.result);
                Worked least = pointsOf(*run_, line.result);
                Worked most = least;
                if (line.upTo) {
                    step.arithmetic = joined(step.arithmetic, " ~ ", written(*run_, line.upTo));
                    most = pointsOf(*run_, line.upTo);
                }
                if (least.points && most.points) {
                    made.outcome = Outcome::points;
                    made.least = std::min(*least.points, *most.points);
                    made.most = std::max(*least.points, *most.points);
                    made.belowMost = line.below && made.least != made.most;
                    break;
                }
                Worked& bad = least.points ? most : least;
                made.why = std::move(bad.why);
                made.cause = bad.cause;
            }
        }
        made.steps.push_back(std::move(step));
        return made;
    }
    return made;
}

bool SchemeRun::hasPlace() const {
    return !program_.places.empty();
}

SchemeRun::Place SchemeRun::place() {
    if (program_.places.empty()) return {};
    const Node& node = program_[program_.places.front()];
    if (node.kind == Node::Kind::ownCell) return {run_->rowOfLine(node.element), node.column};
    return {run_->row(node.children[0]), node.column};
}

std::optional<Finding> SchemeRun::limitPassed() const {
    if (!run_->beyond()) return std::nullopt;
    return run_->limitPassed();
}

}  // namespace biao::expression
