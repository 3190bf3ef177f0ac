#include "expression/type.h"

#include <algorithm>

#include "diagnostics/phrases.h"
#include "expression/arithmetic.h"

namespace biao::expression {

using definitions::Element;
using definitions::ElementId;
using definitions::ElementKind;
using definitions::Form;
using definitions::Kind;

namespace {

Kind kindOf(Kind::Type type) {
    Kind kind;
    kind.type = type;
    return kind;
}

}  // namespace

Type truthType() {
    Type type;
    type.shape = Type::Shape::truth;
    return type;
}

Type valueType(Kinds kinds) {
    Type type;
    type.shape = Type::Shape::value;
    type.kinds = std::move(kinds);
    return type;
}

Type textType() {
    return valueType({kindOf(Kind::Type::text)});
}

Type numberType() {
    return valueType({kindOf(Kind::Type::number)});
}

Kind dimensionKind(const Dimension& dimension) {
    Kind kind = kindOf(Kind::Type::dimension);
    kind.dimension = dimension;
    return kind;
}

bool same(const Kind& a, const Kind& b) {
    return a.type == b.type && a.dimension == b.dimension && a.base == b.base && a.words == b.words;
}

bool covers(const UnitTable& units, const Kind& wider, const Kind& kind) {
    if (same(wider, kind)) return true;
    const bool fixed = kind.type == Kind::Type::dimension;
    const bool count = kind.type == Kind::Type::count;
    switch (wider.type) {
        case Kind::Type::any:
            return true;
        case Kind::Type::measure:
            return fixed || count || kind.type == Kind::Type::rate;
        case Kind::Type::rate:
            return fixed && units.isRateOf(kind.dimension, wider.base);
        case Kind::Type::count:
            if (!wider.dimension.empty()) {
                return (fixed || count) && kind.dimension == wider.dimension;
            }
            return count || (fixed && units.isCount(kind.dimension));
        case Kind::Type::word:
            return wider.words.empty() && kind.type == Kind::Type::word;
        default:
            return false;
    }
}

Kinds narrowedTo(const UnitTable& units, const Kinds& kinds, const Kind& kind) {
    Kinds left;
    for (const Kind& one : kinds) {
        if (covers(units, kind, one)) left.push_back(one);
    }
    // Of several kinds of quantity it is known when the rule is run which of them it is.
    if (kind.type == Kind::Type::measure && left.size() > 1) return {kind};
    return left.empty() ? Kinds{kind} : left;
}

Kinds without(const UnitTable& units, const Kinds& kinds, const Kind& kind) {
    Kinds left;
    for (const Kind& one : kinds) {
        if (!covers(units, kind, one)) left.push_back(one);
    }
    return left.empty() ? kinds : left;
}

Measured measured(const Type& type) {
    Measured result;
    if (type.kinds.empty()) {
        result.what = Measured::What::mixed;
        return result;
    }
    std::size_t others = 0;
    for (const Kind& kind : type.kinds) {
        if (kind.type == Kind::Type::dimension) {
            result.readings.push_back(kind.dimension);
        } else if (kind.measures()) {
            ++others;
            result.kind = kind;
        }
    }
    auto& readings = result.readings;
    std::sort(readings.begin(), readings.end());
    readings.erase(std::unique(readings.begin(), readings.end()), readings.end());
    if (readings.empty() && others == 0) return result;
    if (others == 0 && (type.literal || readings.size() == 1)) {
        result.what = Measured::What::dimension;
    } else if (others == 1 && readings.empty() && result.kind.type != Kind::Type::any) {
        const bool bare = result.kind.type == Kind::Type::number;
        result.what = bare ? Measured::What::bare : Measured::What::open;
    } else {
        result.what = Measured::What::mixed;
    }
    return result;
}

namespace {

bool takes(const UnitTable& units, const Measured& open, const Measured& other) {
    if (open.what != Measured::What::open) return true;
    if (other.what == Measured::What::bare) return open.kind.type == Kind::Type::measure;
    const auto& readings = other.readings;
    return other.what != Measured::What::dimension ||
           std::any_of(readings.begin(), readings.end(), [&](const Dimension& reading) {
               return covers(units, open.kind, dimensionKind(reading));
           });
}

}  // namespace

bool meet(const UnitTable& units, const Type& a, const Type& b) {
    if (a.zero || b.zero) return true;
    const Measured left = measured(a);
    const Measured right = measured(b);
    using What = Measured::What;
    if (left.what == What::open || right.what == What::open) {
        return takes(units, left, right) && takes(units, right, left);
    }
    if (left.what != right.what) return false;
    if (left.what != What::dimension) return true;
    for (const Dimension& one : left.readings) {
        for (const Dimension& other : right.readings) {
            if (summable(units.compatible(one, other))) return true;
        }
    }
    return false;
}

namespace {

Localized describe(const UnitTable& units, const Kind& kind) {
    if (!kind.name.zh.empty()) return kind.name;
    switch (kind.type) {
        case Kind::Type::dimension:
            return describeKind(units, kind.dimension);
        case Kind::Type::number:
            return phrase(Phrase::kindBare);
        case Kind::Type::text:
            return syntax::spelling(syntax::ValueKind::text);
        case Kind::Type::year:
            return syntax::spelling(syntax::ValueKind::year);
        case Kind::Type::date:
            return syntax::spelling(syntax::ValueKind::date);
        case Kind::Type::yesNo:
            return syntax::spelling(syntax::ValueKind::yesNo);
        case Kind::Type::count:
            return syntax::spelling(syntax::ValueKind::count);
        case Kind::Type::rate:
        case Kind::Type::measure:
            return syntax::spelling(syntax::ValueKind::measure);
        case Kind::Type::word:
            return syntax::spelling(syntax::ValueKind::word);
        case Kind::Type::reference:
            return syntax::spelling(syntax::ValueKind::reference);
        case Kind::Type::any:
            break;
    }
    return syntax::spelling(syntax::ValueKind::any);
}

}  // namespace

Localized describe(const UnitTable& units, const Kinds& kinds) {
    if (kinds.empty()) return syntax::spelling(syntax::ValueKind::any);
    std::vector<Kind> named;
    for (const Kind& kind : kinds) {
        named.push_back(kind);
        named.back().name = describe(units, kind);
    }
    return definitions::describe(named);
}

Localized describe(const UnitTable& units, const Type& type) {
    switch (type.shape) {
        case Type::Shape::value:
        case Type::Shape::cells:
            return describe(units, type.kinds);
        case Type::Shape::truth:
            return phrase(Phrase::shapeTruth);
        case Type::Shape::row:
        case Type::Shape::rows:
            return phrase(Phrase::shapeRows);
        case Type::Shape::element:
            return phrase(Phrase::shapeElement);
        case Type::Shape::columns:
        case Type::Shape::column:
            return phrase(Phrase::shapeColumns);
        case Type::Shape::promise:
        case Type::Shape::kinds:
            return phrase(Phrase::shapePromise);
        case Type::Shape::missing:
            break;
    }
    return {};
}

namespace {

Kinds declaredKinds(const Form& form, ElementId id) {
    for (; id; id = form[id].parent) {
        const Element& element = form[id];
        if (!element.kinds.empty()) return element.kinds;
        if (element.kind == ElementKind::fund && form.moneyUnit) {
            return {dimensionKind(form.moneyUnit->readings().front().dimension)};
        }
    }
    return {};
}

void addKinds(Kinds& kinds, const Kinds& more) {
    for (const Kind& kind : more) {
        const bool known = std::any_of(kinds.begin(), kinds.end(),
                                       [&](const Kind& one) { return same(one, kind); });
        if (!known) kinds.push_back(kind);
    }
}

}  // namespace

Kinds kindsUnder(const Form& form, ElementId element, ElementId column) {
    if (element.value == 0 && !column) {  // the indicators of all trees
        Kinds kinds;
        for (const ElementId id : form.root().children) {
            if (form[id].kind == ElementKind::tree && !form[id].dropped) {
                addKinds(kinds, kindsUnder(form, id, {}));
            }
        }
        return kinds;
    }
    if (column) {
        return form[column].kinds.empty() ? declaredKinds(form, element) : form[column].kinds;
    }
    const Element& owner = form[element];
    if (owner.isLine()) return declaredKinds(form, element);
    Kinds kinds = owner.children.empty() ? declaredKinds(form, element) : owner.kinds;
    std::vector<ElementId> pending(owner.children.rbegin(), owner.children.rend());
    while (!pending.empty()) {
        const ElementId id = pending.back();
        pending.pop_back();
        const Element& inner = form[id];
        if (inner.dropped) continue;
        // A category of categories that takes nothing of its own has its rows further in.
        if (inner.children.empty() || !inner.kinds.empty()) {
            addKinds(kinds, declaredKinds(form, id));
        }
        pending.insert(pending.end(), inner.children.rbegin(), inner.children.rend());
    }
    return kinds;
}

}  // namespace biao::expression
