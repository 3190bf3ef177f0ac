// Pages: those of codes read from Markdown, those of rules from their declarations, and finding
// them.
#include <gtest/gtest.h>

#include <algorithm>

#include "base/utf8.h"
#include "reference/code_pages.h"
#include "reference/find_page.h"
#include "reference/rule_pages.h"
#include "shelf.h"

namespace biao::reference {
namespace {

bool hasHan(std::string_view text) {
    bool code = false;  // between backticks
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = decodeAt(text, at);
        if (point == U'`') code = !code;
        if (!code && point >= 0x3400 && point <= 0x9FFF) return true;
        at += length;
    }
    return false;
}

std::vector<std::string> paragraphs(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto end = std::min(text.find("\n\n"), text.size());
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    return out;
}

/// A paragraph in Chinese, then its English twin, and so on.
void expectTwins(const Localized& text, const std::string& where) {
    const auto zh = paragraphs(text.zh);
    const auto en = paragraphs(text.en);
    EXPECT_FALSE(zh.empty()) << where;
    EXPECT_EQ(zh.size(), en.size()) << where;
    for (const auto& one : zh)
        EXPECT_TRUE(hasHan(one)) << where << ": Chinese comes first: " << one;
    for (const auto& one : en)
        EXPECT_FALSE(hasHan(one)) << where << ": then English, Chinese words in backticks: " << one;
}

TEST(CodePages, sayEverythingInBothLanguages) {
    const auto pages = codePages();
    EXPECT_EQ(pages.size(), catalogue().size());
    for (const Page& page : pages) {
        expectTwins(page.what, page.code + " what");
        expectTwins(page.why, page.code + " why");
        expectTwins(page.fix, page.code + " fix");
        EXPECT_EQ(page.wrong.empty(), page.right.empty()) << page.code;
        if (page.wrong.empty()) expectTwins(page.noExample, page.code + " no example");
    }
}

TEST(CodePages, areReadSectionBySection) {
    Page page;
    readPage(
        "# B301 x\n\nnot of any section\n"
        "## 含义 · What it means\n\n甲\n乙\n\none [two](../two.md)\n\n丙\n\nthree\n"
        "## 错的写法 · Wrong\n```biao wrong B301\n# a\n\n  b\n```\n```\nc\n```\n"
        "## 别的 · Other\n\n略\n\n```\nd\n```\n## 怎样改 · How to fix\n\n丁\n\nfour",
        page);
    EXPECT_EQ(page.what.zh, "甲\n乙\n\n丙");
    EXPECT_EQ(page.what.en, "one two\n\nthree");
    EXPECT_EQ(page.wrong, (std::vector<std::string>{"# a\n\n  b\n", "c\n"}));
    EXPECT_EQ(page.right, std::vector<std::string>());
    EXPECT_EQ(page.fix, Localized("丁", "four"));
    EXPECT_EQ(page.why, Localized());
    Page none;
    readPage("", none);
    readPage("## 含义 · What it means\n```\n", none);
    EXPECT_EQ(none.what, Localized());
}

constexpr std::string_view own = R"(
片段 甲县.规则@2031 {
    规则 B4:题目要短 (short_title) 提示 {
        说明 zh "一。二。" en "One. Two."
        缘由 zh "缘由" en "a reason"
        改法 zh "改法" en "a remedy"
        来源 "通知"
        有值(题目)
        否则 zh "短些" en "make {题目} shorter"
        反例 {
            题目 "甲"

            数量 {
                "乙" 1人
            }
        }
        反例 ｛ 题目 "丙" ｝
        正例 { 题目 "丁" }
    }
}
片段 乙县.规则@2031 { 规则 B3:题目要短 (brief) 强制 { 有值(题目); 否则 "短些" } }
表单 甲县.表@2031 { 字段 题目 (title) : 文本; 包含 甲县.规则@2031 }
表单 甲县.松表@2031 继承 甲县.表@2031 { 删 B4:题目要短 }
)";

std::vector<Page> ownPages() {
    const auto shelf = test::shelf(own);
    return rulePages(shelf->library(), shelf->files(), shelf->sources());
}

TEST(RulePages, areTheDeclaration) {
    const auto pages = pagesNamed("B4:甲县.题目要短", ownPages());
    ASSERT_EQ(pages.size(), 1U);
    const Page& page = pages.front();
    EXPECT_EQ(page.name, "short-title");
    EXPECT_EQ(page.severity, Severity::warning);
    EXPECT_EQ(page.what, Localized("一。二。", "One. Two."));
    EXPECT_EQ(page.why, Localized("缘由", "a reason"));
    EXPECT_EQ(page.fix, Localized("改法", "a remedy"));
    EXPECT_EQ(page.source, Localized("通知"));
    EXPECT_EQ(page.message, Localized("短些", "make {题目} shorter"));
    EXPECT_EQ(page.wrong, (std::vector<std::string>{"题目 \"甲\"\n数量 {\n    \"乙\" 1人\n}\n",
                                                    "题目 \"丙\"\n"}));
    EXPECT_EQ(page.right, std::vector<std::string>{"题目 \"丁\"\n"});
    EXPECT_NE(std::find(page.forms.begin(), page.forms.end(), "甲县.表@2031"), page.forms.end());
}

TEST(RulePages, aTextInOneLanguageServesBoth) {
    const auto pages = pagesNamed("brief", ownPages());
    ASSERT_EQ(pages.size(), 1U);
    EXPECT_EQ(pages.front().message, Localized("短些"));
    EXPECT_EQ(pages.front().why, Localized());
    EXPECT_EQ(renderPage(pages.front(), Language::en).find("Why it matters"), std::string::npos);
}

std::vector<std::string> found(std::string_view name) {
    auto pages = codePages();
    for (auto& page : ownPages())
        pages.push_back(std::move(page));
    std::vector<std::string> codes;
    for (const auto& page : pagesNamed(name, pages))
        codes.push_back(page.code);
    return codes;
}

TEST(FindPage, byEveryNameOfIt) {
    const std::vector<std::string> sums{"B301"};
    for (const char* name : {"B301", "b301", "Ｂ３０１", "parts-do-not-sum", "Parts_do_not_sum"})
        EXPECT_EQ(found(name), sums) << name;
    const std::vector<std::string> costs{"B3:国家.成本不超预算"};
    for (const char* name :
         {"B3:国家.成本不超预算", "Ｂ３：国家．成本不超预算", "国家.成本不超预算",
          "cost-within-budget", "cost_within_budget", "成本不超预算"})
        EXPECT_EQ(found(name), costs) << name;
    EXPECT_EQ(found("题目要短"),
              (std::vector<std::string>{"B3:乙县.题目要短", "B4:甲县.题目要短"}));
    EXPECT_EQ(found(""), std::vector<std::string>());
    EXPECT_EQ(found("B3"), std::vector<std::string>());
}

TEST(FindPage, theNearestIsSuggested) {
    EXPECT_NE(pageSuggestion("parts-dont-sum", codePages()).en.find("parts-do-not-sum"),
              std::string::npos);
    EXPECT_EQ(pageSuggestion("something else altogether", codePages()), Localized());
}

}  // namespace
}  // namespace biao::reference
