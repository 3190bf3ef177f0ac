#include "definitions/set_form.h"

#include <algorithm>
#include <set>
#include <utility>

namespace biao::definitions {

using syntax::Role;

namespace {

bool same(const Kind& a, const Kind& b) {
    return a.type == b.type && a.dimension == b.dimension && a.base == b.base && a.words == b.words;
}

template <class T>
void addNew(std::vector<T>& to, const T& one) {
    if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
}

class Maker {
public:
    explicit Maker(Form& form) : form_(form) {}

    ElementId subject(const Localized& name) {
        const ElementId id = add(ElementKind::table, name.zh, name, {0});
        addNew(form_[id].spellings, name.zh);
        addNew(form_[id].spellings, name.en);
        form_[id].freeRows = true;
        form_[{0}].children.push_back(id);
        return id;
    }

    ElementId identity(ElementId subject, Role role) {
        const Localized name = syntax::spelling(role);
        const ElementId id = add(ElementKind::column, name.en, name, subject);
        known_[keyOf(subject, ":" + roleName({role, {}}))] = id;
        Element& column = form_[id];
        column.spellings = {name.zh, name.en};
        column.role = {role, {}};
        Kind kind;
        kind.type = role == Role::year ? Kind::Type::year : Kind::Type::text;
        column.kinds.push_back(kind);
        form_[subject].columns.push_back(id);
        return id;
    }

    void take(const Form& from, ElementId subject, FormInSet& part) {
        from_ = &from;
        part_ = &part;
        used_.clear();
        part.set.assign(from.elements.size(), {});
        part.set[0] = subject;
        inside({0}, subject, "");
    }

    /// A part of a fund is a column of its subject by its bare name where no other column has that
    /// name; always by the fund's: 预算.项目支出.
    void nameParts(ElementId subject) {
        const auto spelledTwice = [&](ElementId part) {
            const auto other = [&](ElementId id) {
                const auto& spellings = form_[id].spellings;
                return id != part &&
                       std::any_of(spellings.begin(), spellings.end(), [&](const std::string& one) {
                           return std::find(form_[part].spellings.begin(),
                                            form_[part].spellings.end(),
                                            one) != form_[part].spellings.end();
                       });
            };
            const auto& columns = form_[subject].columns;
            return std::any_of(parts_.begin(), parts_.end(), other) ||
                   std::any_of(columns.begin(), columns.end(), other);
        };
        std::vector<ElementId> plain;
        for (const ElementId part : parts_) {
            if (!spelledTwice(part)) plain.push_back(part);
        }
        auto& columns = form_[subject].columns;
        columns.insert(columns.end(), plain.begin(), plain.end());
        parts_.clear();
    }

private:
    /// What stands inside `of`, into `scope` of the set; `path` is the way there by permanent ids.
    void inside(ElementId of, ElementId scope, const std::string& path) {
        for (const ElementId id : (*from_)[of].children) {
            const Element& element = (*from_)[id];
            if (element.dropped) continue;
            const std::string inner = path + "/" + element.id;
            switch (element.kind) {
                case ElementKind::field:
                case ElementKind::fund:
                case ElementKind::list:
                    line(id, scope, inner);
                    break;
                case ElementKind::group:
                    // Where it does not repeat, its fields are those of the submission.
                    element.repeatable ? holder(id, scope, inner) : inside(id, scope, inner);
                    break;
                case ElementKind::table:
                case ElementKind::tree:
                case ElementKind::line:
                case ElementKind::category:
                    holder(id, scope, inner);
                    break;
                default:
                    break;
            }
        }
    }

    /// A field, a fund, a part of one: a column of the subject.
    void line(ElementId id, ElementId subject, const std::string& path) {
        const std::string role = takenRole(id, subject);
        const std::string own = role.empty() ? path : role;
        const ElementId column = merged(id, ElementKind::column, subject, ":" + own);
        addNew(form_[subject].columns, column);
        parts(id, column, subject, own);
    }

    void parts(ElementId of, ElementId fund, ElementId subject, const std::string& path) {
        for (const ElementId id : (*from_)[of].children) {
            const Element& element = (*from_)[id];
            if (element.dropped) continue;
            const std::string role = takenRole(id, subject);
            const std::string inner = role.empty() ? path + "/" + element.id : role;
            const ElementId column = merged(id, ElementKind::column, subject, ":" + inner);
            addNew(form_[fund].children, column);
            addNew(parts_, column);
            parts(id, column, subject, inner);
        }
    }

    /// A table or tree, and what is nested in it. Lines are categories here: each has a row in
    /// every submission.
    void holder(ElementId id, ElementId scope, const std::string& path) {
        const Element& element = (*from_)[id];
        const bool line = element.kind == ElementKind::line;
        const ElementKind kind = line                                 ? ElementKind::category
                                 : element.kind == ElementKind::group ? ElementKind::table
                                                                      : element.kind;
        const ElementId into = merged(id, kind, scope, "#" + path);
        addNew(form_[scope].children, into);
        columns(id, into, path);
        // Columns at the top of a form are those of its trees, and of nothing else.
        const bool outermost =
            kind == ElementKind::tree && (*from_)[element.parent].kind != ElementKind::tree;
        if (outermost) columns({0}, into, path);
        inside(id, into, path);
    }

