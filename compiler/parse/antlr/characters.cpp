#include "parse/antlr/characters.h"

#include <algorithm>

#include "base/utf8.h"

namespace biao::parse {

Characters::Characters(std::string_view text, FileId file, std::uint32_t offset)
    : text_(text), file_(file), offset_(offset) {
    points_.reserve(text.size());
    bytes_.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decodeAt(text, at);
        points_.push_back(decoded.point);
        bytes_.push_back(static_cast<std::uint32_t>(at));
        at += decoded.length;
    }
    bytes_.push_back(static_cast<std::uint32_t>(text.size()));
}

Span Characters::span(const antlr4::Token& from, const antlr4::Token& to) const {
    const std::size_t begin = std::min(from.getStartIndex(), points_.size());
    const std::size_t stop = to.getStopIndex();
    std::size_t end = stop == SIZE_MAX ? begin : std::min(stop + 1, points_.size());
    if (end < begin) end = begin;
    return spanOf(begin, end);
}

std::string Characters::getText(const antlr4::misc::Interval& interval) {
    if (interval.a < 0 || interval.b < interval.a) return {};
    const auto begin = std::min(static_cast<std::size_t>(interval.a), points_.size());
    const auto end = std::min(static_cast<std::size_t>(interval.b) + 1, points_.size());
    return std::string(text_.substr(bytes_[begin], bytes_[end] - bytes_[begin]));
}

}  // namespace biao::parse
