#include "pipeline/acceptances.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "diagnostics/code_names.h"
#include "diagnostics/phrases.h"

namespace biao::pipeline {

namespace {

bool holds(Span region, Span place) {
    return region.file == place.file && region.begin <= place.begin && place.end <= region.end;
}

/// The acceptances of one row, category or submission; the one around it by index.
struct Region {
    Span span;
    std::size_t around = SIZE_MAX;
    std::multimap<std::string_view, std::size_t> byCode;  // of all
};

/// Regions by where they begin. Each lies inside another or beside it: they are blocks.
class Regions {
public:
    explicit Regions(const std::vector<Answered>& all) {
        std::vector<std::size_t> order(all.size());
        for (std::size_t at = 0; at < all.size(); ++at)
            order[at] = at;
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const Span& left = all[a].region;
            const Span& right = all[b].region;
            return std::tuple(left.file, left.begin, right.end) <
                   std::tuple(right.file, right.begin, left.end);
        });
        std::vector<std::size_t> open;
        for (const std::size_t at : order) {
            const Span span = all[at].region;
            if (list_.empty() || list_.back().span != span) {
                while (!open.empty() && !holds(list_[open.back()].span, span))
                    open.pop_back();
                list_.push_back({span, open.empty() ? SIZE_MAX : open.back(), {}});
                open.push_back(list_.size() - 1);
            }
            for (const std::string& code : all[at].named.codes)
                list_.back().byCode.emplace(code, at);
        }
    }

    /// Those that name `code` around the place, the innermost first.
    std::vector<std::size_t> of(Span place, std::string_view code) const {
        const auto past = std::partition_point(list_.begin(), list_.end(), [&](const Region& one) {
            return std::pair(one.span.file, one.span.begin) <= std::pair(place.file, place.begin);
        });
        std::vector<std::size_t> found;
        std::size_t at =
            past == list_.begin() ? SIZE_MAX : static_cast<std::size_t>(past - list_.begin()) - 1;
        for (; at != SIZE_MAX; at = list_[at].around) {
            if (!holds(list_[at].span, place)) continue;
            const auto [first, last] = list_[at].byCode.equal_range(code);
            for (auto each = first; each != last; ++each)
                found.push_back(each->second);
        }
        return found;
    }

private:
    std::vector<Region> list_;
};

/// An attribute goes with the comma before it.
Span wholeOf(const Answered& one, const SourceSet& sources) {
    Span whole = one.where;
    if (one.ownLine) return whole;
    std::string_view before = std::string_view(sources[whole.file].text()).substr(0, whole.begin);
    before = before.substr(0, before.find_last_not_of(" \t\r\n") + 1);
    for (const std::string_view comma : {",", "\uFF0C"}) {
        if (before.ends_with(comma))
            whole.begin = static_cast<std::uint32_t>(before.size() - comma.size());
    }
    return whole;
}

Finding idle(const Answered& one, const SourceSet& sources) {
    Finding f = finding(Code::unusedAcceptance, one.named.span, {{"code", one.named.written}});
    if (one.alone) {
        f.fixes.push_back(
            {phrase(Phrase::fixDropAcceptance), {{wholeOf(one, sources), ""}}, false});
    }
    return f;
}

/// Of a code of the compiler.
std::string_view nameOf(std::string_view code) {
    for (const CodeInfo& row : catalogue()) {
        if (row.id == code) return row.name;
    }
    return {};
}

}  // namespace

std::vector<Answered> answeredIn(const model::Submission& submission, const FormRules& rules,
                                 const Severities& severities) {
    const auto judged = [&](const std::string& code) {
        const auto& declared = submission.form->rules;
        for (std::size_t at = 0; at < declared.size(); ++at) {
            if (declared[at].code != code) continue;
            return declared[at].dropped ||
                   (rules.rules[at] && !severities.drop(code, declared[at].name));
        }
        return !severities.drop(code, nameOf(code));
    };
    std::vector<Answered> out;
    for (const model::Acceptance& one : submission.acceptances) {
        for (const model::Acceptance::Named& named : one.named) {
            const auto& codes = named.codes;
            const bool quiet = named.overSets || !std::all_of(codes.begin(), codes.end(), judged);
            out.push_back({named, one.reason, one.span, one.region, one.named.size() == 1,
                           one.ownLine, quiet});
        }
    }
    return out;
}

void Acceptances::add(std::vector<Answered> some) {
    std::move(some.begin(), some.end(), std::back_inserter(all_));
}

void Acceptances::apply(std::vector<Finding>& findings, const SourceSet& sources,
                        Findings& said) const {
    if (all_.empty()) return;
    const Regions regions(all_);
    std::vector<bool> used(all_.size());
    std::vector<Span> unread;  // what could not be read, by place
    std::map<std::size_t, Span> refused;
    for (Finding& finding : findings) {
        const bool bad = finding.code == info(Code::badAcceptance).id;
        if (isFirm(finding.code) && !bad) unread.push_back(finding.span);
        for (const std::size_t at : regions.of(finding.span, finding.code)) {
            if (used[at] && finding.silenced) continue;
            used[at] = true;
            if (finding.silenced) continue;  // what says it better is to be settled first
            if (finding.firm) {
                refused.emplace(at, finding.span);
            } else {
                finding.accepted = Accepted{all_[at].reason, all_[at].where};
            }
            break;
        }
    }
    std::sort(unread.begin(), unread.end());
    // What was meant to be accepted may stand in what could not be read.
    const auto readInFull = [&](Span region) {
        const auto first = std::lower_bound(unread.begin(), unread.end(),
                                            Span{region.file, region.begin, region.begin});
        return first == unread.end() || first->file != region.file || first->begin > region.end;
    };
    for (std::size_t at = 0; at < all_.size(); ++at) {
        const Answered& one = all_[at];
        if (const auto place = refused.find(at); place != refused.end()) {
            Finding f =
                finding(Code::badAcceptance, one.named.span,
                        {{"what", phrase(Phrase::hardNotAccepted, {{"code", one.named.written}})}});
            f.related.push_back({place->second, phrase(Phrase::notAcceptable)});
            said.add(std::move(f));
        } else if (!used[at] && !one.quiet && readInFull(one.region)) {
            said.add(idle(one, sources));
        }
    }
}

}  // namespace biao::pipeline
