// The library: versions, copies, who is asked for what.
#include <gtest/gtest.h>

#include <algorithm>

#include "declared.h"

namespace biao::definitions {
namespace {

using test::Declared;
using test::names;

TEST(Library, theNewestVersionIsMeantWhereNoneIsNamed) {
    Declared declared(
        "表单 测.表@2031.9 { 字段 甲 (a) : 文本 }\n"
        "表单 测.表@2031.10 { 字段 乙 (b) : 文本 }\n"
        "表单 测.表@2030 { 字段 丙 (c) : 文本 }\n");
    EXPECT_EQ(declared.form("测.表")->name.version, "2031.10") << "parts are numbers";
    EXPECT_EQ(declared.form("测.表", "2030")->name.version, "2030");
    EXPECT_EQ(declared.library().form({"测.表", "2029"}, declared.findings()), nullptr);
    EXPECT_EQ(declared.said(), std::vector<std::string>()) << "who asks says what is missing";
}

TEST(Library, aFormGoesByItsEnglishNameToo) {
    Declared declared(
        "表单 测.表@2030 (test.form) { 字段 甲 (a) : 文本 }\n"
        "表单 测.表@2031 (test.form) { 字段 乙 (b) : 文本 }\n"
        "表单 测.细表@2031 (test.detailed) 继承 test.form@2030 { 字段 丙 (c) : 文本 }\n");
    EXPECT_EQ(declared.form("test.form"), declared.form("测.表", "2031"));
    EXPECT_EQ(declared.form("test.form", "2030"), declared.form("测.表", "2030"));
    const auto detailed = declared.form("test.detailed");
    EXPECT_EQ(detailed->name.text(), "测.细表@2031");
    EXPECT_EQ(detailed->english, "test.detailed");
    EXPECT_EQ(detailed->base.text(), "测.表@2030");
    EXPECT_EQ(names(*detailed, detailed->root().children), "甲 丙");
    EXPECT_EQ(declared.said(), std::vector<std::string>());
}

TEST(Library, anEnglishNameIsTakenOnce) {
    Declared declared(
        "表单 测.表@2031 (test.form) { 字段 甲 (a) : 文本 }\n"
        "表单 测.又表@2031 (test.form) { 字段 乙 (b) : 文本 }\n");
    EXPECT_EQ(declared.said(), std::vector<std::string>{"B902 test.form"});
}

TEST(Library, aFormIsCompiledOnceAndItsFaultsSaidOnce) {
    Declared declared("表单 测.表@2031 { 字段 甲 (a) : 文夲 }");
    const auto form = declared.form("测.表");
    EXPECT_TRUE(form->broken);
    EXPECT_EQ(declared.form("测.表"), form);
    EXPECT_EQ(declared.said(), std::vector<std::string>{"B901 文夲"});
}

TEST(Library, aCopyDoesNotTellTheOriginal) {
    Declared base("");
    Declared more("量纲 亮度 (brightness)\n表单 测.表@2031 { 字段 甲 (a) : 亮度 }");
    Library copy(base.library());
    Findings findings;
    copy.add({&more.file()}, findings);
    EXPECT_TRUE(findings.empty());
    EXPECT_TRUE(copy.kind("brightness"));
    EXPECT_NE(copy.form({"测.表", ""}, findings), nullptr);
    EXPECT_FALSE(base.library().kind("亮度"));
    EXPECT_EQ(base.library().form({"测.表", ""}, findings), nullptr);
    EXPECT_TRUE(copy.form({"国家.项目支出绩效目标表", "2015"}, findings)) << "what it had";
}

TEST(Library, kindsScalesAndSubjectsAreFoundInBothLanguages) {
    Declared declared("量表 路况 (road) = 优 | 良 > 差\n主体 街区 (block)");
    EXPECT_EQ(declared.library().kind("金额")->type, Kind::Type::dimension);
    EXPECT_EQ(declared.library().kind("unit_price")->type, Kind::Type::rate);
    EXPECT_FALSE(declared.library().kind("没有"));
    const Scale* scale = declared.library().scale("road");
    ASSERT_NE(scale, nullptr);
    EXPECT_EQ(scale->steps.size(), 2U);
    EXPECT_EQ(scale->steps[0], (std::vector<std::string>{"优", "良"}));
    EXPECT_EQ(declared.library().subject("block")->zh, "街区");
    EXPECT_EQ(declared.library().subject("街区")->en, "block");
}

TEST(Library, aUnitMayBuildOnOneDeclaredLater) {
    Declared declared("计量 千流明 = 1000流明\n计量 流明 : 亮度\n量纲 亮度 (brightness)");
    EXPECT_EQ(declared.said(), std::vector<std::string>());
    EXPECT_TRUE(declared.units().word("千流明"));
}

TEST(Library, aWordOfSeveralClassesHasSeveralReadings) {
    Declared declared("计量类 茶具 (tea_things) { 套 (tea_set) }");
    const UnitRef word = declared.units().word("套");
    ASSERT_TRUE(word);
    EXPECT_TRUE(word->ambiguous());
    EXPECT_EQ(word->readings().size(), 3U) << "建筑, 设备 and 茶具";
}

TEST(Library, formsAreListedByNameFragmentsAreNot) {
    Declared declared("片段 测.甲@2031 { }\n表单 测.乙@2031 { }\n表单 测.丙@2031, 抽象 { }");
    std::vector<std::string> own;
    for (const FormName& name : declared.library().forms()) {
        if (name.path.starts_with("测.")) own.push_back(name.text());
    }
    EXPECT_EQ(own, (std::vector<std::string>{"测.丙@2031", "测.乙@2031"}));
    EXPECT_EQ(declared.library().declaredIn(declared.file()).size(), 3U) << "fragments too";
}

}  // namespace
}  // namespace biao::definitions
