// The actuals of a run: 实绩 of its files and of files named beside them, and sheets; which
// submission each is for, and what is said of those that are for none.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/finding.h"
#include "model/actuals.h"
#include "model/actuals_sheet.h"
#include "model/submission.h"

namespace biao::pipeline {

class ActualsOfRun {
public:
    /// Of several states of one submission's actuals the latest counts, or the latest up to a day.
    explicit ActualsOfRun(std::optional<syntax::Day> asOf) : asOf_(asOf) {}

    /// True where the file has any; the second time it is told of nothing.
    bool add(const syntax::File& file, const Source& source, Findings& findings);
    void add(model::ActualsSheet sheet);
    bool empty() const { return blocks_.empty() && sheets_.empty(); }
    /// A sheet is mended where it was made.
    void dropFixesOfSheets(Finding& finding) const;

    /// What was meant for one submission: blocks, and lines of sheets by their first.
    using Claims = std::vector<std::pair<std::size_t, std::size_t>>;
    /// Lays it over the submission. `only`: there is no other in this run. Changes nothing here: it
    /// is called from many threads.
    Claims lay(model::Submission& submission, bool only, const definitions::Library& library,
               const Limits& limits, Findings& findings) const;
    /// Of a submission that was read.
    struct Seen {
        std::string title;
        std::optional<int> year;
        Span span;
    };
    /// In order.
    void note(Seen submission, const Claims& claims);
    /// What nobody claimed, and what several did.
    void sayUnclaimed(const definitions::Library& library, Findings& findings);

private:
    struct Block {
        model::Actuals actuals;
        bool ownFile = false;  // the submission stands in the same file
    };
    struct LineOf {
        std::size_t sheet;
        std::size_t line;
    };

    static constexpr std::size_t ofBlocks = static_cast<std::size_t>(-1);

    bool isFor(const Block& block, const model::Submission& submission,
               const definitions::Library& library) const;
    std::vector<std::size_t> current(const std::vector<std::size_t>& blocks) const;
    void nobody(Span where, const Localized& subject, std::string_view title,
                std::optional<int> year, Findings& findings);
    void sayLines(const definitions::Library& library, Findings& findings);
    void saySeveral(Findings& findings) const;

    std::optional<syntax::Day> asOf_;
    std::set<FileId> files_;
    std::vector<Block> blocks_;
    std::deque<model::ActualsSheet> sheets_;  // they stay where they are
    std::map<std::string, std::vector<std::size_t>> blocksByTitle_;
    std::map<std::string, std::vector<LineOf>> linesByTitle_;
    std::vector<std::vector<bool>> claimedLines_;  // by sheet
    std::map<std::pair<std::size_t, std::size_t>, std::vector<Span>> claims_;
    std::vector<Seen> seen_;
    std::map<std::string, std::vector<std::size_t>> seenByTitle_;
    std::optional<expression::Likeness> likeness_;
};

}  // namespace biao::pipeline
