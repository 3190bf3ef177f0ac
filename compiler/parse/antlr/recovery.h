// What the parser does about a mistake: one a line, nothing invented or dropped inside the line,
// and the rows around it unharmed.
#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "antlr4-runtime.h"

namespace biao::parse {

/// Where the parser could not go on.
struct Fault {
    std::size_t token;  // index into the laid out tokens
    std::size_t rule;   // of the grammar, the innermost
};

/// Statements of a laid out stream: tokens between two END, '{' or '}' share a number.
class Statements {
public:
    explicit Statements(const std::vector<std::size_t>& types);
    std::uint32_t of(std::size_t token) const { return number_[token]; }

private:
    std::vector<std::uint32_t> number_;
};

class LineRecovery final : public antlr4::DefaultErrorStrategy {
public:
    explicit LineRecovery(const Statements& statements) : statements_(statements) {}

    const std::vector<Fault>& faults() const { return faults_; }
    /// True when the statement this token stands in had a fault.
    bool faulty(std::size_t token) const { return faulty_.count(statements_.of(token)) != 0; }

    /// The statement a token stands in.
    std::uint32_t statement(std::size_t token) const { return statements_.of(token); }
    bool anyFault() const { return !faulty_.empty(); }
    /// Takes back what was found in that statement: something worse has been said about it.
    void spoil(std::size_t token) {
        faulty_.insert(statements_.of(token));
        spoiled_.insert(statements_.of(token));
    }
    bool spoiled(std::size_t token) const { return spoiled_.count(statements_.of(token)) != 0; }

    void reportError(antlr4::Parser* parser, const antlr4::RecognitionException& e) override;
    void recover(antlr4::Parser* parser, std::exception_ptr e) override;
    antlr4::Token* recoverInline(antlr4::Parser* parser) override;
    void sync(antlr4::Parser* parser) override;

private:
    void note(antlr4::Parser* parser, antlr4::Token* token);

    const Statements& statements_;
    std::vector<Fault> faults_;
    std::unordered_set<std::uint32_t> faulty_;
    std::unordered_set<std::uint32_t> spoiled_;
};

}  // namespace biao::parse
