// The characters of a source as ANTLR wants them, and the way back from its code points to bytes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "antlr4-runtime.h"
#include "base/span.h"

namespace biao::parse {

/// A stream over validated UTF-8. `offset` is where `text` begins in its file, so that a piece of a
/// file (the {…} of a message) is read with the spans of the whole.
class Characters final : public antlr4::CharStream {
public:
    Characters(std::string_view text, FileId file, std::uint32_t offset);

    /// From the first code point of `from` to the last of `to`.
    Span span(const antlr4::Token& from, const antlr4::Token& to) const;
    Span span(const antlr4::Token& token) const { return span(token, token); }
    Span spanOf(std::size_t firstPoint, std::size_t pastPoint) const {
        return {file_, bytes_[firstPoint] + offset_, bytes_[pastPoint] + offset_};
    }
    char32_t at(std::size_t point) const { return points_[point]; }

    void consume() override { ++position_; }
    std::size_t LA(ssize_t i) override {
        const auto target = static_cast<ssize_t>(position_) + (i > 0 ? i - 1 : i);
        if (i == 0 || target < 0 || target >= static_cast<ssize_t>(points_.size())) {
            return antlr4::IntStream::EOF;
        }
        return points_[static_cast<std::size_t>(target)];
    }
    ssize_t mark() override { return -1; }
    void release(ssize_t) override {}
    std::size_t index() override { return position_; }
    void seek(std::size_t index) override {
        position_ = index < points_.size() ? index : points_.size();
    }
    std::size_t size() override { return points_.size(); }
    std::string getSourceName() const override { return "source"; }
    std::string getText(const antlr4::misc::Interval& interval) override;
    std::string toString() const override { return std::string(text_); }

private:
    std::string_view text_;
    FileId file_;
    std::uint32_t offset_;
    std::vector<char32_t> points_;
    std::vector<std::uint32_t> bytes_;  // of each code point, and one past the last
    std::size_t position_ = 0;
};

}  // namespace biao::parse
