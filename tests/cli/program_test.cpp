// The program as a process: what files of golden output cannot hold, for they are printed to a pipe
// that somebody reads.
#include <gtest/gtest.h>

#include "process.h"

namespace biao::cli {
namespace {

using golden::ProcessResult;

/// A shell runs `command`, in which $biao is the program; it stands in the examples' folder.
ProcessResult shell(const std::string& command) {
    return golden::run({"/bin/sh", "-c", "biao=$0; " + command, BIAO_PROGRAM},
                       std::string(BIAO_SOURCE_DIR) + "/examples/pingluo-2023",
                       std::chrono::seconds(60));
}

TEST(Output, aFullDiskIsNoSuccess) {
    for (const auto* words :
         {"check corrected", "check as-submitted --format json",
          "check as-submitted --format sarif", "check corrected --format junit",
          "check corrected --format github -o /dev/full", "--help", "--version", "explain", "units",
          "forms --format json", "schema", "emit corrected", "emit --to csv as-submitted",
          "check --dump ast corrected/01-*.biao"}) {
        const auto result = shell("\"$biao\" " + std::string(words) + " >/dev/full");
        EXPECT_EQ(result.exit, 2) << words;
        EXPECT_NE(result.err.find("No space left on device"), std::string::npos) << words;
    }
}

TEST(Output, aReaderThatWentAwayIsNotComplainedOf) {
    // The reader has closed its end before anything is written.
    const auto result = shell(
        "folder=$(mktemp -d); mkfifo \"$folder/p\"; "
        "(exec 3<\"$folder/p\"; exec 3<&-) & "
        "exec 4>\"$folder/p\"; wait; "
        "\"$biao\" check as-submitted >&4; echo \"status $?\"; rm -r \"$folder\"");
    EXPECT_EQ(result.out, "status 2\n");
    EXPECT_EQ(result.err, "");
}

TEST(Output, withoutAStandardOutput) {
    const auto result = shell("\"$biao\" check corrected >&-");
    EXPECT_EQ(result.exit, 2);
    EXPECT_EQ(result.signal, 0);
}

TEST(Output, aFileThatMayNotGrow) {
    const auto result = shell(
        "file=$(mktemp); (ulimit -f 1; exec \"$biao\" check as-submitted --format json "
        ">\"$file\"); "
        "status=$?; rm \"$file\"; exit $status");
    EXPECT_EQ(result.exit, 2);
}

TEST(Output, isTheSameTwiceAndInAnyOrder) {
    const auto first = shell("\"$biao\" check as-submitted/*.biao corrected");
    const auto again = shell("\"$biao\" check corrected $(ls -r as-submitted/*.biao)");
    EXPECT_EQ(first.out, again.out);
    EXPECT_EQ(first.exit, 1);
}

/// A shell in a folder of its own; $from is the folder of the examples.
ProcessResult shellAside(const std::string& command) {
    return shell("from=$PWD; folder=$(mktemp -d); cd \"$folder\"; " + command +
                 "; cd /; rm -rf \"$folder\"");
}

TEST(Emit, isTheSameInAnyOrder) {
    for (const std::string data : {"json", "csv", "csv --table money"}) {
        const std::string command = "\"$biao\" emit --to " + data;
        const auto first = shell(command + " as-submitted/*.biao corrected");
        const auto again = shell(command + " corrected $(ls -r as-submitted/*.biao) corrected");
        EXPECT_GT(first.out.size(), 1000U);
        EXPECT_EQ(first.out, again.out);
        EXPECT_EQ(first.exit, 1);
    }
}

TEST(Emit, toAFileIsWhatStandardOutputWouldBe) {
    const auto result = shellAside(
        "\"$biao\" emit \"$from/corrected\" >out.json && "
        "\"$biao\" emit \"$from/corrected\" -o file.json && cmp out.json file.json && ls");
    EXPECT_EQ(result.out, "file.json\nout.json\n");
    EXPECT_EQ(result.err, "");
    EXPECT_EQ(result.exit, 0);
}

TEST(Emit, tablesGoIntoAFolder) {
    const auto result = shellAside(
        "mkdir there; for to in new/ there; do"
        " \"$biao\" emit \"$from/corrected\" --to csv --output $to; done; ls new there;"
        " for table in indicators money; do"
        " \"$biao\" emit \"$from/corrected\" --to csv --table $table --bom -o one.csv;"
        " head -c 3 one.csv | od -An -tx1; tail -c +4 one.csv | cmp - new/$table.csv; done");
    EXPECT_EQ(result.out,
              "new:\nindicators.csv\nmoney.csv\n\nthere:\nindicators.csv\nmoney.csv\n"
              " ef bb bf\n ef bb bf\n");
    EXPECT_EQ(result.err, "");
}

TEST(Emit, errorsAreNoReasonToWriteNothing) {
    const auto result = shellAside(
        "\"$biao\" emit \"$from/as-submitted\" -o a.json 2>said; echo $?; ls; grep -c B101 said");
    EXPECT_EQ(result.out.substr(0, 14), "1\na.json\nsaid\n");
}

TEST(Emit, whatCannotBeWrittenLeavesNothing) {
    const auto result = shellAside(
        "mkdir folder; echo old >old; say() { \"$@\" 2>/dev/null; echo $?; };"
        " say \"$biao\" emit \"$from/corrected\" -o none/a.json;"
        " say \"$biao\" emit \"$from/corrected\" -o folder;"
        " say \"$biao\" emit \"$from/corrected\" --to csv -o none/folder/;"
        " say \"$biao\" emit \"$from/corrected\" --to csv -o old/;"
        " say \"$biao\" emit \"$from/corrected\" -o /dev/full;"
        " (ulimit -f 1; say \"$biao\" emit \"$from/corrected\" -o old;"
        " say \"$biao\" emit \"$from/corrected\" --to csv -o new/);"
        " say \"$biao\" emit nothing.biao -o nothing.json;"
        " find . | sort; cat old");
    EXPECT_EQ(result.out, "2\n2\n2\n2\n2\n2\n2\n2\n.\n./folder\n./old\nold\n");
}

TEST(Emit, aFileThatCannotBeReadIsNoReasonToLeaveOutTheOthers) {
    const auto result = shellAside(
        "\"$biao\" emit none.biao \"$from/corrected\" --to csv -o a.csv; echo $?;"
        " \"$biao\" emit \"$from/corrected\" --to csv | cmp - a.csv && echo same");
    EXPECT_EQ(result.out, "2\nsame\n");
    EXPECT_NE(result.err.find("none.biao"), std::string::npos);
}

TEST(Colour, onlyWhereItIsAskedFor) {
    EXPECT_EQ(shell("\"$biao\" check as-submitted").out.find('\x1B'), std::string::npos);
    EXPECT_EQ(shell("\"$biao\" check as-submitted --color never").out.find('\x1B'),
              std::string::npos);
    EXPECT_NE(shell("\"$biao\" check as-submitted --color always").out.find('\x1B'),
              std::string::npos);
}

TEST(Language, comesFromTheLocaleUnlessSaid) {
    const auto title = [](const std::string& settings, const std::string& words = "") {
        return shell("unset LC_ALL LC_MESSAGES LANG; export " + settings + "; \"$biao\" help" +
                     words)
            .out.substr(0, 11);
    };
    const std::string english = "biao checks";
    EXPECT_EQ(title("LANG=en_GB.UTF-8"), english);
    EXPECT_EQ(title("LANG=zh_CN.UTF-8 LC_ALL=en_US.UTF-8"), english);
    EXPECT_EQ(title("LANG=en_US LC_MESSAGES=", " --lang=en"), english);
    EXPECT_NE(title("LANG=en_US LC_ALL=zh_CN.UTF-8"), english);
    EXPECT_NE(title("LANG=C"), english);
    EXPECT_NE(title("LC_ALL="), english);
    EXPECT_NE(title("LANG=en_US", " --lang zh"), english);
    EXPECT_EQ(title("LANG=zh_CN", " --lang en"), english);
}

TEST(Paths, mayBeAPipe) {
    const auto result = shell("cat as-submitted/01-*.biao | \"$biao\" check /dev/stdin");
    EXPECT_EQ(result.exit, 1);
    EXPECT_NE(result.out.find("/dev/stdin:4:1: "), std::string::npos);
}

}  // namespace
}  // namespace biao::cli
