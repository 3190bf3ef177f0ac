#include "base/json_writer.h"

#include <utility>

#include "base/utf8.h"

namespace biao {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

/// The letter of a short escape, or 0.
char shortEscape(char byte) {
    switch (byte) {
        case '"':
            return '"';
        case '\\':
            return '\\';
        case '\b':
            return 'b';
        case '\f':
            return 'f';
        case '\n':
            return 'n';
        case '\r':
            return 'r';
        case '\t':
            return 't';
        default:
            return 0;
    }
}

}  // namespace

JsonWriter& JsonWriter::begin(char bracket, Layout layout) {
    beforeValue();
    if (!levels_.empty() && levels_.back().layout == Layout::onOneLine) {
        layout = Layout::onOneLine;
    }
    out_.push_back(bracket);
    levels_.push_back({layout});
    return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
    const auto level = levels_.back();
    levels_.pop_back();
    if (!level.empty && level.layout == Layout::indented) {
        newLine();
    }
    out_.push_back(bracket);
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    beforeValue();
    quote(name);
    out_ += ": ";
    afterKey_ = true;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    beforeValue();
    quote(text);
    return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    beforeValue();
    out_ += json;
    return *this;
}

void JsonWriter::beforeValue() {
    if (std::exchange(afterKey_, false) || levels_.empty()) {
        return;
    }
    auto& level = levels_.back();
    const bool first = std::exchange(level.empty, false);
    if (!first) {
        out_.push_back(',');
    }
    if (level.layout == Layout::indented) {
        newLine();
    } else if (!first) {
        out_.push_back(' ');
    }
}

void JsonWriter::newLine() {
    out_.push_back('\n');
    out_.append(levels_.size() * 2, ' ');
}

void JsonWriter::quote(std::string_view text) {
    out_.push_back('"');
    std::size_t copied = 0;  // what stands as it is, is copied in long pieces
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = decodeAt(text, at);
        const bool broken = point == 0xFFFD && length == 1;
        if (point >= 0x20 && point != 0x7F && point != '"' && point != '\\' && !broken) {
            at += length;
            continue;
        }
        out_ += text.substr(copied, at - copied);
        if (broken) {
            appendUtf8(out_, point);
        } else if (const char letter = shortEscape(text[at])) {
            out_.push_back('\\');
            out_.push_back(letter);
        } else {
            out_ += "\\u00";
            out_.push_back(hexDigits[point >> 4U]);
            out_.push_back(hexDigits[point & 0xFU]);
        }
        at += length;
        copied = at;
    }
    out_ += text.substr(copied);
    out_.push_back('"');
}

}  // namespace biao
