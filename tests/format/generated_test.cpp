// Ten thousand files that nobody wrote.
#include <gtest/gtest.h>

#include "laid.h"
#include "sentences.h"

namespace biao::test {
namespace {

TEST(Generated, KeepTheirMeaningAndHaveOneLayout) {
    constexpr std::size_t wanted = 10'000;
    Sentences sentences(20310101);
    std::mt19937 random(7);
    std::size_t good = 0;
    std::size_t made = 0;
    std::size_t wrong = 0;
    for (; good < wanted && made < 3 * wanted && wrong < 3; ++made) {
        const auto text = sentences.file();
        if (!laid(text)) continue;  // an oddity of layout that the grammar knows nothing of
        ++good;
        const auto what = complaint(text, random);
        if (what.empty()) continue;
        ++wrong;
        ADD_FAILURE() << "file " << made << ": " << what << "\nit was\n" << text;
    }
    EXPECT_EQ(good, wrong ? good : wanted) << "of " << made;
    EXPECT_EQ(sentences.untaken(), std::vector<std::string>());
}

}  // namespace
}  // namespace biao::test
