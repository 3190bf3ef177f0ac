#include "definitions/resolve_weights.h"

#include <algorithm>
#include <utility>

#include "definitions/reading.h"
#include "diagnostics/phrases.h"

namespace biao::definitions {

using namespace syntax;

namespace {

/// What a weight may come to; no end: any. Weights are never below zero.
struct Extent {
    Quantity least;  // a bare 0 goes with everything
    std::optional<Quantity> most;
};

bool holdsRows(const Element& element) {
    return element.kind == ElementKind::tree || element.kind == ElementKind::category;
}

class Resolver {
public:
    Resolver(Form& form, const std::set<ElementId>& stated, const Vocabulary& vocabulary,
             Findings& findings)
        : form_(form), stated_(stated), vocabulary_(vocabulary), findings_(findings) {}

    void run() {
        std::erase_if(form_.weights, [&](const Weights& one) { return form_[one.scope].dropped; });
        std::set<ElementId> lost;
        for (Weights& one : form_.weights) {
            now_ = &one;
            if (!resolve(one)) lost.insert(one.scope);
        }
        // Which of several is in force is not known where one of them is not.
        std::erase_if(form_.weights,
                      [&](const Weights& one) { return lost.count(one.scope) != 0; });
    }

private:
    const File& file() const { return *now_->file; }

    /// False where it has a fault, or a line that could not be read.
    bool resolve(Weights& weights) {
        const Declaration& d = *weights.declaration;
        if (d.broken) return false;
        Weight& total = weights.total;
        total = {};
        total.element = weights.scope;
        total.name = form_[weights.scope].name;
        total.span = d.keywordSpan;
        const Attribute* sum = attribute(file(), d, Property::summed);
        if (sum && !totalOf(*sum, total)) return false;
        return lines(d.block, total) && add(total);
    }

    bool totalOf(const Attribute& sum, Weight& total) {
        total.span = sum.span;
        if (sum.value && file()[sum.value].kind == ExprKind::asked) return true;  // any
        const bool range = sum.value && file()[sum.value].kind == ExprKind::range;
        if (!range) return demand(sum.op, sum.value, {}, total);
        const auto ends = file().of(file()[sum.value].operands);
        return demand(Operator::none, ends[0].expr, ends[1].expr, total);
    }

    bool lines(const std::vector<Id<Declaration>>& block, Weight& into) {
        return std::all_of(block.begin(), block.end(), [&](Id<Declaration> id) {
            return !file()[id].broken && line(file()[id], into);
        });
    }

    /// 产出指标 50分 { … }, 预算执行率 = 10分
    bool line(const Declaration& d, Weight& whole) {
        const bool named = !d.definitions.empty();
        const bool plain = d.keyword == Keyword::none && d.kinds.empty() && d.flags.empty() &&
                           !d.arrow && d.attributes.empty() && (named || d.aliases.empty());
        if (!plain || (named && (d.value || d.hasBlock))) {
            return fault(d.span, phrase(Phrase::weightsLine));
        }
        Weight weight;
        weight.span = d.span;
        if (named) {
            const Definition& value = d.definitions.front();
            if (d.definitions.size() > 1 || value.terms.size() > 1 || value.ofWhich ||
                value.label) {
                return fault(d.span, phrase(Phrase::weightsLine));
            }
            weight.name = nameOf(d);
            if (!demand(Operator::none, value.terms.front().expr, {}, weight)) return false;
        } else {
            weight.element = categoryNamed(d.name.text, whole.element);
            if (!weight.element) return unknownCategory(d.name, whole.element);
            weight.name = form_[weight.element].name;
            if (d.value && !demand(d.op, d.value, d.upTo, weight)) return false;
            if (!lines(d.block, weight)) return false;
        }
        for (const Weight& other : whole.parts) {
            if (named ? other.name.zh == weight.name.zh : other.element == weight.element) {
                findings_.add(finding(Code::declaredTwice, place(d.name.span),
                                      {{"name", std::string(d.name.text)}}));
                form_.broken = true;
                return false;
            }
            if (named || !other.element) continue;
            const bool inner = inside(weight.element, other.element);
            if (!inner && !inside(other.element, weight.element)) continue;
            return fault(d.name.span,
                         phrase(Phrase::weightsInside, {{"inner", (inner ? weight : other).name},
                                                        {"outer", (inner ? other : weight).name}}));
        }
        whole.parts.push_back(std::move(weight));
        return true;
    }

    bool inside(ElementId inner, ElementId outer) const {
        for (ElementId at = inner; at.value != 0; at = form_[at].parent) {
            if (at == outer) return true;
        }
        return false;
    }

