#include "comparison/history.h"

#include <algorithm>
#include <map>
#include <set>

#include "comparison/elements.h"

namespace biao::comparison {

using definitions::ElementId;
using definitions::ElementKind;
using definitions::Form;
using model::Cell;
using model::Row;
using model::RowKind;
using model::Submission;

namespace {

using Submissions = std::vector<const Submission*>;

/// Years from the submission's own; of a column that says nothing of a year none.
std::optional<int> offsetOf(const Form& form, const model::ColumnRef& column) {
    if (!column.element) return 0;
    const auto& period = form[column.element].period;
    return period.each ? std::nullopt : period.offset;
}

/// One subject, the earliest first.
class CourseReader {
public:
    CourseReader(const Submissions& chain, const definitions::Library& library,
                 const MatchOptions& options)
        : chain_(chain), library_(library), options_(options) {}

    Course read() {
        out_.latest = chain_.back();
        known_.resize(chain_.size());
        used_.resize(chain_.size());
        for (const Submission* one : chain_)
            out_.submitted.push_back(*one->year);
        for (std::size_t at = chain_.size(); at-- > 0;)
            rows(at);
        for (Series& series : out_.series)
            finish(series);
        std::erase_if(out_.series, [](const Series& one) { return one.points.empty(); });
        std::vector<int>& years = out_.years;
        years = out_.submitted;
        for (const Series& series : out_.series) {
            for (const Point& point : series.points)
                years.push_back(point.year);
        }
        std::sort(years.begin(), years.end());
        years.erase(std::unique(years.begin(), years.end()), years.end());
        return std::move(out_);
    }

private:
    /// A row, and which of its columns: by the permanent id of that, none for what it says of its
    /// own year.
    using Key = std::pair<RowIndex, std::string>;

    /// Rows later on that a row is: of the next submission, and of those after it where it was not
    /// in the next.
    void rows(std::size_t at) {
        const Submission& in = *chain_[at];
        std::vector<RowMatches> matches(chain_.size());
        for (std::size_t later = at + 1; later < chain_.size(); ++later)
            matches[later] = matchRows(in, *chain_[later], library_, options_);
        for (std::uint32_t i = 1; i < in.rows.size(); ++i) {
            const Row& row = in.rows[i];
            if (row.kind == RowKind::category || row.kind == RowKind::item) continue;
            for (const Cell& cell : row.cells)
                take(at, {i}, matches, cell);
        }
    }

    /// The series that the row belongs to where it stands later; of the next such submission.
    std::optional<std::size_t> knownAs(std::size_t at, RowIndex index, const std::string& column,
                                       const std::vector<RowMatches>& matches) const {
        for (std::size_t later = at + 1; later < chain_.size(); ++later) {
            const RowIndex there = matches[later].afterOf[index.value];
            if (!there) continue;
            const auto found = known_[later].find({there, column});
            if (found == known_[later].end()) continue;
            // Of a year that is not the next, likeness alone says too little.
            const auto& pairs = matches[later].pairs;
            const auto pair =
                std::lower_bound(pairs.begin(), pairs.end(), there,
                                 [](const RowPair& one, RowIndex row) { return one.after < row; });
            if (later > at + 1 && pair->why == Why::renamed) continue;
            if (used_[at].contains(found->second)) return std::nullopt;
            return found->second;
        }
        return std::nullopt;
    }

    void take(std::size_t at, RowIndex index, const std::vector<RowMatches>& matches,
              const Cell& cell) {
        const Submission& in = *chain_[at];
        const Row& row = in[index];
        const Form& form = *in.form;
        const bool indicator = row.kind == RowKind::indicator || row.kind == RowKind::ofWhich ||
                               row.kind == RowKind::together;
        const auto offset = offsetOf(form, cell.column);
        const bool own = !cell.column.element;
        // Of an indicator its target; of the rest what is a number.
        const bool counts = indicator ? own || (offset && *offset != 0)
                                      : cell.value.isMeasure() && cell.value.amount.isKnown();
        if (!counts || cell.value.isBlank() || cell.inherited) return;
        const bool ofYear = own || (offset && !indicator) || (indicator && offset);
        const Key key{index, ofYear ? "" : form[cell.column.element].id + yearText(cell.column)};
        if (!known_[at].contains(key)) {
            const auto before = knownAs(at, index, key.second, matches);
            known_[at].emplace(key, before.value_or(out_.series.size()));
            used_[at].insert(known_[at].at(key));
            if (!before)
                out_.series.push_back(begin(in, row, key.second.empty() ? nullptr : &cell));
        }
        Series& series = out_.series[known_[at].at(key)];
        const std::string name(row.name);
        if (isNamed(form, row) && series.name.zh != name &&
            std::find(series.formerly.begin(), series.formerly.end(), name) ==
                series.formerly.end())
            series.formerly.push_back(name);
        const int year = *in.year + (ofYear ? offset.value_or(0) : 0);
        series.points.push_back({year, &cell.value, &in, index, ofYear && offset.value_or(0) != 0});
    }

    static std::string yearText(const model::ColumnRef& column) {
        return column.year ? " " + std::to_string(*column.year) : "";
    }

    static bool isNamed(const Form& form, const Row& row) {
        if (row.kind == RowKind::line) return form[row.element].kind != ElementKind::line;
        return row.kind != RowKind::field && (row.kind != RowKind::fund || row.added);
    }

    static Series begin(const Submission& in, const Row& row, const Cell* cell) {
        const Form& form = *in.form;
        Series series;
        const bool named = isNamed(form, row);
        const ElementId at = named ? row.element : form[row.element].parent;
        if (at && at.value != 0) series.place = form.path(at);
        series.name = named ? Localized(std::string(row.name)) : form[row.element].name;
        if (cell) series.column = form[cell->column.element].name;
        if (cell && cell->column.year) {
            series.column.zh += yearText(cell->column);
            series.column.en += yearText(cell->column);
        }
        return series;
    }

    /// What a submission says of its own year counts before what others say of it.
    void finish(Series& series) const {
        auto& points = series.points;
        std::erase_if(points, [&](const Point& point) {
            return point.saidLater && std::find(out_.submitted.begin(), out_.submitted.end(),
                                                point.year) != out_.submitted.end();
        });
        std::stable_sort(points.begin(), points.end(),
                         [](const Point& a, const Point& b) { return a.year < b.year; });
        points.erase(std::unique(points.begin(), points.end(),
                                 [](const Point& a, const Point& b) { return a.year == b.year; }),
                     points.end());
    }

    const Submissions& chain_;
    const definitions::Library& library_;
    const MatchOptions options_;
    std::vector<std::map<Key, std::size_t>> known_;  // by submission: the series of a row
    std::vector<std::set<std::size_t>> used_;        // and all of them
    Course out_;
};

}  // namespace

History historyOf(const Submissions& submissions, const definitions::Library& library,
                  const MatchOptions& options) {
    std::map<int, Submissions> byYear;
    for (const Submission* one : submissions)
        byYear[*one->year].push_back(one);
    std::vector<Submissions> chains;
    for (const auto& [year, now] : byYear) {
        Submissions last;
        for (const Submissions& chain : chains)
            last.push_back(chain.back());
        const auto matches = matchSubmissions(last, now, options);
        for (const SubmissionPair& pair : matches.pairs)
            chains[pair.before].push_back(now[pair.after]);
        for (const std::size_t at : matches.added)
            chains.push_back({now[at]});
    }
    History out;
    for (const Submissions& chain : chains)
        out.courses.push_back(CourseReader(chain, library, options).read());
    return out;
}

}  // namespace biao::comparison
