// One mistake, one finding, and the rows around it unharmed. Each file of bad/ marks its mistakes:
// `// !` ends a line with one, `// !!` with two, `// ! next` stands above a line whose end is not
// its own. Rows called "好…" must read as they would alone. What is said stands beside, in
// *.expect:
//   BIAO_BLESS=1 parse_test --gtest_filter='Golden.*'      rewrites them, except where CI is set.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "base/utf8.h"
#include "support.h"

namespace biao::test {
namespace {

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

/// How many mistakes each line is marked to have.
std::map<std::uint32_t, int> marked(const std::string& text) {
    std::map<std::uint32_t, int> out;
    std::uint32_t number = 0;
    for (const std::string& line : linesOf(text)) {
        ++number;
        const std::string half = halfWidth(line);
        const auto at = half.rfind("// !");
        if (at == std::string::npos) continue;
        const bool next = half.find("next", at) != std::string::npos;
        out[number + (next ? 1 : 0)] += static_cast<int>(
            std::count(half.begin() + static_cast<std::ptrdiff_t>(at), half.end(), '!'));
    }
    return out;
}

std::map<std::uint32_t, int> found(const Parsed& parsed) {
    std::map<std::uint32_t, int> out;
    for (const Finding& finding : parsed.findings) {
        ++out[parsed.sources[parsed.id].position(finding.span.begin).line];
    }
    return out;
}

std::string unindented(const std::string& text) {
    std::string out;
    for (const std::string& line : linesOf(text)) {
        out += line.substr(std::min(line.find_first_not_of(' '), line.size())) + "\n";
    }
    return out;
}

/// The good rows on this line, each as it dumps in a file of its own.
std::vector<std::string> goodRows(const std::string& line) {
    std::vector<std::string> out;
    for (const std::string open : {"\"好", "“好"}) {
        for (auto at = line.find(open); at != std::string::npos; at = line.find(open, at + 1)) {
            const auto end = std::min({line.find('}', at), line.find(';', at), line.find("//", at),
                                       line.find("／／", at), line.find("｝", at)});
            const Parsed alone("项目 \"甲\" {\n" + line.substr(at, end - at) + "\n}\n");
            EXPECT_TRUE(alone.findings.empty()) << line;
            const std::string dump = unindented(alone.dump());
            out.push_back(dump.substr(dump.find('\n') + 1));
        }
    }
    return out;
}

/// The text with every certain fix made, and how many findings had one.
std::pair<std::string, std::size_t> mended(const Parsed& parsed) {
    std::string text(parsed.sources[parsed.id].text());
    std::vector<Edit> edits;
    std::size_t findings = 0;
    for (const Finding& finding : parsed.findings) {
        const bool certain = !finding.fixes.empty() && finding.fixes.front().certain;
        if (!certain) continue;
        ++findings;
        for (const Edit& edit : finding.fixes.front().edits)
            edits.push_back(edit);
    }
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit& a, const Edit& b) { return a.span.begin > b.span.begin; });
    for (const Edit& edit : edits) {
        text.replace(edit.span.begin, edit.span.end - edit.span.begin, edit.text);
    }
    return {text, findings};
}

class Bad {
public:
    explicit Bad(const std::filesystem::path& path)
        : name(path.filename().string()), text(readText(path)), parsed(text, name) {}

    std::string name;
    std::string text;
    Parsed parsed;
};

TEST(Recovery, OneFindingForOneMistake) {
    for (const auto& path : biaoFiles("bad")) {
        const Bad bad(path);
        EXPECT_EQ(found(bad.parsed), marked(bad.text))
            << bad.name << "\n"
            << fmt::format("{}", fmt::join(bad.parsed.said(), "\n"));
    }
}

TEST(Recovery, RowsAroundAMistakeAreUnharmed) {
    std::size_t rows = 0;
    for (const auto& path : biaoFiles("bad")) {
        const Bad bad(path);
        const std::string dump = unindented(bad.parsed.dump());
        for (const std::string& line : linesOf(bad.text)) {
            for (const std::string& row : goodRows(line)) {
                ++rows;
                EXPECT_NE(dump.find(row), std::string::npos) << bad.name << ": " << line;
            }
        }
    }
    EXPECT_GT(rows, 50u);
}

TEST(Recovery, CertainFixesAreRight) {
    std::size_t fixes = 0;
    for (const auto& path : biaoFiles("bad")) {
        const Bad bad(path);
        const auto [text, count] = mended(bad.parsed);
        fixes += count;
        const Parsed after(text, bad.name);
        EXPECT_EQ(after.findings.size() + count, bad.parsed.findings.size())
            << bad.name << "\n"
            << fmt::format("{}", fmt::join(after.said(), "\n"));
    }
    EXPECT_GT(fixes, 20u);
}

TEST(Golden, FindingsReadAsBlessed) {
    const bool bless = std::getenv("BIAO_BLESS") != nullptr;
    ASSERT_FALSE(bless && std::getenv("CI") != nullptr) << "nothing is blessed where CI is set";
    for (const auto& path : biaoFiles("bad")) {
        const Bad bad(path);
        const std::string now = "---- zh\n" + bad.parsed.report(Language::zh) + "---- en\n" +
                                bad.parsed.report(Language::en) + "---- tree\n" + bad.parsed.dump();
        auto expect = path;
        expect.replace_extension(".expect");
        if (bless) {
            std::ofstream(expect, std::ios::binary) << now;
        } else if (!std::filesystem::exists(expect) || readText(expect) != now) {
            ADD_FAILURE() << expect << " differs; look at what BIAO_BLESS=1 makes of it. Now:\n"
                          << now;
        }
    }
}

}  // namespace
}  // namespace biao::test
