#include "parse/mistakes.h"

namespace biao::parse {

std::uint32_t Mistakes::statement(TokenIndex token) const {
    if (statements_.empty()) {
        statements_.reserve(tokens_.size());
        std::uint32_t number = 0;
        for (const Token& one : tokens_) {
            statements_.push_back(number);
            if (one.type == P::END || one.type == P::LBRACE || one.type == P::RBRACE) ++number;
        }
    }
    return statements_[token];
}

}  // namespace biao::parse
