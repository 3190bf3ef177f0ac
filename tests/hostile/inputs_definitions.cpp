#include "inputs.h"

namespace biao::hostile {

namespace {

/// A form with these lines, and a submission with so many rows in it.
std::string form(const std::string& lines, std::string_view row = "\"r#\" =5册\n",
                 std::size_t rows = 20'000) {
    return "表单 甲@2031 {\n适用 项目\n金额单位 元\n字段 年度 : 年\n字段 数甲 : 金额\n"
           "字段 数乙 : 金额\n指标 产出 { 数量 : 计数 }\n" +
           lines + "}\n使用 甲@2031\n项目 \"a\" {\n年度 2031\n数甲 5元\n数乙 0元\n产出 { 数量 {\n" +
           numbered(row, rows) + "} }\n}\n";
}

/// A rule over each row; `message` is the Chinese one.
std::string rule(const std::string& lines, const std::string& message = "x") {
    return "规则 B3:乙 强制 {\n对 r 于 产出.行\n" + lines + "\n否则 zh \"" + message +
           "\" en \"y\"\n}\n";
}

/// 令 c1 = first, and each of those that follow from the one before: ~ stands for it.
std::string chain(const std::string& first, std::string_view next, int length,
                  const std::string& condition) {
    std::string lines = "令 c1 = " + first + "\n";
    std::string before = "c1";
    for (int i = 2; i <= length; ++i) {
        std::string worth;
        for (const char byte : next) {
            if (byte == '~') {
                worth += before;
            } else {
                worth += byte;
            }
        }
        before = "c" + std::to_string(i);
        lines += "令 " + before + " = " + worth + "\n";
    }
    return lines + before + condition;
}

const std::string longName = "维修村道第#段并且硬化路面安装护栏种植树木修建桥梁";

}  // namespace

std::vector<Input> definitions() {
    return {
        {"AFormThatExtendsItself",
         [] { return std::string("表单 甲@2031 继承 甲@2031 { 适用 项目 }\n"); }, 1, "B903"},
        {"TwoFormsThatExtendEachOther",
         [] {
             return std::string(
                 "表单 甲@2031 继承 乙@2031 { 适用 项目 }\n表单 乙@2031 继承 甲@2031 { 适用 项目 "
                 "}\n");
         },
         1, "B903"},
        {"FragmentsThatIncludeThemselves",
         [] {
             return std::string(
                 "片段 甲 { 包含 甲 }\n片段 丙 { 包含 丁 }\n片段 丁 { 包含 丙 }\n"
                 "表单 乙@2031 { 适用 项目\n包含 甲\n包含 丙 }\n");
         },
         1, "B903"},
        {"FormsThatExtendForms",
         [] {
             std::string text;
             for (int i = 0; i < 10'000; ++i)
                 text += "表单 f" + std::to_string(i) + "@2031 继承 f" + std::to_string(i + 1) +
                         "@2031 { }\n";
             return text + "表单 f10000@2031 { 适用 项目 }\n";
         },
         1, "B903"},
        {"FragmentsThatDouble",
         [] {
             std::string text;
             for (int i = 0; i < 40; ++i) {
                 const std::string next = std::to_string(i + 1);
                 text +=
                     "片段 p" + std::to_string(i) + " { 包含 p" + next + "\n包含 p" + next + " }\n";
             }
             return text + "片段 p40 { 字段 年度 : 年 }\n表单 甲@2031 { 适用 项目\n包含 p0 }\n";
         },
         1, "B90"},
        {"UnknownKinds",
         [] {
             return "表单 甲@2031 {\n适用 项目\n" + numbered("字段 n# : 呱呱\n", 20'000) + "}\n";
         },
         1, "B901"},
        {"SameElements",
         [] {
             return "表单 甲@2031 {\n适用 项目\n" + repeat("字段 同名 : 文本\n", 20'000) + "}\n";
         },
         1, "B902"},
        {"UnknownNamesInRules",
         [] {
             return "表单 甲@2031 {\n适用 项目\n" +
                    numbered("规则 B3:n# 强制 {\nx# ≥ 5\n否则 zh \"x\" en \"y\"\n}\n", 20'000) +
                    "}\n";
         },
         1, "B901"},
        {"UnitsOfUnits",
         [] {
             std::string text = "单位 u0 : 长度 = 1 米\n";
             for (int i = 1; i < 3'000; ++i)
                 text += "单位 u" + std::to_string(i) + " : 长度 = 99999999999999999999 u" +
                         std::to_string(i - 1) + "\n";
             return text;
         },
         1, "B"},
        {"ADivisionByZeroInARule", [] { return form(rule("数甲 ÷ 数乙 ≤ 500%")); }, 0,
         "20000 indicators"},
        {"ARuleOverPairsOfRows", [] { return form(rule("对 s 于 产出.行\nr.目标 = s.目标")); }, 1,
         "B006"},
        {"ARuleThatLooksAtAllRowsForEach",
         [] { return form(rule("全部(产出.行, 目标 = r.目标)")); }, 1, "B006"},
        {"ARuleThatCountsRowsForEach", [] { return form(rule("计数(产出.行 当 名 = r.名) = 2")); },
         1, "B3:"},
        {"ANumberThatSquares", [] { return form(rule(chain("9999999999", "~ × ~", 60, " > 5"))); },
         1, "B004"},
        {"AConditionThatDoubles",
         [] { return form(rule(chain("r.目标 = 5册", "~ 且 ~", 60, ""))); }, 1, "B004"},
        {"ASumThatDoubles", [] { return form(rule(chain("r.目标", "~ + ~", 60, " < 5册"))); }, 1,
         "B004"},
        {"AListThatDoubles",
         [] {
             return form("规则 B3:乙 强制 {\n" + chain("[产出.目标, 产出.目标]", "[~, ~]", 60, "") +
                         " = 5册\n否则 zh \"x\" en \"y\"\n}\n");
         },
         1, "B"},
        {"ASumOfListsThatDouble",
         [] {
             std::string lines = chain("[产出.目标, 产出.目标]", "[~, ~]", 60, "");
             lines.resize(lines.rfind('\n'));
             return form("规则 B3:乙 强制 {\n" + lines +
                         "\n合计(c60) = 5册\n否则 zh \"x\" en \"y\"\n}\n");
         },
         1, "B004"},
        {"AChainOfNames", [] { return form(rule(chain("r.目标", "~ + 1册", 5'000, " < 5册"))); }, 1,
         "B004"},
        {"PlaceholdersInAMessage",
         [] { return form(rule("r.目标 = 6册", repeat("{r.目标}", 100'000))); }, 1, "B004"},
        {"BracesInAMessage", [] { return form(rule("r.目标 = 6册", repeat("{", 100'000))); }, 1,
         "B3:"},
        {"AMessageThatListsEverything",
         [] { return form(rule("r.目标 = 6册", repeat("{产出.行}", 200))); }, 1, "B3:"},
        {"AMessageOfAMegabyte", [] { return form(rule("r.目标 = 6册", repeat("长", 300'000))); }, 1,
         "B3:"},
        {"APatternOfRuns",
         [] {
             return form(rule("非 r.名 匹配 \"" + repeat("*a", 2'000) + "b\""),
                         "\"" + repeat("a", 20'000) + "#\" =5册\n", 50);
         },
         0, "50 indicators"},
        {"APatternThatDoubles",
         [] {
             return form(rule("非 r.名 匹配 \"" + repeat("{a,aa}", 20'000) + "b\""),
                         "\"" + repeat("a", 30'000) + "#\" =5册\n", 50);
         },
         1, "B904"},
        {"APatternOfOpenBraces",
         [] {
             return form(rule("非 r.名 匹配 \"" + repeat("{", 300'000) + "\""), "\"r#\" =5册\n",
                         50);
         },
         1, "B904"},
        {"TheNearestOfTexts",
         [] {
             return form(rule("有值(最像(r.名, 产出.名))"), "\"" + longName + "\" =5册\n", 10'000);
         },
         0, "10000 indicators"},
        {"TheNearestOfLongTexts",
         [] {
             return form(rule("有值(最像(r.名, 产出.名))"),
                         "\"" + longName + repeat("路面硬化桥梁加固", 40) + "\" =5册\n", 10'000);
         },
         0, "10000 indicators"},
    };
}

}  // namespace biao::hostile
