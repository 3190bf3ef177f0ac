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

std::string nameOf(const testing::TestParamInfo<Input>& info) {
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Text, Hostile, testing::ValuesIn(texts()), nameOf);
INSTANTIATE_TEST_SUITE_P(Submission, Hostile, testing::ValuesIn(submissions()), nameOf);
INSTANTIATE_TEST_SUITE_P(Definition, Hostile, testing::ValuesIn(definitions()), nameOf);

}  // namespace
}  // namespace biao::hostile
