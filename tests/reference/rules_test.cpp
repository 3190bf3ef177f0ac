// Every rule of the standard library says all that its page needs, in both languages.
#include <gtest/gtest.h>

#include <set>

#include "shelf.h"

namespace biao::reference {
namespace {

using syntax::Clause;
using syntax::ClauseKind;
using syntax::Declaration;
using syntax::Keyword;

/// "缘由 zh", "否则 en", …: what a clause of texts has.
void add(const Clause& clause, std::set<std::string>& has) {
    const std::string name = syntax::spelling(clause.kind).zh;
    has.insert(name);
    for (const auto& text : clause.texts) {
        if (!text.text.text.empty()) has.insert(name + " " + std::string(text.language.text));
    }
}

TEST(StandardRules, sayAllThatTheirPagesNeed) {
    const auto shelf = test::shelf();
    std::size_t rules = 0;
    for (const auto* file : shelf->files()) {
        for (const Declaration& declaration : file->declarations) {
            if (declaration.keyword != Keyword::rule || !declaration.hasBlock) continue;
            ++rules;
            std::set<std::string> has;
            for (const Clause& clause : declaration.clauses)
                add(clause, has);
            for (const char* wanted : {"说明 zh", "说明 en", "缘由 zh", "缘由 en", "改法 zh",
                                       "改法 en", "来源", "否则 zh", "否则 en", "反例", "正例"}) {
                EXPECT_TRUE(has.contains(wanted)) << declaration.name.text << ": " << wanted;
            }
            EXPECT_FALSE(declaration.aliases.empty())
                << declaration.name.text << ": (english_name)";
        }
    }
    EXPECT_GT(rules, 0U);
}

}  // namespace
}  // namespace biao::reference
