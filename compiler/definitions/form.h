// A compiled form: what a submission is held against. Made once from its declaration and those it
// extends and includes, then shared and never changed.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "definitions/element.h"
#include "definitions/names.h"
#include "definitions/parameter.h"
#include "definitions/schemes.h"
#include "definitions/weights.h"
#include "diagnostics/catalogue.h"
#include "diagnostics/severities.h"
#include "quantity/unit_table.h"

namespace biao::definitions {

/// A form's or fragment's name and version: 宁夏.部门项目支出预算绩效目标表@2023. `@` is the year
/// of the issuing document, compared part by part.
struct FormName {
    std::string path;
    std::string version;
    std::string text() const { return version.empty() ? path : path + "@" + version; }
    bool operator==(const FormName&) const = default;
};

/// A rule as it was declared; expression/ compiles it against the form that holds it.
struct Rule {
    std::string code;    // "B3:国家.成本不超预算"
    Localized spelling;  // the same in both languages
    std::string name;    // kebab-case English: "cost-within-budget"
    std::string local;   // its own name in the form: 成本不超预算
    Severity severity = Severity::error;
    Localized source;  // issuing document
    Localized note;    // 说明, 缘由, 改法: what it means, why it matters, how to fix
    Localized why;
    Localized remedy;
    std::vector<std::string> yields;     // codes it is silent for, where they have spoken
    std::vector<std::string> overrides;  // codes that are silent where it speaks
    std::vector<std::string> across;  // 跨: subjects, as they are first spelt; none: one submission
    bool acrossYears = false;         // 跨 年度: a submission and those of the years before it
    bool needsWhole = false;          // 需 全集: judged on a whole set only
    /// Of a rule across submissions: those of the form that declares it, whoever includes that.
    std::vector<Parameter> parameters;
    /// A submission is held to it by itself.
    bool ofOne() const { return across.empty() && !acrossYears; }
    bool dropped = false;
    const syntax::File* file = nullptr;  // owned by the Library
    const syntax::Declaration* declaration = nullptr;
    Span span;
};

/// 至少一 { 经济效益指标; 社会效益指标 }, where `scope` is filled in at all.
struct OneOf {
    ElementId scope;
    std::vector<ElementId> elements;
    Span span;
};

class Form {
public:
    FormName name;
    std::string english;  // the path of its English name; empty: it has none
    FormName base;        // what it extends; no path: nothing
    std::string subject;  // 适用: what kind of subject, as spelt; empty: any
    bool isAbstract = false;
    UnitRef moneyUnit;              // 金额单位: what a bare number in a money column means
    std::vector<Element> elements;  // [0] is the root
    /// Of a form that rules across years are compiled against (year_form.h): the root of last year;
    /// each element of it stands as far behind its own.
    ElementId lastYear;
    std::vector<OneOf> oneOf;
    std::vector<Rule> rules;
    Severities severities;  // of codes of the compiler, in the form's submissions
    std::vector<Parameter> parameters;
    std::vector<Weights> weights;  // of one scope in the order they are tried
    std::vector<Scheme> schemes;   // in the order they are tried
    std::vector<Bands> bands;
    NameKnowledge names;
    Localized source;
    Span span;
    bool broken = false;  // its findings have been said; submissions are not held against it

    const Element& operator[](ElementId id) const { return elements[id.value]; }
    Element& operator[](ElementId id) { return elements[id.value]; }
    const Element& root() const { return elements[0]; }

    /// The child of `parent` that is spelt so, in either language; none when there is not.
    ElementId child(ElementId parent, std::string_view spelling) const;
    /// The column of the table or tree `owner` (or of its ancestors) spelt so.
    ElementId column(ElementId owner, std::string_view spelling) const;
    /// The same for rules, to which what it was called before 改名 and 又名 are names as well.
    ElementId childKnownAs(ElementId parent, std::string_view called) const;
    ElementId columnKnownAs(ElementId owner, std::string_view called) const;
    /// The nearest table, tree, fund root or the field itself that owns the columns of `line`.
    ElementId owner(ElementId line) const;
    /// The columns in force for rows under `line`, outermost declaration first. Known once the form
    /// is settled.
    const std::vector<ElementId>& columnsOf(ElementId line) const {
        return columnsInForce_[line.value];
    }
    /// The first element with that role, depth first in order of declaration.
    ElementId withRole(const RoleRef& role) const;
    /// Anywhere in the form by name, shallowest first; a dotted path is followed.
    ElementId find(std::string_view path) const;
    /// Spellings of the children of `parent`, for "did you mean".
    std::vector<std::string> spellingsIn(ElementId parent) const;
    /// "产出指标·数量指标", from below the root.
    Localized path(ElementId id) const;

    /// Works out what is asked of every row, once no element changes any more.
    void settle();

private:
    std::vector<ElementId> columnsFor(ElementId line) const;
    std::vector<std::vector<ElementId>> columnsInForce_;  // by element
};

}  // namespace biao::definitions
