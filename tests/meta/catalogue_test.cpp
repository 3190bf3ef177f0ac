// The tables of messages and phrases, and that every row earns its place.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "cpp_text.h"
#include "diagnostics/catalogue.h"
#include "exemptions.h"
#include "sources.h"

namespace biao::meta {
namespace {

struct Row {
    std::string id;
    std::string symbol;
    std::string name;
    std::string zh;
    std::string en;
};

const std::vector<Row> codes = {
#define CODE(id, symbol, name, severity, zh, en) {id, #symbol, name, zh, en},
#include "diagnostics/catalogue.def"
#undef CODE
};

const std::vector<Row> phrases = {
#define PHRASE(symbol, zh, en) {"", #symbol, "", zh, en},
#include "diagnostics/phrases.def"
#undef PHRASE
};

bool isLetter(unsigned char byte) {
    return std::isalpha(byte) != 0;
}

/// The names of a template's {arguments}; other braces stand for themselves.
std::set<std::string> placeholders(std::string_view pattern) {
    std::set<std::string> names;
    for (std::size_t at = 0; (at = pattern.find('{', at)) != std::string_view::npos;) {
        if (pattern.substr(at).starts_with("{{")) {
            at += 2;
            continue;
        }
        const auto slot = pattern.substr(at + 1, pattern.find('}', at) - at - 1);
        const auto name = slot.substr(0, slot.find('?'));
        if (!name.empty() && std::all_of(name.begin(), name.end(), isLetter)) {
            names.emplace(name);
        }
        ++at;
    }
    return names;
}

/// "parts-do-not-sum" for "partsDoNotSum".
std::string kebab(std::string_view symbol) {
    std::string name;
    for (const char byte : symbol) {
        if (std::isupper(static_cast<unsigned char>(byte)) != 0) {
            name.push_back('-');
        }
        name.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(byte))));
    }
    return name;
}

std::string allCode() {
    std::string code;
    for (const auto& file : sourcesUnder("compiler", {".h", ".cpp"})) {
        code += codeOnly(file.text);
    }
    return code;
}

TEST(Catalogue, idsAreSortedAndUnique) {
    for (std::size_t index = 1; index < codes.size(); ++index) {
        EXPECT_LT(codes[index - 1].id, codes[index].id);
    }
    const std::set<std::string> families = {"B0", "B1", "B2", "B3", "B4", "B5", "B6", "B9"};
    for (const auto& row : codes) {
        EXPECT_EQ(row.id.size(), 4U) << row.id;
        EXPECT_TRUE(families.contains(row.id.substr(0, 2))) << row.id;
    }
}

TEST(Catalogue, namesAreTheSymbolsInKebabCase) {
    std::set<std::string> names;
    for (const auto& row : codes) {
        EXPECT_EQ(row.name, kebab(row.symbol)) << row.id;
        EXPECT_TRUE(names.insert(row.name).second) << row.id << ": " << row.name << " is taken";
    }
}

TEST(Catalogue, bothLanguagesSayTheSameThings) {
    for (const auto* table : {&codes, &phrases}) {
        for (const auto& row : *table) {
            EXPECT_EQ(placeholders(row.zh), placeholders(row.en)) << row.id << " " << row.symbol;
        }
    }
}

TEST(Catalogue, messagesDoNotEndInAFullStop) {
    for (const auto& row : codes) {
        EXPECT_FALSE(row.zh.empty() || row.zh.ends_with("。") || row.zh.ends_with(".")) << row.id;
        EXPECT_FALSE(row.en.empty() || row.en.ends_with(".")) << row.id;
    }
}

TEST(Catalogue, everyCodeIsSaidSomewhere) {
    const auto code = allCode();
    Exemptions exempt("unused-code");
    for (const auto& row : codes) {
        if (!hasWord(code, "Code::" + row.symbol) && !exempt.covers(row.id)) {
            ADD_FAILURE() << row.id << " " << row.name << ": nothing says Code::" << row.symbol;
        }
    }
    EXPECT_EQ(exempt.unneeded(), std::vector<std::string>()) << "take these out of exemptions.txt";
}

TEST(Catalogue, everyPhraseIsUsed) {
    const auto code = allCode();
    Exemptions exempt("unused-phrase");
    for (const auto& row : phrases) {
        if (!hasWord(code, "Phrase::" + row.symbol) && !exempt.covers(row.symbol)) {
            ADD_FAILURE() << "nothing uses Phrase::" << row.symbol;
        }
    }
    EXPECT_EQ(exempt.unneeded(), std::vector<std::string>()) << "take these out of exemptions.txt";
}

TEST(Catalogue, everyCodeIsShownByAnExpectation) {
    std::string shown;
    for (const auto* folder : {"tests/golden", "examples"}) {
        for (const auto& file : sourcesUnder(folder, {".expect"})) {
            shown += file.text;
        }
    }
    Exemptions exempt("no-golden");
    for (const auto& row : codes) {
        if (!hasWord(shown, row.id) && !exempt.covers(row.id)) {
            ADD_FAILURE() << row.id << " " << row.name << ": no .expect file shows it";
        }
    }
    EXPECT_EQ(exempt.unneeded(), std::vector<std::string>()) << "take these out of exemptions.txt";
}

TEST(Goldens, everyExpectationHasItsSource) {
    std::set<std::string> inputs;
    for (const auto& file : sourcesUnder("tests/golden", {".biao"})) {
        inputs.insert(file.path.substr(0, file.path.size() - 5));
    }
    for (const auto& file : sourcesUnder("tests/golden", {".expect"})) {
        EXPECT_TRUE(inputs.contains(file.path.substr(0, file.path.size() - 7))) << file.path;
    }
}

}  // namespace
}  // namespace biao::meta
