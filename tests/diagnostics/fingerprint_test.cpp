#include "diagnostics/fingerprint.h"

#include <gtest/gtest.h>

#include <set>

namespace biao {
namespace {

/// A finding on the first "x" of `text`.
std::string printOf(const std::string& path, const std::string& text, const Localized& value) {
    SourceSet sources;
    const auto file = sources.add(Source(path, text));
    const auto at = static_cast<std::uint32_t>(text.find('x'));
    return fingerprints({finding(Code::unknownUnit, {file, at, at + 1}, {{"unit", value}})},
                        sources)
        .front();
}

TEST(Fingerprint, isTheSameForEver) {
    EXPECT_EQ(printOf("a.biao", "x", "员").size(), 16U);
    EXPECT_EQ(printOf("a.biao", "x", "员"), printOf("./a.biao", "\n\n  x\n", "员"));
    EXPECT_EQ(printOf("a.biao", "x", "1,200.5员"), printOf("a.biao", "x", "3员"));
    EXPECT_EQ(printOf("a.biao", "x", {"员", "a"}), printOf("a.biao", "x", {"员", "b"}));
    EXPECT_EQ(printOf("a.biao", "x", {"一个名称", "a name"}),
              printOf("a.biao", "x", {"名称", "the name"}));
}

TEST(Fingerprint, isAnotherForSomethingElse) {
    EXPECT_NE(printOf("a.biao", "x", "员"), printOf("b.biao", "x", "员"));
    EXPECT_NE(printOf("a.biao", "x", "员"), printOf("a.biao", "x", "名"));
}

TEST(Fingerprint, tellsApartWhatIsAlike) {
    const std::vector<Finding> alike(20000, finding(Code::importFailed, Span(), {{"what", "x"}}));
    const auto all = fingerprints(alike, {});
    EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), alike.size());
    EXPECT_EQ(fingerprints({alike.begin(), alike.begin() + 3}, {})[2], all[2]);
}

}  // namespace
}  // namespace biao
