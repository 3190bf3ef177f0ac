// Everything that is declared: units, kinds, scales, forms, fragments. Files are handed in (the
// standard library's, a workspace's, a submission's own); what they declare is compiled when it is
// first asked for. After that it only answers.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "base/source.h"
#include "definitions/form.h"
#include "definitions/scale.h"
#include "diagnostics/finding.h"
#include "quantity/unit_table.h"
#include "syntax/ast.h"

namespace biao::definitions {

class Library {
public:
    explicit Library(const Limits& limits);
    /// The same declarations, to which more may be added without `base` knowing them. No compiled
    /// form is taken over: what is added may be what a form was waiting for.
    Library(const Library& base);
    Library& operator=(const Library&) = delete;
    ~Library();

    /// Adds parsed files together: their units, dimensions and scales at once (one file may build
    /// on a later one), their forms by name for later. Files and sources must outlive the library.
    void add(const std::vector<const syntax::File*>& files, Findings& findings);

    const Limits& limits() const;
    const UnitTable& units() const;
    /// A dimension or rate by its name, in either language: 金额, 单价.
    std::optional<Kind> kind(std::string_view name) const;
    /// All of them, each once, in order of their Chinese names.
    std::vector<Kind> kinds() const;
    const Scale* scale(std::string_view name) const;
    const std::vector<Scale>& scales() const;
    /// A subject declared with 主体, by either spelling; nothing when unknown.
    std::optional<Localized> subject(std::string_view spelling) const;
    std::vector<std::string> subjectSpellings() const;

    /// The form of that name; without a version, the one there is (several: the newest). Compiled
    /// on first use, its findings added then. Null when no file declares it.
    std::shared_ptr<const Form> form(const FormName& name, Findings& findings);
    /// Every declared form, abstract ones too, in order of name.
    std::vector<FormName> forms() const;
    /// Forms and fragments that file declares.
    std::vector<FormName> declaredIn(const syntax::File& file) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace biao::definitions
