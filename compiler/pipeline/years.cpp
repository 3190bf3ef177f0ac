#include "pipeline/years.h"

#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <utility>

#include "comparison/name.h"
#include "comparison/year_world.h"
#include "diagnostics/phrases.h"
#include "model/read.h"
#include "pipeline/cross_examples.h"

namespace biao::pipeline {

using definitions::Rule;
using model::Submission;
using syntax::Role;

namespace {

/// No rule looks further back.
constexpr std::size_t kMostYears = 10;

bool holdsYears(const FormRules& rules) {
    const auto& declared = rules.form->rules;
    return std::any_of(declared.begin(), declared.end(),
                       [](const Rule& rule) { return rule.acrossYears && !rule.dropped; });
}

std::string textOf(const Submission& submission, Role role) {
    const auto element = submission.form->withRole({role, {}});
    for (const model::Row& row : submission.rows) {
        if (element && row.element == element) return std::string(row.value().text);
    }
    return {};
}

using Readers = std::map<const definitions::Form*, comparison::NameReader>;

/// What a submission of that title shares with those of the same subject in other years.
std::string identity(const OfYear& one, std::string_view called, Readers& readers) {
    const Submission& submission = *one.submission;
    std::string key(submission.subject);
    key.append(1, '\0').append(submission.form->name.path).push_back('\0');
    const std::string code = textOf(submission, Role::subjectCode);
    if (!code.empty()) return key + "#" + code;
    const auto names =
        readers.try_emplace(submission.form.get(), submission.form->names, one.library->units())
            .first;
    std::string title = names->second.read(called, submission.year).thisYear;
    if (title.empty()) title = textOf(submission, Role::subjectName);
    if (title.empty()) return {};
    return key + title + '\0' + textOf(submission, Role::parent);
}

comparison::YearWorld worldOf(const std::vector<OfYear>& years, const UnitTable& common) {
    std::vector<comparison::YearWorld::Year> all;
    for (const OfYear& one : years)
        all.push_back({one.submission, &one.library->units(), one.files});
    return {years.front().rules->yearForm, all, *years.front().library, common};
}

/// How many of them follow one another without a gap, from the first on.
std::size_t unbroken(const std::vector<OfYear>& years) {
    std::size_t count = 0;
    const auto first = years.front().submission->year;
    while (first && count < std::min(years.size(), kMostYears) &&
           years[count].submission->year == *first - static_cast<int>(count))
        ++count;
    return count;
}

}  // namespace

void holdYears(const std::vector<OfYear>& years, const UnitTable& common, Findings& findings) {
    const OfYear& now = years.front();
    if (!holdsYears(*now.rules)) return;
    const std::size_t count = unbroken(years);
    if (count < 2) return;
    const auto world =
        worldOf({years.begin(), years.begin() + static_cast<std::ptrdiff_t>(count)}, common);
    const auto& declared = now.rules->form->rules;
    std::vector<Findings> results(declared.size());
    for (std::size_t at = 0; at < declared.size(); ++at) {
        const auto& compiled = now.rules->years[at];
        if (!compiled || now.severities->drop(declared[at].code, declared[at].name)) continue;
        expression::run(*compiled, world, *now.library, results[at]);
        for (Finding& finding : results[at].list())
            finding.severity = declared[at].severity;
    }
    giveWay(declared, {}, results);
    for (Findings& result : results)
        findings.take(std::move(result));
}

void holdAllYears(const std::vector<OfYear>& all, const UnitTable& common, Findings& findings) {
    // Most runs are of one year.
    const bool apart = std::any_of(all.begin(), all.end(), [&](const OfYear& one) {
        return one.submission->year != all.front().submission->year;
    });
    if (!apart || std::none_of(all.begin(), all.end(),
                               [](const OfYear& one) { return holdsYears(*one.rules); }))
        return;
    Readers readers;
    std::map<std::string, std::vector<const OfYear*>> known;
    for (const OfYear& one : all) {
        const std::string key =
            one.submission->year ? identity(one, one.submission->title, readers) : std::string();
        if (!key.empty()) known[key].push_back(&one);
    }
    // What was called otherwise before, by 曾用 beside its title.
    std::map<std::string, std::string> before;
    for (const auto& [key, some] : known) {
        for (const OfYear* one : some) {
            if (one->submission->rows.empty()) continue;
            for (const std::string_view former : one->submission->rows.front().formerNames) {
                const std::string old = identity(*one, former, readers);
                if (old != key && known.contains(old)) before.emplace(key, old);
            }
        }
    }
    const auto firstOf = [&](std::string key) {
        for (std::size_t steps = 0; steps < kMostYears && before.contains(key); ++steps)
            key = before.at(key);
        return key;
    };
    std::map<std::string, std::map<int, std::vector<const OfYear*>>> subjects;
    for (const auto& [key, some] : known) {
        for (const OfYear* one : some)
            subjects[firstOf(key)][*one->submission->year].push_back(one);
    }
    for (const auto& [key, years] : subjects) {
        for (auto now = years.rbegin(); now != years.rend(); ++now) {
            std::vector<OfYear> chain;
            for (auto past = now; past != years.rend() && past->second.size() == 1; ++past) {
                if (chain.size() == kMostYears) break;
                chain.push_back(*past->second.front());
            }
            if (chain.size() > 1) holdYears(chain, common, findings);
        }
    }
}

void tryYears(const Rule& rule, const FormRules& rules, const syntax::File& file,
              const Source& source, const definitions::Library& library, const Limits& limits,
              Findings& findings) {
    const auto at = static_cast<std::size_t>(&rule - rules.form->rules.data());
    if (!rules.years[at]) return;  // its faults have been said
    const Severities asDeclared;
    for (const syntax::Clause& clause : rule.declaration->clauses) {
        const bool example =
            clause.kind == syntax::ClauseKind::wrong || clause.kind == syntax::ClauseKind::right;
        if (!example || clause.broken) continue;
        std::deque<Submission> read;
        std::vector<OfYear> years;
        for (const syntax::ItemId id : clause.items) {
            read.push_back(
                model::readItem(file[id], file, source, rules.form, library, limits, findings));
            years.push_back({&read.back(), &rules, &library, &asDeclared, 0});
        }
        std::sort(years.begin(), years.end(), [](const OfYear& a, const OfYear& b) {
            return a.submission->year > b.submission->year;
        });
        if (years.size() < 2 || unbroken(years) < years.size()) {
            findings.add(
                finding(Code::ruleFault, clause.span, {{"what", phrase(Phrase::exampleOfYears)}}));
            continue;
        }
        Findings said;
        expression::run(*rules.years[at], worldOf(years, library.units()), library, said);
        judge(clause, said, findings);
    }
}

}  // namespace biao::pipeline
