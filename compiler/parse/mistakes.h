// Where a text could not be read: one fault a statement.
#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "parse/token.h"

namespace biao::parse {

/// Where the parser could not go on.
struct Fault {
    TokenIndex token;
    std::uint8_t rule;  // of the grammar, the innermost
};

class Mistakes {
public:
    /// `tokens`, laid out, outlive it.
    explicit Mistakes(const Tokens& tokens) : tokens_(tokens) {}

    const std::vector<Fault>& faults() const { return faults_; }
    bool any() const { return !faulty_.empty() || !spoiled_.empty(); }
    /// True when the statement this token stands in had a fault, or is spoiled.
    bool faulty(TokenIndex token) const {
        return any() && (faulty_.count(statement(token)) != 0 || spoiled(token));
    }
    /// Where the statement had none yet.
    void note(Fault fault) {
        if (faulty_.insert(statement(fault.token)).second) faults_.push_back(fault);
    }
    /// Faults of that statement are not worth saying: something worse has been said about it.
    void spoil(TokenIndex token) { spoiled_.insert(statement(token)); }
    bool spoiled(TokenIndex token) const {
        return !spoiled_.empty() && spoiled_.count(statement(token)) != 0;
    }

    /// Tokens between two END, '{' or '}' share a number, worked out for all once one is asked for.
    std::uint32_t statement(TokenIndex token) const;

private:
    const Tokens& tokens_;
    mutable std::vector<std::uint32_t> statements_;
    std::vector<Fault> faults_;
    std::unordered_set<std::uint32_t> faulty_;
    std::unordered_set<std::uint32_t> spoiled_;
};

}  // namespace biao::parse
