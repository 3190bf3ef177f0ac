// Forms for programs.
#include "reference/form_words.h"
#include "reference/forms.h"
#include "reference/json.h"

namespace biao::reference {

using namespace definitions;

namespace {

Json textOrNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json boundOrNull(const std::optional<Quantity>& quantity) {
    if (!quantity) return nullptr;
    return both({exactText(*quantity, Language::zh), exactText(*quantity, Language::en)});
}

Json headingOf(const Form& form, const Library& library) {
    Json out;
    out["name"] = form.name.text();
    out["english"] = textOrNull(englishName(form));
    const auto subject = library.subject(form.subject);
    out["subject"] = subject ? both(*subject) : Json(nullptr);
    out["extends"] = textOrNull(form.base.text());
    out["source"] = textOrNull(form.source.zh);
    out["abstract"] = form.isAbstract;
    return out;
}

class Elements {
public:
    explicit Elements(const Form& form) : form_(form) {}

    Json list(const std::vector<ElementId>& ids) const {
        Json out = Json::array();
        for (const ElementId id : ids) {
            if (!form_[id].dropped) out.push_back(one(id));
        }
        return out;
    }

private:
    Json one(ElementId id) const {
        const Element& element = form_[id];
        Json out;
        out["id"] = element.id;
        out["keyword"] = both(keywordOf(form_, id));
        out["name"] = both(element.name);
        out["spellings"] = element.spellings;
        out["required"] = element.required;
        out["hard"] = element.hard;
        out["requiredWhen"] = textOrNull(conditionOf(element));
        out["kinds"] = texts(kindsOf(element));
        out["atLeast"] = boundOrNull(element.atLeast);
        out["atMost"] = boundOrNull(element.atMost);
        out["sums"] = texts(sumsOf(form_, element));
        out["notes"] = texts(notesOf(element));
        out["columns"] = list(element.columns);
        out["children"] = list(element.children);
        return out;
    }

    static std::vector<Localized> kindsOf(const Element& element) {
        std::vector<Localized> out;
        for (const Kind& kind : element.kinds)
            out.push_back(kind.name);
        return out;
    }

    static Json texts(const std::vector<Localized>& list) {
        Json out = Json::array();
        for (const auto& text : list)
            out.push_back(both(text));
        return out;
    }

    const Form& form_;
};

Json weightLines(const Form& form, const std::vector<Weight>& weights) {
    Json out = Json::array();
    for (const Weight& one : weights) {
        Json line;
        line["name"] = both(one.name);
        line["element"] = one.element ? Json(form[one.element].id) : Json(nullptr);
        line["atLeast"] = boundOrNull(one.least);
        line["atMost"] = boundOrNull(one.most);
        line["rest"] = one.rest;
        line["parts"] = weightLines(form, one.parts);
        out.push_back(std::move(line));
    }
    return out;
}

Json parametersOf(const Form& form) {
    Json out = Json::array();
    for (const Parameter& one : form.parameters) {
        if (one.dropped) continue;
        Json row;
        row["name"] = both(one.name);
        row["spellings"] = one.spellings;
        row["value"] = both(shownValue(one));
        row["source"] = textOrNull(one.source.zh);
        row["unconfirmed"] = one.unconfirmed;
        out.push_back(std::move(row));
    }
    return out;
}

Json weightsOf(const Form& form) {
    Json out = Json::array();
    for (const Weights& one : form.weights) {
        Json row;
        row["of"] = one.scope.value == 0 ? Json(nullptr) : Json(form[one.scope].id);
        row["atLeast"] = boundOrNull(one.total.least);
        row["atMost"] = boundOrNull(one.total.most);
        row["when"] = textOrNull(conditionOf(one).zh);
        row["source"] = textOrNull(one.source.zh);
        row["unconfirmed"] = one.unconfirmed;
        row["parts"] = weightLines(form, one.total.parts);
        out.push_back(std::move(row));
    }
    return out;
}

Json bandsOf(const Form& form) {
    Json out = Json::array();
    for (const definitions::Bands& one : form.bands) {
        if (one.dropped) continue;
        Json row;
        row["name"] = both(one.name);
        row["grades"] = one.grades;
        row["lines"] = Json::array();
        for (const Localized& line : linesOf(one))
            row["lines"].push_back(both(line));
        row["source"] = textOrNull(one.source.zh);
        row["unconfirmed"] = one.unconfirmed;
        out.push_back(std::move(row));
    }
    return out;
}

Json schemesOf(const Form& form) {
    Json out = Json::array();
    for (const definitions::Scheme& one : form.schemes) {
        if (one.dropped) continue;
        Json row;
        row["name"] = both(one.name);
        row["what"] = both(one.note);
        row["source"] = textOrNull(one.source.zh);
        row["unconfirmed"] = one.unconfirmed;
        out.push_back(std::move(row));
    }
    return out;
}

}  // namespace

std::string renderFormListJson(const Forms& forms, const Library& library) {
    Json out;
    out["version"] = 1;
    out["forms"] = Json::array();
    for (const auto& form : forms)
        out["forms"].push_back(headingOf(*form, library));
    return document(out);
}

std::string renderFormJson(const Form& form, const Library& library) {
    Json one = headingOf(form, library);
    one["moneyUnit"] =
        form.moneyUnit
            ? both({form.moneyUnit->spelling(Language::zh), form.moneyUnit->spelling(Language::en)})
            : Json(nullptr);
    const Elements elements(form);
    one["columns"] = elements.list(form.root().columns);
    one["elements"] = elements.list(form.root().children);
    one["parameters"] = parametersOf(form);
    one["weights"] = weightsOf(form);
    one["bands"] = bandsOf(form);
    one["schemes"] = schemesOf(form);
    one["oneOf"] = Json::array();
    for (const OneOf& each : form.oneOf) {
        Json names = Json::array();
        for (const ElementId id : each.elements)
            names.push_back(both(form.path(id)));
        one["oneOf"].push_back(std::move(names));
    }
    one["rules"] = Json::array();
    for (const Rule& rule : form.rules) {
        if (rule.dropped) continue;
        Json row;
        row["code"] = rule.code;
        row["name"] = rule.name;
        row["severity"] = severityName(rule.severity);
        row["what"] = both(rule.note);
        one["rules"].push_back(std::move(row));
    }
    one["severities"] = Json::array();
    for (const SeverityChange& change : form.severities.changes()) {
        one["severities"].push_back(
            {{"code", change.named}, {"severity", severityName(*change.severity)}});
    }
    Json out;
    out["version"] = 1;
    out["forms"] = Json::array({std::move(one)});
    return document(out);
}

}  // namespace biao::reference
