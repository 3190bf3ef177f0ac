// Schemes, whose lines are conditions with what they give; bands, which are functions.
#include <algorithm>
#include <utility>

#include "expression/arithmetic.h"
#include "expression/compile.h"

namespace biao::expression {

using definitions::Bands;
using definitions::Kind;
using definitions::Scheme;
using definitions::Weight;
using syntax::Clause;
using syntax::ClauseKind;
using syntax::Expr;
using syntax::ExprId;
using syntax::ExprKind;
using syntax::Function;
using syntax::Role;
using Shape = Type::Shape;

namespace {

const Weight* weightNamed(const Weight& whole, std::string_view name) {
    for (const Weight& part : whole.parts) {
        if (!part.element && part.name.zh == name) return &part;
        if (const Weight* inner = weightNamed(part, name)) return inner;
    }
    return nullptr;
}

}  // namespace

bool Compiler::scheme(const Scheme& scheme) {
    const auto& clauses = rule_.declaration->clauses;
    const auto first = std::find_if(clauses.begin(), clauses.end(),
                                    [](const Clause& c) { return c.kind == ClauseKind::forEach; });
    if (first != clauses.end()) {
        if (first->broken) return false;
        forEach(*first);
        const bool rows = out_.cases == CompiledRule::Cases::rows && out_.over;
        if (!failed_ && !rows) fault(first->span, phrase(Phrase::schemeBinder));
    }
    if (failed_ || !bindFullMarks(scheme)) return false;
    bool closed = false;
    for (const Clause& one : clauses) {
        if (one.broken) return false;  // which has been said
        switch (one.kind) {
            case ClauseKind::forEach:
                if (&one != &*first) fault(one.span, phrase(Phrase::schemeBinder));
                break;
            case ClauseKind::let:
                let(one);
                break;
            case ClauseKind::when: {
                const NodeId condition = asTruth(expression(one.exprs[0]));
                out_.whens.push_back(condition);
                settle(condition);
                break;
            }
            case ClauseKind::condition:
            case ClauseKind::otherwise:
                if (closed) {
                    fault(one.span, phrase(Phrase::schemeElse, {{"name", scheme.name}}));
                    break;
                }
                closed = one.kind == ClauseKind::otherwise;
                line(scheme, one);
                break;
            case ClauseKind::at:
                placesOf(one, out_.places);
                break;
            case ClauseKind::note:
            case ClauseKind::source:
                break;
            default:
                fault(one.span, phrase(Phrase::schemeLine));
        }
    }
    if (!failed_ && !closed) fault(rule_.span, phrase(Phrase::schemeElse, {{"name", scheme.name}}));
    for (const NodeId place : out_.places) {
        const auto kind = out_[place].kind;
        const bool cell = typeOf(place).shape == Shape::value &&
                          (kind == Node::Kind::select || kind == Node::Kind::ownCell);
        if (!isMissing(place) && !cell) fault(out_[place].span, phrase(Phrase::schemePlace));
    }
    return !failed_;
}

/// Of what kind its points are: those of the column of weights, else of the weight of its name.
std::optional<Dimension> Compiler::pointsOf(const Scheme& scheme) const {
    const auto dimensionOf = [&](definitions::ElementId column) -> std::optional<Dimension> {
        for (const Kind& kind : form_[column].kinds) {
            if (kind.type == Kind::Type::dimension) return kind.dimension;
        }
        const UnitRef& unit = form_[column].unit;
        return unit ? std::optional(unit->readings().front().dimension) : std::nullopt;
    };
    if (out_.over) {
        const auto own = columnWithRole(typeOf(out_.over).element, {Role::weight, {}});
        if (own) return dimensionOf(own);
    }
    if (const auto any = form_.withRole({Role::weight, {}})) return dimensionOf(any);
    for (const auto& weights : form_.weights) {
        const Weight* weight = weightNamed(weights.total, scheme.name.zh);
        const auto& least = weight ? weight->least : weights.total.least;
        if (least && !least->bare()) return least->unit->readings().front().dimension;
    }
    return std::nullopt;
}

/// 满分 in both languages: the weight of what is being scored.
bool Compiler::bindFullMarks(const Scheme& scheme) {
    const bool mean = !scheme.hasSeveral;
    const auto how = mean ? Function::mean : [&] {
        const Expr& e = file_[scheme.several];
        const auto* constant = parameter(e.text);
        return syntax::wordFrom<Function>(constant ? std::string_view(constant->text) : e.text);
    }();
    if (how != Function::mean && how != Function::min) {
        fault(file_[scheme.several].span, phrase(Phrase::severalHow));
    }
    out_.takesLeast = how == Function::min;
    if (!scheme.rates.empty()) return !failed_;
    const auto points = pointsOf(scheme);
    if (!points) {
        fault(rule_.span, phrase(Phrase::schemeWeightless, {{"name", scheme.name}}));
        return false;
    }
    out_.points = *points;
    out_.fullMarks = out_.slots++;
    const Localized name = syntax::spelling(Function::fullMarks);
    Node node;
    node.kind = Node::Kind::cellInHand;
    node.slot = out_.fullMarks;
    node.depends = only(node.slot);
    node.span = rule_.span;
    node.spelled = name.zh;
    node.type = valueType({dimensionKind(*points)});
    const NodeId id = add(std::move(node));
    bindings_.push_back({name.zh, id});
    bindings_.push_back({name.en, id});
    return !failed_;
}

void Compiler::line(const Scheme& scheme, const Clause& clause) {
    SchemeLine made;
    made.span = clause.span;
    if (!clause.result) {
        fault(clause.span, phrase(Phrase::schemeLine));
        return;
    }
    const std::size_t before = settled_.size();
    if (clause.kind == ClauseKind::condition) {
        made.when = asTruth(expression(clause.exprs[0]));
        settle(made.when);
    }
    const bool good = gives(scheme, clause.result, made);
    settled_.resize(before);
    if (!good || (made.when && isMissing(made.when))) return;
    if (made.when) settleOtherwise(made.when);
    out_.lines.push_back(std::move(made));
}

/// What the lines after one may build on: it did not hold.
void Compiler::settleOtherwise(NodeId condition) {
    const Node node = out_[condition];
    if (node.kind == Node::Kind::any) {
        for (const NodeId part : node.children)
            settleOtherwise(part);
    } else if (node.kind == Node::Kind::isNot) {
        settle(node.children[0]);
    } else if (node.kind == Node::Kind::isKind) {
        Node negated;
        negated.kind = Node::Kind::isNot;
        negated.children = {condition};
        negated.span = node.span;
        negated.spelled = node.spelled;
        negated.type = truthType();
        settle(add(std::move(negated)));
    }
}

bool Compiler::gives(const Scheme& scheme, ExprId id, SchemeLine& into) {
    const Expr& e = file_[id];
    if (e.kind == ExprKind::call) {
        const auto operands = file_.of(e.operands);
        const Expr& callee = file_[operands[0].expr];
        const auto function = callee.kind == ExprKind::name
                                  ? syntax::wordFrom<Function>(callee.text)
                                  : Function::none;
        if (function == Function::unscored || function == Function::leftOut) {
            into.gives = function == Function::leftOut ? SchemeLine::Gives::leftOut
                                                       : SchemeLine::Gives::unscored;
            return reason(id, into);
        }
        if (function == Function::between && scheme.rates.empty()) {
            const auto excludes = [&](ExprId word) {
                return syntax::wordFrom<syntax::Property>(file_[word].text) ==
                       syntax::Property::excluding;
            };
            into.below = operands.size() == 4 && excludes(operands[3].expr);
            if (operands.size() != 3 && !into.below) {
                fault(e.span, phrase(Phrase::betweenEnd));
                return false;
            }
            into.gives = SchemeLine::Gives::between;
            into.result = points(operands[1].expr);
            into.upTo = points(operands[2].expr);
            return !isMissing(into.result) && !isMissing(into.upTo);
        }
    }
    if (scheme.rates.empty()) {
        into.result = points(id);
        return !isMissing(into.result);
    }
    into.gives = SchemeLine::Gives::word;
    if (e.kind == ExprKind::call) {  // bands that give words
        into.result = asValue(expression(id));
        if (isMissing(into.result)) return false;
        if (isText(into.result)) return true;
        fault(e.span, phrase(Phrase::schemeRating, {{"text", spelled(file_, id)},
                                                    {"kind", describe(units_, scheme.rates)}}));
        return false;
    }
    into.word = std::string(e.text);
    const bool word = e.kind == ExprKind::text || e.kind == ExprKind::name;
    const bool known = word && std::any_of(scheme.rates.begin(), scheme.rates.end(), [&](auto& k) {
                           return k.words.empty() || std::find(k.words.begin(), k.words.end(),
                                                               into.word) != k.words.end();
                       });
    if (known) return true;
    fault(e.span, phrase(Phrase::schemeRating,
                         {{"text", spelled(file_, id)}, {"kind", describe(units_, scheme.rates)}}));
    return false;
}

/// 未评("原因", "reason")
bool Compiler::reason(ExprId id, SchemeLine& into) {
    const auto operands = file_.of(file_[id].operands);
    const auto text = [&](std::uint32_t at) -> std::string {
        const Expr& e = file_[operands[at].expr];
        return e.kind == ExprKind::text ? std::string(e.text) : std::string();
    };
    if (operands.size() == 2 || operands.size() == 3) {
        into.reason.zh = text(1);
        into.reason.en = text(operands.size() - 1);
    }
    if (!into.reason.zh.empty() && !into.reason.en.empty()) return true;
    fault(file_[id].span,
          phrase(Phrase::schemeReason, {{"name", spelled(file_, operands[0].expr)}}));
    return false;
}

NodeId Compiler::points(ExprId id) {
    literalsAre_ = out_.points;  // 2分 × 50%: marks, and no minutes
    const NodeId value = asValue(expression(id));
    literalsAre_.reset();
    if (!isQuantity(value)) return missing(file_[id].span);
    const Type wanted = valueType({dimensionKind(out_.points)});
    if (meet(units_, typeOf(value), wanted)) return value;
    return fault(file_[id].span,
                 phrase(Phrase::ruleMismatch, {{"left", out_[value].spelled},
                                               {"leftKind", describe(units_, typeOf(value))},
                                               {"right", syntax::spelling(Function::fullMarks)},
                                               {"rightKind", describe(units_, wanted)},
                                               {"action", phrase(Phrase::actionCompare)}}));
}

const Bands* Compiler::bandsNamed(std::string_view name) const {
    const auto found = std::find_if(form_.bands.begin(), form_.bands.end(), [&](const Bands& one) {
        return !one.dropped && !one.broken && one.knownAs(name);
    });
    return found == form_.bands.end() ? nullptr : &*found;
}

/// 绩效等级(@总分)
NodeId Compiler::banded(const Bands& bands, ExprId id) {
    const auto operands = file_.of(file_[id].operands);
    Node node = made(Node::Kind::banded, id);
    if (operands.size() != 2) {
        return fault(node.span,
                     phrase(Phrase::ruleArguments, {{"name", bands.name}, {"count", "1"}}));
    }
    const NodeId value = asValue(expression(operands[1].expr));
    if (!isQuantity(value)) return missing(node.span);
    const Type wanted = valueType(bands.takes);
    if (!meet(units_, typeOf(value), wanted)) {
        return fault(node.span,
                     phrase(Phrase::bandsArgument, {{"name", bands.name},
                                                    {"kind", describe(units_, bands.takes)},
                                                    {"text", out_[value].spelled},
                                                    {"found", describe(units_, typeOf(value))}}));
    }
    node.children = {value};
    node.bands = std::make_shared<const Bands>(bands);
    node.type = valueType(bands.gives);
    return add(std::move(node));
}

}  // namespace biao::expression
