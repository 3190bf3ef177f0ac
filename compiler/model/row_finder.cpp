#include "model/row_finder.h"

#include <algorithm>
#include <iterator>

namespace biao::model {

RowFinder::RowFinder(const Submission& submission) : submission_(submission) {
    for (std::uint32_t at = 0; at < submission.rows.size(); ++at)
        add({at});
}

/// The name is the row's own, and not that of its element.
bool RowFinder::isNamed(const Row& row) const {
    switch (row.kind) {
        case RowKind::indicator:
        case RowKind::ofWhich:
        case RowKind::together:
            return true;
        case RowKind::line:
        case RowKind::fund:
            return !row.name.empty();
        default:
            return false;
    }
}

void RowFinder::add(RowIndex index) {
    const Row& row = submission_[index];
    if (!row.id.empty()) ids_.emplace(row.id, index);
    if (isNamed(row)) named_[submission_.form->names.normalForm.of(row.name)].push_back(index);
    if (row.kind != RowKind::indicator && row.kind != RowKind::ofWhich &&
        row.kind != RowKind::together && row.kind != RowKind::item && !row.added) {
        elements_[row.element].push_back(index);
    }
}

bool RowFinder::fits(RowIndex index, const Sought& sought) const {
    const Row& row = submission_[index];
    if (sought.kind && row.kind != *sought.kind) return false;
    if (sought.parent && row.parent != sought.parent) return false;
    const definitions::Form& form = *submission_.form;
    ElementId at = row.element;
    while (at && at != sought.scope && at.value != 0)
        at = form[at].parent;
    if (at != sought.scope) return false;
    if (sought.around) {
        RowIndex above = row.parent;
        while (above && above != sought.around)
            above = submission_[above].parent;
        if (!above) return false;
    }
    if (sought.categories.empty()) return true;
    return std::all_of(sought.categories.begin(), sought.categories.end(),
                       [&](std::string_view wanted) { return isIn(row, wanted); });
}

/// One of the categories around the row is called so, in Chinese or in English.
bool RowFinder::isIn(const Row& row, std::string_view category) const {
    const definitions::Form& form = *submission_.form;
    const auto& normal = form.names.normalForm;
    const auto names = categoriesOf(submission_, row);
    if (std::any_of(names.begin(), names.end(),
                    [&](const std::string& one) { return normal.of(one) == normal.of(category); }))
        return true;
    std::string path;  // output.quantity, as what is emitted calls it
    for (ElementId at = row.element; at && at.value != 0; at = form[at].parent) {
        if (form[at].name.en == category) return true;
        path.insert(0, form[at].name.en + (path.empty() ? "" : "."));
    }
    return path == category;
}

std::vector<RowIndex> RowFinder::find(const Sought& sought) const {
    if (!sought.id.empty()) {
        const auto known = ids_.find(sought.id);
        if (known != ids_.end()) return {known->second};
        if (sought.name.empty()) return {};
    }
    std::vector<RowIndex> found;
    const auto known = named_.find(submission_.form->names.normalForm.of(sought.name));
    if (known == named_.end()) return found;
    for (const RowIndex index : known->second) {
        // A row that has an id of its own is not the one another id is asked for.
        const bool another = !sought.id.empty() && !submission_[index].id.empty();
        if (!another && fits(index, sought)) found.push_back(index);
    }
    // Blank cells below merged ones: of several rows the one in the categories of the line above.
    if (found.size() > 1 && sought.categories.empty() && !sought.above.empty()) {
        std::vector<RowIndex> here;
        std::copy_if(found.begin(), found.end(), std::back_inserter(here), [&](RowIndex index) {
            return std::all_of(sought.above.begin(), sought.above.end(),
                               [&](std::string_view one) { return isIn(submission_[index], one); });
        });
        if (here.size() == 1) return here;
    }
    std::vector<RowIndex> exact;
    std::copy_if(found.begin(), found.end(), std::back_inserter(exact),
                 [&](RowIndex index) { return submission_[index].name == sought.name; });
    return exact.empty() ? found : exact;
}

std::optional<RowIndex> RowFinder::likely(std::string_view name) const {
    if (!likeness_) {
        std::vector<std::string_view> names;
        for (std::uint32_t at = 0; at < submission_.rows.size(); ++at) {
            const Row& row = submission_.rows[at];
            if (!isNamed(row)) continue;
            alike_.push_back({at});
            names.push_back(row.name);
        }
        likeness_.emplace(names);
    }
    const std::size_t best = likeness_->nearest(name, *Number::parse("0.5"));
    if (best == expression::Likeness::none) return std::nullopt;
    return alike_[best];
}

RowIndex RowFinder::of(ElementId element, std::string_view title) const {
    const auto known = elements_.find(element);
    if (known == elements_.end()) return {};
    if (title.empty()) return known->second.size() == 1 ? known->second.front() : RowIndex{};
    const auto& normal = submission_.form->names.normalForm;
    for (const RowIndex index : known->second) {
        if (normal.of(submission_[index].name) == normal.of(title)) return index;
    }
    return {};
}

}  // namespace biao::model
