// What is known of names: what a pattern of them implies, how two spellings of one are told to be
// the same, and lists of words. All of it is declared (名称, 归一, 词表) in forms and the fragments
// they include; the compiler only matches. Compiled with the form, then read from many threads.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"
#include "definitions/kind.h"
#include "definitions/pattern.h"
#include "definitions/pattern_tree.h"
#include "quantity/quantity.h"
#include "quantity/unit_table.h"

namespace biao::definitions {

/// The longest unit that `text` begins with, and its length in bytes; null when there is none.
struct UnitAt {
    UnitRef unit;
    std::size_t length = 0;
};
UnitAt unitAt(std::string_view text, const UnitTable& units);

/// 名称 "*率" : 比率, 上限 100%, 方向 越大越好. What is not said is left to shorter patterns; what
/// is said to be anything (方向 任意) is asked of nobody. The kinds and the bounds go together.
struct NameRule {
    enum Says : std::uint8_t { direction_ = 1, op_ = 2, category_ = 4, per_ = 8, bounds_ = 16 };
    Pattern pattern;
    std::vector<Kind> kinds;
    std::optional<Quantity> atLeast;
    std::optional<Quantity> atMost;
    syntax::Direction direction = syntax::Direction::none;
    syntax::Operator op = syntax::Operator::none;
    std::vector<std::string> categories;  // where such a row belongs, by either spelling
    std::vector<UnitRef> per;             // a rate is over these
    UnitRef unit;                         // of a bare number taken out of the name
    std::uint8_t says = 0;                // of what it speaks, if only to say: anything
    Span span;
};

/// What one name promises of its value; what no pattern speaks of is not there. Points into the
/// knowledge that made it.
struct Promise {
    const NameRule* kind = nullptr;
    const NameRule* bounds = nullptr;  // the one with the kind, or a longer one
    const NameRule* direction = nullptr;
    const NameRule* op = nullptr;
    const NameRule* category = nullptr;
    std::vector<UnitRef> per;         // of all patterns together
    std::optional<Quantity> atLeast;  // written in the name itself
    std::optional<Quantity> atMost;
    UnitRef unit;      // written in the name itself
    std::string word;  // the letters of the pattern that settled the kind
};

/// 归一 { 去 "指标{数字}："; "、" → "，" }
struct NormalForm {
    PatternList removed;  // at the beginning
    std::vector<std::pair<std::string, std::string>> replaced;

    /// Half width, without blanks, what is removed and replaced done.
    std::string of(std::string_view text) const;
};

/// Words that settle whether two names that look alike mean the same. 同 "{补贴,补助}": it does not
/// matter which; 别 "{一,二}级": names with different ones of these are not the same; 别 "非": nor
/// are one that holds it and one that does not.
struct WordSense {
    std::vector<std::vector<std::string>> same;
    std::vector<std::vector<std::string>> apart;
};

/// 词表 占位 { "是/否"; "*XX*" }
struct WordList {
    PatternList patterns;
    bool matches(std::string_view text) const;
};

class NameKnowledge {
public:
    /// A declaration of the same pattern again says more of it, the later one counting.
    std::vector<std::shared_ptr<const NameRule>> rules;  // shared by the forms that take them over
    NormalForm normalForm;
    WordSense sense;
    std::map<std::string, WordList, std::less<>> lists;

    /// To be called when everything is in. What a base has compiled already is used as it is.
    void compile();
    Promise of(std::string_view name, const UnitTable& units) const;

private:
    std::size_t compiled_ = 0;  // how many of the rules are in the tree
    std::shared_ptr<const PatternTree> tree_;
};

}  // namespace biao::definitions
