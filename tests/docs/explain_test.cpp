// `biao explain` as those see it who ask: every code and every rule has its page, in both
// languages.
#ifdef BIAO_PROGRAM
#include <algorithm>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <set>
#include <sstream>
#include <nlohmann/json.hpp>

#include "pages.h"
#include "process.h"
#include "sources.h"

namespace biao::docs {
namespace {

namespace fs = std::filesystem;

std::string explain(std::vector<std::string> words) {
    words.insert(words.begin(), {BIAO_PROGRAM, "explain"});
    const auto result = golden::run(words, BIAO_SOURCE_DIR, std::chrono::seconds(60));
    EXPECT_EQ(result.err, "");
    EXPECT_EQ(result.exit, 0);
    return result.out;
}

nlohmann::json pagesOf(const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{"--format", "json"};
    words.insert(words.end(), more.begin(), more.end());
    return nlohmann::json::parse(explain(words)).at("pages");
}

/// The text under a heading, without its indentation, up to the next.
std::string under(const std::string& heading, const std::string& page) {
    std::istringstream lines(page);
    std::string out;
    bool inside = false;
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && line[0] != ' ')
            inside = line == heading;
        else if (inside)
            out += line.substr(std::min(line.size(), line.find_first_not_of(' '))) + "\n";
    }
    return out.substr(0, out.find_last_not_of('\n') + 1);
}

std::string withoutMargins(const std::string& text) {
    std::string indented = "x\n ";
    for (const char c : text) {
        indented += c;
        if (c == '\n') indented += ' ';
    }
    return under("x", indented);
}

TEST(Explain, everyCodeAndRuleHasAPageInBothLanguages) {
    const auto pages = pagesOf();
    EXPECT_GT(pages.size(), 30U);
    const std::vector<std::vector<std::string>> headings = {
        {"zh", "含义", "为什么要紧", "错的写法", "怎样改"},
        {"en", "What it means", "Why it matters", "Wrong", "How to fix"}};
    for (const auto& page : pages) {
        const auto code = page.at("code").get<std::string>();
        for (const auto& words : headings) {
            const auto text = explain({code, "--lang", words[0]});
            EXPECT_TRUE(text.starts_with(code + " " + page.at("name").get<std::string>())) << text;
            for (std::size_t at = 1; at < words.size(); ++at)
                EXPECT_NE(under(words[at], text), "") << code << " " << words[at];
            EXPECT_EQ(under(words[1], text), page.at("what").at(words[0])) << code;
        }
    }
}

/// What the sources of the library say between the braces of a 反例, blanks left out.
std::set<std::string> wrongExamples() {
    std::set<std::string> out;
    for (const auto& file : meta::sourcesUnder("stdlib", {".biao"})) {
        const std::string mark = "反例 {";
        for (auto at = file.text.find(mark); at != std::string::npos;
             at = file.text.find(mark, at + 1)) {
            std::string inside;
            std::size_t depth = 1;
            for (auto i = at + mark.size(); depth > 0 && i < file.text.size(); ++i) {
                depth += file.text[i] == '{' ? 1 : 0;
                depth -= file.text[i] == '}' ? 1 : 0;
                if (depth > 0 && file.text[i] != ' ' && file.text[i] != '\n')
                    inside += file.text[i];
            }
            out.insert(inside);
        }
    }
    return out;
}

TEST(Explain, theWrongExampleOfARuleIsTheOneItDeclares) {
    const auto declared = wrongExamples();
    std::size_t rules = 0;
    for (const auto& page : pagesOf()) {
        if (!page.at("rule")) continue;
        ++rules;
        const auto text = under("错的写法", explain({page.at("code"), "--lang", "zh"}));
        std::string whole;
        for (const std::string example : page.at("wrong"))
            whole += (whole.empty() ? "" : "\n") + example;
        EXPECT_EQ(text, withoutMargins(whole)) << page.at("code");
        for (std::string example : page.at("wrong")) {
            std::erase_if(example, [](char c) { return c == ' ' || c == '\n'; });
            EXPECT_TRUE(declared.contains(example)) << page.at("code") << "\n" << example;
        }
    }
    EXPECT_GT(rules, 0U);
}

TEST(Explain, withoutTheFilesOfRulesThereAreNoPagesOfRules) {
    const auto folder =
        fs::path(testing::TempDir()) / ("biao-explain-" + std::to_string(::getpid()));
    fs::copy(fs::path(BIAO_SOURCE_DIR) / "stdlib", folder, fs::copy_options::recursive);
    fs::remove_all(folder / "rules");
    const auto left = pagesOf({"--stdlib", folder.native()});
    fs::remove_all(folder);
    for (const auto& page : left)
        EXPECT_FALSE(page.at("rule")) << page.at("code");
    EXPECT_LT(left.size(), pagesOf().size());
}

}  // namespace
}  // namespace biao::docs
#endif
