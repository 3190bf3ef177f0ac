// The reference lists every limit there is, with its value.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include "base/limits.h"

namespace biao::docs {
namespace {

std::string textOf(const std::string& path) {
    std::ifstream in(std::string(BIAO_SOURCE_DIR) + "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The second cells of the table in the part "Limits".
std::vector<std::string> valuesInReference() {
    const std::string page = textOf("docs/language.md");
    const auto begin = page.find("\n## Limits\n");
    std::istringstream lines(page.substr(begin, page.find("\n## ", begin + 1) - begin));
    static const std::regex row(R"(\| [^|]+ \| ([^|]+) \| [^|]+ \|)");
    std::vector<std::string> values;
    std::smatch cells;
    for (std::string line; std::getline(lines, line);) {
        if (std::regex_match(line, cells, row)) values.push_back(cells[1]);
    }
    return values;
}

/// The values in the header, in its order.
std::vector<std::string> valuesInHeader() {
    const std::string header = textOf("compiler/base/limits.h");
    static const std::regex member(R"( = (\d[\d']*)u?( << 20)?;)");
    std::vector<std::string> values;
    for (std::sregex_iterator one(header.begin(), header.end(), member), end; one != end; ++one) {
        std::string digits = (*one)[1];
        std::erase(digits, '\'');
        values.push_back(digits + ((*one)[2].matched ? " MiB" : ""));
    }
    return values;
}

TEST(Limits, areAllInTheReference) {
    EXPECT_EQ(valuesInReference(), valuesInHeader());
    EXPECT_GT(valuesInHeader().size(), 10u);
}

TEST(Limits, areReadFromTheHeaderAsTheyAre) {
    const Limits limits;
    const auto values = valuesInHeader();
    EXPECT_EQ(values.front(), std::to_string(limits.fileBytes >> 20U) + " MiB");
    EXPECT_EQ(values.back(), std::to_string(limits.ruleSteps));
}

}  // namespace
}  // namespace biao::docs
