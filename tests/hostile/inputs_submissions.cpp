#include "inputs.h"

namespace biao::hostile {

namespace {

constexpr std::size_t many = 20'000;

/// Rows of one kind, twenty thousand.
std::string rows(std::string_view row) {
    return project(numbered(row, many));
}

/// Latin digits as Chinese names take none.
std::string columnNamed(std::size_t number) {
    static constexpr std::string_view letters[] = {"甲", "乙", "丙", "丁", "戊",
                                                   "己", "庚", "辛", "壬", "癸"};
    std::string name = "列";
    for (int digit = 0; digit < 3; ++digit, number /= 10)
        name += letters[number % 10];
    return name;
}

std::string thousandColumns() {
    std::string form = "表单 甲@2031 {\n适用 项目\n金额单位 元\n表 收支, 自由行 {\n";
    std::string header;
    for (std::size_t i = 0; i < 1000; ++i) {
        form += "列 " + columnNamed(i) + " : 金额\n";
        header += " | " + columnNamed(i);
    }
    form += "行 合计额 = 合计(行)\n} }\n使用 甲@2031\n项目 \"a\" { 收支 {\n" + header + "\n";
    for (int i = 0; i < 50; ++i)
        form += "\"r" + std::to_string(i) + "\"" + repeat(" | 5", 1000) + "\n";
    return form + "合计额" + repeat(" | 251", 1000) + "\n} }\n";
}

/// A table of so many lines.
std::string table(std::size_t lines) {
    return "表单 甲@2031 {\n适用 项目\n金额单位 元\n表 收支, 自由行 {\n列 甲额 : 金额\n"
           "行 合计额 = 合计(行)\n} }\n使用 甲@2031\n项目 \"a\" { 收支 {\n| 甲额\n" +
           numbered("\"r#\" | 5\n", lines) + "合计额 | 7\n} }\n";
}

}  // namespace

std::vector<Input> submissions() {
    return {
        {"MistakesOfSyntax", [] { return rows("\"r#\" ≥ ≥ 5人\n"); }, 1, "B004"},
        {"LostQuotes", [] { return rows("\"r# ≥5人\n"); }, 1, "B003"},
        {"LostBrackets", [] { return rows("\"r#\" ≥(5人\n"); }, 1, "B003", 999},
        {"LostBraces", [] { return rows("\"r#\" {\n"); }, 1, "B004"},
        {"ExtraBraces", [] { return repeat("}\n", many); }, 1, "B003"},
        {"UnknownUnits", [] { return rows("\"r#\" ≥5呱\n"); }, 1, "B201"},
        {"UnknownUnitsOfManyKinds",
         [] {
             std::string rows;
             for (std::size_t i = 0; i < many; ++i)
                 rows += "\"r" + std::to_string(i) + "\" ≥5" + columnNamed(i / 100) +
                         columnNamed(i) + "\n";
             return project(rows);
         },
         1, "B201", 5'000},
        {"UnknownNames", [] { return project("", numbered("n# 5\n", many)); }, 1, "B011"},
        {"UnknownCategories",
         [] { return project("", "产出指标 {\n" + numbered("c# { \"x\" ≥5册 }\n", many) + "}"); },
         1, "B011"},
        {"UnknownAttributes", [] { return rows("\"r#\" ≥5册, a# \"x\"\n"); }, 1, "B011"},
        {"SameRows", [] { return rows("\"同名\" ≥5册\n"); }, 1, "B103"},
        {"SameIds", [] { return project(repeat("\"r\" #lamp ≥5册\n", many)); }, 1, "B103"},
        {"SameFields", [] { return project("", repeat("年度 2031\n", many)); }, 1, "B103"},
        {"NoValues", [] { return rows("\"r#\"\n"); }, 1, "B102"},
        {"TextsThatAreNoMeasures", [] { return rows("\"r#\" \"约#大概呱\"\n"); }, 1, "B205"},
        {"EquationsThatDiffer", [] { return rows("\"r#\" ≥5册 = 2册 × 3\n"); }, 1, "B303"},
        {"DivisionsByZero", [] { return rows("\"r#\" ≥5册 = 5册 ÷ (3 - 3)\n"); }, 1, "B205"},
        {"DatesThatDoNotExist", [] { return rows("\"r#\" 截至 2031年2月30日\n"); }, 1, "B2"},
        {"NearlyEqualTexts",
         [] {
             return project(
                 numbered("\"维修村道第#段并且硬化路面安装护栏种植树木\" ≥5公里\n", 10'000));
         },
         0, "10002 indicators"},
        {"RowsOfWhich",
         [] { return project("\"a\" ≥5册 {\n" + numbered("其中 \"x#\" 5册\n", 10'000) + "}"); }, 0,
         "3 indicators"},
        {"RowsOfWhichInsideEachOther",
         [] {
             return project("\"a\" ≥5册 {\n" + numbered("其中 \"x#\" 5册 {\n", 10'000) +
                            repeat("}\n", 10'001));
         },
         1, "B004"},
        {"ThreeHundredThousandRows", [] { return project(numbered("\"r#\" ≥#册\n", 300'000)); }, 0,
         "300002 indicators"},
        {"RowsBeyondTheLimit", [] { return project(numbered("\"r#\" ≥5册\n", 1'200'000)); }, 1,
         "B004"},
        {"AMistakeAmongRowsToTheLimit",
         [] { return project(numbered("\"r#\" ≥#册\n", 95'000) + "\"a\" ≥ ≥ 5册"); }, 1, "B002"},
        {"AMistakeAmongRowsBeyondTheLimit",
         [] { return project(numbered("\"r#\" ≥#册\n", 200'000) + "\"a\" ≥ ≥ 5册"); }, 1, "B004"},
        {"ATableOfTwoMillionLines", [] { return table(2'000'000); }, 1, "B004"},
        {"ATableOfHalfAMillionLines", [] { return table(500'000); }, 1, "B301"},
        {"AThousandColumns", thousandColumns, 1, "B301"},
        {"TenThousandFields",
         [] {
             return "表单 甲@2031 {\n适用 项目\n" + numbered("字段 n# 必填 : 文本\n", 10'000) +
                    "}\n使用 甲@2031\n项目 \"a\" {\n" + numbered("n# \"x\"\n", 9'999) + "}\n";
         },
         1, "n9999"},
        {"FieldsWorkedOutFromEachOther",
         [] {
             std::string form = "表单 甲@2031 {\n适用 项目\n金额单位 元\n字段 n0 : 金额\n";
             std::string asked;
             for (int i = 1; i < 5'000; ++i) {
                 const std::string name = "n" + std::to_string(i);
                 form += "字段 " + name + " : 金额 = n" + std::to_string(i - 1) + " × 1 + 0元\n";
                 asked += name + " ?\n";
             }
             return form + "}\n使用 甲@2031\n项目 \"a\" {\nn0 5元\n" + asked + "}\n";
         },
         1, "B30"},
        {"PartsOfAFund",
         [] {
             return project(
                 "", "中期预算 20万元 = " + repeat("财政拨款 15万元 + ", 9'000) + "其他资金 5万元");
         },
         1, "B103"},
        {"Submissions",
         [] {
             return "使用 国家.项目支出绩效目标表@2015\n" +
                    numbered("项目 \"甲#\" { 年度 2031 }\n", 30'000);
         },
         1, "B004"},
    };
}

}  // namespace biao::hostile
