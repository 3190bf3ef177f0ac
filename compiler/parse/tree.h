// What a parser made of a run of tokens: the rules of the grammar it went through, flat, each node
// before what it holds.
#pragma once

#include <cstdint>
#include <vector>

#include "parse/token.h"

namespace biao::parse {

struct TreeNode {
    std::uint8_t kind = 0;  // a rule; of a leaf the type of its token
    bool leaf = false;
    bool faulty = false;      // a mistake ended it
    TokenIndex first = 0;     // its tokens: from here
    TokenIndex past = 0;      // to before here; no further than `first` when it took none
    std::uint32_t after = 0;  // the node after it and all it holds
};
using Tree = std::vector<TreeNode>;

/// A look at a node, or at none: what is asked of none is none again.
class Node {
public:
    Node() = default;
    Node(const Tree& tree, std::uint32_t at) : tree_(&tree), at_(at) {}

    explicit operator bool() const { return tree_ != nullptr; }
    bool isRule(std::uint8_t rule) const { return tree_ && !node().leaf && node().kind == rule; }
    bool isToken(std::uint8_t type) const { return tree_ && node().leaf && node().kind == type; }
    bool leaf() const { return node().leaf; }
    /// A rule, or the type of a leaf's token.
    std::uint8_t kind() const { return node().kind; }
    bool faulty() const { return node().faulty; }
    TokenIndex first() const { return node().first; }
    TokenIndex past() const { return node().past; }
    bool empty() const { return !tree_ || node().past <= node().first; }

    /// The first child that is such a rule, or such a token.
    Node rule(std::uint8_t rule) const {
        for (const Node child : *this) {
            if (child.isRule(rule)) return child;
        }
        return {};
    }
    Node token(std::uint8_t type) const {
        for (const Node child : *this) {
            if (child.isToken(type)) return child;
        }
        return {};
    }
    std::vector<Node> rules(std::uint8_t rule) const {
        std::vector<Node> found;
        for (const Node child : *this) {
            if (child.isRule(rule)) found.push_back(child);
        }
        return found;
    }
    std::vector<Node> tokens(std::uint8_t type) const {
        std::vector<Node> found;
        for (const Node child : *this) {
            if (child.isToken(type)) found.push_back(child);
        }
        return found;
    }

    /// Over its children.
    class Iterator {
    public:
        Iterator(const Tree* tree, std::uint32_t at) : tree_(tree), at_(at) {}
        Node operator*() const { return {*tree_, at_}; }
        Iterator& operator++() {
            at_ = (*tree_)[at_].after;
            return *this;
        }
        bool operator!=(const Iterator& other) const { return at_ != other.at_; }

    private:
        const Tree* tree_;
        std::uint32_t at_;
    };
    Iterator begin() const { return {tree_, tree_ && !node().leaf ? at_ + 1 : 0}; }
    Iterator end() const { return {tree_, tree_ && !node().leaf ? node().after : 0}; }

private:
    const TreeNode& node() const { return (*tree_)[at_]; }
    const Tree* tree_ = nullptr;
    std::uint32_t at_ = 0;
};

}  // namespace biao::parse
