// Turns the declaration of a form or fragment into a Form: takes what it extends, then adds, drops,
// renames, changes and replaces, in the order written. Split by topic over build_*.cpp.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "definitions/form.h"
#include "definitions/reading.h"
#include "definitions/vocabulary.h"

namespace biao::definitions {

/// How a builder reaches other forms: null when there is none, `broken` when it has faults that
/// were said, or when asking for it closes a circle (said at `where`).
using FormLookup = std::function<std::shared_ptr<const Form>(const FormName& name, Span where)>;

class FormBuilder {
public:
    FormBuilder(const syntax::File& file, const Vocabulary& vocabulary, FormLookup lookup,
                Findings& findings)
        : file_(file), vocabulary_(vocabulary), lookup_(std::move(lookup)), findings_(findings) {}

    std::shared_ptr<Form> build(const syntax::Declaration& declaration);

private:
    using Declaration = syntax::Declaration;

    // form_builder.cpp: what stands in a block, line by line
    void start(const Declaration& d);
    void lines(const std::vector<syntax::Id<Declaration>>& block, ElementId scope);
    void line(const Declaration& d, ElementId scope);
    void setting(const Declaration& d, ElementId scope);
    bool formSetting(const Declaration& d);
    void include(const Declaration& d, ElementId scope);
    void rule(const Declaration& d);
    bool weigh(const Declaration& d);
    void noRule(const syntax::Word& name);

    void finish();

    // build_cross.cpp: what makes a rule one over a set of submissions
    void ruleAttributes(Rule& rule, const Declaration& d);
    void across(Rule& rule, const syntax::Attribute& a);

    // build_elements.cpp: one element
    ElementId declare(const Declaration& d, ElementKind kind, ElementId scope);
    ElementId add(ElementKind kind, const Localized& name, std::vector<std::string> spellings,
                  ElementId parent, Span span);
    void fill(ElementId id, const Declaration& d);
    void attributes(ElementId id, const Declaration& d);
    void attribute(ElementId id, const syntax::Attribute& a);
    bool property(ElementId id, syntax::Property property, syntax::ExprId value, Span span);
    void flag(ElementId id, syntax::Flag flag);
    void decompositions(ElementId id, const Declaration& d);
    void fundParts(ElementId id, const syntax::Definition& d);
    std::vector<Kind> kinds(const std::vector<syntax::Kind>& declared);
    std::optional<Kind> kind(const syntax::Kind& declared);
    void targetPart(Element& e, Span span);
    void move(ElementId id, syntax::ExprId anchor, bool after);

    // build_formulas.cpp: what it is made of or worked out by
    bool exactness(ElementId id, syntax::Property property, syntax::ExprId value, Span span);
    std::optional<Number> lastDigits(const syntax::Expr& call) const;
    std::optional<std::string> summed(const syntax::Expr& call) const;
    bool isPlainSum(const syntax::Definition& definition, ElementId scope) const;
    void formula(ElementId id, const syntax::Definition& definition);
    void resolveParts();
    void checkSettings(const Element& element);

    // build_edits.cpp: what an extending form does to what it inherits
    void drop(const Declaration& d, ElementId scope);
    void dropTree(ElementId id);
    void rename(const Declaration& d, ElementId scope);
    void change(const Declaration& d, ElementId scope);
    ElementId replace(const Declaration& d, ElementKind kind, ElementId scope);
    ElementId existing(const syntax::Word& name, ElementId scope);
    ElementId lookUp(std::string_view name, ElementId scope) const;
    void copyInto(const Form& from, ElementId scope, Span where);

    // build_parameters.cpp: constants with a name
    /// Parameters, schemes and bands are of the form as a whole, and have a name; said where not.
    bool isNamedAtTop(const Declaration& d, ElementId scope);
    void parameter(const Declaration& d, ElementId scope);
    bool parameterValue(Parameter& into, const Declaration& d);
    bool sameKind(const Parameter& a, const Parameter& b) const;
    void restate(Parameter& known, Parameter stated);
    void takeParameters(const std::vector<Parameter>& from, Span where);
    Parameter* parameterNamed(std::string_view name);

    // build_weights.cpp: what rows are to weigh
    void weights(const Declaration& d, ElementId scope);
    bool weightsAttribute(Weights& into, const syntax::Attribute& a);
    void takeWeights(const std::vector<Weights>& from,
                     const std::function<ElementId(ElementId)>& at);

    // build_schemes.cpp: how rows are scored, and by which bands
    void scheme(const Declaration& d, ElementId scope);
    void bands(const Declaration& d, ElementId scope);
    bool scoringAttribute(const syntax::Attribute& a, Scheme* scheme, Bands* bands);
    template <class T>
    T* place(std::vector<T>& list, T stated, const Declaration& d, std::set<std::string>& seen);
    void takeSchemes(const Form& from);
    bool dropScoring(std::string_view name);

    // build_demands.cpp: what must be filled in, and with words of one's own
    void demand(ElementId id, const syntax::Attribute& a);
    void templates(ElementId id, syntax::ExprId value, Span span);
    void resolveLimits();
    void resolveOneOf();
    Kind textKind() const;

    // build_names.cpp: what is known of names and words
    void names(const Declaration& d);
    bool nameProperty(NameRule& rule, const syntax::Attribute& a);
    void normalForm(const Declaration& d);
    void wordList(const Declaration& d);
    void takeNames(const NameKnowledge& from);

    void unknown(const syntax::Word& name, Localized place, std::vector<std::string> candidates);
    void bad(Span span, Localized what);
    void notYet(const Declaration& d);
    Localized placeName(ElementId id) const;

    const syntax::File& file_;
    const Vocabulary& vocabulary_;
    FormLookup lookup_;
    Findings& findings_;
    bool baseLost_ = false;
    std::shared_ptr<Form> form_;
    struct Unresolved {
        ElementId element;
        const syntax::Definition* definition;
    };
    std::vector<Unresolved> unresolved_;
    std::set<std::string> statedRules_;  // in this declaration, not in what it takes over
    std::set<std::string> statedParameters_;
    std::set<ElementId> statedWeights_;  // scopes for which it states weights
    std::set<std::string> statedSchemes_;
    std::set<std::string> statedBands_;
    struct Limited {  // 仅列
        ElementId element;
        syntax::ExprId columns;
        Span span;
    };
    std::vector<Limited> limited_;
    struct Choice {  // 至少一
        const syntax::Declaration* declaration;
        ElementId scope;
    };
    std::vector<Choice> oneOf_;
};

}  // namespace biao::definitions
