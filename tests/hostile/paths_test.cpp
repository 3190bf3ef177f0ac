// Paths that are no files as one thinks of them, and names nobody should give a file.
#include <gtest/gtest.h>
#include <unistd.h>

#include "folder.h"
#include "inputs.h"

namespace biao::hostile {
namespace {

const std::string good = project("\"购书\" ≥5册");
const std::string check = "\"$biao\" check --lang en ";

/// What running `command` beside a good file prints, standard error first.
std::string said(const std::string& command, int exit) {
    Folder folder;
    folder.write("good.biao", good);
    const auto result = folder.run(command);
    EXPECT_EQ(result.signal, 0) << command;
    EXPECT_EQ(result.exit, exit) << command << "\n" << result.out << result.err;
    EXPECT_FALSE(result.tooLong) << command;
    return result.err + result.out;
}

void expectIn(const std::string& text, std::string_view what) {
    EXPECT_NE(text.find(what), text.npos) << text;
}

TEST(HostilePaths, aPipeThatNobodyWritesInto) {
    expectIn(said("mkfifo p.biao; " + check + "p.biao good.biao", 2),
             "p.biao: nothing writes into this pipe");
    expectIn(said("mkfifo p.biao; " + check + ".", 2), "1 file");
    expectIn(said("mkfifo p; (sleep 0.3; cat good.biao >p) & " + check + "p", 0), "1 file");
}

TEST(HostilePaths, devices) {
    expectIn(said(check + "/dev/zero", 2), "64 MiB");
    expectIn(said(check + "/dev/null", 0), "B007");
}

TEST(HostilePaths, linksInACircle) {
    expectIn(said("ln -s b.biao a.biao; ln -s a.biao b.biao; " + check + "a.biao good.biao", 2),
             "a.biao: ");
    expectIn(said("mkdir d; ln -s .. d/up; ln -s d d/d; " + check + ".", 0), "1 file");
    expectIn(said("ln -s nowhere.biao a.biao; " + check + ".", 2), "1 file");
}

TEST(HostilePaths, aFolderThatLooksLikeAFile) {
    expectIn(said("mkdir x.biao; cp good.biao x.biao/; " + check + "x.biao", 0), "1 file");
}

TEST(HostilePaths, anUnreadableFileHidesNoOther) {
    if (::geteuid() == 0) {
        expectIn(said(check + "none.biao good.biao", 2), "1 file, 1 submission");
    } else {
        expectIn(said("cp good.biao a.biao; chmod 0 a.biao; " + check + ".", 2),
                 "1 file, 1 submission");
    }
}

TEST(HostilePaths, veryLongNames) {
    const std::string longest = repeat("a", 250);
    expectIn(said(check + repeat("a", 300) + ".biao good.biao", 2), "1 file, 1 submission");
    expectIn(said(check + repeat("a/", 5000) + "x.biao good.biao", 2), "1 file, 1 submission");
    expectIn(said("for i in 1 2 3 4 5 6 7 8; do mkdir " + longest + "; cp good.biao " + longest +
                      "; cd " + longest + "; done; " + check + "\"$OLDPWD\"",
                  0),
             "2 submissions");
}

TEST(HostilePaths, namesThatWouldForgeOutput) {
    const auto text =
        said("n=$(printf 'a\\n1 file: no findings\\033[2J.biao'); echo '甲 {' >\"$n\"; " + check +
                 "\"$n\" none",
             2);
    EXPECT_EQ(text.find("\n1 file: no findings"), text.npos) << text;
    EXPECT_EQ(text.find('\x1b'), text.npos) << text;
}

TEST(HostilePaths, filesThatUseEachOther) {
    const std::string write =
        "echo '使用 \"b.biao\"' >a.biao; echo '使用 \"c.biao\"' >b.biao; "
        "echo '使用 \"a.biao\"' >c.biao; ";
    expectIn(said(write + check + "a.biao", 1), "B013");
    expectIn(said(write + check + ".", 1), "B013");
    expectIn(said("echo '使用 \"a.biao\"' >a.biao; " + check + "a.biao", 1), "B013");
    expectIn(said("i=0; while [ $i -lt 100 ]; do echo \"使用 \\\"f$((i + 1)).biao\\\"\" >f$i.biao; "
                  "i=$((i + 1)); done; cp good.biao f100.biao; " +
                      check + "f0.biao",
                  1),
             "B004");
}

TEST(HostilePaths, aFileThatChangesMeanwhile) {
    for (int round = 0; round < 5; ++round) {
        Folder folder;
        folder.write("x.biao", project(numbered("\"r#\" ≥5册\n", 2000)));
        const auto result = folder.run(
            "(for i in 1 2 3 4 5; do : >x.biao; echo '项目 {' >x.biao; rm -f x.biao; done) & " +
            check + "x.biao; status=$?; wait; exit $status");
        EXPECT_EQ(result.signal, 0);
        EXPECT_LE(result.exit, 2);
        EXPECT_FALSE((result.out + result.err).empty());
    }
}

}  // namespace
}  // namespace biao::hostile
