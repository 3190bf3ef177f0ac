// JSON text, written front to back in the order of the calls.
// A document of twenty thousand findings is written without being built first. Bytes that are not
// UTF-8 become U+FFFD, so the output is always JSON. Numbers with a fraction are handed in as text
// by those who own exact numbers.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace biao {

class JsonWriter {
public:
    /// `onOneLine` keeps the object or array, and all it holds, on one line.
    enum class Layout { indented, onOneLine };

    JsonWriter& beginObject(Layout layout = Layout::indented) { return begin('{', layout); }
    JsonWriter& endObject() { return end('}'); }
    JsonWriter& beginArray(Layout layout = Layout::indented) { return begin('[', layout); }
    JsonWriter& endArray() { return end(']'); }

    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(bool truth) { return raw(truth ? "true" : "false"); }
    template <std::integral Number>
    JsonWriter& value(Number number) {
        return raw(std::to_string(number));
    }
    JsonWriter& null() { return raw("null"); }
    /// Text that is JSON already, such as the digits of an exact number.
    JsonWriter& raw(std::string_view json);

    template <class Value>
    JsonWriter& member(std::string_view name, const Value& content) {
        key(name);
        return value(content);
    }

    /// The document so far; the caller adds the last line's end.
    std::string take() && { return std::move(out_); }

private:
    struct Level {
        Layout layout;
        bool empty = true;
    };
    JsonWriter& begin(char bracket, Layout layout);
    JsonWriter& end(char bracket);
    void beforeValue();
    void newLine();
    void quote(std::string_view text);

    std::string out_;
    std::vector<Level> levels_;
    bool afterKey_ = false;
};

}  // namespace biao
