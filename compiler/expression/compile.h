// The compiler of one rule: names are looked up, every node gets its type, and whatever cannot work
// is said at its place. One class in several files by topic: clauses (compile.cpp), formulas
// (compile_formula.cpp), names (compile_names.cpp, compile_parameters.cpp, compile_unknown.cpp),
// operators (compile_operators.cpp), functions and queries (compile_calls.cpp), words
// (compile_texts.cpp), groups and neighbours (compile_sets.cpp). A node of shape missing has had
// its finding and is silent wherever it is used.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "definitions/library.h"
#include "diagnostics/finding.h"
#include "diagnostics/phrases.h"
#include "expression/program.h"
#include "syntax/ast.h"

namespace biao::expression {

/// Every word of a group in both languages, for "did you mean".
template <class E>
void addSpellings(std::vector<std::string>& names, const std::string& before = {}) {
    for (int next = 1;; ++next) {
        const Localized word = syntax::spelling(static_cast<E>(next));
        if (word.zh.empty()) return;
        names.push_back(before + word.zh);
        names.push_back(before + word.en);
    }
}

class Compiler {
public:
    Compiler(const definitions::Rule& rule, const definitions::Form& form,
             const definitions::Library& library, Findings& findings);

    /// False when the rule has a fault.
    bool run();
    /// In place of a rule: what an element is worked out by, over the rows of its table, or of a
    /// line in one of its columns. False when it has a fault.
    bool formula(const definitions::Formula& formula, definitions::ElementId element,
                 definitions::ElementId column);
    /// In place of a rule: one condition. False when it has a fault.
    bool condition(syntax::ExprId id);
    /// In place of a rule: on what an element is asked for. False when it has a fault.
    bool demand(syntax::ExprId condition, definitions::ElementId element);
    /// In place of a rule: a scheme. False when it has a fault.
    bool scheme(const definitions::Scheme& scheme);
    CompiledRule take() { return std::move(out_); }

private:
    /// A row that stands in a slot: its names are in scope.
    struct Scope {
        SlotId slot = kNoSlot;
        definitions::ElementId element;
    };
    /// What a condition has settled: the kinds of a column of a slot's row, or of an element's
    /// cell.
    struct Settled {
        SlotId slot = kNoSlot;  // none: of the element
        definitions::ElementId element;
        definitions::ElementId column;
        Kinds kinds;
    };
    struct Binding {
        std::string name;
        NodeId node;
    };

    // compile.cpp: clauses, nodes and what they are wanted as
    void clause(const syntax::Clause& clause);
    void forEach(const syntax::Clause& clause);
    void unsettled(const syntax::Clause& clause);
    void let(const syntax::Clause& clause);
    void message(const syntax::Clause& clause);
    void fix(const syntax::Clause& clause);
    void messages(const syntax::Clause& clause, std::vector<MessagePiece>& zh,
                  std::vector<MessagePiece>& en);
    std::vector<MessagePiece> pieces(const syntax::Text& text);
    void placesOf(const syntax::Clause& clause, std::vector<NodeId>& into);
    NodeId expression(syntax::ExprId id);
    NodeId asTruth(NodeId node);
    NodeId asValue(NodeId node);
    NodeId asRows(NodeId node);
    NodeId asCells(NodeId node);
    Node made(Node::Kind kind, syntax::ExprId id) const;
    NodeId add(Node node);
    NodeId missing(Span span);
    NodeId fault(Span span, Localized what);
    NodeId tooMuch(Span span, Phrase what, std::uint32_t limit);
    NodeId notYet(Span span, Localized what);
    NodeId notYet(syntax::ExprId id);
    const Type& typeOf(NodeId node) const { return out_[node].type; }
    bool isMissing(NodeId node) const { return typeOf(node).shape == Type::Shape::missing; }

    // compile_names.cpp
    NodeId name(syntax::ExprId id);
    NodeId role(syntax::ExprId id);
    NodeId member(syntax::ExprId id);
    NodeId memberOfElement(NodeId object, syntax::ExprId id);
    NodeId memberOfRows(NodeId object, syntax::ExprId id);
    NodeId withoutYears(syntax::ExprId id);
    NodeId inOtherYear(NodeId object, syntax::ExprId id);
    NodeId memberOfValue(NodeId object, syntax::ExprId id);
    NodeId withRole(const definitions::RoleRef& role, syntax::ExprId id);
    /// A column of those rows, or else that member of them.
    NodeId select(NodeId rows, syntax::Member member, definitions::ElementId column,
                  syntax::ExprId id);
    definitions::ElementId columnWithRole(definitions::ElementId element,
                                          const definitions::RoleRef& role) const;
    NodeId rowOf(const Scope& scope, Span span, std::string spelled);
    NodeId elementNode(definitions::ElementId element, syntax::ExprId id);
    NodeId unknownName(syntax::ExprId id, Localized place,
                       const std::vector<std::string>& candidates);
    std::vector<std::string> namesInScope() const;
    std::vector<std::string> namesIn(definitions::ElementId element) const;
    /// The declared kinds, or those that a condition above has settled.
    Kinds kindsOf(const Settled& cell, const Kinds& declared) const;
    void read(definitions::ElementId element);

    // compile_parameters.cpp: constants of the form
    const std::vector<definitions::Parameter>& parameters() const;
    const definitions::Parameter* parameter(std::string_view name) const;
    NodeId parameterNode(const definitions::Parameter& parameter, syntax::ExprId id);
    NodeId amountNode(Node node, const Quantity& quantity);

