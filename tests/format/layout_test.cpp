// What the layout looks like, in small.
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "base/files.h"
#include "laid.h"
#include "pipeline/format.h"

namespace biao::test {
namespace {

TEST(Layout, OfNothing) {
    EXPECT_EQ(laid(""), "");
    EXPECT_EQ(laid(" \r\n\n\t"), "");
    EXPECT_EQ(laid("\xEF\xBB\xBF"), "");
    EXPECT_EQ(laid("// 说明  "), "// 说明\n");
    EXPECT_EQ(laid("项目 \"甲\" { }"), "项目 \"甲\" {}\n");
}

TEST(Layout, AFileWithAnErrorHasNone) {
    EXPECT_EQ(laid("项目 \"甲\" { 年度 2031 2032 }"), std::nullopt);
    EXPECT_EQ(laid("项目 \"甲\" {"), std::nullopt);
    EXPECT_EQ(laid("\xFF"), std::nullopt);
}

TEST(Layout, OfFilesInPlace) {
    namespace fs = std::filesystem;
    const auto folder = fs::temp_directory_path() / ("biao-layout-" + std::to_string(::getpid()));
    fs::create_directories(folder / "inner");
    const auto write = [&](const char* name, const char* text) {
        std::ofstream(folder / name, std::ios::binary) << text;
    };
    const auto read = [&](const char* name) {
        return std::get<std::string>(readFile((folder / name).native(), 1U << 20U));
    };
    const std::string fine = "\xE7\x94\xB2 \"x\" {}\n";
    write("fine.biao", fine.c_str());
    write("inner/typed.biao", "\xEF\xBB\xBF\xE7\x94\xB2   \"x\" {\r\n}\r\n\r\n");
    write("wrong.biao", "\xE7\x94\xB2   \"x\" {\r\n");
    write("other.txt", "a   b");
    const auto old = fs::file_time_type::clock::now() - std::chrono::hours(1);
    fs::last_write_time(folder / "fine.biao", old);
    fs::permissions(folder / "inner/typed.biao", fs::perms::owner_read | fs::perms::owner_write);

    pipeline::FormatRequest request;
    request.paths = {folder.native()};
    request.write = true;
    const auto report = pipeline::format(request);
    ASSERT_EQ(report.changes.size(), 1U);
    EXPECT_EQ(report.changes.front().path, (folder / "inner/typed.biao").native());
    EXPECT_EQ(report.findings.size(), 1U);
    EXPECT_EQ(read("fine.biao"), fine);
    EXPECT_EQ(fs::last_write_time(folder / "fine.biao"), old) << "it was not touched";
    EXPECT_EQ(read("inner/typed.biao"), fine);
    EXPECT_EQ(fs::status(folder / "inner/typed.biao").permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(read("wrong.biao"), "\xE7\x94\xB2   \"x\" {\r\n");
    EXPECT_EQ(read("other.txt"), "a   b");
    EXPECT_EQ(std::distance(fs::recursive_directory_iterator(folder), {}), 5) << "nothing is left";
    fs::remove_all(folder);
}

}  // namespace
}  // namespace biao::test
