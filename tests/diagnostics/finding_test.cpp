#include "diagnostics/finding.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/source.h"
#include "diagnostics/count.h"

namespace biao {
namespace {

Finding make(std::string code, Span span, std::string message = "m", std::string group = "") {
    Finding made;
    made.code = std::move(code);
    made.span = span;
    made.message = std::move(message);
    made.group = std::move(group);
    return made;
}

class Finish : public testing::Test {
protected:
    // Handed in against the order of their paths.
    SourceSet sources;
    FileId b = sources.add(Source("b.biao", std::string(100, 'b')));
    FileId a = sources.add(Source("a.biao", std::string(100, 'a')));

    std::string order(std::vector<Finding> list) {
        std::string codes;
        for (const auto& one : Findings::finish(std::move(list), sources)) {
            codes += one.code + " ";
        }
        return codes;
    }
};

TEST_F(Finish, sortsByPathPlaceCodeMessage) {
    std::vector<Finding> list = {
        make("7", {b, 0, 1}),      make("5", {a, 9, 9}, "n"), make("4", {a, 9, 9}),
        make("5", {a, 9, 9}, "m"), make("3", {a, 2, 9}),      make("2", {a, 2, 3}),
        make("1", {{}, 0, 0}),
    };
    EXPECT_EQ(order(list), "1 2 3 4 5 5 7 ");
    std::reverse(list.begin(), list.end());
    EXPECT_EQ(order(list), "1 2 3 4 5 5 7 ");
}

TEST_F(Finish, saysTheSameOnce) {
    EXPECT_EQ(order({make("1", {a, 2, 3}), make("2", {a, 2, 3}), make("1", {a, 2, 3})}), "1 2 ");
    EXPECT_EQ(order({make("1", {a, 2, 3}), make("1", {a, 2, 3}, "other")}), "1 1 ");
}

TEST_F(Finish, onePathHandedInTwiceIsOneFile) {
    const auto again = sources.add(Source("a.biao", std::string(100, 'a')));
    EXPECT_EQ(order({make("1", {a, 2, 3}), make("2", {a, 1, 2}), make("1", {again, 2, 3})}),
              "2 1 ");
}

std::vector<Finding> rows(FileId file, std::uint32_t count, const std::string& group) {
    std::vector<Finding> list;
    for (std::uint32_t index = 0; index < count; ++index) {
        auto row = make("B102", {file, index, index + 1}, "row " + std::to_string(index), group);
        row.fixes.push_back({"fix " + std::to_string(index), {}});
        list.push_back(std::move(row));
    }
    return list;
}

TEST_F(Finish, foldsBeyondTheLimitOnly) {
    EXPECT_EQ(Findings::finish(rows(a, 20, "g"), sources).size(), 20U);
    EXPECT_EQ(Findings::finish(rows(a, 21, "g"), sources).size(), 1U);
    EXPECT_EQ(Findings::finish(rows(a, 3, "g"), sources, 2).size(), 1U);
    EXPECT_EQ(Findings::finish(rows(a, 100, ""), sources).size(), 100U);
}

TEST_F(Finish, foldedFindingKeepsEveryPlaceAndFix) {
    auto list = rows(a, 25, "g");
    std::reverse(list.begin(), list.end());
    const auto folded = Findings::finish(std::move(list), sources);
    ASSERT_EQ(folded.size(), 1U);
    const auto& one = folded.front();
    EXPECT_EQ(one.span.begin, 0U);
    EXPECT_EQ(one.message.zh, "row 0（另有 24 处同样的问题）");
    EXPECT_EQ(one.message.en, "row 0 (and 24 more places like it)");
    ASSERT_EQ(one.related.size(), 24U);
    EXPECT_EQ(one.related.front().span.begin, 1U);
    EXPECT_EQ(one.related.back().message.zh, "row 24");
    EXPECT_EQ(one.fixes.size(), 25U);
}

TEST_F(Finish, groupsAreOfOneFileAndOneCode) {
    auto list = rows(a, 15, "g");
    for (auto& row : rows(b, 15, "g")) {
        list.push_back(row);
    }
    for (auto& row : rows(a, 15, "other")) {
        row.code = "B101";
        list.push_back(row);
    }
    EXPECT_EQ(Findings::finish(std::move(list), sources).size(), 45U);
}

TEST_F(Finish, foldingKeepsTheOrder) {
    auto list = rows(a, 30, "g");
    list.push_back(make("B001", {a, 0, 0}));
    list.push_back(make("B900", {a, 15, 15}));
    const auto finished = Findings::finish(std::move(list), sources);
    ASSERT_EQ(finished.size(), 3U);
    EXPECT_EQ(finished[0].code, "B001");
    EXPECT_EQ(finished[1].code, "B102");
    EXPECT_EQ(finished[2].code, "B900");
}

TEST(FindingsList, takesAnother) {
    Findings one;
    Findings other;
    EXPECT_TRUE(one.empty());
    one.add(make("1", {}));
    other.add(make("2", {})).severity = Severity::info;
    one.take(std::move(other));
    ASSERT_EQ(one.list().size(), 2U);
    EXPECT_EQ(one.list()[1].code, "2");
    const auto count = countSeverities(one.list());
    EXPECT_EQ(count.errors, 1U);
    EXPECT_EQ(count.infos, 1U);
}

}  // namespace
}  // namespace biao
