// How alike two names are. What the form knows of names decides what counts: numbering and marks do
// not, words that mean the same are the same, and words whose difference is a meaning keep names
// apart however alike they look.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "definitions/names.h"
#include "expression/similarity.h"

namespace biao::comparison {

/// A name prepared for many comparisons. Points into the knowledge it was read with.
struct Name {
    std::string key;            // numbering, marks, width and case gone: equal keys are equal names
    std::string thisYear;       // the same, its years counted from the submission's
    std::u32string letters;     // words that mean the same written as one
    std::u32string sorted;      // those, in order
    expression::Bigrams pairs;  // of them
    std::vector<std::string> numerals;  // in order, and with years counted from the submission's
    std::vector<std::string> numeralsThisYear;
    struct Sense {
        std::vector<std::string> words;  // those of the list that stand in the name
        bool alone = false;              // the list has but one: to have it or not is a difference
    };
    std::vector<Sense> senses;  // by list
    definitions::Promise promise;
};

class NameReader {
public:
    /// Outlived by both.
    NameReader(const definitions::NameKnowledge& knowledge, const UnitTable& units);
    Name read(std::string_view written, std::optional<int> year) const;
    std::string keyOf(std::string_view written) const;

private:
    struct Same {
        std::string word;
        std::string as;
    };
    std::string oneWord(std::string text) const;

    const definitions::NameKnowledge& knowledge_;
    const UnitTable& units_;
    std::vector<Same> same_;  // longest first
    std::vector<std::vector<std::string>> apart_;
};

/// Each of `parts` says a part of `whole` and nothing else, and neither what the other says:
/// 食品抽检 and 药品抽检 of 食品药品抽检.
bool areParts(const Name& one, const Name& other, const Name& whole);

/// In per cent; 0 where a word, a number or what is promised tells them apart.
int likeness(const Name& a, const Name& b);

}  // namespace biao::comparison
