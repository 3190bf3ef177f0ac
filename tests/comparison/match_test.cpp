// Why rows and submissions are taken for one.
#include <gtest/gtest.h>

#include "comparison/match.h"
#include "pipeline/check.h"

namespace biao::comparison {
namespace {

pipeline::Report read(const std::string& rows, int year) {
    pipeline::Request request;
    request.texts = {{std::to_string(year) + ".biao",
                      "使用 国家.项目支出绩效目标表@2015\n项目 \"甲\" {\n年度 " +
                          std::to_string(year) + "\n产出指标 {\n" + rows + "\n}\n}\n"}};
    request.readOnly = true;
    return pipeline::check(request);
}

/// "旧名 > 新名 why" for each indicator, then "- 旧名" and "+ 新名".
std::string matched(const std::string& before, const std::string& after,
                    const MatchOptions& options = {}) {
    const auto old = read(before, 2023);
    const auto now = read(after, 2024);
    EXPECT_EQ(old.readings.size(), 1U);
    EXPECT_EQ(now.readings.size(), 1U);
    const auto& one = old.readings.at(0).kept.submission;
    const auto& other = now.readings.at(0).kept.submission;
    const auto found = matchRows(one, other, *now.readings[0].library, options);
    constexpr const char* why[] = {"id", "pinned", "code", "key", "moved", "renamed", "only"};
    std::string out;
    for (const RowPair& pair : found.pairs) {
        if (other[pair.after].kind != model::RowKind::indicator) continue;
        out += std::string(one[pair.before].name) + " > " + std::string(other[pair.after].name) +
               " " + why[static_cast<int>(pair.why)] + "\n";
    }
    for (const RowIndex row : found.dropped) {
        if (one[row].kind == model::RowKind::indicator)
            out += "- " + std::string(one[row].name) + "\n";
    }
    for (const RowIndex row : found.added) {
        if (other[row].kind == model::RowKind::indicator)
            out += "+ " + std::string(other[row].name) + "\n";
    }
    return out;
}

TEST(Match, byIdWhateverTheName) {
    EXPECT_EQ(matched("数量指标 { \"装灯\" #lamp ≥40盏 }", "数量指标 { \"照明\" #lamp ≥40盏 }"),
              "装灯 > 照明 id\n");
}

TEST(Match, aFormerNameIsStated) {
    EXPECT_EQ(matched("数量指标 { \"路灯安装\" ≥40盏 }",
                      "数量指标 { \"照明\" ≥40盏, 曾用 \"路灯安装\" }"),
              "路灯安装 > 照明 pinned\n");
    EXPECT_EQ(matched("数量指标 { \"路灯安装\" ≥40盏 }",
                      "数量指标 { \"照明\" ≥40盏, 曾用 [\"亮化\", \"路灯安装\"] }"),
              "路灯安装 > 照明 pinned\n");
    // It goes before the key.
    EXPECT_EQ(matched("数量指标 { \"甲灯\" ≥40盏; \"乙灯\" ≥30盏 }",
                      "数量指标 { \"甲灯\" ≥40盏, 曾用 \"乙灯\"; \"乙灯\" ≥30盏, 曾用 \"甲灯\" }"),
              "乙灯 > 甲灯 pinned\n甲灯 > 乙灯 pinned\n");
}

TEST(Match, blankAsTheFormerNameMakesARowNew) {
    EXPECT_EQ(
        matched("数量指标 { \"安装路灯\" ≥40盏 }", "数量指标 { \"安装路灯\" ≥40盏, 曾用 空 }"),
        "- 安装路灯\n+ 安装路灯\n");
    EXPECT_EQ(matched("数量指标 { \"安装路灯数\" ≥40盏 }",
                      "数量指标 { \"安装路灯数量\" ≥40盏 { 曾用 空 } }"),
              "- 安装路灯数\n+ 安装路灯数量\n");
}

TEST(Match, sameNamesInOrderAndByValue) {
    EXPECT_EQ(matched("数量指标 { \"培训\" ≥1次; \"培训\" ≥2次 }",
                      "数量指标 { \"培训\" ≥2次; \"培训\" ≥3次; \"培训\" ≥4次 }"),
              "培训 > 培训 key\n培训 > 培训 key\n+ 培训\n");
}

TEST(Match, aNameInAnotherCategoryMoved) {
    EXPECT_EQ(matched("数量指标 { \"验收\" ≥1次 }", "质量指标 { \"验收\" ≥1次 }"),
              "验收 > 验收 moved\n");
}

TEST(Match, theYearOfTheSubmissionIsNoDifference) {
    EXPECT_EQ(
        matched("数量指标 { \"2023年培训人数\" ≥100人 }", "数量指标 { \"2024年培训人数\" ≥100人 }"),
        "2023年培训人数 > 2024年培训人数 renamed\n");
    EXPECT_EQ(
        matched("数量指标 { \"2020年欠款清偿\" ≥1户 }", "数量指标 { \"2020年欠款清偿\" ≥1户 }"),
        "2020年欠款清偿 > 2020年欠款清偿 key\n");
}

TEST(Match, theThresholdIsTheCallers) {
    const std::string before = "数量指标 { \"群众满意度\" ≥90% }";
    const std::string after = "数量指标 { \"受益群众满意度\" ≥92% }";
    MatchOptions strict;
    strict.similarity = 100;
    EXPECT_EQ(matched(before, after), "群众满意度 > 受益群众满意度 renamed\n");
    EXPECT_EQ(matched(before, after, strict), "- 群众满意度\n+ 受益群众满意度\n");
}

}  // namespace
}  // namespace biao::comparison
