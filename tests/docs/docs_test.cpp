// The examples of the pages are run: what is called right gives nothing, what
// is called wrong gives the code it is there for.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "base/files.h"
#include "diagnostics/catalogue.h"
#include "pages.h"
#include "pipeline/check.h"

namespace biao::docs {
namespace {

namespace fs = std::filesystem;

const std::vector<Page>& allPages() {
    static const std::vector<Page> all = pages();
    return all;
}

/// A text as a file of its own, checked.
pipeline::Report check(const std::string& text) {
    const auto folder = fs::path(testing::TempDir()) / "biao-docs";
    fs::create_directories(folder);
    const auto file = folder / ("page-" + std::to_string(::getpid()) + ".biao");
    std::ofstream(file, std::ios::binary) << text;
    auto report = pipeline::check({{file.native()}, std::nullopt, {}});
    fs::remove(file);
    return report;
}

/// "line 3: B301 ...", one finding a line, of the lines after `first`; counted from there.
std::string shown(const pipeline::Report& report, std::size_t first = 0,
                  std::string_view except = "") {
    std::string out;
    for (const auto& trouble : report.trouble)
        out += "trouble: " + trouble.what.en + "\n";
    for (const Finding& f : report.findings) {
        const auto line = report.sources[f.span.file].position(f.span.begin).line;
        if (line <= first || f.code == except || !f.counts()) continue;
        out += "line " + std::to_string(line - first) + ": " + f.code + " " + f.message.en + "\n";
    }
    return out;
}

std::set<std::string> codesOf(const pipeline::Report& report) {
    std::set<std::string> codes;
    for (const Finding& f : report.findings)
        codes.insert(f.code);
    return codes;
}

bool isPageOf(const Page& page, std::string_view id) {
    return page.path == "docs/codes/" + std::string(id) + ".md";
}

const Page* pageOf(std::string_view id) {
    for (const Page& page : allPages()) {
        if (isPageOf(page, id)) return &page;
    }
    return nullptr;
}

TEST(Examples, whatIsCalledRightGivesNothing) {
    for (const Page& page : allPages()) {
        for (const Block& block : page.blocks) {
            if (!block.is("biao", "right")) continue;
            EXPECT_EQ(shown(check(block.text)), "") << page.place(block);
        }
    }
}

TEST(Examples, whatIsCalledWrongGivesItsCodesAndNoOther) {
    for (const Page& page : allPages()) {
        for (const Block& block : page.blocks) {
            if (!block.is("biao", "wrong")) continue;
            const std::set<std::string> expected(block.words.begin() + 2, block.words.end());
            EXPECT_FALSE(expected.empty()) << page.place(block) << ": which code?";
            const auto report = check(block.text);
            EXPECT_EQ(codesOf(report), expected) << page.place(block) << "\n" << shown(report);
        }
    }
}

/// A page tells one story: a block may use the forms that earlier ones declare,
/// and may show a submission that is only begun.
TEST(Examples, theOthersAreInOrderToo) {
    const std::string unfinished = "B101";
    for (const Page& page : allPages()) {
        std::string before;
        std::size_t lines = 0;
        for (const Block& block : page.blocks) {
            if (!block.is("biao", "")) continue;
            const auto alone = shown(check(block.text), 0, unfinished);
            if (alone.empty()) {
                before += block.text;
                lines += static_cast<std::size_t>(
                    std::count(block.text.begin(), block.text.end(), '\n'));
                continue;
            }
            EXPECT_EQ(shown(check(before + block.text), lines, unfinished), "")
                << page.place(block);
        }
    }
}

TEST(Pages, blocksOfBiaoAreOfAKindThatIsRun) {
    for (const Page& page : allPages()) {
        for (const Block& block : page.blocks) {
            if (block.words.empty() || block.words[0] != "biao") continue;
            EXPECT_TRUE(block.is("biao", "") || block.is("biao", "right") ||
                        block.is("biao", "wrong") || block.isFile())
                << page.place(block);
        }
    }
}

TEST(Pages, everyCodeHasOneWithItsExamples) {
    const std::vector<std::string> headings = {
        "## 含义 · What it means", "## 为什么要紧 · Why it matters", "## 错的写法 · Wrong",
        "## 对的写法 · Right", "## 怎样改 · How to fix"};
    for (const CodeInfo& code : catalogue()) {
        const Page* page = pageOf(code.id);
        if (page == nullptr) {
            ADD_FAILURE() << "docs/codes/" << code.id << ".md is missing";
            continue;
        }
        const auto title = "# " + std::string(code.id) + " " + std::string(code.name) + "\n";
        EXPECT_TRUE(page->text.starts_with(title)) << page->path << ": begins with " << title;
        const bool without = page->text.find("<!-- no example -->") != std::string::npos;
        std::vector<std::string> found;
        std::istringstream lines(page->text);
        for (std::string line; std::getline(lines, line);) {
            if (line.starts_with("## ")) found.push_back(line);
        }
        auto expected = headings;
        if (without) std::erase(expected, headings[3]);
        EXPECT_EQ(found, expected) << page->path;
        const auto has = [&](const std::string& kind) {
            return std::any_of(page->blocks.begin(), page->blocks.end(), [&](const Block& block) {
                return block.is("biao", kind) &&
                       (kind == "right" || std::find(block.words.begin(), block.words.end(),
                                                     code.id) != block.words.end());
            });
        };
        EXPECT_NE(has("wrong"), without) << page->path << ": a wrong example, or why there is none";
        EXPECT_NE(has("right"), without) << page->path << ": a right example";
    }
}

TEST(Pages, thereIsNoneForACodeThatIsNot) {
    for (const Page& page : allPages()) {
        if (!page.path.starts_with("docs/codes/B")) continue;
        const auto all = catalogue();
        EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const auto& code) {
            return isPageOf(page, code.id);
        })) << page.path;
    }
}

/// What the page of the library shows is what tests/install builds.
TEST(Pages, theProgramOfTheLibraryPageIsTheOneThatIsBuilt) {
    const auto isCode = [](const Block& block, const std::string& language) {
        return !block.words.empty() && block.words[0] == language;
    };
    for (const auto& [language, name] :
         {std::pair{"cpp", "main.cpp"}, std::pair{"cmake", "CMakeLists.txt"}}) {
        const auto path = std::string(BIAO_SOURCE_DIR) + "/tests/install/consumer/" + name;
        const auto file = std::get<std::string>(readFile(path, std::size_t{1} << 20U));
        std::size_t shown = 0;
        for (const Page& page : allPages()) {
            for (const Block& block : page.blocks) {
                if (page.path != "docs/library.md" || !isCode(block, language)) continue;
                EXPECT_EQ(block.text, file) << page.place(block);
                ++shown;
            }
        }
        EXPECT_EQ(shown, 1U) << name;
    }
}

TEST(Pages, linksLeadSomewhere) {
    const fs::path root = BIAO_SOURCE_DIR;
    for (const Page& page : allPages()) {
        for (const auto& link : linksOf(page)) {
            EXPECT_TRUE(fs::exists(root / fs::path(page.path).parent_path() / link))
                << page.path << ": " << link;
        }
    }
}

}  // namespace
}  // namespace biao::docs
