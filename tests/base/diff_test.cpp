#include "base/diff.h"

#include <gtest/gtest.h>

#include <random>
#include <sstream>
#include <vector>

namespace biao {
namespace {

/// What the hunks make of `before`, line by line as they say.
std::string applied(const std::string& before, const std::string& diff) {
    std::vector<std::string> lines;
    std::istringstream in(before);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    std::string out;
    std::size_t next = 0;
    std::istringstream hunks(diff);
    for (std::string line; std::getline(hunks, line);) {
        if (line.starts_with("---") || line.starts_with("+++")) continue;
        if (line.starts_with("@@")) {
            std::size_t first = 0;
            std::size_t count = 0;
            char ignored = 0;
            std::istringstream(line.substr(4)) >> first >> ignored >> count;
            const std::size_t begin = count == 0 ? first : first - 1;
            while (next < begin)
                out += lines.at(next++) + "\n";
            continue;
        }
        if (line[0] == '+') {
            out += line.substr(1) + "\n";
            continue;
        }
        EXPECT_EQ(line.substr(1), lines.at(next));
        if (line[0] == ' ') out += lines[next] + "\n";
        ++next;
    }
    while (next < lines.size())
        out += lines[next++] + "\n";
    return out;
}

TEST(Diff, IsEmptyOfEqualTexts) {
    EXPECT_EQ(unifiedDiff("x", "a\nb\n", "a\nb\n"), "");
    EXPECT_EQ(unifiedDiff("x", "", ""), "");
}

TEST(Diff, ShowsChangesWithTheirSurroundings) {
    EXPECT_EQ(unifiedDiff("x", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"),
              "--- x\n+++ x\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
    EXPECT_EQ(unifiedDiff("x", "", "a\n"), "--- x\n+++ x\n@@ -0,0 +1,1 @@\n+a\n");
    EXPECT_EQ(unifiedDiff("x", "a\n", ""), "--- x\n+++ x\n@@ -1,1 +0,0 @@\n-a\n");
    EXPECT_EQ(unifiedDiff("x", "a\n", "a"),
              "--- x\n+++ x\n@@ -1,1 +1,1 @@\n-a\n+a\n\\ No newline at end of file\n");
}

TEST(Diff, MakesTheOneTextOfTheOther) {
    std::mt19937 random(11);  // the same texts every time
    const auto text = [&](std::size_t kinds) {
        std::string out;
        for (auto lines = random() % 60; lines > 0; --lines)
            out += "line " + std::to_string(random() % kinds) + "\n";
        return out;
    };
    for (int round = 0; round < 500; ++round) {
        const std::size_t kinds = 2 + random() % 40;
        const std::string before = text(kinds);
        const std::string after = text(kinds);
        ASSERT_EQ(applied(before, unifiedDiff("x", before, after)), after) << before;
    }
}

TEST(Diff, OfLargeTextsKeepsWhatIsTheSame) {
    std::string before;
    std::string after;
    for (int line = 0; line < 50'000; ++line) {
        before += "a" + std::to_string(line) + "\n";
        after += (line % 10 == 0 ? "b" : "a") + std::to_string(line) + "\n";
    }
    const std::string diff = unifiedDiff("x", before, after);
    EXPECT_EQ(applied(before, diff), after);
    EXPECT_LT(diff.size(), 2 * before.size());
    std::string other;
    for (int line = 0; line < 50'000; ++line)
        other += "c" + std::to_string(line) + "\n";
    EXPECT_EQ(applied(before, unifiedDiff("x", before, other)), other);
}

}  // namespace
}  // namespace biao
