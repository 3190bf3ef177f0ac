#include "pipeline/actuals.h"

#include <algorithm>

#include "definitions/reading.h"
#include "diagnostics/phrases.h"

namespace biao::pipeline {

using model::Actuals;
using model::ActualsSheet;
using model::Submission;
using model::titleKey;
using syntax::SheetColumn;

namespace {

bool sameSubject(std::string_view a, std::string_view b, const definitions::Library& library) {
    if (a == b) return true;
    const auto one = library.subject(a);
    const auto other = library.subject(b);
    return one && other && one->zh == other->zh;
}

std::string withYear(std::string_view title, std::optional<int> year) {
    return std::string(title) + (year ? "@" + std::to_string(*year) : "");
}

}  // namespace

bool ActualsOfRun::add(const syntax::File& file, const Source& source, Findings& findings) {
    if (!files_.insert(file.id).second) return true;
    auto found = model::actualsIn(file, source, findings);
    for (Actuals& one : found) {
        const std::string key = titleKey(one.title);
        const bool own =
            std::any_of(file.lines.begin(), file.lines.end(), [&](const syntax::TopLevel& top) {
                return top.submission && titleKey(file[top.submission].title.text) == key;
            });
        blocksByTitle_[key].push_back(blocks_.size());
        blocks_.push_back({std::move(one), own});
    }
    return !found.empty();
}

void ActualsOfRun::add(ActualsSheet sheet) {
    const std::size_t at = sheets_.size();
    files_.insert(sheet.file());
    claimedLines_.emplace_back(sheet.lines(), false);
    if (sheet.has(SheetColumn::title)) {
        for (std::size_t line = 0; line < sheet.lines(); ++line) {
            linesByTitle_[titleKey(sheet.title(line))].push_back({at, line});
        }
    }
    sheets_.push_back(std::move(sheet));
}

void ActualsOfRun::dropFixesOfSheets(Finding& finding) const {
    if (sheets_.empty()) return;
    const auto inSheet = [&](const Edit& edit) {
        return std::any_of(sheets_.begin(), sheets_.end(), [&](const ActualsSheet& sheet) {
            return sheet.file() == edit.span.file;
        });
    };
    std::erase_if(finding.fixes, [&](const Fix& fix) {
        return std::any_of(fix.edits.begin(), fix.edits.end(), inSheet);
    });
}

bool ActualsOfRun::isFor(const Block& block, const Submission& submission,
                         const definitions::Library& library) const {
    const Actuals& actuals = block.actuals;
    if (block.ownFile && actuals.file->id != submission.headSpan.file) return false;
    return sameSubject(actuals.subject, submission.subject, library) &&
           (!actuals.year || actuals.year == submission.year);
}

/// Of several states the latest: one without a day is of the whole time.
std::vector<std::size_t> ActualsOfRun::current(const std::vector<std::size_t>& blocks) const {
    std::vector<std::size_t> latest;
    const auto later = [&](std::size_t a, std::size_t b) {
        const auto& one = blocks_[a].actuals.until;
        const auto& other = blocks_[b].actuals.until;
        return other && (!one || *one > *other);
    };
    for (const std::size_t each : blocks) {
        const auto& until = blocks_[each].actuals.until;
        if (asOf_ && (!until || *until > *asOf_)) continue;
        if (!latest.empty() && later(latest.front(), each)) continue;
        if (!latest.empty() && later(each, latest.front())) latest.clear();
        latest.push_back(each);
    }
    return latest;
}

ActualsOfRun::Claims ActualsOfRun::lay(Submission& submission, bool only,
                                       const definitions::Library& library, const Limits& limits,
                                       Findings& findings) const {
    Claims claims;
    if (empty()) return claims;
    const std::string key = titleKey(submission.title);
    std::vector<std::size_t> blocks;
    if (const auto named = blocksByTitle_.find(key); named != blocksByTitle_.end()) {
        for (const std::size_t each : named->second) {
            if (!isFor(blocks_[each], submission, library)) continue;
            blocks.push_back(each);
            claims.emplace_back(ofBlocks, each);
        }
    }
    std::map<std::size_t, std::vector<std::size_t>> lines;
    if (const auto named = linesByTitle_.find(key); named != linesByTitle_.end()) {
        for (const auto& [sheet, line] : named->second) {
            const auto year = sheets_[sheet].year(line);
            const auto subject = sheets_[sheet].text(line, SheetColumn::subject);
            if (year && submission.year && year != submission.year) continue;
            if (!subject.empty() && !sameSubject(subject, submission.subject, library)) continue;
            lines[sheet].push_back(line);
        }
    }
    for (std::size_t sheet = 0; only && sheet < sheets_.size(); ++sheet) {
        if (sheets_[sheet].has(SheetColumn::title)) continue;
        for (std::size_t line = 0; line < sheets_[sheet].lines(); ++line)
            lines[sheet].push_back(line);
    }
    if (blocks.empty() && lines.empty()) return claims;
    model::Overlay over(submission, library, limits, findings);
    for (const std::size_t each : current(blocks))
        model::lay(blocks_[each].actuals, over);
    for (auto& [at, taken] : lines) {
        // Where some of them name this very file, the others are of another.
        const ActualsSheet& sheet = sheets_[at];
        const auto here = [&, &of = at](std::size_t line) {
            return sheets_[of].text(line, SheetColumn::path) == submission.source->path();
        };
        if (std::any_of(taken.begin(), taken.end(), here))
            std::erase_if(taken, [&](std::size_t line) { return !here(line); });
        for (const std::size_t line : taken)
            claims.emplace_back(at, line);
        model::lay(sheet, taken, over);
    }
    return claims;
}

void ActualsOfRun::note(Seen submission, const Claims& claims) {
    if (empty()) return;
    seenByTitle_[titleKey(submission.title)].push_back(seen_.size());
    std::set<std::size_t> sheets;  // of each the first line tells
    for (const auto& claim : claims) {
        if (claim.first != ofBlocks) claimedLines_[claim.first][claim.second] = true;
        if (claim.first == ofBlocks || sheets.insert(claim.first).second)
            claims_[claim].push_back(submission.span);
    }
    seen_.push_back(std::move(submission));
}

void ActualsOfRun::nobody(Span where, const Localized& subject, std::string_view title,
                          std::optional<int> year, Findings& findings) {
    const Seen* likely = nullptr;
    if (const auto same = seenByTitle_.find(titleKey(title)); same != seenByTitle_.end()) {
        likely = &seen_[same->second.front()];
    } else {
        if (!likeness_) {
            std::vector<std::string_view> titles;
            for (const auto& each : seen_)
                titles.push_back(each.title);
            likeness_.emplace(titles);
        }
        const auto best = likeness_->nearest(title, *Number::parse("0.5"));
        if (best != expression::Likeness::none) likely = &seen_[best];
    }
    Finding f = finding(
        Code::actualsOfNobody, where,
        {{"subject", subject},
         {"title", withYear(title, year)},
         {"suggestion",
          likely ? phrase(Phrase::didYouMean, {{"name", withYear(likely->title, likely->year)}})
                 : Localized()}});
    if (likely) f.related.push_back({likely->span, phrase(Phrase::likelySubmission)});
    f.group = "actuals";
    findings.add(std::move(f));
}

void ActualsOfRun::sayUnclaimed(const definitions::Library& library, Findings& findings) {
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
        if (claims_.contains({ofBlocks, at})) continue;
        const Actuals& one = blocks_[at].actuals;
        const auto subject = library.subject(one.subject);
        nobody(one.span, subject ? *subject : Localized(std::string(one.subject)), one.title,
               one.year, findings);
    }
    sayLines(library, findings);
    saySeveral(findings);
}

