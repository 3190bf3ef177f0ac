#include "syntax/words.h"

#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace biao::syntax {
namespace {

TEST(Words, BothSpellingsFindTheWord) {
    EXPECT_EQ(wordFrom<Keyword>("字段"), Keyword::field);
    EXPECT_EQ(wordFrom<Keyword>("field"), Keyword::field);
    EXPECT_EQ(wordFrom<Keyword>("fields"), Keyword::none);
    EXPECT_EQ(wordFrom<Keyword>(""), Keyword::none);
    EXPECT_EQ(spelling(Keyword::field).zh, "字段");
    EXPECT_EQ(spelling(Keyword::field).en, "field");
}

TEST(Words, SeveralSpellingsStandInOneCell) {
    EXPECT_EQ(wordFrom<Suffix>("以上"), Suffix::orMore);
    EXPECT_EQ(wordFrom<Suffix>("起"), Suffix::orMore);
    EXPECT_EQ(wordFrom<Suffix>("以上 起"), Suffix::none);
    EXPECT_EQ(spelling(Suffix::orMore).zh, "以上");
    EXPECT_EQ(wordFrom<Joint>("到"), Joint::upTo);
}

struct Row {
    std::string group;
    std::string zh;
    std::string en;
};

std::vector<Row> everyRow() {
    std::vector<Row> rows;
#define KEYWORD(symbol, zh, en) rows.push_back({"keyword", zh, en});
#define FLAG(symbol, zh, en) rows.push_back({"flag", zh, en});
#define CLAUSE(symbol, zh, en) rows.push_back({"clause", zh, en});
#define OPERATOR(symbol, zh, en) rows.push_back({"operator", zh, en});
#define ROLE(symbol, zh, en) rows.push_back({"role", zh, en});
#define PROPERTY(symbol, zh, en) rows.push_back({"property", zh, en});
#define VALUEKIND(symbol, zh, en) rows.push_back({"value kind", zh, en});
#define MEMBER(symbol, zh, en) rows.push_back({"member", zh, en});
#define FUNCTION(symbol, zh, en) rows.push_back({"function", zh, en});
#define SUFFIX(symbol, zh, en) rows.push_back({"suffix", zh, en});
#define JOINT(symbol, zh, en) rows.push_back({"joint", zh, en});
#define LINEWORD(symbol, zh, en) rows.push_back({"line word", zh, en});
#include "syntax/words.def"
    return rows;
}

TEST(Words, NoSpellingNamesTwoWordsOfOneGroup) {
    std::set<std::string> seen;
    for (const Row& row : everyRow()) {
        for (const std::string& cell : {row.zh, row.en}) {
            if (&cell != &row.zh && row.zh == row.en) continue;
            std::istringstream words(cell);
            for (std::string word; words >> word;) {
                if (row.group == "clause" || row.group == "operator")
                    break;  // marks, in both alike
                EXPECT_TRUE(seen.insert(row.group + " " + word).second)
                    << row.group << ": " << word;
            }
        }
    }
}

TEST(Words, EveryWordHasAnEnglishSpellingInLatinLetters) {
    for (const Row& row : everyRow()) {
        EXPECT_FALSE(row.zh.empty());
        EXPECT_FALSE(row.en.empty());
        if (row.group == "clause" || row.group == "operator") continue;
        for (const char c : row.en) {
            EXPECT_TRUE((c >= 'a' && c <= 'z') || c == '_' || c == ' ') << row.en;
        }
    }
}

}  // namespace
}  // namespace biao::syntax
