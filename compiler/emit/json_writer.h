// JSON written as it comes, key after key, without a tree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "base/language.h"

namespace biao::emit {

class JsonWriter {
public:
    /// Appends to `out`, which outlives this.
    explicit JsonWriter(rapidjson::StringBuffer& out) : writer_(out) {}

    void open() { writer_.StartObject(); }
    void close() { writer_.EndObject(); }
    void openList() { writer_.StartArray(); }
    void closeList() { writer_.EndArray(); }
    JsonWriter& key(std::string_view name) {
        writer_.Key(name.data(), sizeOf(name));
        return *this;
    }

    /// UTF-8.
    void text(std::string_view value) { writer_.String(value.data(), sizeOf(value)); }
    void textOrNull(std::string_view value) { value.empty() ? null() : text(value); }
    void flag(bool value) { writer_.Bool(value); }
    void count(std::uint32_t value) { writer_.Uint(value); }
    void yearOrNull(const std::optional<int>& year) { year ? (void)writer_.Int(*year) : null(); }
    void null() { writer_.Null(); }
    void both(const Localized& name);

private:
    static rapidjson::SizeType sizeOf(std::string_view value) {
        return static_cast<rapidjson::SizeType>(value.size());
    }

    rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

}  // namespace biao::emit
