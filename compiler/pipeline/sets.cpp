#include "pipeline/sets.h"

#include <algorithm>
#include <map>
#include <utility>

#include "pipeline/cross_rule.h"
#include "pipeline/years.h"

namespace biao::pipeline {

using definitions::Rule;

namespace {

/// Every submission of the file was understood as one, and nothing at its top was lost.
bool submissionsKnown(const syntax::File& file, std::size_t read) {
    if (file.broken || file.unbalanced) return false;
    std::size_t written = 0;
    std::vector<Span> lines;
    for (const auto& top : file.lines) {
        if (top.submission) {
            ++written;
            if (file[top.submission].broken) return false;
            lines.push_back(file[top.submission].blockSpan);
        } else if (top.declaration) {
            lines.push_back(cover(file[top.declaration].span, file[top.declaration].blockSpan));
        }
    }
    const auto inside = [&](Span fault) {
        return std::any_of(lines.begin(), lines.end(), [&](Span line) {
            return fault.begin >= line.begin && fault.end <= line.end;
        });
    };
    return written == read && std::all_of(file.faults.begin(), file.faults.end(), inside);
}

const Rule* heldBy(const definitions::Form& form, const Rule& rule) {
    for (const Rule& each : form.rules) {
        if (each.span == rule.span) return &each;
    }
    return nullptr;
}

}  // namespace

bool Sets::take(const Input& input, const syntax::File& file, std::vector<Member> members,
                definitions::Library& library, const Severities& severities) {
    inputs_.push_back(input);
    if (submissionsKnown(file, members.size())) known_.insert(input.identity);
    bool holds = false;
    for (auto& [submission, formRules] : members) {
        const auto& rules = submission.form->rules;
        holds = holds || std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
                    return !rule.ofOne() && !standardFiles_.contains(rule.file);
                });
        const std::string spelled(submission.subject);
        const auto subject = library.subject(spelled);
        all_.push_back({model::keep(std::move(submission)), formRules,
                        subject ? subject->zh : spelled, &inputs_.back(), &library, &severities});
    }
    return holds;
}

void Sets::runYears() {
    std::vector<OfYear> all;
    for (const One& one : all_)
        all.push_back({&one.kept.submission, one.rules, one.library, one.severities, 0});
    holdAllYears(all, standard_.units(), findings_);
}

void Sets::run(Summary& summary) {
    runYears();
    const bool any = std::any_of(all_.begin(), all_.end(), [](const One& one) {
        const auto& rules = one.kept.submission.form->rules;
        return std::any_of(rules.begin(), rules.end(),
                           [](const Rule& rule) { return !rule.across.empty(); });
    });
    if (!any) return;
    for (const Group& group : groups()) {
        for (const Held& held : rulesOf(group))
            evaluate(held, group, summary);
    }
}

std::vector<Sets::Group> Sets::groups() {
    std::map<std::string, Group> groups;  // by folder; outside any declared set: by none
    for (const One& one : all_) {
        const WholeSet* set = workspaces_.setOf(one.input->identity);
        Group& group = groups[set ? set->folder : std::string()];
        group.declared = set;
        group.members.push_back(&one);
    }
    std::vector<Group> list;
    for (auto& [folder, group] : groups) {
        std::sort(group.members.begin(), group.members.end(), [](const One* a, const One* b) {
            const auto& left = a->kept.submission.span;
            const auto& right = b->kept.submission.span;
            return std::pair(std::string_view(a->input->path), left.begin) <
                   std::pair(std::string_view(b->input->path), right.begin);
        });
        group.whole = group.declared && isWhole(*group.declared);
        list.push_back(std::move(group));
    }
    return list;
}

bool Sets::isWhole(const WholeSet& set) {
    const auto files = workspaces_.filesOf(set);
    return files && std::all_of(files->begin(), files->end(),
                                [&](const std::string& file) { return known_.contains(file); });
}

/// Each once, however many forms hold it; with a library that knows the words it uses.
std::vector<Sets::Held> Sets::rulesOf(const Group& group) const {
    std::vector<Held> held;
    for (const One* one : group.members) {
        for (const Rule& rule : one->kept.submission.form->rules) {
            if (rule.across.empty() || rule.dropped) continue;
            if (one->severities->drop(rule.code, rule.name)) continue;
            const bool taken = std::any_of(held.begin(), held.end(), [&](const Held& other) {
                return other.rule->span == rule.span;
            });
            const bool standard = standardFiles_.contains(rule.file);
            if (!taken) held.push_back({&rule, standard ? &standard_ : one->library});
        }
    }
    return held;
}

void Sets::evaluate(const Held& held, const Group& group, Summary& summary) {
    const Rule& rule = *held.rule;
    std::vector<model::SetWorld::Member> members;
    CrossRule::Forms forms;
    for (const One* one : group.members) {
        const auto& across = rule.across;
        if (std::find(across.begin(), across.end(), one->subject) == across.end()) continue;
        members.push_back({&one->kept.submission, one->subject, &one->library->units()});
        const auto& form = one->kept.submission.form;
        if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(form);
    }
    // One submission can be wrong by itself (its title, its code); what a department and its
    // projects owe each other takes two.
    const std::size_t least = rule.needsWhole || rule.across.size() > 1 ? 2 : 1;
    if (members.size() < least) return;
    Findings faults;
    const CrossRule cross(rule, *held.library, forms, faults);
    if (!cross.good())
        return;  // said where it is declared; or a form has other columns than it wants
    if (rule.needsWhole && !group.whole) {
        // Only where it would have had something to judge.
        if (cross.judges(members, standard_.units())) {
            summary.notEvaluated.push_back(
                {rule.code, group.declared ? group.declared->shown : std::string()});
        }
        return;
    }
    Findings said;
    cross.run(members, standard_.units(), said);
    report(said, rule, group);
}

/// What a form has dropped is not said of its submissions, and what it has weighed anew is said so.
/// Each of those that should differ would say the same of all of them: the first speaks for them.
void Sets::report(const Findings& said, const Rule& rule, const Group& group) {
    std::set<std::set<Span>> spoken;
    for (Finding finding : said.list()) {
        const model::Submission* in = nullptr;
        for (const One* one : group.members) {
            const auto& submission = one->kept.submission;
            const Span at = submission.span;
            if (at.file != finding.span.file || at.begin > finding.span.begin) continue;
            if (!in || in->span.begin < at.begin) in = &submission;
        }
        const Rule* own = in ? heldBy(*in->form, rule) : nullptr;
        if (own && own->dropped) continue;
        std::set<Span> places{finding.span};
        for (const Related& related : finding.related)
            places.insert(related.span);
        if (places.size() > 1 && !spoken.insert(std::move(places)).second) continue;
        finding.severity = own ? own->severity : rule.severity;
        findings_.add(std::move(finding));
    }
}

}  // namespace biao::pipeline
