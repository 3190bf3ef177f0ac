#include <algorithm>
#include <map>

#include "comparison/change_of.h"
#include "comparison/changes.h"
#include "comparison/elements.h"
#include "comparison/name.h"
#include "comparison/values.h"
#include "definitions/pattern.h"

namespace biao::comparison {

using definitions::ElementKind;
using definitions::Form;
using model::Cell;
using model::ColumnRef;
using model::Row;
using model::RowKind;
using model::Submission;
using model::Value;
using syntax::Role;

std::string_view nameOf(What what) {
    constexpr std::string_view names[] = {"added",   "dropped", "renamed",   "moved",    "retitled",
                                          "filled",  "emptied", "tightened", "loosened", "raised",
                                          "lowered", "changed", "operator",  "unit",     "kind",
                                          "words",   "same"};
    return names[static_cast<std::size_t>(what)];
}

namespace {

const Value& blank() {
    static const Value value;
    return value;
}

class Comparing {
public:
    Comparing(const Submission& before, const Submission& after,
              const definitions::Library& library, const CompareOptions& options)
        : before_(before),
          after_(after),
          library_(library),
          options_(options),
          elements_(*before.form, *after.form),
          reader_(after.form->names, library.units()),
          matches_(matchRows(before, after, library, options.match)),
          years_(before.year && after.year ? *after.year - *before.year : 0),
          sameYear_(before.year == after.year) {}

    SubmissionChanges compare() {
        out_.before = &before_;
        out_.after = &after_;
        out_.retitled = reader_.keyOf(before_.title) != reader_.keyOf(after_.title);
        forms();
        // What was dropped stands after what stood before it and is still there.
        std::map<RowIndex, std::vector<RowIndex>> droppedAfter;
        RowIndex last{0};
        for (std::uint32_t i = 0; i < before_.rows.size(); ++i) {
            if (const RowIndex there = matches_.afterOf[i]) {
                last = there;
            } else {
                droppedAfter[last].push_back({i});
            }
        }
        for (std::uint32_t i = 0; i < after_.rows.size(); ++i) {
            const RowIndex old = matches_.beforeOf[i];
            old ? pair(old, {i}) : lone({i}, false);
            const auto gone = droppedAfter.find({i});
            if (gone == droppedAfter.end()) continue;
            for (const RowIndex one : gone->second)
                lone(one, true);
        }
        out_.rows = matches_.pairs.size();
        out_.idlePins = matches_.idlePins;
        return std::move(out_);
    }

private:
    void forms() {
        const Form& old = *before_.form;
        const Form& now = *after_.form;
        out_.form.changed = !(old.name == now.name);
        if (&old == &now) return;
        for (std::uint32_t i = 1; i < old.elements.size(); ++i) {
            const bool gone = !old.elements[i].dropped && !elements_.after({i});
            if (gone && elements_.after(old.elements[i].parent)) out_.form.dropped.push_back({i});
        }
        for (std::uint32_t i = 1; i < now.elements.size(); ++i) {
            const bool fresh = !now.elements[i].dropped && !elements_.before({i});
            if (fresh && elements_.before(now.elements[i].parent)) out_.form.added.push_back({i});
        }
    }

    static bool isNamed(const Submission& in, const Row& row) {
        if (row.added || row.kind == RowKind::indicator || row.kind == RowKind::ofWhich ||
            row.kind == RowKind::together || row.kind == RowKind::item)
            return true;
        return row.kind == RowKind::line && (*in.form)[row.element].kind != ElementKind::line;
    }
    static bool isTitled(const Submission& in, RowIndex index) {
        return index && index.value != 0 && in[index].kind == RowKind::category &&
               (*in.form)[in[index].element].repeatable;
    }

    Change between(RowIndex before, RowIndex after, Part part) const {
        Change change;
        change.before = before;
        change.after = after;
        change.part = part;
        return change;
    }

    /// Its own value, else the first cell with something in it.
    static const Value& saidBy(const Row& row) {
        for (const Cell& cell : row.cells) {
            if (!cell.inherited && !cell.value.isBlank() && row.value().isBlank())
                return cell.value;
        }
        return row.value();
    }

