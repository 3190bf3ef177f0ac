// Whatever is handed in, the program answers within ten seconds of computing and one gigabyte, with
// a finding or with exit status 2: no crash, no hang, no silence.
#include <gtest/gtest.h>

#include <algorithm>

#include "folder.h"
#include "inputs.h"

namespace biao::hostile {
namespace {

std::size_t times(std::string_view what, std::string_view text) {
    std::size_t count = 0;
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1))
        ++count;
    return count;
}

class Hostile : public testing::TestWithParam<Input> {};

TEST_P(Hostile, isAnswered) {
    const Input& input = GetParam();
    Folder folder;
    folder.write("x.biao", input.text());
    const auto result = folder.run("\"$biao\" check --lang en x.biao");
    const std::string said = result.out + result.err;
    const std::string shown = said.substr(0, 2000);
    EXPECT_EQ(result.signal, 0);
    EXPECT_EQ(result.exit, input.exit) << shown;
    EXPECT_GE(times(input.mention, said), std::max<std::size_t>(1, input.least)) << shown;
    EXPECT_EQ(times("internal error", said), 0u) << shown;
    EXPECT_LT(said.size(), 64u << 20);
}

std::string repeated(std::string_view text, std::size_t times_) {
    std::string out;
    for (std::size_t at = 0; at < times_; ++at)
        out += text;
    return out;
}

/// A sheet of actuals is whatever somebody saved.
TEST(HostileSheets, areAnswered) {
    constexpr std::size_t big = 15u << 20;
    const std::string head = "title,name,\u5B9E\u9645\u5B8C\u6210\u503C\n";
    const std::string submission =
        "use national.project_self_evaluation@2020\nproject \"a\" { year 2031; output { quantity { "
        "\"b\" 5 people } } }\n";
    const std::pair<std::string, std::string_view> sheets[] = {
        {std::string(big, ','), "B508"},
        {std::string(big, '"'), "B508"},
        {head + std::string(big, ','), "B508"},
        {head + "a,b," + std::string(big, '1'), ""},
        {head + repeated("a,nobody,5\n", 300'000), "B502"},
        {head + repeated("nobody,b,5\n", 300'000), "B503"},
        {head + repeated("a,b,5\n", 300'000), "B506"},
        {head + "a,b," + repeated("(", 100'000) + "\n", ""},
        {std::string(17u << 20, 'x'), "biao: "},
    };
    for (const auto& [text, mention] : sheets) {
        Folder folder;
        folder.write("x.biao", submission);
        folder.write("x.csv", text);
        const auto result = folder.run("\"$biao\" score --lang en x.biao --actuals x.csv --to csv");
        const std::string said = result.out + result.err;
        EXPECT_EQ(result.signal, 0) << text.substr(0, 50);
        EXPECT_NE(said.find(mention), std::string::npos) << text.substr(0, 50);
        EXPECT_EQ(times("internal error", said), 0u) << text.substr(0, 50);
        EXPECT_LT(said.size(), 64u << 20);
    }
}

std::string nameOf(const testing::TestParamInfo<Input>& info) {
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Text, Hostile, testing::ValuesIn(texts()), nameOf);
INSTANTIATE_TEST_SUITE_P(Submission, Hostile, testing::ValuesIn(submissions()), nameOf);
INSTANTIATE_TEST_SUITE_P(Definition, Hostile, testing::ValuesIn(definitions()), nameOf);

}  // namespace
}  // namespace biao::hostile
