// A baseline written and held against: what is old, new and gone.
#include <gtest/gtest.h>

#include "process.h"

namespace biao::cli {
namespace {

using golden::ProcessResult;

/// A shell in a folder of its own, with the examples as submitted in 2023/. `say` prints the last
/// line of a check in English, and its status.
ProcessResult aside(const std::string& command) {
    return golden::run(
        {"/bin/sh", "-c",
         "biao=$0; folder=$(mktemp -d); cp -r as-submitted \"$folder/2023\"; cd \"$folder\"; "
         "say() { \"$biao\" check --lang en \"$@\" >said 2>trouble; status=$?; "
         "tail -n 1 said; cat trouble; echo \"status $status\"; }; " +
             command + "; cd /; rm -rf \"$folder\"",
         BIAO_PROGRAM},
        std::string(BIAO_SOURCE_DIR) + "/examples/pingluo-2023", std::chrono::seconds(60));
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(Baseline, takesEverythingAndThenNothingFails) {
    const auto result = aside("say 2023 --write-baseline b; say 2023 --baseline b");
    EXPECT_TRUE(holds(result.out, "in the baseline\nstatus 0\n")) << result.out;
    EXPECT_FALSE(holds(result.out, "error")) << result.out;
    EXPECT_FALSE(holds(result.out, "gone")) << result.out;
}

TEST(Baseline, isTheSameHoweverItIsWritten) {
    const auto result = aside(
        "say 2023 --write-baseline b; say 2023 --write-baseline c --jobs 1; cmp b c; "
        "say 2023 --write-baseline d --lang zh; cmp b d; cd 2023; say . --write-baseline ../e; "
        "cmp ../b ../e && ls .. | grep -c . && cat ../b | head -n 1");
    EXPECT_FALSE(holds(result.out, "differ")) << result.out;
    EXPECT_TRUE(holds(result.out, "{\n")) << result.out;
}

TEST(Baseline, doesNotMindMovedLinesAndOtherLayout) {
    const auto result = aside(
        "say 2023 --write-baseline b; for f in 2023/*.biao; do "
        "{ echo '// one line more'; cat \"$f\"; } >x; mv x \"$f\"; done; "
        "say 2023 --baseline b; \"$biao\" fmt 2023; say 2023 --baseline b; "
        "mkdir in; mv 2023 b in; say in/2023 --baseline in/b");
    EXPECT_FALSE(holds(result.out, "error")) << result.out;
    EXPECT_FALSE(holds(result.out, "status 1")) << result.out;
    EXPECT_FALSE(holds(result.out, "gone")) << result.out;
}

TEST(Baseline, keepsWhatItHoldsOfFilesThatWereNotLookedAt) {
    const auto result = aside(
        "say 2023 --write-baseline b; cp b old; "
        "say 2023/03-* --baseline b --write-baseline b; cmp b old && echo kept; "
        "rm 2023/01-*; say 2023/03-* --baseline b --write-baseline b; "
        "grep -c /01- b; grep -c /02- b >several; test -s several && echo still");
    EXPECT_TRUE(holds(result.out, "kept\n")) << result.out;
    EXPECT_TRUE(holds(result.out, "\n0\nstill\n")) << result.out;
}

TEST(Baseline, failsOnNewOnesAndCountsThoseThatAreGone) {
    const auto result = aside(
        "say 2023 --write-baseline b; f=$(ls 2023/03-*); "
        "sed -i 's/659004元/65904元/' \"$f\"; say 2023 --baseline b; "
        "\"$biao\" check 2023/01-* --lang en --baseline b | tail -n 1");
    EXPECT_TRUE(holds(result.out, "of the baseline are gone; --write-baseline")) << result.out;
    EXPECT_TRUE(holds(result.out, "status 0\n")) << result.out;
    // Of the files that were not checked nothing is gone.
    EXPECT_TRUE(result.out.ends_with("in the baseline\n")) << result.out;

    const auto changed = aside(
        "say 2023 --write-baseline b; f=$(ls 2023/03-*); "
        "sed -i 's/659004元/659005元/' \"$f\"; say 2023 --baseline b --write-baseline c; "
        "grep -h ' error\\[' said; say 2023 --baseline c; rm \"$f\"; say 2023 --baseline c");
    EXPECT_TRUE(holds(changed.out, "status 1\n")) << changed.out;
    EXPECT_TRUE(holds(changed.out, "error[B3:")) << changed.out;
    EXPECT_TRUE(holds(changed.out, "status 0\n")) << changed.out;
    EXPECT_TRUE(holds(changed.out, "gone")) << changed.out;
}

TEST(Baseline, isNotWrittenOfHalfTheFiles) {
    const auto result = aside("say 2023 nowhere --write-baseline b; ls");
    EXPECT_TRUE(holds(result.out, "status 2\n")) << result.out;
    EXPECT_TRUE(holds(result.out, "the baseline was not written")) << result.out;
    EXPECT_FALSE(holds(result.out, "\nb\n")) << result.out;
    const auto full =
        aside("say 2023 --write-baseline no/such/folder/b; say 2023 --write-baseline /dev/full");
    EXPECT_FALSE(holds(full.out, "status 0")) << full.out;
    EXPECT_FALSE(holds(full.out, "status 1")) << full.out;
}

TEST(Baseline, doesNotTakeWhatCannotBeRead) {
    const auto result = aside(
        "echo '项目 \"甲' >2023/x.biao; say 2023 --write-baseline b; grep -c B0 b; "
        "say 2023/x.biao --baseline b");
    EXPECT_TRUE(holds(result.out, "status 1\n")) << result.out;
    EXPECT_TRUE(holds(result.out, "\n0\n")) << result.out;
}

}  // namespace
}  // namespace biao::cli