    /// A row that only one side has.
    void lone(RowIndex index, bool old) {
        const Submission& in = old ? before_ : after_;
        const Row& row = in[index];
        const auto& other = old ? matches_.afterOf : matches_.beforeOf;
        // With what is around it, it has been said.
        for (RowIndex around = row.parent; around; around = in[around].parent) {
            const bool said = isNamed(in, in[around]) || isTitled(in, around);
            if (said && !other[around.value] && in[around].kind != RowKind::category) return;
        }
        if (isNamed(in, row)) {
            Change change = between(old ? index : RowIndex(), old ? RowIndex() : index, Part::row);
            change.what = old ? What::dropped : What::added;
            (old ? change.valueBefore : change.valueAfter) = &saidBy(row);
            out_.changes.push_back(change);
            return;
        }
        for (const Cell& cell : row.cells) {
            if (cell.inherited || cell.value.isBlank() || isOfAnotherYear(in, cell.column))
                continue;
            Change change = between(old ? index : RowIndex(), old ? RowIndex() : index,
                                    cell.column.element ? Part::column : Part::value);
            (old ? change.columnBefore : change.columnAfter) = cell.column;
            change.valueBefore = old ? &cell.value : &blank();
            change.valueAfter = old ? &blank() : &cell.value;
            change.what = old ? What::emptied : What::filled;
            out_.changes.push_back(change);
        }
    }

    void pair(RowIndex before, RowIndex after) {
        const Row& old = before_[before];
        const Row& now = after_[after];
        const auto found =
            std::lower_bound(matches_.pairs.begin(), matches_.pairs.end(), after,
                             [](const RowPair& one, RowIndex at) { return one.after < at; });
        names(*found, old, now);
        if (old.isTotal != now.isTotal) {
            Change change = between(before, after, Part::total);
            change.what = now.isTotal ? What::filled : What::emptied;
            out_.changes.push_back(change);
        }
        cells(before, after, old, now);
        shares(before, after, old, now);
        equations(before, after, old, now);
    }

    void names(const RowPair& pair, const Row& old, const Row& now) {
        Change change = between(pair.before, pair.after, Part::row);
        change.why = pair.why;
        change.likeness = pair.likeness;
        if (isTitled(after_, pair.after)) {
            change.what = What::retitled;
            if (reader_.keyOf(old.name) != reader_.keyOf(now.name)) out_.changes.push_back(change);
            return;
        }
        if (!isNamed(after_, now)) return;
        const bool renamed = reader_.keyOf(old.name) != reader_.keyOf(now.name);
        if (renamed || (options_.sameAmounts && old.name != now.name)) {
            change.what = renamed ? What::renamed : What::sameAmount;
            out_.changes.push_back(change);
        }
        const bool elsewhere = elements_.after(old.element) != now.element;
        const bool otherTitle = isTitled(before_, old.parent) && isTitled(after_, now.parent) &&
                                matches_.afterOf[old.parent.value] != now.parent;
        if (elsewhere || otherTitle) {
            change.what = What::moved;
            out_.changes.push_back(change);
        }
    }

    /// The figure of the year before is not what last year's figure of that column became.
    bool isOfAnotherYear(const Submission& in, const ColumnRef& column) const {
        if (!column.element || sameYear_) return false;
        const auto& period = (*in.form)[column.element].period;
        return !period.each && period.offset && *period.offset != 0;
    }

    void cells(RowIndex before, RowIndex after, const Row& old, const Row& now) {
        const Form& form = *after_.form;
        const bool isYear = form[now.element].role.role == Role::year && now.kind == RowKind::field;
        if (isYear && years_ != 0) return;  // the heading says it
        const bool hasItems = form[now.element].kind == ElementKind::list;
        for (const Cell& cell : now.cells) {
            if (hasItems && !cell.column.element && now.kind == RowKind::field) continue;
            this->cell(before, after, twin(old, cell.column, true), &cell);
        }
        for (const Cell& cell : old.cells) {
            if (hasItems && !cell.column.element && old.kind == RowKind::field) continue;
            if (!twin(now, cell.column, false)) this->cell(before, after, &cell, nullptr);
        }
    }

    /// The cell of the other side; null where the other form has no such column.
    const Cell* twin(const Row& row, ColumnRef column, bool old) const {
        if (column.element) {
            column.element =
                old ? elements_.before(column.element) : elements_.after(column.element);
            if (!column.element) return nullptr;
        }
        return row.cell(column);
    }