    bool demand(Operator op, ExprId value, ExprId upTo, Weight& into) {
        if (value && !upTo && file()[value].kind == ExprKind::asked && op == Operator::none) {
            into.rest = true;
            return true;
        }
        const Span at = value ? file()[value].span : into.span;
        const auto first = quantity(value, into.element);
        const auto second = upTo ? quantity(upTo, into.element) : first;
        if (!first || !second) return false;
        switch (op) {
            case Operator::none:
            case Operator::eq:
                into.least = first;
                into.most = second;
                break;
            case Operator::ge:
            case Operator::gt:
            case Operator::reach:
                into.least = first;
                into.above = op == Operator::gt;
                break;
            case Operator::le:
            case Operator::lt:
                into.most = first;
                into.below = op == Operator::lt;
                break;
            default:
                return fault(at, phrase(Phrase::weightsLine));
        }
        const auto order = compare(vocabulary_.units, *second, *first);
        if (!order) {
            return fault(at, phrase(Phrase::weightsOfKinds, {{"sum", shownDemand(into)}}));
        }
        if (*order < 0) return fault(at, phrase(Phrase::rangeBackwards));
        return true;
    }

    /// A number, or a parameter; a bare one in the unit of the column of weights.
    std::optional<Quantity> quantity(ExprId value, ElementId element) {
        std::optional<Quantity> out;
        const auto name = pathOf(file(), value);
        const Parameter* parameter = name ? find(form_.parameters, *name) : nullptr;
        if (parameter && parameter->type == Parameter::Type::amount) {
            out = parameter->quantity;
        } else if (!name) {
            out = constant(vocabulary_, file(), value);
        }
        const Span at = value ? file()[value].span : now_->span;
        if (!out) {
            fault(at, phrase(Phrase::weightsOfWhat));
            return out;
        }
        if (out->value.sign() < 0) {
            fault(at, phrase(Phrase::weightsNegative));
            return std::nullopt;
        }
        const Element* column = columnOf(element ? element : now_->scope);
        if (!column) return out;
        if (out->bare()) out->unit = column->unit;
        if (!takes(*column, *out)) {
            fault(at, phrase(Phrase::weightsInColumn,
                             {{"value", Localized(text(*out), text(*out, Language::en))},
                              {"column", column->shown()},
                              {"kinds", describe(column->kinds)}}));
            return std::nullopt;
        }
        return out;
    }

    /// The column that holds the weights of rows there; null where the form has none yet.
    const Element* columnOf(ElementId element) const {
        for (const ElementId id : form_.columnsOf(element)) {
            if (form_[id].role.role == Role::weight) return &form_[id];
        }
        return nullptr;
    }

    bool takes(const Element& column, const Quantity& quantity) const {
        const auto fits = [&](const Kind& kind) {
            if (kind.type == Kind::Type::number) return quantity.bare();
            if (kind.type != Kind::Type::dimension) return kind.measures();
            const Quantity one{1, vocabulary_.units.unitFor(kind.dimension)};
            return compare(vocabulary_.units, quantity, one).has_value();
        };
        return column.kinds.empty() || quantity.bareZero() ||
               std::any_of(column.kinds.begin(), column.kinds.end(), fits);
    }

    // ------------------------------------------------------------------ names

    static bool calls(const Element& element, std::string_view name) {
        const auto among = [&](const std::vector<std::string>& names) {
            return std::find(names.begin(), names.end(), name) != names.end();
        };
        return !element.dropped && (among(element.spellings) || among(element.formerNames));
    }

    /// A category right inside; from the top of the form also further down, the nearest first.
    ElementId categoryNamed(std::string_view path, ElementId scope) const {
        std::vector<ElementId> level = form_[scope].children;
        const std::string_view first = path.substr(0, path.find('.'));
        ElementId found;
        while (!found && !level.empty()) {
            std::vector<ElementId> next;
            for (const ElementId id : level) {
                if (form_[id].dropped || !holdsRows(form_[id])) continue;
                if (!found && calls(form_[id], first)) found = id;
                const auto& children = form_[id].children;
                next.insert(next.end(), children.begin(), children.end());
            }
            if (scope.value != 0) break;
            level = std::move(next);
        }
        if (!found || first.size() == path.size()) return found;
        return categoryNamed(path.substr(first.size() + 1), found);
    }

    bool unknownCategory(const Word& name, ElementId scope) {
        std::vector<std::string> candidates;
        bool dropped = false;
        for (std::uint32_t at = 1; at < form_.elements.size(); ++at) {
            const Element& element = form_[{at}];
            if (!holdsRows(element) || !inside({at}, scope)) continue;
            const auto& spelled = element.spellings;
            if (element.dropped) {
                dropped = dropped ||
                          std::find(spelled.begin(), spelled.end(), name.text) != spelled.end();
            } else {
                candidates.insert(candidates.end(), spelled.begin(), spelled.end());
            }
        }
        Localized where = phrase(Phrase::formNamed, {{"name", form_.name.text()}});
        if (scope.value != 0) where = phrase(Phrase::quoted, {{"text", form_[scope].shown()}});
        Localized suggestion = didYouMean(name.text, candidates);
        if (dropped) suggestion = phrase(Phrase::droppedHere);
        Finding f = finding(Code::unknownElement, place(name.span),
                            {{"name", std::string(name.text)},
                             {"place", where},
                             {"suggestion", std::move(suggestion)}});
        say(std::move(f), name.span);
        return false;
    }

