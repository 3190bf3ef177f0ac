#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <tuple>

#include "comparison/assign.h"
#include "comparison/match.h"
#include "comparison/name.h"
#include "definitions/pattern.h"

namespace biao::comparison {

using model::RowKind;
using model::Submission;

namespace {

/// What the field of that role says; empty: nothing.
std::string saidBy(const Submission& submission, const definitions::RoleRef& role) {
    const auto element = submission.form->withRole(role);
    if (!element) return {};
    for (const auto& row : submission.rows) {
        if (row.element == element && row.kind == RowKind::field)
            return definitions::plain(row.value().text);
    }
    return {};
}

struct One {
    const Submission* submission = nullptr;
    std::string code;
    std::string parent;
    std::string file;
    Name title;
    const model::Row* head() const {
        return submission->rows.empty() ? nullptr : &submission->rows.front();
    }
};

class SubmissionMatcher {
public:
    SubmissionMatcher(const std::vector<const Submission*>& before,
                      const std::vector<const Submission*>& after, const MatchOptions& options)
        : options_(options), afterOf_(before.size(), none), pairOf_(after.size()) {
        for (const Submission* one : before)
            before_.push_back(read(*one));
        for (const Submission* one : after)
            after_.push_back(read(*one));
    }

    SubmissionMatches match() {
        pins();
        codes();
        titles();
        renames();
        last();
        SubmissionMatches out;
        for (std::size_t i = 0; i < after_.size(); ++i) {
            pairOf_[i] ? out.pairs.push_back(*pairOf_[i]) : out.added.push_back(i);
        }
        for (std::size_t i = 0; i < before_.size(); ++i) {
            if (afterOf_[i] == none) out.dropped.push_back(i);
        }
        return out;
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    using List = std::vector<std::size_t>;
    struct Two {
        List before;
        List after;
    };

    One read(const Submission& submission) {
        auto& reader = readers_[submission.form.get()];
        if (!reader) reader = std::make_unique<NameReader>(submission.form->names, units_);
        One one;
        one.submission = &submission;
        one.code = saidBy(submission, {syntax::Role::subjectCode, ""});
        one.parent = saidBy(submission, {syntax::Role::parent, ""});
        one.file = std::filesystem::path(submission.source->path()).filename().native();
        one.title = reader->read(submission.title, submission.year);
        return one;
    }

    void pair(std::size_t before, std::size_t after, Why why,
              std::optional<Likeness> likeness = std::nullopt) {
        afterOf_[before] = after;
        pairOf_[after] = SubmissionPair{before, after, why, likeness};
    }
    bool freeBefore(std::size_t at) const { return afterOf_[at] == none; }
    bool freeAfter(std::size_t at) const {
        return !pairOf_[at] && !(after_[at].head() && after_[at].head()->isNew);
    }
    bool sameSubject(std::size_t before, std::size_t after) const {
        const std::string& old = before_[before].submission->form->subject;
        const std::string& now = after_[after].submission->form->subject;
        return old.empty() || now.empty() || old == now;
    }

    template <class KeyOf>
    auto grouped(const KeyOf& keyOf) const {
        std::map<decltype(keyOf(before_.front())), Two> groups;
        for (std::size_t i = 0; i < before_.size(); ++i) {
            if (freeBefore(i)) groups[keyOf(before_[i])].before.push_back(i);
        }
        for (std::size_t i = 0; i < after_.size(); ++i) {
            if (freeAfter(i)) groups[keyOf(after_[i])].after.push_back(i);
        }
        return groups;
    }

    /// The title a submission had before.
    void pins() {
        for (std::size_t i = 0; i < after_.size(); ++i) {
            const auto* head = after_[i].head();
            if (!head || !freeAfter(i)) continue;
            for (const std::string_view former : head->formerNames) {
                const std::string key =
                    readers_.at(after_[i].submission->form.get())->read(former, {}).key;
                for (std::size_t k = 0; k < before_.size() && freeAfter(i); ++k) {
                    if (freeBefore(k) && before_[k].title.key == key && sameSubject(k, i))
                        pair(k, i, Why::pinned);
                }
            }
        }
    }

    void codes() {
        const auto groups = grouped(
            [](const One& one) { return std::pair(one.submission->form->subject, one.code); });
        for (const auto& [key, two] : groups) {
            if (!key.second.empty() && two.before.size() == 1 && two.after.size() == 1)
                pair(two.before[0], two.after[0], Why::code);
        }
    }

    /// One title may be that of many: those of one authority and file first, then in order.
    void titles() {
        const auto inOrder = [&](const auto& keyOf, bool once) {
            for (const auto& [key, two] : grouped(keyOf)) {
                if (once && (two.before.size() > 1 || two.after.size() > 1)) continue;
                for (std::size_t i = 0; i < std::min(two.before.size(), two.after.size()); ++i)
                    pair(two.before[i], two.after[i], Why::key);
            }
        };
        const auto subject = [](const One& one) { return one.submission->form->subject; };
        inOrder(
            [&](const One& one) {
                return std::tuple(subject(one), one.title.key, one.code, one.parent, one.file);
            },
            true);
        inOrder([&](const One& one) { return std::tuple(subject(one), one.title.key, one.parent); },
                true);
        inOrder([&](const One& one) { return std::tuple(subject(one), one.title.key, one.file); },
                true);
        inOrder([&](const One& one) { return std::pair(subject(one), one.title.key); }, false);
        inOrder([&](const One& one) { return std::pair(subject(one), one.title.thisYear); }, false);
    }

    void renames() {
        Two left = remaining();
        std::vector<const Name*> names[2];
        for (const std::size_t one : left.before)
            names[0].push_back(&before_[one].title);
        for (const std::size_t one : left.after)
            names[1].push_back(&after_[one].title);
        const auto judge = [&](std::uint32_t before, std::uint32_t after,
                               int name) -> std::optional<Likeness> {
            const One& old = before_[left.before[before]];
            const One& now = after_[left.after[after]];
            if (!sameSubject(left.before[before], left.after[after])) return std::nullopt;
            // Each bears a code of its own: they are two.
            if (!old.code.empty() && !now.code.empty() && old.code != now.code) return std::nullopt;
            const int place = old.parent == now.parent ? 100 : 0;
            constexpr int ofName = 8;
            constexpr int ofPlace = 2;
            return Likeness{
                (ofName * name + ofPlace * place) / (ofName + ofPlace), name, {}, place};
        };
        for (const Candidate& one : matchNames(names[0], names[1], options_.similarity, judge))
            pair(left.before[one.before], left.after[one.after], Why::renamed, one.likeness);
    }

    /// Where each side is a single submission they are compared, whatever they are called.
    void last() {
        if (before_.size() == 1 && after_.size() == 1 && freeBefore(0) && freeAfter(0) &&
            sameSubject(0, 0))
            pair(0, 0, Why::only);
    }

    Two remaining() const {
        Two left;
        for (std::size_t i = 0; i < before_.size(); ++i) {
            if (freeBefore(i)) left.before.push_back(i);
        }
        for (std::size_t i = 0; i < after_.size(); ++i) {
            if (freeAfter(i)) left.after.push_back(i);
        }
        return left;
    }

    const MatchOptions options_;
    const UnitTable units_;  // titles promise nothing of amounts
    std::map<const definitions::Form*, std::unique_ptr<NameReader>> readers_;
    std::vector<One> before_;
    std::vector<One> after_;
    std::vector<std::size_t> afterOf_;
    std::vector<std::optional<SubmissionPair>> pairOf_;
};

}  // namespace

SubmissionMatches matchSubmissions(const std::vector<const Submission*>& before,
                                   const std::vector<const Submission*>& after,
                                   const MatchOptions& options) {
    return SubmissionMatcher(before, after, options).match();
}

}  // namespace biao::comparison
