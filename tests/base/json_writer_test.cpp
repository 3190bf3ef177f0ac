#include "base/json_writer.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace biao {
namespace {

using Layout = JsonWriter::Layout;

TEST(JsonWriter, indentsByTwo) {
    JsonWriter json;
    json.beginObject().member("a", 1).key("b").beginArray().value("x").null().endArray();
    json.key("c").beginObject().endObject().member("d", true).endObject();
    EXPECT_EQ(std::move(json).take(),
              "{\n"
              "  \"a\": 1,\n"
              "  \"b\": [\n"
              "    \"x\",\n"
              "    null\n"
              "  ],\n"
              "  \"c\": {},\n"
              "  \"d\": true\n"
              "}");
}

TEST(JsonWriter, keepsOnOneLineWhatIsAskedTo) {
    JsonWriter json;
    json.beginArray().beginObject(Layout::onOneLine).key("p").beginObject().member("x", 1);
    json.member("y", -2).endObject().key("q").beginArray().value(1).value(2).endArray();
    json.endObject().endArray();
    EXPECT_EQ(std::move(json).take(), "[\n  {\"p\": {\"x\": 1, \"y\": -2}, \"q\": [1, 2]}\n]");
}

TEST(JsonWriter, bareValuesAreDocuments) {
    JsonWriter json;
    json.raw("12.50");
    EXPECT_EQ(std::move(json).take(), "12.50");
}

TEST(JsonWriter, escapesAndRepairs) {
    const std::string text("quote\" back\\ nl\n tab\t nul\0 esc\x1B del\x7F 汉 bad\xFF", 45);
    JsonWriter json;
    json.beginObject().member(text, text).endObject();
    const auto out = std::move(json).take();
    for (const char byte : out) {
        EXPECT_TRUE(static_cast<unsigned char>(byte) >= 0x20 || byte == '\n');
    }
    const auto read = nlohmann::json::parse(out);
    std::string repaired = text;
    repaired.replace(repaired.find('\xFF'), 1, "\uFFFD");
    EXPECT_EQ(read.begin().key(), repaired);
    EXPECT_EQ(read.begin().value(), repaired);
}

}  // namespace
}  // namespace biao
