#include "base/files.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

namespace biao {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test, gone afterwards.
class Files : public testing::Test {
protected:
    Files() {
        std::string name = (fs::temp_directory_path() / "biao-files-XXXXXX").native();
        folder = ::mkdtemp(name.data());
    }
    ~Files() override { fs::remove_all(folder); }

    std::string path(const std::string& name) const { return (folder / name).native(); }
    void put(const std::string& name, const std::string& content = "") const {
        fs::create_directories((folder / name).parent_path());
        std::ofstream(folder / name, std::ios::binary) << content;
    }
    std::string content(const std::string& name) const {
        return std::get<std::string>(readFile(path(name), 1 << 20));
    }
    std::size_t entries() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
    }

    fs::path folder;
};

std::string reason(const std::variant<std::string, FileError>& result) {
    return std::get<FileError>(result).reason;
}

TEST_F(Files, readsBytesAsTheyAre) {
    const std::string bytes("\xEF\xBB\xBF\0\r\n\xFF", 7);
    put("a.biao", bytes);
    EXPECT_EQ(content("a.biao"), bytes);
    put("empty.biao");
    EXPECT_EQ(content("empty.biao"), "");
}

TEST_F(Files, limitIsTheLastSizeThatIsRead) {
    put("a.biao", std::string(100, 'x'));
    EXPECT_EQ(std::get<std::string>(readFile(path("a.biao"), 100)).size(), 100U);
    EXPECT_EQ(reason(readFile(path("a.biao"), 99)), "File too large");
}

TEST_F(Files, limitHoldsWhereNoSizeIsKnown) {
    EXPECT_EQ(reason(readFile("/dev/zero", 1 << 20)), "File too large");
}

TEST_F(Files, saysWhatTheSystemSays) {
    EXPECT_EQ(reason(readFile(path("none.biao"), 10)), "No such file or directory");
    const auto error = std::get<FileError>(readFile(folder.native(), 10));
    EXPECT_EQ(error.reason, "Is a directory");
    EXPECT_EQ(error.path, folder.native());
}

TEST_F(Files, readsAPipeToItsEnd) {
    ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
    std::thread writer([&] { std::ofstream(path("pipe")) << std::string(200'000, 'p'); });
    EXPECT_EQ(content("pipe").size(), 200'000U);
    writer.join();
}

TEST_F(Files, writesAndReplaces) {
    EXPECT_EQ(writeFileAtomically(path("out.json"), "one").index(), 0U);
    EXPECT_EQ(content("out.json"), "one");
    EXPECT_EQ(writeFileAtomically(path("out.json"), "two").index(), 0U);
    EXPECT_EQ(content("out.json"), "two");
    EXPECT_EQ(entries(), 1U);
}

TEST_F(Files, keepsTheModeAndTheLink) {
    put("target", "old");
    fs::permissions(folder / "target", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("target", folder / "link");
    EXPECT_EQ(writeFileAtomically(path("link"), "new").index(), 0U);
    EXPECT_TRUE(fs::is_symlink(folder / "link"));
    EXPECT_EQ(content("target"), "new");
    EXPECT_EQ(fs::status(folder / "target").permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Files, writesToADeviceAsItIs) {
    EXPECT_EQ(writeFileAtomically("/dev/null", "gone").index(), 0U);
    EXPECT_FALSE(fs::is_regular_file("/dev/null"));
}

TEST_F(Files, failureLeavesNothingBehind) {
    EXPECT_EQ(std::get<FileError>(writeFileAtomically(path("no/such/out"), "x")).reason,
              "No such file or directory");
    EXPECT_EQ(std::get<FileError>(writeFileAtomically(folder.native(), "x")).reason,
              "Is a directory");
    EXPECT_EQ(entries(), 0U);
}

TEST_F(Files, fullDiskLeavesTheOldFile) {
    put("out.json", "old");
    ::rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);  // so that write() fails instead
    const ::rlimit small{4096, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto result = writeFileAtomically(path("out.json"), std::string(100'000, 'x'));
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);

    EXPECT_EQ(std::get<FileError>(result).reason, "File too large");
    EXPECT_EQ(content("out.json"), "old");
    EXPECT_EQ(entries(), 1U);
}

TEST_F(Files, listsSortedByBytes) {
    put("b/z.biao");
    put("b.biao");
    put("B.biao");
    put("预算.biao");
    put("a/deep/er/x.biao");
    put("a/readme.md");
    put(".hidden/x.biao");
    put("a/.swap.biao");
    fs::create_directory_symlink(folder / "a", folder / "loop");
    fs::create_symlink(folder / "b.biao", folder / "link.biao");

    const auto listing = filesUnder(folder.native(), ".biao");
    std::vector<std::string> expected;
    for (const auto* name :
         {"B.biao", "a/deep/er/x.biao", "b.biao", "b/z.biao", "link.biao", "预算.biao"}) {
        expected.push_back(path(name));
    }
    EXPECT_EQ(listing.files, expected);
    EXPECT_TRUE(listing.errors.empty());
}

TEST_F(Files, troubleWithAFolderIsToldOnce) {
    const auto listing = filesUnder(path("none"), ".biao");
    EXPECT_TRUE(listing.files.empty());
    ASSERT_EQ(listing.errors.size(), 1U);
    EXPECT_EQ(listing.errors[0].path, path("none"));
    EXPECT_EQ(listing.errors[0].reason, "No such file or directory");
}

TEST_F(Files, hereNeedsNoPrefix) {
    put("sub/x.biao");
    const auto before = fs::current_path();
    fs::current_path(folder);
    EXPECT_EQ(filesUnder(".", ".biao").files, std::vector<std::string>{"sub/x.biao"});
    EXPECT_EQ(filesUnder("./", ".biao").files, std::vector<std::string>{"sub/x.biao"});
    EXPECT_EQ(filesUnder("sub/", ".biao").files, std::vector<std::string>{"sub/x.biao"});
    fs::current_path(before);
}

TEST_F(Files, knowsFolders) {
    put("a.biao");
    EXPECT_TRUE(isFolder(folder.native()));
    EXPECT_FALSE(isFolder(path("a.biao")));
    EXPECT_FALSE(isFolder(path("none")));
}

}  // namespace
}  // namespace biao
