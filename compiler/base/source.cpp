#include "base/source.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace biao {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// Lines longer than this carry marks, so that a column costs the same on a line of megabytes.
constexpr std::uint32_t markEvery = 4096;

/// The byte after the line end at or after `at`, if there is one.
std::optional<std::size_t> afterLineEnd(std::string_view text, std::size_t at, bool hasReturns) {
    // Looking for one character is many times as fast as looking for either of two.
    at = hasReturns ? text.find_first_of("\r\n", at) : text.find('\n', at);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    return at + (text.substr(at).starts_with("\r\n") ? 2 : 1);
}

std::vector<std::uint32_t> lineStarts(std::string_view text) {
    const bool hasReturns = text.find('\r') != std::string_view::npos;
    std::vector<std::uint32_t> starts = {0};
    while (const auto next = afterLineEnd(text, starts.back(), hasReturns)) {
        starts.push_back(static_cast<std::uint32_t>(*next));
    }
    return starts;
}

}  // namespace

Source::Source(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)) {
    if (text_.starts_with(byteOrderMark)) {
        text_.erase(0, byteOrderMark.size());
    }
    lines_ = lineStarts(text_);
    for (std::size_t index = 0; index < lines_.size(); ++index) {
        const auto end = index + 1 < lines_.size() ? lines_[index + 1]
                                                   : static_cast<std::uint32_t>(text_.size());
        if (end - lines_[index] > markEvery) {
            markLongLine(lines_[index], end);
        }
    }
}

void Source::markLongLine(std::uint32_t begin, std::uint32_t end) {
    std::uint32_t points = 0;
    std::uint32_t next = begin + markEvery;
    for (auto byte = begin; byte < end; ++points) {
        if (byte >= next) {
            marks_.push_back({byte, points});
            next += markEvery;
        }
        byte += decodeAt(text_, byte).length;
    }
}

Position Source::position(std::uint32_t byte) const {
    byte = std::min(byte, static_cast<std::uint32_t>(text_.size()));
    const auto line = std::upper_bound(lines_.begin(), lines_.end(), byte) - 1;
    Mark from = {*line, 0};
    const auto mark = std::upper_bound(marks_.begin(), marks_.end(), byte,
                                       [](auto at, const Mark& m) { return at < m.byte; });
    if (mark != marks_.begin() && std::prev(mark)->byte > from.byte) {
        from = *std::prev(mark);
    }
    auto column = from.points + 1;
    for (auto at = from.byte; at < byte; ++column) {
        at += decodeAt(text_, at).length;
    }
    return {static_cast<std::uint32_t>(line - lines_.begin() + 1), column};
}

std::string_view Source::line(std::uint32_t number) const {
    const auto begin = lines_[number - 1];
    const auto end = number < lines_.size() ? lines_[number] : text_.size();
    auto content = text().substr(begin, end - begin);
    if (content.ends_with('\n')) {
        content.remove_suffix(1);
    }
    if (content.ends_with('\r')) {
        content.remove_suffix(1);
    }
    return content;
}

FileId SourceSet::add(Source source) {
    sources_.push_back(std::make_shared<const Source>(std::move(source)));
    return {size() - 1};
}

std::uint32_t SourceSet::add(const SourceSet& others) {
    const std::uint32_t before = size();
    sources_.insert(sources_.end(), others.sources_.begin(), others.sources_.end());
    return before;
}

}  // namespace biao