    void columns(ElementId of, ElementId into, const std::string& path) {
        for (const ElementId id : (*from_)[of].columns) {
            if ((*from_)[id].dropped) continue;
            const std::string role = takenRole(id, into);
            const std::string own = role.empty() ? path + "/" + (*from_)[id].id : role;
            const ElementId column = merged(id, ElementKind::column, into, "|" + own);
            addNew(form_[into].columns, column);
        }
    }

    ElementId merged(ElementId id, ElementKind kind, ElementId parent, const std::string& key) {
        const Element& from = (*from_)[id];
        auto& known = known_[keyOf(parent, key)];
        const bool first = !known;
        if (first) {
            known = add(kind, from.id, from.name, parent);
            Element& into = form_[known];
            if (key.find('@') != std::string::npos) into.role = from.role;
            into.kinds = from.kinds;
            into.isKey = from.isKey && kind == ElementKind::column;
            into.freeRows = from.freeRows;
            into.mode = from.mode;
            into.period = from.period;
        }
        Element& into = form_[known];
        for (const std::string& one : from.spellings)
            addNew(into.spellings, one);
        for (const std::string& one : from.formerNames)
            addNew(into.formerNames, one);
        // A fund without kinds takes money, whatever the unit.
        const bool open = from.kind == ElementKind::fund && from.kinds.empty();
        if (!first && !open && !isIdentity(into)) addKinds(into.kinds, from.kinds);
        part_->set[id.value] = known;
        if (part_->member.size() <= known.value) part_->member.resize(known.value + 1);
        part_->member[known.value] = id;
        return known;
    }

    /// Elements that play the same role are one column, whatever the forms call them. In a form the
    /// first that plays it is meant; none for the others, and for those that play none.
    std::string takenRole(ElementId id, ElementId holder) {
        const RoleRef& role = (*from_)[id].role;
        if (role.role == Role::none) return {};
        std::string name = roleName(role);
        return used_.insert(keyOf(holder, name)).second ? name : std::string();
    }

    static std::string roleName(const RoleRef& role) {
        return "@" + syntax::spelling(role.role).en + "." + role.part;
    }

    static std::string keyOf(ElementId holder, const std::string& name) {
        return std::to_string(holder.value) + name;
    }

    static bool isIdentity(const Element& column) {
        const Role role = column.role.role;
        return column.role.part.empty() &&
               (role == Role::subjectCode || role == Role::subjectName || role == Role::parent ||
                role == Role::year);
    }

    /// No kinds are any.
    static void addKinds(std::vector<Kind>& kinds, const std::vector<Kind>& more) {
        if (kinds.empty() || more.empty()) return kinds.clear();
        for (const Kind& kind : more) {
            if (std::none_of(kinds.begin(), kinds.end(),
                             [&](const Kind& one) { return same(one, kind); })) {
                kinds.push_back(kind);
            }
        }
    }

    ElementId add(ElementKind kind, const std::string& id, const Localized& name,
                  ElementId parent) {
        Element element;
        element.kind = kind;
        element.id = id;
        element.name = name;
        element.parent = parent;
        form_.elements.push_back(std::move(element));
        return {static_cast<std::uint32_t>(form_.elements.size() - 1)};
    }

    Form& form_;
    const Form* from_ = nullptr;
    FormInSet* part_ = nullptr;
    std::map<std::string, ElementId> known_;
    std::set<std::string> used_;  // roles that the form in hand has played
    std::vector<ElementId> parts_;
};

}  // namespace

SetForm::SetForm(const std::vector<Localized>& subjects,
                 const std::vector<std::shared_ptr<const Form>>& forms) {
    const auto made = std::make_shared<Form>();
    Element root;
    root.kind = ElementKind::root;
    made->elements.push_back(root);
    Maker maker(*made);
    std::string name;
    for (const Localized& subject : subjects) {
        name += (name.empty() ? "" : "\u3001") + subject.zh;
        const ElementId id = maker.subject(subject);
        subjects_.emplace(subject.zh, id);
        identities_[id] = {maker.identity(id, Role::subjectCode),
                           maker.identity(id, Role::subjectName), maker.identity(id, Role::parent),
                           maker.identity(id, Role::year)};
        for (const auto& form : forms) {
            if (!form->subject.empty() && form->subject != subject.zh) continue;
            auto& part = parts_[{id, form.get()}];
            if (part.set.empty()) maker.take(*form, id, part);
        }
        maker.nameParts(id);
    }
    made->name.path = name;
    made->elements[0].name = name;
    for (auto& [key, part] : parts_)
        part.member.resize(made->elements.size());
    made->settle();
    form_ = made;
}

ElementId SetForm::subject(const std::string& name) const {
    const auto known = subjects_.find(name);
    return known == subjects_.end() ? ElementId() : known->second;
}

const FormInSet* SetForm::part(ElementId subject, const Form& form) const {
    const auto known = parts_.find({subject, &form});
    return known == parts_.end() ? nullptr : &known->second;
}

}  // namespace biao::definitions
