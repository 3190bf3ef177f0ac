#include "definitions/form_builder.h"

#include <algorithm>

#include "base/utf8.h"
#include "definitions/resolve_bands.h"
#include "definitions/resolve_weights.h"

namespace biao::definitions {

using namespace syntax;

namespace {

/// Where one language is missing the other stands in.
Localized textIn(const std::vector<Text>& texts) {
    Localized out = textsOf(texts);
    if (out.en.empty()) out.en = out.zh;
    if (out.zh.empty()) out.zh = out.en;
    return out;
}

std::optional<ElementKind> elementKind(Keyword keyword) {
    switch (keyword) {
        case Keyword::field:
        case Keyword::section:  // a field of prose
            return ElementKind::field;
        case Keyword::list:
            return ElementKind::list;
        case Keyword::group:
            return ElementKind::group;
        case Keyword::fund:
            return ElementKind::fund;
        case Keyword::table:
            return ElementKind::table;
        case Keyword::column:
        case Keyword::columns:
            return ElementKind::column;
        case Keyword::line:
            return ElementKind::line;
        case Keyword::tree:
            return ElementKind::tree;
        case Keyword::category:
            return ElementKind::category;
        default:
            return std::nullopt;
    }
}

}  // namespace

std::shared_ptr<Form> FormBuilder::build(const Declaration& d) {
    form_ = std::make_shared<Form>();
    start(d);
    if (!baseLost_) {  // else what it would change is not known
        lines(d.block, {0});
        finish();
        // A fragment alone has no rows whose names could be asked about.
        if (d.keyword == Keyword::form) form_->names.compile();
    }
    form_->settle();
    // A fragment may state weights of trees that only those who include it have.
    const bool whole = d.keyword == Keyword::form && !form_->isAbstract;
    if (whole && !baseLost_ && !form_->broken) {
        resolveWeights(*form_, statedWeights_, vocabulary_, findings_);
        resolveBands(*form_, statedBands_, vocabulary_, findings_);
    }
    return form_;
}

void FormBuilder::start(const Declaration& d) {
    FormName extended;
    if (d.base) {
        const FormName base{std::string(d.base.text), std::string(d.baseVersion.text)};
        if (const auto inherited = lookup_(base, cover(d.base.span, d.base.span))) {
            *form_ = *inherited;
            form_->isAbstract = false;
            extended = inherited->name;
            baseLost_ = inherited->broken;
        } else {
            form_->broken = baseLost_ = true;
        }
    }
    if (form_->elements.empty()) {
        Element root;
        root.kind = ElementKind::root;
        form_->elements.push_back(root);
    }
    form_->name = {std::string(d.name.text), std::string(d.version.text)};
    form_->english = d.aliases.empty() ? "" : std::string(d.aliases.front().text);
    form_->base = extended;
    form_->span = d.span;
    Element& root = form_->elements[0];
    root.name = form_->name.text();
    root.span = d.span;
    for (const Attribute& a : file_.of(d.attributes)) {
        if (wordFrom<Property>(a.name.text) == Property::abstract) {
            form_->isAbstract = true;
        } else {
            unknown(a.name, placeName({0}), {spelling(Property::abstract).zh});
        }
    }
}

void FormBuilder::lines(const std::vector<Id<Declaration>>& block, ElementId scope) {
    for (const auto id : block) {
        const Declaration& d = file_[id];
        // Of several weights the first that holds is in force: one that is lost leaves none.
        const bool weighs = d.keyword == Keyword::weights;
        if (!d.broken || weighs) line(d, scope);
    }
}

void FormBuilder::line(const Declaration& d, ElementId scope) {
    if (auto kind = elementKind(d.keyword)) {
        // The fields of a group that repeats are its columns.
        const Element& at = (*form_)[scope];
        if (*kind == ElementKind::field && at.kind == ElementKind::group && at.repeatable) {
            kind = ElementKind::column;
        }
        const ElementId id =
            d.edit == Keyword::replace ? replace(d, *kind, scope) : declare(d, *kind, scope);
        if (!id) return;
        const bool prose = d.keyword == Keyword::section || d.keyword == Keyword::list;
        if (prose && (*form_)[id].kinds.empty()) (*form_)[id].kinds = {textKind()};
        lines(d.block, id);
        return;
    }
    switch (d.keyword) {
        case Keyword::none:
            return setting(d, scope);
        case Keyword::include:
            return include(d, scope);
        case Keyword::oneOf:
            oneOf_.push_back({&d, scope});
            return;
        case Keyword::drop:
            return drop(d, scope);
        case Keyword::rename:
            return rename(d, scope);
        case Keyword::change:
            return change(d, scope);
        case Keyword::rule:
            return rule(d);
        case Keyword::parameter:
            return parameter(d, scope);
        case Keyword::weights:
            return weights(d, scope);
        case Keyword::scheme:
            return scheme(d, scope);
        case Keyword::bands:
            return bands(d, scope);
        case Keyword::names:
            return names(d);
        case Keyword::normalize:
            return normalForm(d);
        case Keyword::words:
            return wordList(d);
        case Keyword::form:
        case Keyword::fragment:
        case Keyword::subject:
        case Keyword::dimension:
        case Keyword::unit:
        case Keyword::countClass:
        case Keyword::scale:
        case Keyword::choices:
        case Keyword::use:
        case Keyword::workspace:
        case Keyword::actuals:
            findings_.add(
                finding(Code::misplaced, d.keywordSpan,
                        {{"what", spelling(d.keyword)}, {"place", phrase(Phrase::insideForm)}}));
            return;
        default:
            return notYet(d);
    }
}

/// A line led by a name: a setting of the form, a flag or property of a changed element, a category
/// of a tree, a part of a fund.
void FormBuilder::setting(const Declaration& d, ElementId scope) {
    if (scope.value == 0 && formSetting(d)) return;
    const auto& at = (*form_)[scope];
    if (const Flag f = wordFrom<Flag>(d.name.text); f != Flag::none && scope.value != 0) {
        return flag(scope, f);
    }
    const bool headingOnly = d.kinds.empty() && d.definitions.empty() && d.aliases.empty();
    if (const Property p = wordFrom<Property>(d.name.text);
        p != Property::none && scope.value != 0 && headingOnly && !d.hasBlock &&
        !lookUp(d.name.text, scope)) {
        if (property(scope, p, d.value, d.span)) return;
    }
    if (at.kind == ElementKind::tree || at.kind == ElementKind::category) {
        const ElementId id = declare(d, ElementKind::category, scope);
        if (id) lines(d.block, id);
        return;
    }
    if (at.kind == ElementKind::fund) {
        const ElementId part = existing(d.name, scope);
        if (!part) return;
        fill(part, d);
        lines(d.block, part);
        return;
    }
    std::vector<std::string> candidates;
    for (const Property p : {Property::appliesTo, Property::moneyUnit, Property::source}) {
        candidates.push_back(spelling(p).zh);
    }
    unknown(d.name, placeName(scope), candidates);
}

bool FormBuilder::formSetting(const Declaration& d) {
    switch (wordFrom<Property>(d.name.text)) {
        case Property::appliesTo: {
            const auto words = wordsOf(file_, d.value);
            const auto known = words.empty() ? vocabulary_.subjects.end()
                                             : vocabulary_.subjects.find(words[0].text);
            if (known == vocabulary_.subjects.end()) {
                std::vector<std::string> candidates;
                for (const auto& [spelled, name] : vocabulary_.subjects) {
                    candidates.push_back(spelled);
                }
                unknown(words.empty() ? d.name : words[0], phrase(Phrase::subjects), candidates);
            } else {
                form_->subject = known->second.zh;
            }
            return true;
        }
        case Property::moneyUnit: {
            const auto quantity = constant(vocabulary_, file_, d.value);
            if (quantity && !quantity->bare()) {
                form_->moneyUnit = quantity->unit;
            } else {
                bad(d.span, phrase(Phrase::moneyUnitOfWhat));
            }
            return true;
        }
        case Property::source: {
            const auto words = wordsOf(file_, d.value);
            if (!words.empty()) form_->source = std::string(words[0].text);
            return true;
        }
        case Property::abstract:
            form_->isAbstract = true;
            return true;
        default:
            return false;
    }
}

void FormBuilder::include(const Declaration& d, ElementId scope) {
    const bool optional = has(d, Flag::optional);
    const FormName name{std::string(d.name.text), std::string(d.version.text)};
    // A package of rules may be left out of a library: then its rules are, and nothing else.
    const auto fragment = lookup_(name, optional ? Span{} : d.name.span);
    if (!fragment) {
        form_->broken = form_->broken || !optional;
        return;
    }
    form_->broken = form_->broken || fragment->broken;
    copyInto(*fragment, scope, d.span);
}

void FormBuilder::rule(const Declaration& d) {
    if (!d.hasBlock && weigh(d)) return;
    Rule rule;
    std::string_view name = d.name.text;
    const bool coded = name.size() > 3 && name[0] == 'B' && name[2] == ':';
    const std::string_view local = coded ? name.substr(3) : name;
    for (Rule& known : form_->rules) {
        if (known.dropped || (known.local != local && known.code != name)) continue;
        if (d.hasBlock) {
            findings_.add(finding(Code::declaredTwice, d.name.span, {{"name", std::string(name)}}));
        }
        return;
    }
    if (!coded || !d.hasBlock) {
        return bad(d.span, phrase(coded ? Phrase::ruleWithoutBody : Phrase::ruleWithoutFamily,
                                  {{"name", std::string(name)}}));
    }
    const auto dot = form_->name.path.rfind('.');
    const std::string prefix = form_->name.path.substr(0, dot);
    rule.local = std::string(local);
    rule.code = std::string(name.substr(0, 3)) + prefix + "." + rule.local;
    rule.name = d.aliases.empty() ? rule.code : std::string(d.aliases.front().text);
    std::replace(rule.name.begin(), rule.name.end(), '_', '-');
    rule.spelling = {rule.local, rule.name};
    rule.severity = severityIn(d.flags).value_or(Severity::error);
    rule.file = &file_;
    rule.declaration = &d;
    rule.span = d.name.span;
    ruleAttributes(rule, d);
    for (const Clause& c : d.clauses) {
        if (c.kind == ClauseKind::source) rule.source = textIn(c.texts);
        if (c.kind == ClauseKind::note) rule.note = textIn(c.texts);
        if (c.kind == ClauseKind::why) rule.why = textIn(c.texts);
        if (c.kind == ClauseKind::remedy) rule.remedy = textIn(c.texts);
        if (c.kind == ClauseKind::yields || c.kind == ClauseKind::overrides) {
            auto& codes = c.kind == ClauseKind::yields ? rule.yields : rule.overrides;
            for (const ExprId e : c.exprs) {
                if (const auto path = pathOf(file_, e)) codes.push_back(*path);
            }
        }
    }
    statedRules_.insert(rule.code);
    form_->rules.push_back(std::move(rule));
}

void FormBuilder::finish() {
    resolveParts();
    for (Rule& rule : form_->rules) {
        const bool ours = statedRules_.count(rule.code) != 0;
        if (ours && !rule.across.empty()) rule.parameters = form_->parameters;
    }
    resolveLimits();
    resolveOneOf();
    for (Element& e : form_->elements) {
        if (!e.dropped) checkSettings(e);
        if (e.kind == ElementKind::fund && e.kinds.empty() && form_->moneyUnit) {
            Kind money;
            money.type = Kind::Type::dimension;
            money.dimension = form_->moneyUnit->readings().front().dimension;
            money.name = vocabulary_.units.base(money.dimension.factors().front().base).name;
            e.kinds.push_back(std::move(money));
        }
        const bool adds = e.role.role == Role::weight || e.role.role == Role::score;
        if (adds && e.mode == Mode::own) e.mode = Mode::summed;
        // 得分, 单位 分: the kind settles which of the word's meanings is meant.
        if (!e.unit || !e.unit->ambiguous()) continue;
        for (const Kind& kind : e.kinds) {
            if (const UnitRef one = narrowed(e.unit, kind.dimension)) e.unit = one;
        }
    }
}

void FormBuilder::unknown(const Word& name, Localized place, std::vector<std::string> candidates) {
    Finding f = finding(Code::unknownElement, name.span,
                        {{"name", std::string(name.text)},
                         {"place", std::move(place)},
                         {"suggestion", didYouMean(name.text, candidates)}});
    if (const auto best = nearest(name.text, candidates)) {
        f.fixes.push_back({phrase(Phrase::fixWrite, {{"text", candidates[*best]}}),
                           {{name.span, candidates[*best]}},
                           false});
    }
    findings_.add(std::move(f));
    form_->broken = true;
}

void FormBuilder::bad(Span span, Localized what) {
    findings_.add(finding(Code::badDeclaration, span, {{"what", std::move(what)}}));
    form_->broken = true;
}

void FormBuilder::notYet(const Declaration& d) {
    findings_.add(
        finding(Code::notSupported, d.keywordSpan,
                {{"what", phrase(Phrase::declarationOf, {{"word", spelling(d.keyword)}})}}));
}

Localized FormBuilder::placeName(ElementId id) const {
    if (id.value == 0) return phrase(Phrase::formNamed, {{"name", form_->name.text()}});
    return phrase(Phrase::quoted, {{"text", (*form_)[id].shown()}});
}

}  // namespace biao::definitions
