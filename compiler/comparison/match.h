// What of one year is what of another. Submissions are told by code, name or likeness, rows by
// their id, their key or likeness; each match says why. Depends on nothing but what is handed in,
// and takes time in proportion to it, however many rows were renamed.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "definitions/library.h"
#include "model/submission.h"

namespace biao::comparison {

using model::RowIndex;

/// Why two are taken for one, the surest first.
enum class Why : std::uint8_t {
    id,       // #id stands at both
    pinned,   // 曾用 names the old one
    code,     // of submissions: both bear the subject's code
    key,      // the same place and the same name, but for numbering, marks and width
    moved,    // the same name in another category
    renamed,  // alike
    only      // of submissions: on each side one is left
};

/// In whole per cent. `value` is missing where one side has none.
struct Likeness {
    int total = 0;
    int name = 0;
    std::optional<int> value;
    int place = 0;
};

struct MatchOptions {
    /// Below this total nothing is taken for renamed.
    static constexpr int kSimilarity = 65;
    int similarity = kSimilarity;
};

struct RowPair {
    RowIndex before;
    RowIndex after;
    Why why = Why::key;
    std::optional<Likeness> likeness = std::nullopt;  // of those that were renamed
};

/// 曾用 at a row that it does not lead to any other: there is no such row, or (`taken`) it is
/// another's. Not said of a row that is one of before all the same, by its own name.
struct IdlePin {
    RowIndex row;
    std::string_view former;
    bool taken = false;
};

/// Every row of both sides stands in it once. The first rows, the submissions themselves, are a
/// pair.
struct RowMatches {
    std::vector<RowPair> pairs;     // in order of the rows after
    std::vector<RowIndex> dropped;  // in order of the rows before
    std::vector<RowIndex> added;    // in order of the rows after
    /// By row of that side; none for what was dropped or added.
    std::vector<RowIndex> afterOf;
    std::vector<RowIndex> beforeOf;
    std::vector<IdlePin> idlePins;
};

/// `library` is one that knows the units of both. The forms may differ: elements are told by their
/// permanent ids.
RowMatches matchRows(const model::Submission& before, const model::Submission& after,
                     const definitions::Library& library, const MatchOptions& options = {});

struct SubmissionPair {
    std::size_t before = 0;
    std::size_t after = 0;
    Why why = Why::key;
    std::optional<Likeness> likeness = std::nullopt;
};
struct SubmissionMatches {
    std::vector<SubmissionPair> pairs;  // in order of those after
    std::vector<std::size_t> dropped;
    std::vector<std::size_t> added;
};
/// Those of one code (role 主体代码), else of one subject and title, several such in order, those
/// of one file name first; else alike.
SubmissionMatches matchSubmissions(const std::vector<const model::Submission*>& before,
                                   const std::vector<const model::Submission*>& after,
                                   const MatchOptions& options = {});

}  // namespace biao::comparison