    // compile_formula.cpp
    void overRowsOf(definitions::ElementId owner, Span span);
    NodeId worth(const definitions::Formula& formula);
    bool yields(definitions::ElementId element, definitions::ElementId column, NodeId result);
    definitions::ElementId beside(std::string_view name) const;

    // compile_schemes.cpp: schemes, and bands as functions
    bool bindFullMarks(const definitions::Scheme& scheme);
    std::optional<Dimension> pointsOf(const definitions::Scheme& scheme) const;
    void line(const definitions::Scheme& scheme, const syntax::Clause& clause);
    bool gives(const definitions::Scheme& scheme, syntax::ExprId id, SchemeLine& into);
    bool reason(syntax::ExprId id, SchemeLine& into);
    NodeId points(syntax::ExprId id);
    void settleOtherwise(NodeId condition);
    const definitions::Bands* bandsNamed(std::string_view name) const;
    NodeId banded(const definitions::Bands& bands, syntax::ExprId id);

    // compile_operators.cpp
    NodeId sum(syntax::ExprId id);
    NodeId sum(Node node, syntax::File::Slice<syntax::Operand> terms);
    NodeId product(syntax::ExprId id);
    NodeId compare(syntax::ExprId id);
    NodeId isKind(syntax::ExprId id, NodeId value, syntax::ExprId kind);
    NodeId inList(syntax::ExprId id, NodeId value, syntax::ExprId list);
    NodeId like(syntax::ExprId id, NodeId value, syntax::ExprId pattern);
    NodeId both(syntax::ExprId id);
    NodeId either(syntax::ExprId id);
    NodeId literal(syntax::ExprId id);
    /// False, and said, when the two cannot be compared or added.
    bool held(NodeId left, NodeId right, Phrase action);
    /// False, and said, when calculations cannot take it.
    bool isQuantity(NodeId value);
    bool isText(NodeId value) const;
    bool isDate(NodeId value) const;

    // compile_texts.cpp: functions over words and over what rows say together
    NodeId ofText(Node node, syntax::ExprId id);
    NodeId ofTwo(Node node, syntax::ExprId id);
    NodeId pairing(Node node, syntax::ExprId id);
    NodeId repetition(Node node, syntax::ExprId id);
    NodeId digitsOf(Node node, syntax::ExprId id);
    NodeId replacement(Node node, syntax::ExprId id);
    NodeId nearestAmong(Node node, syntax::ExprId id);
    NodeId memberOfPromise(NodeId object, syntax::ExprId id);

    // compile_sets.cpp: groups, neighbours, columns
    void neighbours(const syntax::Clause& clause, syntax::ExprId call);
    void groups(const syntax::Clause& clause, syntax::ExprId call);
    SlotId freshSlot(NodeId over);
    /// What stands in a slot while a rule goes through `over`.
    NodeId inHand(Node::Kind kind, SlotId slot, NodeId over, const syntax::Word& name);
    NodeId endOf(Node node, syntax::ExprId id);
    NodeId columnsOf(NodeId object, syntax::ExprId id);
    NodeId columnsOfKind(syntax::ExprId id);
    NodeId at(syntax::ExprId id);
    NodeId everyRow(syntax::ExprId id);
    NodeId joined(syntax::ExprId id);
    /// Going through it costs no more than its rows, however often the rule comes by.
    bool isLinear(NodeId set) const { return linear_[set.value]; }
    bool goesThroughFew(const Node& node) const;

    // compile_keys.cpp
    bool isKey(NodeId value) const;
    NodeId partOfColumn(NodeId object, syntax::ExprId id);

    // compile_calls.cpp
    NodeId call(syntax::ExprId id);
    NodeId wrongArguments(const Node& node, std::string count);
    NodeId aggregate(Node node, syntax::ExprId id);
    NodeId quantifier(Node node, syntax::ExprId id);
    NodeId counting(Node node, syntax::ExprId id);
    NodeId query(syntax::ExprId id);
    NodeId filter(NodeId rows, const syntax::Word* binder, syntax::ExprId when, syntax::ExprId id);
    NodeId matching(const Node& filter);
    Scope open(NodeId rows, const syntax::Word* binder);
    void close(std::size_t settled, std::size_t bindings);
    std::vector<Settled> settledBy(NodeId condition) const;
    std::optional<Settled> settledByTest(const Node& node) const;
    void settle(NodeId condition);

    const definitions::Rule& rule_;
    const definitions::Form& form_;
    const definitions::Library& library_;
    const UnitTable& units_;
    const syntax::File& file_;
    Findings& findings_;
    bool failed_ = false;
    bool followed_ = false;                 // of the member in hand a member is asked
    std::optional<Dimension> literalsAre_;  // what a homonym after a number means; none: left open
    std::set<std::string> unknown_;         // names that have been said to be
    definitions::ElementId line_;        // of a line's formula: the line, and the column in which
    definitions::ElementId lineColumn_;  // it and the lines beside it are meant
    bool lostScope_ = false;  // the rows of 对 are unknown, and so are the names of their columns
    CompiledRule out_;
    std::vector<std::uint32_t> heights_;  // of each node: how many steps it takes inside each other
    std::vector<bool> linear_;            // of each that is a set
    std::vector<Scope> scopes_;
    std::vector<Binding> bindings_;
    std::vector<Settled> settled_;
};

}  // namespace biao::expression
