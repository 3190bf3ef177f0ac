// One element: its name, flags, kinds, attributes, and what it is the sum of.
#include <algorithm>

#include "definitions/form_builder.h"

namespace biao::definitions {

using namespace syntax;

ElementId FormBuilder::add(ElementKind kind, const Localized& name,
                           std::vector<std::string> spellings, ElementId parent, Span span) {
    Element element;
    element.kind = kind;
    element.name = name;
    element.spellings = std::move(spellings);
    element.id = name.en;
    element.parent = parent;
    element.span = span;
    element.nameSpan = span;
    form_->elements.push_back(std::move(element));
    const ElementId id{static_cast<std::uint32_t>(form_->elements.size() - 1)};
    Element& into = (*form_)[parent];
    (kind == ElementKind::column ? into.columns : into.children).push_back(id);
    return id;
}

ElementId FormBuilder::declare(const Declaration& d, ElementKind kind, ElementId scope) {
    const ElementKind at = (*form_)[scope].kind;
    const bool repeats = (*form_)[scope].repeatable;
    const bool fits =
        kind == ElementKind::column
            ? at == ElementKind::table || at == ElementKind::tree || at == ElementKind::root ||
                  at == ElementKind::category || (at == ElementKind::group && repeats)
        : kind == ElementKind::line     ? at == ElementKind::table || at == ElementKind::line
        : kind == ElementKind::category ? at == ElementKind::tree || at == ElementKind::category
        : at == ElementKind::group
            ? !repeats && (kind == ElementKind::field || kind == ElementKind::list)
            : at == ElementKind::root;
    if (!fits) {
        findings_.add(
            finding(Code::misplaced, d.keywordSpan,
                    {{"what", d.keyword == Keyword::none ? Localized(std::string(d.name.text))
                                                         : spelling(d.keyword)},
                     {"place", placeName(scope)}}));
        form_->broken = true;
        return {};
    }
    if (!d.name) {
        bad(d.span, phrase(Phrase::nameMissing));
        return {};
    }
    for (const auto& spelled : spellingsOf(d)) {
        const bool constant = scope.value == 0 && find(form_->parameters, spelled);
        if (!constant && !lookUp(spelled, scope)) continue;
        findings_.add(finding(Code::declaredTwice, d.name.span, {{"name", spelled}}));
        form_->broken = true;
        return {};
    }
    const ElementId id = add(kind, nameOf(d), spellingsOf(d), scope, d.name.span);
    (*form_)[id].span = d.span;
    fill(id, d);
    return id;
}

/// What a heading says beside the name; a changed element keeps what is not said again.
void FormBuilder::fill(ElementId id, const Declaration& d) {
    for (const Flag f : d.flags)
        flag(id, f);
    if (!d.kinds.empty()) (*form_)[id].kinds = kinds(d.kinds);
    if (!d.definitions.empty()) decompositions(id, d);
    attributes(id, d);  // after what it is the sum of: 可增 opens that
    if (d.keyword == Keyword::columns && !(*form_)[id].period.offset) {
        (*form_)[id].period.each = true;
    }
}

void FormBuilder::flag(ElementId id, Flag flag) {
    Element& e = (*form_)[id];
    switch (flag) {
        case Flag::required:
            e.required = true;
            e.optional = false;
            e.demand.reset();
            break;
        case Flag::optional:
            e.required = e.hard = false;
            e.optional = true;
            e.demand.reset();
            break;
        case Flag::hard:
            e.hard = e.required = true;
            e.optional = false;
            break;
        default:
            bad(e.nameSpan, phrase(Phrase::severityOnElement));
            break;
    }
}

void FormBuilder::attributes(ElementId id, const Declaration& d) {
    for (const Attribute& a : file_.of(d.attributes))
        attribute(id, a);
}

void FormBuilder::attribute(ElementId id, const Attribute& a) {
    const Flag named = wordFrom<Flag>(a.name.text);
    if (a.when && named == Flag::required && !a.value) return demand(id, a);
    if (a.when) {
        findings_.add(finding(Code::notSupported, file_[a.when].span,
                              {{"what", phrase(Phrase::conditionOnAttribute)}}));
        return;
    }
    if (named != Flag::none) return flag(id, named);
    const Property p = wordFrom<Property>(a.name.text);
    if (p != Property::none && property(id, p, a.value, a.span)) return;
    std::vector<std::string> candidates;
    for (const Property known :
         {Property::label,        Property::alsoKnown,  Property::role,       Property::period,
          Property::inherited,    Property::own,        Property::summed,     Property::nonNegative,
          Property::key,          Property::repeatable, Property::free,       Property::atLeast,
          Property::atMost,       Property::after,      Property::before,     Property::upper,
          Property::lower,        Property::unit,       Property::precision,  Property::tolerance,
          Property::zeroDivision, Property::templated,  Property::onlyColumns}) {
        candidates.push_back(spelling(known).zh);
        candidates.push_back(spelling(known).en);
    }
    unknown(a.name, phrase(Phrase::attributesOf, {{"name", (*form_)[id].name}}), candidates);
}

/// False when elements have no such property.
bool FormBuilder::property(ElementId id, Property property, ExprId value, Span span) {
    Element& e = (*form_)[id];
    const auto words = wordsOf(file_, value);
    switch (property) {
        case Property::label:
            if (!words.empty()) {
                // What the form prints is what people write.
                e.label = std::string(words[0].text);
                if (!lookUp(e.label.zh, e.parent)) e.spellings.push_back(e.label.zh);
            }
            return true;
        case Property::alsoKnown:
            if (words.empty()) bad(span, phrase(Phrase::alsoKnownAsWhat));
            for (const Word& word : words)
                e.formerNames.emplace_back(word.text);
            return true;
        case Property::inherited:
            e.mode = Mode::inherited;
            return true;
        case Property::own:
            e.mode = Mode::own;
            return true;
        case Property::summed:
            e.mode = Mode::summed;
            return true;
        case Property::nonNegative:
            e.nonNegative = true;
            return true;
        case Property::key:
            e.isKey = true;
            return true;
        case Property::repeatable:
            e.repeatable = true;
            // The fields of a group are what it was declared with: its own, or columns.
            if (e.kind == ElementKind::group && !e.children.empty()) {
                findings_.add(finding(Code::misplaced, span,
                                      {{"what", spelling(property)}, {"place", placeName(id)}}));
                form_->broken = true;
            }
            return true;
        case Property::free:
            e.freeRows = true;
            return true;
        case Property::open:
            for (Decomposition& d : e.decompositions)
                d.open = true;
            return true;
        case Property::after:
            move(id, value, true);
            return true;
        case Property::before:
            move(id, value, false);
            return true;
        case Property::role: {
            const std::string path = pathOf(file_, value).value_or("");
            const auto dot = path.find('.');
            e.role = {wordFrom<Role>(path.substr(0, dot)),
                      dot == std::string::npos ? "" : path.substr(dot + 1)};
            if (e.role.role == Role::none) bad(span, phrase(Phrase::noSuchRole, {{"name", path}}));
            if (e.role.role == Role::target && !e.role.part.empty()) targetPart(e, span);
            return true;
        }
        case Property::period: {
            const auto word = pathOf(file_, value);
            if (word && wordFrom<Property>(*word) == Property::years) {
                e.period.each = true;
            } else if (word && wordFrom<Role>(*word) == Role::year) {
                e.period.offset = 0;
            } else if (value && file_[value].kind == ExprKind::sum) {
                const auto terms = file_.of(file_[value].operands);
                const auto base = pathOf(file_, terms[0].expr);
                const auto by = constant(vocabulary_, file_, terms[1].expr);
                const auto years = by ? by->value.toInteger() : std::optional<std::int64_t>();
                if (base && wordFrom<Role>(*base) == Role::year && years && terms.size() == 2) {
                    e.period.offset =
                        static_cast<int>(terms[1].op == Operator::minus ? -*years : *years);
                }
            }
            if (!e.period.each && !e.period.offset) bad(span, phrase(Phrase::periodOfWhat));
            return true;
        }
        case Property::atLeast:
        case Property::atMost: {
            const auto count = constant(vocabulary_, file_, value);
            const auto number = count ? count->value.toInteger() : std::optional<std::int64_t>();
            if (!number || *number < 0) {
                bad(span, phrase(Phrase::rowsOfWhat));
            } else {
                (property == Property::atLeast ? e.minRows : e.maxRows) =
                    static_cast<std::uint32_t>(*number);
            }
            return true;
        }
        case Property::upper:
        case Property::lower: {
            const auto bound = constant(vocabulary_, file_, value);
            if (!bound) bad(span, phrase(Phrase::boundOfWhat));
            (property == Property::upper ? e.atMost : e.atLeast) = bound;
            return true;
        }
        case Property::unit: {
            const auto unit = constant(vocabulary_, file_, value);
            if (!unit || unit->bare()) {
                bad(span, phrase(Phrase::unitOfElement));
            } else {
                e.unit = unit->unit;
            }
            return true;
        }
        case Property::templated:
            templates(id, value, span);
            return true;
        case Property::onlyColumns:
            limited_.push_back({id, value, span});
            return true;
        case Property::also: {
            syntax::Kind more;
            for (const Word& w : words) {
                more.name = w;
                if (auto k = kind(more)) (*form_)[id].kinds.push_back(std::move(*k));
            }
            return true;
        }
        default:
            return exactness(id, property, value, span);
    }
}

/// 目标.算符, 目标.数, 目标.单位: of the rows of trees.
void FormBuilder::targetPart(Element& e, Span span) {
    const Member part = wordFrom<Member>(e.role.part);
    const ElementKind owner = (*form_)[e.parent].kind;
    const bool known = part == Member::comparator || part == Member::number || part == Member::unit;
    if (!known || e.kind != ElementKind::column || owner == ElementKind::table) {
        return bad(span, phrase(Phrase::targetPartOfWhat));
    }
    e.role.part = spelling(part).zh;  // one spelling of each
}

void FormBuilder::move(ElementId id, ExprId anchor, bool after) {
    const auto path = pathOf(file_, anchor);
    const ElementId parent = (*form_)[id].parent;
    const ElementId to = path ? lookUp(*path, parent) : ElementId{};
    auto& list = (*form_)[id].kind == ElementKind::column ? (*form_)[parent].columns
                                                          : (*form_)[parent].children;
    auto place = std::find(list.begin(), list.end(), to);
    if (!to || place == list.end()) {
        const Span at = anchor ? file_[anchor].span : (*form_)[id].nameSpan;
        return unknown({anchor ? file_[anchor].text : std::string_view(), at}, placeName(parent),
                       form_->spellingsIn(parent));
    }
    list.erase(std::find(list.begin(), list.end(), id));
    place = std::find(list.begin(), list.end(), to);
    list.insert(after ? place + 1 : place, id);
}

/// The parts of a fund are its own; a line, column or field is the sum of its neighbours, which may
/// be declared after it.
void FormBuilder::decompositions(ElementId id, const Declaration& d) {
    if ((*form_)[id].kind == ElementKind::fund) {
        for (const Definition& definition : d.definitions)
            fundParts(id, definition);
        return;
    }
    for (const Definition& definition : d.definitions)
        unresolved_.push_back({id, &definition});
}

void FormBuilder::fundParts(ElementId id, const Definition& definition) {
    Decomposition out;
    out.ofWhich = definition.ofWhich;
    out.label = std::string(definition.label.text);
    out.span = definition.span;
    for (const Operand& term : definition.terms) {
        const Expr& e = file_[term.expr];
        if (e.kind == ExprKind::missing && !e.text.empty()) {
            out.open = true;
            continue;
        }
        // 财政拨款 (appropriation): a name with its English one in brackets
        const bool named = e.kind == ExprKind::name;
        const bool aliased =
            e.kind == ExprKind::call && file_[file_.of(e.operands)[0].expr].kind == ExprKind::name;
        if (!named && !aliased) {
            bad(e.span, phrase(Phrase::partIsName));
            continue;
        }
        const Expr& word = named ? e : file_[file_.of(e.operands)[0].expr];
        Localized name = std::string(word.text);
        std::vector<std::string> spellings{name.zh};
        if (aliased) {
            const auto operands = file_.of(e.operands);
            for (std::uint32_t i = 1; i < operands.size(); ++i) {
                if (file_[operands[i].expr].kind != ExprKind::name) continue;
                spellings.emplace_back(file_[operands[i].expr].text);
            }
            if (spellings.size() > 1) name.en = spellings[1];
        }
        ElementId part = lookUp(name.zh, id);
        if (!part) part = add(ElementKind::fund, name, spellings, id, word.span);
        out.parts.push_back({part, term.op == Operator::minus});
    }
    (*form_)[id].decompositions.push_back(std::move(out));
}

std::vector<Kind> FormBuilder::kinds(const std::vector<syntax::Kind>& declared) {
    std::vector<Kind> out;
    for (const syntax::Kind& one : declared) {
        if (auto k = kind(one)) out.push_back(std::move(*k));
    }
    return out;
}

std::optional<Kind> FormBuilder::kind(const syntax::Kind& declared) {
    Kind out;
    const std::string_view word = declared.name.text;
    const ValueKind own = wordFrom<ValueKind>(word);
    out.name = own == ValueKind::none ? Localized(std::string(word)) : spelling(own);
    switch (own) {
        case ValueKind::text:
            out.type = Kind::Type::text;
            return out;
        case ValueKind::year:
            out.type = Kind::Type::year;
            return out;
        case ValueKind::date:
            out.type = Kind::Type::date;
            return out;
        case ValueKind::yesNo:
            out.type = Kind::Type::yesNo;
            return out;
        case ValueKind::number:
            out.type = Kind::Type::number;
            return out;
        case ValueKind::any:
            out.type = Kind::Type::any;
            return out;
        case ValueKind::measure:
            out.type = Kind::Type::measure;
            return out;
        case ValueKind::reference:
            out.type = Kind::Type::reference;
            return out;
        case ValueKind::word:
            out.type = Kind::Type::word;
            return out;
        case ValueKind::count: {
            out.type = Kind::Type::count;
            if (declared.arguments.empty()) return out;
            const auto of = constant(vocabulary_, file_, declared.arguments[0]);
            if (!of || of->bare() ||
                !vocabulary_.units.isCount(of->unit->readings().front().dimension)) {
                bad(file_[declared.arguments[0]].span, phrase(Phrase::countOfWhat));
                return std::nullopt;
            }
            out.dimension = of->unit->readings().front().dimension;
            out.name = phrase(Phrase::countOf, {{"unit", of->unit->spelling()}});
            return out;
        }
        case ValueKind::choice:
            out.type = Kind::Type::word;
            for (const ExprId argument : declared.arguments) {
                for (const Word& w : wordsOf(file_, argument))
                    out.words.emplace_back(w.text);
            }
            return out;
        case ValueKind::none:
            break;
    }
    if (const auto known = vocabulary_.kinds.find(word); known != vocabulary_.kinds.end()) {
        return known->second;
    }
    for (const Scale& scale : vocabulary_.scales) {
        if (scale.name.zh != word && scale.name.en != word) continue;
        out.type = Kind::Type::word;
        out.name = scale.name;
        for (const auto& step : scale.steps) {
            out.words.insert(out.words.end(), step.begin(), step.end());
        }
        return out;
    }
    std::vector<std::string> candidates;
    for (const auto& [spelled, each] : vocabulary_.kinds)
        candidates.push_back(spelled);
    for (const ValueKind each : {ValueKind::text, ValueKind::year, ValueKind::date,
                                 ValueKind::count, ValueKind::measure, ValueKind::word}) {
        candidates.push_back(spelling(each).zh);
        candidates.push_back(spelling(each).en);
    }
    unknown(declared.name, phrase(Phrase::kindsOfValue), candidates);
    return std::nullopt;
}

}  // namespace biao::definitions
