// What rules that run over one world have in common: what one of them has found out the others need
// not find out again. Used by one thread.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <unordered_set>
#include <utility>

#include "expression/value.h"
#include "syntax/words.h"

namespace biao::expression {

class Common {
public:
    /// The rows under an element, asked of the world once.
    std::map<definitions::ElementId, Rows> under;
    /// Texts that stand in no source.
    std::unordered_set<std::string> words;

    /// The row that rules take turns at; what was read of the one before is forgotten.
    void take(RowId row) {
        row_ = row;
        count_ = 0;
    }
    bool inHand(RowId row) const { return row == row_; }
    /// That member or column of the row in hand: what `read` gives, once. Good until the next row
    /// is taken.
    template <class Read>
    const Value& of(syntax::Member member, definitions::ElementId column, const Read& read) {
        for (std::size_t i = 0; i < count_; ++i) {
            if (kept_[i].member == member && kept_[i].column == column) return kept_[i].value;
        }
        Value value = read();
        if (count_ == kept_.size()) kept_.emplace_back();
        Kept& fresh = kept_[count_++];
        fresh = {member, column, std::move(value)};
        return fresh.value;
    }

private:
    struct Kept {
        syntax::Member member = syntax::Member::none;
        definitions::ElementId column;
        Value value;
    };
    RowId row_;
    std::deque<Kept> kept_;  // the first `count_`; the rest is room
    std::size_t count_ = 0;
};

}  // namespace biao::expression