    // ------------------------------------------------------------------ sums

    /// All that the whole is made of is among its parts.
    bool isExhaustive(const Weight& whole) const {
        if (whole.element.value == 0) return true;  // of the trees it names
        const Element& element = form_[whole.element];
        const bool ownRows = !element.kinds.empty() || element.children.empty();
        return !ownRows &&
               std::all_of(element.children.begin(), element.children.end(), [&](ElementId id) {
                   return form_[id].dropped ||
                          std::any_of(whole.parts.begin(), whole.parts.end(),
                                      [&](const Weight& part) { return part.element == id; });
               });
    }

    std::optional<Quantity> plus(const std::optional<Quantity>& a,
                                 const std::optional<Quantity>& b) const {
        if (!a || !b) return std::nullopt;
        const auto made = sum(vocabulary_.units, *a, *b);
        return made ? std::optional(made->quantity) : std::nullopt;
    }
    std::optional<Quantity> minus(const Quantity& a, Quantity b) const {
        b.value = -b.value;
        return plus(a, b);
    }
    bool isLess(const Quantity& a, const Quantity& b) const {
        const auto order = compare(vocabulary_.units, a, b);
        return order && *order < 0;
    }

    /// What it may come to, its parts held against it; nothing where there is a fault.
    std::optional<Extent> add(Weight& whole) {
        Extent all{{0, nullptr}, Quantity{0, nullptr}};
        Weight* rest = nullptr;
        for (Weight& part : whole.parts) {
            if (part.rest) {
                if (std::exchange(rest, &part)) {
                    fault(part.span, phrase(Phrase::weightsSeveralRests));
                    return std::nullopt;
                }
                continue;
            }
            const auto one = add(part);
            if (!one) return std::nullopt;
            const auto least = plus(all.least, one->least);
            all.most = plus(all.most, one->most);
            if (!least) {
                fault(part.span, phrase(Phrase::weightsOfKinds, {{"sum", series(whole)}}));
                return std::nullopt;
            }
            all.least = *least;
        }
        const bool exhaustive = !whole.parts.empty() && isExhaustive(whole);
        if (!exhaustive) all.most.reset();
        if (rest) {
            if (!solve(whole, all, *rest) || !add(*rest)) return std::nullopt;
        } else if ((whole.most && isLess(*whole.most, all.least)) ||
                   (whole.least && all.most && isLess(*all.most, *whole.least))) {
            fault(whole.span, phrase(Phrase::weightsCannot,
                                     {{"sum", series(whole)}, {"total", shownDemand(whole)}}));
            return std::nullopt;
        }
        if (whole.demands() || rest) {
            return Extent{whole.least.value_or(Quantity{0, nullptr}), whole.most};
        }
        return all;
    }

    /// ? is what the others leave.
    bool solve(const Weight& whole, const Extent& others, Weight& rest) {
        if (!whole.demands()) return fault(rest.span, phrase(Phrase::weightsRestOfWhat));
        if (whole.most) rest.most = minus(*whole.most, others.least);
        if (whole.least && others.most) rest.least = minus(*whole.least, *others.most);
        if (rest.most && rest.most->value.sign() < 0) {
            rest.most.reset();
            rest.least.reset();
            return fault(whole.span,
                         phrase(Phrase::weightsCannot,
                                {{"sum", series(whole)}, {"total", shownDemand(whole)}}));
        }
        if (rest.least && rest.least->value.sign() < 0) rest.least.reset();
        return true;
    }

    /// "产出指标 50分 + 效益指标 30分"
    Localized series(const Weight& whole) const {
        Localized out;
        for (const Weight& part : whole.parts) {
            const Localized amount = shownDemand(part);
            const std::string sign = out.zh.empty() ? "" : " + ";
            out.zh += sign + part.name.zh + (amount.zh.empty() ? "" : " " + amount.zh);
            out.en += sign + part.name.en + (amount.en.empty() ? "" : " " + amount.en);
        }
        return out;
    }

    // ------------------------------------------------------------------ faults

    /// Weights that were taken over were right where they were stated: the form is at fault.
    bool isOurs() const { return stated_.count(now_->scope) != 0; }
    Span place(Span at) const { return isOurs() ? at : form_.span; }

    void say(Finding f, Span at) {
        if (!isOurs()) f.related.push_back({at, spelling(Keyword::weights)});
        findings_.add(std::move(f));
        form_.broken = true;
    }

    bool fault(Span at, Localized what) {
        say(finding(Code::badDeclaration, place(at), {{"what", std::move(what)}}), at);
        return false;
    }

    Form& form_;
    const std::set<ElementId>& stated_;
    const Vocabulary& vocabulary_;
    Findings& findings_;
    Weights* now_ = nullptr;
};

}  // namespace

void resolveWeights(Form& form, const std::set<ElementId>& stated, const Vocabulary& vocabulary,
                    Findings& findings) {
    Resolver(form, stated, vocabulary, findings).run();
}

}  // namespace biao::definitions
