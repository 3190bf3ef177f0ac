// A form of forms: what rules over a set of submissions are compiled against. Each kind of subject
// is a table whose rows are submissions and whose columns are what their forms have in one line
// (fields, funds, parts of funds); inside it stand the tables and trees of those forms, with the
// rows of all submissions. Elements of several forms are one where they play the same role, or else
// where their permanent ids agree.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "definitions/form.h"

namespace biao::definitions {

/// A form as a part of a set's form.
struct FormInSet {
    std::vector<ElementId> member;  // by element of the set's form: this form's
    std::vector<ElementId> set;     // by element of this form: the set's; of columns not settled
};

class SetForm {
public:
    /// What the subjects are called in both languages; the forms in play, those for other subjects
    /// left out, those for any subject taken for each. Where forms differ in what a column takes,
    /// it takes all of that.
    SetForm(const std::vector<Localized>& subjects,
            const std::vector<std::shared_ptr<const Form>>& forms);

    const std::shared_ptr<const Form>& form() const { return form_; }
    /// The table of a subject; none when it is not among those of the set.
    ElementId subject(const std::string& name) const;
    /// Null when the form has no part in that subject.
    const FormInSet* part(ElementId subject, const Form& form) const;

    /// Columns that every subject has, whatever its forms declare: blank where they have no element
    /// of the role. The name is the title where no element has the role.
    struct Identity {
        ElementId code;
        ElementId name;
        ElementId parent;
        ElementId year;
    };
    const Identity& identity(ElementId subject) const { return identities_.at(subject); }

private:
    std::shared_ptr<const Form> form_;
    std::map<std::string, ElementId, std::less<>> subjects_;
    std::map<ElementId, Identity> identities_;
    std::map<std::pair<ElementId, const Form*>, FormInSet> parts_;
};

}  // namespace biao::definitions
