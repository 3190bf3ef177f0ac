#include "inputs.h"

#include <algorithm>

namespace biao::hostile {

std::string repeat(std::string_view piece, std::size_t times) {
    std::string out;
    out.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        out += piece;
    return out;
}

std::string numbered(std::string_view piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) {
        for (const char byte : piece) {
            if (byte == '#') {
                out += std::to_string(i);
            } else {
                out += byte;
            }
        }
    }
    return out;
}

std::string project(const std::string& rows, const std::string& lines) {
    return "使用 国家.项目支出绩效目标表@2015\n项目 \"甲\" {\n"
           "年度 2031\n预算 20万元 = 财政拨款 15万元 + 其他资金 5万元\n年度总体目标 \"送书5册\"\n"
           "产出指标 { 数量指标 {\n" +
           rows +
           "\n} }\n效益指标 { 社会效益指标 { \"受益人数\" ≥800人 } }\n"
           "满意度指标 { 服务对象满意度指标 { \"满意度\" ≥90% } }\n" +
           lines + "\n}\n";
}

namespace {

/// Each character in so many bytes, the lowest first.
std::string wide(const std::u32string& text, int bytes) {
    std::string out;
    for (char32_t point : text) {
        for (int i = 0; i < bytes; ++i, point >>= 8)
            out += static_cast<char>(point & 0xFF);
    }
    return out;
}

std::string swapped(std::string text) {
    for (std::size_t i = 0; i + 1 < text.size(); i += 2)
        std::swap(text[i], text[i + 1]);
    return text;
}

const std::u32string chinese = U"项目 \"甲\" {\n    年度 2031\n    预算 20万元\n}\n";
const std::u32string english = U"project \"a\" { year 2031 }\n";
constexpr std::size_t million = 1'000'000;

}  // namespace

std::vector<Input> texts() {
    return {
        {"Braces", [] { return repeat("{", 100'000); }, 1, "B004"},
        {"Parentheses", [] { return project("\"a\" ≤ " + repeat("(", 100'000) + "5人"); }, 1,
         "B004"},
        {"Brackets", [] { return repeat("[", 100'000); }, 1, "B004"},
        {"Signs", [] { return project("\"a\" ≥5人 = +" + repeat(" -", 10'000) + "5人"); }, 1,
         "B002"},
        {"AHundredMegabytes", [] { return "// " + repeat("a", 100 * million); }, 2, "64 MiB"},
        {"ALineOfSixtyMegabytes", [] { return project(repeat("$ ", 30 * million)); }, 1, "B004"},
        {"LineEnds", [] { return repeat("\n", 60 * million); }, 1, "B004"},
        {"OldLineEnds", [] { return project(repeat("\"a\" ≥5册\r", 40'000)); }, 1, "B103", 19},
        {"StraightQuotes", [] { return repeat("\"", 60 * million); }, 1, "B004"},
        {"CurlyQuotes", [] { return repeat("“", 20 * million); }, 1, "B00"},
        {"Bars", [] { return project("", repeat("|", 60 * million)); }, 1, "B004"},
        {"Nul", [] { return std::string("项目 \"甲\" {\0}", 16); }, 1, "NUL"},
        {"BrokenUtf8", [] { return project("\"a\xE4\xB8\" ≥5册"); }, 1, "B001"},
        {"Gb18030",
         [] { return repeat("\xCF\xEE\xC4\xBF \"\xBC\xD7\" { \xC4\xEA\xB6\xC8 2031 }\n", 1000); },
         1, "iconv -f GB18030"},
        {"Utf16", [] { return wide(chinese, 2); }, 1, "iconv -f UTF-16LE"},
        {"Utf16WithMark", [] { return "\xFF\xFE" + wide(chinese, 2); }, 1, "iconv -f UTF-16LE"},
        {"Utf16BigEnd", [] { return swapped(wide(chinese, 2)); }, 1, "iconv -f UTF-16BE"},
        {"Utf16BigEndWithMark", [] { return "\xFE\xFF" + swapped(wide(chinese, 2)); }, 1,
         "iconv -f UTF-16BE"},
        {"Utf16English", [] { return wide(english, 2); }, 1, "iconv -f UTF-16LE"},
        {"Utf32WithMark", [] { return std::string("\xFF\xFE\0\0", 4) + wide(chinese, 4); }, 1,
         "iconv -f UTF-32LE"},
        {"Digits", [] { return project("\"a\" ≥" + repeat("9", 100'000) + "册"); }, 1, "B004"},
        {"DigitsOfAResult",
         [] {
             return project("\"a\" ≥5册 = " + repeat("9", 190) +
                            repeat(" × " + repeat("9", 190), 5000));
         },
         1, "B004"},
        {"AQuotedTextOfTenMegabytes",
         [] { return project("\"" + repeat("长", 3'400'000) + "\" ≥5册"); }, 1, "B004"},
        {"AGoalOfTenMegabytes",
         [] { return project("", "年度总体目标 \"" + repeat("长", 3'400'000) + "\""); }, 1, "B004"},
        {"AWordOfTenMegabytes", [] { return project("", repeat("长", 3'400'000) + " 5"); }, 1,
         "B004"},
        {"AUnitOfAMegabyte", [] { return project("\"a\" ≥5" + repeat("万亿", 150'000) + "册"); }, 1,
         "B201"},
        {"Slashes", [] { return repeat("/", 60 * million); }, 0, "B007"},
        {"Nothing", [] { return std::string(); }, 0, "B007"},
        {"OnlyAMark", [] { return std::string("\xEF\xBB\xBF"); }, 0, "B007"},
        {"ControlCharacters", [] { return project("\"\x1b[31m红\x07\" ≥5呱\x1b"); }, 1, "B002"},
    };
}

}  // namespace biao::hostile
