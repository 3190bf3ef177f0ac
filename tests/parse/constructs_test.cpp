// What the language can say: every construct, every shape of a value, every spelling of both.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support.h"
#include "syntax/calendar.h"

namespace biao::test {
namespace {

void expectClean(const std::filesystem::path& path) {
    const Parsed parsed(readText(path), path.filename().string());
    EXPECT_TRUE(parsed.findings.empty()) << parsed.report(Language::zh);
    EXPECT_EQ(parsed.dump().find("broken"), std::string::npos) << path;
}

TEST(Constructs, EveryConstructParses) {
    const auto files = biaoFiles("constructs");
    EXPECT_GE(files.size(), 5u);
    for (const auto& file : files)
        expectClean(file);
}

TEST(Constructs, EveryShapeOfAValueParses) {
    expectClean(here("values.biao"));
}

TEST(Constructs, EveryDateInThemIsUnderstood) {
    auto files = biaoFiles("constructs");
    files.push_back(here("values.biao"));
    std::size_t dates = 0;
    for (const auto& path : files) {
        const Parsed parsed(readText(path));
        for (const syntax::Expr& e : parsed.file.exprs) {
            if (e.kind != syntax::ExprKind::date) continue;
            ++dates;
            EXPECT_TRUE(syntax::readCalendar(e.text)) << e.text;
        }
    }
    EXPECT_GT(dates, 40u);
}

TEST(Constructs, FullWidthAndEnglishSpellingsSayTheSame) {
    const Parsed chinese(readText(here("twins/chinese.biao")));
    for (const char* name : {"twins/chinese.biao", "twins/full-width.biao", "twins/english.biao"}) {
        const Parsed twin(readText(here(name)));
        EXPECT_TRUE(twin.findings.empty()) << name << "\n" << twin.report(Language::zh);
        EXPECT_EQ(twin.dump(), chinese.dump()) << name;
    }
}

TEST(Constructs, LineEndsAreAlike) {
    const std::string text = readText(here("constructs/submissions.biao"));
    std::string windows;
    std::string old;
    for (const char c : text) {
        windows += c == '\n' ? "\r\n" : std::string(1, c);
        old += c == '\n' ? '\r' : c;
    }
    const std::string dump = Parsed(text).dump();
    EXPECT_EQ(Parsed(windows).dump(), dump);
    EXPECT_EQ(Parsed(old).dump(), dump);
    EXPECT_EQ(Parsed("\xEF\xBB\xBF" + text).dump(), dump);
}

// What a construct turns into, where the shape of the tree is not obvious from the text.

std::string rowOf(const std::string& line) {
    const Parsed parsed("项目 \"甲\" {\n" + line + "\n}\n");
    EXPECT_TRUE(parsed.findings.empty()) << parsed.report(Language::zh);
    const std::string dump = parsed.dump();
    return dump.substr(dump.find('\n') + 1);
}

TEST(Tree, ATermOfAnEquationLedByANameIsAPart) {
    EXPECT_EQ(rowOf("预算 23万元 = 拨款 20万元 占 87% + 自筹"),
              "  item 预算\n"
              "    number 23 [万元]\n"
              "    equation\n"
              "      part + name=拨款\n"
              "        number 20 [万元]\n"
              "        share: number 87 [%]\n"
              "      part + name=自筹\n");
}

TEST(Tree, AProductLedByANameIsAReference) {
    EXPECT_EQ(rowOf("核算 预算 = lamp × price ÷ 2"),
              "  item 核算\n"
              "    name 预算\n"
              "    equation\n"
              "      part +\n"
              "        product\n"
              "          name lamp\n"
              "          × name price\n"
              "          ÷ number 2\n");
    EXPECT_EQ(rowOf("杂 1 = 甲 / 12 + 乙 / - 丙"),
              "  item 杂\n"
              "    number 1\n"
              "    equation\n"
              "      part +\n"
              "        product\n"
              "          name 甲\n"
              "          ÷ number 12\n"
              "      part + name=乙\n"
              "        not-applicable\n"
              "      part - name=丙\n");
}

TEST(Tree, APointInTimeHasMembers) {
    EXPECT_EQ(rowOf("\"能耗\" ≤ 2030年.实际 - 3%"),
              "  row 能耗 ≤\n"
              "    sum\n"
              "      member 实际\n"
              "        date 2030\n"
              "      - number 3 [%]\n");
}

TEST(Tree, ActualsSayUpToWhen) {
    const Parsed parsed("实绩 项目 \"甲\"@2031 截至 2031-07-31 { 拨款 12万元 }");
    ASSERT_TRUE(parsed.findings.empty());
    EXPECT_EQ(parsed.dump(),
              "actuals name=甲 version=2031 alias=项目 by\n"
              "  value: date 2031-07-31\n"
              "  item 拨款\n"
              "    number 12 [万元]\n");
}

TEST(Tree, ARuleCanBeReplacedWhole) {
    const Parsed parsed("表单 甲 { 换 规则 乙 { a > 1 } }");
    ASSERT_TRUE(parsed.findings.empty());
    EXPECT_EQ(parsed.dump(),
              "form name=甲\n"
              "  replace rule name=乙\n"
              "    condition\n"
              "      compare >\n"
              "        name a\n"
              "        > number 1\n");
}

TEST(Tree, ALineGoesOnOnlyWhereItIsMeantTo) {
    const std::string one = rowOf("预算 5万元 = 甲 3万元 + 乙 2万元, 依据 \"x\"");
    EXPECT_EQ(rowOf("预算 5万元\n  = 甲 3万元 +\n  乙 2万元,\n  依据 \"x\""), one);
    EXPECT_EQ(rowOf("预算 5万元 = 甲 3万元\n+ 乙 2万元\n, 依据 \"x\""), one);
}

TEST(Tree, ABlockEndsItsStatement) {
    const Parsed lines(
        "项目 \"甲\" {\n产出 {\n数量 { \"乙\" 5人 }\n质量 { \"丙\" 95% }\n}\n年度 2031\n}\n"
        "表单 丁@2031 { 资金 戊 = 己 { 己 (own) } 字段 庚 : 文本 }");
    const Parsed one(
        "项目 \"甲\" { 产出 { 数量 { \"乙\" 5人 } 质量 { \"丙\" 95% } } 年度 2031 } "
        "表单 丁@2031 { 资金 戊 = 己 { 己 (own) } 字段 庚 : 文本 }");
    EXPECT_EQ(one.said(), std::vector<std::string>());
    EXPECT_EQ(one.dump(), lines.dump());
    // A mark that begins nothing belongs to what stands before it, and is wrong there.
    EXPECT_EQ(Parsed("项目 \"甲\" { 产出 { }, 分值 5 }").said().size(), 1u);
}

}  // namespace
}  // namespace biao::test
