#include "diagnostics/finding.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <tuple>
#include <utility>

#include "base/source.h"
#include "diagnostics/phrases.h"

namespace biao {

namespace {

/// Where each file stands among the others by path: what sorting compares instead of paths.
std::vector<std::uint32_t> ranksByPath(const SourceSet& sources) {
    std::vector<std::uint32_t> byPath(sources.size());
    std::iota(byPath.begin(), byPath.end(), 0);
    const auto path = [&](std::uint32_t id) -> const std::string& {
        return sources[FileId{id}].path();
    };
    std::stable_sort(byPath.begin(), byPath.end(),
                     [&](auto a, auto b) { return path(a) < path(b); });
    std::vector<std::uint32_t> ranks(sources.size());
    for (std::uint32_t place = 0, rank = 0; place < byPath.size(); ++place) {
        rank += place > 0 && path(byPath[place - 1]) != path(byPath[place]) ? 1 : 0;
        ranks[byPath[place]] = rank + 1;  // 0: no file at all
    }
    return ranks;
}

/// What orders findings. Those of one code at one place stay as they came: in the form's order.
auto place(const Finding& finding, const std::vector<std::uint32_t>& ranks) {
    const auto& [file, begin, end] = finding.span;
    const std::uint32_t rank = file.value < ranks.size() ? ranks[file.value] : 0;
    return std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, const std::string&>(
        rank, begin, end, finding.code);
}

/// What makes two of them the same.
auto key(const Finding& finding, const std::vector<std::uint32_t>& ranks) {
    const auto& [file, begin, end] = finding.span;
    const std::uint32_t rank = file.value < ranks.size() ? ranks[file.value] : 0;
    return std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, const std::string&,
                      const std::string&, const std::string&>(
        rank, begin, end, finding.code, finding.message.zh, finding.message.en);
}

/// The others of its code and group become places of `first`.
void fold(Finding& first, std::vector<Finding*>& others) {
    for (auto* other : others) {
        first.related.push_back({other->span, std::move(other->message)});
        std::move(other->related.begin(), other->related.end(), std::back_inserter(first.related));
        std::move(other->fixes.begin(), other->fixes.end(), std::back_inserter(first.fixes));
    }
    first.message = phrase(Phrase::foldedMessage,
                           {{"message", first.message}, {"count", std::to_string(others.size())}});
}

}  // namespace

Finding finding(Code code, Span span, std::initializer_list<Argument> arguments) {
    const auto& row = info(code);
    Finding made;
    made.code = row.id;
    made.name = row.name;
    made.severity = row.severity;
    made.span = span;
    made.arguments = arguments;
    made.message = {fill(row.zh, made.arguments, Language::zh),
                    fill(row.en, made.arguments, Language::en)};
    return made;
}

void Findings::take(Findings other) {
    std::move(other.list_.begin(), other.list_.end(), std::back_inserter(list_));
}

std::vector<Finding> Findings::sorted(std::vector<Finding> list, const SourceSet& sources) {
    const auto ranks = ranksByPath(sources);
    std::vector<Finding*> order;
    order.reserve(list.size());
    for (auto& finding : list) {
        if (!finding.silenced) order.push_back(&finding);
    }
    std::set<decltype(key(list.front(), ranks))> seen;
    std::erase_if(order, [&](const auto* f) { return !seen.insert(key(*f, ranks)).second; });
    std::stable_sort(order.begin(), order.end(), [&](const auto* a, const auto* b) {
        return place(*a, ranks) < place(*b, ranks);
    });

    std::vector<Finding> sorted;
    sorted.reserve(order.size());
    for (auto* finding : order) {
        sorted.push_back(std::move(*finding));
    }
    return sorted;
}

std::vector<Finding> Findings::folded(std::vector<Finding> list, std::size_t foldBeyond) {
    // What stays is the first of each group, so that the order stays as well.
    using Group = std::tuple<std::uint32_t, std::string, std::string, Severity, Span, bool>;
    std::map<Group, std::vector<std::size_t>> groups;
    for (std::size_t index = 0; index < list.size(); ++index) {
        const auto& finding = list[index];
        if (!finding.group.empty()) {
            const Span accepted = finding.accepted ? finding.accepted->where : Span{};
            groups[{finding.span.file.value, finding.code, finding.group, finding.severity,
                    accepted, finding.baseline}]
                .push_back(index);
        }
    }
    std::vector<bool> gone(list.size());
    for (const auto& [group, members] : groups) {
        if (members.size() <= foldBeyond) {
            continue;
        }
        std::vector<Finding*> others;
        for (const auto index : std::span(members).subspan(1)) {
            others.push_back(&list[index]);
            gone[index] = true;
        }
        fold(list[members.front()], others);
    }
    std::vector<Finding> kept;
    for (std::size_t index = 0; index < list.size(); ++index) {
        if (!gone[index]) {
            kept.push_back(std::move(list[index]));
        }
    }
    return kept;
}

std::vector<Finding> Findings::finish(std::vector<Finding> list, const SourceSet& sources,
                                      std::size_t foldBeyond) {
    return folded(sorted(std::move(list), sources), foldBeyond);
}

}  // namespace biao
