#include "words.h"

#include <sstream>

namespace biao::fuzz {

namespace {

#define WORD(symbol, zh, en) zh, en,
constexpr const char* spellings[] = {
#define KEYWORD WORD
#define FLAG WORD
#define CLAUSE WORD
#define OPERATOR WORD
#define ROLE WORD
#define PROPERTY WORD
#define VALUEKIND WORD
#define MEMBER WORD
#define FUNCTION WORD
#define SUFFIX WORD
#define CALENDARUNIT WORD
#define JOINT WORD
#define DIGIT WORD
#define PROMISED WORD
#define DIRECTION WORD
#define CAPTURE WORD
#define LINEWORD WORD
#include "syntax/words.def"
};
#undef WORD

// Marks in both widths, values, names of the national form.
constexpr const char* others[] = {"{",
                                  "}",
                                  "(",
                                  ")",
                                  "[",
                                  "]",
                                  "\n",
                                  ";",
                                  ",",
                                  "、",
                                  "|",
                                  "?",
                                  "/",
                                  "=",
                                  "+",
                                  "-",
                                  "×",
                                  "*",
                                  "÷",
                                  "~",
                                  "≥",
                                  "≤",
                                  ">",
                                  "<",
                                  "≠",
                                  "→",
                                  "⇒",
                                  ":",
                                  ".",
                                  "@",
                                  "#",
                                  "…",
                                  "\"",
                                  "“",
                                  "”",
                                  "\\",
                                  "//",
                                  "｛",
                                  "｝",
                                  "（",
                                  "）",
                                  "，",
                                  "；",
                                  "：",
                                  "＝",
                                  "＋",
                                  "－",
                                  "｜",
                                  "？",
                                  "％",
                                  "１",
                                  "\u3000",
                                  "{{",
                                  "}}",
                                  "\r\n",
                                  " ",
                                  "\"甲\"",
                                  "“甲”",
                                  "甲",
                                  "乙",
                                  "r",
                                  "x",
                                  "0",
                                  "1",
                                  "10%",
                                  "90%~95%",
                                  "1万元",
                                  "0.01",
                                  "99999999999999999999",
                                  "1,000",
                                  "1:3",
                                  "5人",
                                  "3户",
                                  "2公里",
                                  "800元/人/月",
                                  "102户、321人",
                                  "10月",
                                  "10个月",
                                  "2031年",
                                  "2031-10-31",
                                  "2031年3月~2031年11月",
                                  "每年12月底前",
                                  "第4季度",
                                  "@2015",
                                  "@2031",
                                  "B3:",
                                  "zh",
                                  "en",
                                  "#lamp",
                                  "项目",
                                  "部门",
                                  "年度",
                                  "预算",
                                  "财政拨款",
                                  "其他资金",
                                  "中期预算",
                                  "年度总体目标",
                                  "产出指标",
                                  "数量指标",
                                  "质量指标",
                                  "时效指标",
                                  "成本指标",
                                  "效益指标",
                                  "社会效益指标",
                                  "满意度指标",
                                  "服务对象满意度指标",
                                  "依据",
                                  "使用 国家.项目支出绩效目标表@2015\n",
                                  "金额单位 万元\n",
                                  "适用 项目\n"};

}  // namespace

const std::vector<std::string>& words() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> list;
        for (const char* spelling : spellings) {
            std::istringstream apart(spelling);  // several stand apart by a space
            for (std::string word; apart >> word;)
                list.push_back(word);
        }
        list.insert(list.end(), std::begin(others), std::end(others));
        return list;
    }();
    return all;
}

}  // namespace biao::fuzz
