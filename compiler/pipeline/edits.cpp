#include "pipeline/edits.h"

#include <algorithm>
#include <iterator>

namespace biao::pipeline {

namespace {

std::string withLineEnds(std::string_view edit, std::string_view ends) {
    std::string out;
    for (const char byte : edit) {
        if (byte == '\n') {
            out += ends;
        } else {
            out += byte;
        }
    }
    return out;
}

}  // namespace

/// Those that only touch meet as well: which goes first would decide what comes out.
bool EditedText::meets(std::uint32_t begin, std::uint32_t end) const {
    const auto after = taken_.upper_bound(end);
    if (after == taken_.begin()) return false;
    return std::prev(after)->second.end >= begin;
}

bool EditedText::take(const std::vector<Edit>& edits) {
    std::vector<Edit> sorted = edits;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Edit& a, const Edit& b) { return a.span < b.span; });
    for (std::size_t at = 0; at < sorted.size(); ++at) {
        if (meets(sorted[at].span.begin, sorted[at].span.end)) return false;
        if (at > 0 && sorted[at].span.begin < sorted[at - 1].span.end) return false;
        if (at > 0 && sorted[at].span.begin == sorted[at - 1].span.begin) return false;
    }
    for (Edit& edit : sorted)
        taken_.emplace(edit.span.begin, Replaced{edit.span.end, std::move(edit.text)});
    return !sorted.empty();
}

std::string EditedText::applied(std::string_view text) const {
    const auto first = text.find('\n');
    const bool both = first != std::string_view::npos && first > 0 && text[first - 1] == '\r';
    std::string out;
    std::uint32_t done = 0;
    for (const auto& [begin, replaced] : taken_) {
        out += text.substr(done, begin - done);
        out += withLineEnds(replaced.text, both ? "\r\n" : "\n");
        done = replaced.end;
    }
    out += text.substr(done);
    return out;
}

EditedText::Moves::Moves(const EditedText& edits) {
    std::int64_t shift = 0;
    for (const auto& [begin, replaced] : edits.taken_) {
        const std::int64_t before = shift;
        shift += static_cast<std::int64_t>(replaced.text.size()) - (replaced.end - begin);
        steps_.push_back({begin, replaced.end, before, shift});
    }
}

std::uint32_t EditedText::Moves::of(std::uint32_t byte) const {
    const auto next = std::partition_point(steps_.begin(), steps_.end(),
                                           [&](const Step& step) { return step.begin < byte; });
    if (next == steps_.begin()) return byte;
    const Step& step = *std::prev(next);
    const bool inside = byte < step.end;
    return static_cast<std::uint32_t>(inside ? step.begin + step.before : byte + step.after);
}

}  // namespace biao::pipeline
