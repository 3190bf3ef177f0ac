// The rows of a submission by what others call them: an id, or a name and where it stands.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "expression/similarity.h"
#include "model/submission.h"

namespace biao::model {

class RowFinder {
public:
    /// The submission outlives the finder; rows added to it are told with add().
    explicit RowFinder(const Submission& submission);

    /// What is said of a row. An empty name: any.
    struct Sought {
        std::string_view name;
        std::string_view id = {};
        ElementId scope = {0};  // it stands in this element or below
        RowIndex around = {};   // and below this row, where one is
        RowIndex parent = {};   // right under this row, where one is
        std::optional<RowKind> kind = std::nullopt;
        std::vector<std::string_view> categories = {};  // each is one of those around it
        std::vector<std::string_view> above = {};       // the same, only to choose among several
    };
    /// Those it fits, in order. An id alone decides; of names that are alike but for punctuation
    /// and width, the one spelt the same goes before the others.
    std::vector<RowIndex> find(const Sought& sought) const;
    /// The row whose name is most like that one, if any is.
    std::optional<RowIndex> likely(std::string_view name) const;
    /// The row of a field, a fund, a declared line, a category; none where it is not filled in.
    RowIndex of(ElementId element, std::string_view title = {}) const;

    void add(RowIndex row);

private:
    bool isIn(const Row& row, std::string_view category) const;
    bool fits(RowIndex row, const Sought& sought) const;
    bool isNamed(const Row& row) const;

    const Submission& submission_;
    std::unordered_map<std::string, std::vector<RowIndex>> named_;  // by the name's normal form
    std::unordered_map<std::string_view, RowIndex> ids_;
    std::map<ElementId, std::vector<RowIndex>> elements_;
    mutable std::vector<RowIndex> alike_;  // those whose names the likeness has
    mutable std::optional<expression::Likeness> likeness_;
};

}  // namespace biao::model
