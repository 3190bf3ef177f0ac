#include <gtest/gtest.h>

#include <csignal>

#include "process.h"
#include "script.h"

namespace biao::golden {
namespace {

using Words = std::vector<std::string>;

ProcessResult shell(const std::string& command, int milliseconds = 60'000) {
    return run({"/bin/sh", "-c", command}, "/", std::chrono::milliseconds(milliseconds));
}

TEST(Process, keepsBothStreamsAndTheStatus) {
    const auto result = shell("echo out; echo err >&2; pwd; exit 3");
    EXPECT_EQ(result.out, "out\n/\n");
    EXPECT_EQ(result.err, "err\n");
    EXPECT_EQ(result.exit, 3);
    EXPECT_EQ(result.signal, 0);
}

TEST(Process, readsMoreThanAPipeHolds) {
    const auto result = shell("head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2");
    EXPECT_EQ(result.out.size(), 300'000U);
    EXPECT_EQ(result.err.size(), 300'000U);
}

TEST(Process, noticesASignal) {
    EXPECT_EQ(shell("kill -SEGV $$").signal, SIGSEGV);
}

TEST(Process, endsWhatTakesTooLong) {
    const auto result = shell("echo begun; sleep 30 & wait", 300);
    EXPECT_TRUE(result.tooLong);
    EXPECT_EQ(result.out, "begun\n");
}

TEST(Process, aMissingProgramIs127) {
    EXPECT_EQ(run({"/no/such/program"}, "/", std::chrono::seconds(5)).exit, 127);
}

TEST(Process, theEnvironmentIsTheSameEverywhere) {
    EXPECT_EQ(shell("echo $LC_ALL $TZ; cat").out, "C.UTF-8 UTC\n");
}

TEST(Script, checksByDefault) {
    const std::vector<Words> expected = {{"check", "--lang", "zh", "a.biao"}};
    EXPECT_EQ(commandsOf("", "a.biao"), expected);
    EXPECT_EQ(commandsOf("// a comment\n使用 x\n// run: fmt\n", "a.biao"), expected);
}

TEST(Script, readsTheFirstLines) {
    const std::vector<Words> expected = {{"check", "--format", "json", "a.biao"},
                                         {"diff", "old.biao", "a.biao", "--exit-code"},
                                         {"emit", "--to", "a b", "a.biao"},
                                         {"explain", "B301"}};
    EXPECT_EQ(commandsOf("// 运行: check --format json\n"
                         "// what this is about\n"
                         "//run: diff old.biao % --exit-code\r\n"
                         "// 运行：emit --to 'a b'\n"
                         "// 只运行: explain B301",
                         "a.biao"),
              expected);
    EXPECT_EQ(commandsOf("\xEF\xBB\xBF// run only: forms\n", "a.biao"),
              std::vector<Words>{{"forms"}});
}

TEST(Script, writesATranscript) {
    ProcessResult result;
    result.out = "one\n\ntwo";
    result.err = "bad\n";
    result.exit = 1;
    EXPECT_EQ(transcript({"check", "a b"}, result),
              "$ biao check 'a b'\none\n\ntwo\n[no line end]\n! bad\n[exit 1]\n");
    result = {};
    result.signal = 11;
    EXPECT_EQ(transcript({"x"}, result), "$ biao x\n[signal 11]\n");
    result.tooLong = true;
    EXPECT_EQ(transcript({"x"}, result), "$ biao x\n[took too long]\n");
}

}  // namespace
}  // namespace biao::golden
