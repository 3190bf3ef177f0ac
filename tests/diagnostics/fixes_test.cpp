// What was mended, for people and for machines.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "diagnostics/fixes.h"
#include "diagnostics/render.h"

namespace biao {
namespace {

const std::vector<MendedFile> files = {
    {"甲.biao",
     {{"B206", {"去掉引号", "take the quotes off"}, {9, 20}},
      {"B005", {"改写为 2000", "write 2000"}, {10, 4}}},
     {{{"B201", {"改写为 %", "write %"}, {11, 3}}, "B209"}}},
    {"乙\x1b.biao", {{"B005", {"改写为 1\n", "write 1\n"}, {1, 1}}}, {}}};

TEST(Fixes, forPeople) {
    EXPECT_EQ(renderFixes(files, Language::zh),
              "甲.biao：改了 2 处\n"
              "  第 9 行 [B206]：去掉引号\n"
              "  第 10 行 [B005]：改写为 2000\n"
              "  第 11 行 [B201] 没有改：改写为 %，会多出 B209\n"
              "乙\u241B.biao：改了 1 处\n"
              "  第 1 行 [B005]：改写为 1\u240A\n");
    EXPECT_EQ(renderFixes({files[0]}, Language::en),
              "甲.biao: 2 fixes\n"
              "  line 9 [B206]: take the quotes off\n"
              "  line 10 [B005]: write 2000\n"
              "  line 11 [B201] is left as it is: to write % would bring B209\n");
    EXPECT_EQ(renderFixes({}, Language::en), "");
}

TEST(Fixes, forMachines) {
    const std::string plain = renderJson({}, {}, {}, Language::en);
    const auto document = nlohmann::json::parse(withFixes(plain, files, Language::en));
    EXPECT_TRUE(document.contains("summary"));
    ASSERT_EQ(document["fixed"].size(), 2U);
    const auto& file = document["fixed"][0];
    EXPECT_EQ(file["path"], "甲.biao");
    EXPECT_EQ(file["made"][0]["code"], "B206");
    EXPECT_EQ(file["made"][0]["line"], 9);
    EXPECT_EQ(file["left"][0]["brings"], "B209");
    const auto none = nlohmann::json::parse(withFixes(plain, {}, Language::en));
    EXPECT_EQ(none["fixed"].size(), 0U);
}

}  // namespace
}  // namespace biao