/// Each submission that a sheet names and nobody has, once.
void ActualsOfRun::sayLines(const definitions::Library& library, Findings& findings) {
    for (std::size_t at = 0; at < sheets_.size(); ++at) {
        const ActualsSheet& sheet = sheets_[at];
        std::set<std::string> said;
        for (std::size_t line = 0; line < sheet.lines(); ++line) {
            if (claimedLines_[at][line] || !sheet.says(line)) continue;
            if (!sheet.has(SheetColumn::title)) {
                findings.add(finding(Code::badSheet, sheet.header(),
                                     {{"what", phrase(Phrase::sheetWithoutTitles)}}));
                break;
            }
            const auto title = sheet.title(line);
            const auto year = sheet.year(line);
            if (!said.insert(withYear(titleKey(title), year)).second) continue;
            const auto subject = library.subject(sheet.text(line, SheetColumn::subject));
            nobody(sheet.span(line, SheetColumn::title),
                   subject ? *subject : phrase(Phrase::anySubmission), title, year, findings);
        }
    }
}

void ActualsOfRun::saySeveral(Findings& findings) const {
    for (const auto& [claim, spans] : claims_) {
        if (spans.size() < 2) continue;
        const bool block = claim.first == ofBlocks;
        const Span where = block ? blocks_[claim.second].actuals.span
                                 : sheets_[claim.first].span(claim.second, SheetColumn::title);
        const std::string title(block ? blocks_[claim.second].actuals.title
                                      : sheets_[claim.first].title(claim.second));
        Finding f = finding(Code::actualAmbiguous, where,
                            {{"name", title},
                             {"rows", phrase(Phrase::submissionsSoMany,
                                             {{"count", std::to_string(spans.size())}})}});
        for (const Span& one : spans)
            f.related.push_back({one, phrase(Phrase::likelySubmission)});
        findings.add(std::move(f));
    }
}

}  // namespace biao::pipeline
