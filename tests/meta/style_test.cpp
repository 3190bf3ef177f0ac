// What must not stand in the compiler's code: binary floating point, and a language of people.
#include <gtest/gtest.h>

#include <sstream>

#include "base/utf8.h"
#include "cpp_text.h"
#include "exemptions.h"
#include "sources.h"

namespace biao::meta {
namespace {

bool hasHan(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = decodeAt(text, at);
        if ((point >= 0x3400 && point <= 0x9FFF) || (point >= 0x20000 && point <= 0x3FFFF)) {
            return true;
        }
        at += length;
    }
    return false;
}

TEST(Style, noBinaryFloatingPoint) {
    for (const auto& file : sourcesUnder("compiler", {".h", ".cpp"})) {
        const auto code = codeOnly(file.text);
        EXPECT_FALSE(hasWord(code, "double") || hasWord(code, "float"))
            << file.path << ": numbers are exact";
    }
}

/// Words of the language and texts for people stand in tables (*.def), both languages side by side.
TEST(Style, noChineseOutsideTablesAndComments) {
    Exemptions exempt("han");
    for (const auto& file : sourcesUnder("compiler", {".h", ".cpp"})) {
        std::istringstream lines(withoutComments(file.text));
        std::size_t number = 0;
        for (std::string line; std::getline(lines, line);) {
            ++number;
            if (hasHan(line) && !exempt.covers(file.path)) {
                ADD_FAILURE()
                    << file.path << ":" << number << ": " << line
                    << "\n  texts for people belong in catalogue.def or phrases.def, words"
                       " of the language in the keyword table";
            }
        }
    }
    EXPECT_EQ(exempt.unneeded(), std::vector<std::string>());
}

TEST(Style, sourcesAreUtf8WithPlainLineEnds) {
    for (const auto* folder : {"compiler", "tests/meta", "grammar", "stdlib"}) {
        for (const auto& file : sourcesUnder(folder, {".h", ".cpp", ".def", ".g4", ".biao"})) {
            EXPECT_EQ(firstInvalidUtf8(file.text), std::nullopt) << file.path;
            EXPECT_EQ(file.text.find('\r'), std::string::npos) << file.path;
        }
    }
}

TEST(Style, headersAreGuardedAndExplained) {
    for (const auto& file : sourcesUnder("compiler", {".h"})) {
        EXPECT_TRUE(file.text.starts_with("// ")) << file.path << ": begins with what it is";
        EXPECT_NE(file.text.find("\n#pragma once\n"), std::string::npos) << file.path;
    }
}

}  // namespace
}  // namespace biao::meta
