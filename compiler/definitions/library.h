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
    ~Library();

    /// Adds a parsed file: its units, dimensions and scales at once, its forms by name for later.
    /// The file and its source must outlive the library. Findings of units come here.
    void add(const syntax::File& file, Findings& findings);

    const UnitTable& units() const;
    /// A dimension or rate by its name, in either language: 金额, 单价.
    std::optional<Kind> kind(std::string_view name) const;
    const Scale* scale(std::string_view name) const;
    /// Which scale a word stands on, of those the kinds allow; null when none.
    const std::vector<Scale>& scales() const;
    /// Subjects declared with 主体, in either spelling: the Chinese one; nothing when unknown.
    std::optional<std::string> subject(std::string_view spelling) const;

    /// The form of that name; without a version, the one there is (several: the newest). Compiled
    /// on first use, its findings added then. Null when no file declares it.
    std::shared_ptr<const Form> form(const FormName& name, Findings& findings);
    /// Every declared form, abstract ones too, in order of name.
    std::vector<FormName> forms() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace biao::definitions