    void cell(RowIndex before, RowIndex after, const Cell* was, const Cell* is) {
        if ((!was || was->inherited) && (!is || is->inherited)) return;
        if ((was && isOfAnotherYear(before_, was->column)) ||
            (is && isOfAnotherYear(after_, is->column)))
            return;
        const bool own = was ? !was->column.element : !is->column.element;
        Change change = between(before, after, own ? Part::value : Part::column);
        if (was) change.columnBefore = was->column;
        if (is) change.columnAfter = is->column;
        change.valueBefore = was ? &was->value : &blank();
        change.valueAfter = is ? &is->value : &blank();
        const Setting setting =
            settingOf(before_, before_[before], after_, after_[after], change, library_.units());
        if (!judge(change, setting, library_)) return;
        if (change.what != What::sameAmount || options_.sameAmounts) out_.changes.push_back(change);
    }

    void shares(RowIndex before, RowIndex after, const Row& old, const Row& now) {
        if (!old.share && !now.share) return;
        Change change = between(before, after, Part::share);
        const Amount one = old.share.value_or(Amount());
        const Amount other = now.share.value_or(Amount());
        if (!one.isKnown() || !other.isKnown()) {
            if (one.state() == other.state()) return;
            change.what = one.isBlank()     ? What::filled
                          : other.isBlank() ? What::emptied
                                            : What::changed;
            out_.changes.push_back(change);
            return;
        }
        const auto was = convert(library_.units(), one.quantity(), other.quantity().unit);
        if (!was || was->value == other.quantity().value) return;
        tellDifference(change, *was, other.quantity());
        change.what = other.quantity().value > was->value ? What::raised : What::lowered;
        out_.changes.push_back(change);
    }

    /// Of a fund the parts are rows, which speak for themselves.
    void equations(RowIndex before, RowIndex after, const Row& old, const Row& now) {
        if (now.kind == RowKind::fund || now.kind == RowKind::line) return;
        const auto text = [](const Row& row) {
            std::string out;
            for (const auto& equation : row.equations)
                out += definitions::plain(equation.text) + ";";
            return out;
        };
        const std::string was = text(old);
        const std::string is = text(now);
        if (was == is) return;
        Change change = between(before, after, Part::equation);
        change.what = was.empty() ? What::filled : is.empty() ? What::emptied : What::words;
        out_.changes.push_back(change);
    }

    const Submission& before_;
    const Submission& after_;
    const definitions::Library& library_;
    const CompareOptions options_;
    const ElementMap elements_;
    const NameReader reader_;
    const RowMatches matches_;
    const int years_;
    const bool sameYear_;
    SubmissionChanges out_;
};

}  // namespace

SubmissionChanges compare(const Submission& before, const Submission& after,
                          const definitions::Library& library, const CompareOptions& options) {
    return Comparing(before, after, library, options).compare();
}

namespace {

struct Standing {
    const Submission& in;
    const Row& row;
};

Standing standing(const SubmissionChanges& changes, const Change& change) {
    const Submission& in = change.after ? *changes.after : *changes.before;
    return {in, in[change.after ? change.after : change.before]};
}

bool isNamedByForm(const Standing& one) {
    const Form& form = *one.in.form;
    switch (one.row.kind) {
        case RowKind::field:
            return true;
        case RowKind::fund:
            return !one.row.added;
        case RowKind::line:
            return form[one.row.element].kind == ElementKind::line && !one.row.added;
        default:
            return false;
    }
}

}  // namespace

Localized placeOf(const SubmissionChanges& changes, const Change& change) {
    const Standing one = standing(changes, change);
    const Form& form = *one.in.form;
    const ElementId at = isNamedByForm(one) ? form[one.row.element].parent : one.row.element;
    return at && at.value != 0 ? form.path(at) : Localized();
}

Localized rowOf(const SubmissionChanges& changes, const Change& change) {
    const Standing one = standing(changes, change);
    if (isNamedByForm(one)) return (*one.in.form)[one.row.element].name;
    const bool category = one.row.kind == RowKind::category;
    if (category && !(*one.in.form)[one.row.element].repeatable) return {};
    return Localized(std::string(one.row.name));
}

}  // namespace biao::comparison
