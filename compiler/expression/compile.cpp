// The clauses of a rule, and what an expression is wanted as in them.
#include "expression/compile.h"

#include <algorithm>
#include <utility>

#include "expression/arithmetic.h"
#include "expression/rule.h"

namespace biao::expression {

using definitions::ElementId;
using syntax::Clause;
using syntax::ClauseKind;
using syntax::Expr;
using syntax::ExprId;
using syntax::ExprKind;
using Shape = Type::Shape;

Compiler::Compiler(const definitions::Rule& rule, const definitions::Form& form,
                   const definitions::Library& library, Findings& findings)
    : rule_(rule),
      form_(form),
      library_(library),
      units_(library.units()),
      file_(*rule.file),
      findings_(findings) {
    out_.code = rule.code;
    out_.name = rule.name;
    out_.severity = rule.severity;
}

bool Compiler::run() {
    const auto& clauses = rule_.declaration->clauses;
    bool says = false;
    for (const Clause& one : clauses) {
        failed_ = failed_ || one.broken;  // whose finding has been said
        says = says || one.kind == ClauseKind::otherwise;
        if (!one.broken) clause(one);
    }
    // What is said of a failure may use every name of the rule, wherever it stands.
    for (const Clause& one : clauses) {
        if (one.broken) continue;
        if (one.kind == ClauseKind::otherwise) message(one);
        if (one.kind == ClauseKind::unsettled) unsettled(one);
        if (one.kind == ClauseKind::fix) fix(one);
        if (one.kind == ClauseKind::at) placesOf(one, out_.places);
        if (one.kind == ClauseKind::see) placesOf(one, out_.sees);
    }
    if (!failed_ && out_.conditions.empty()) fault(rule_.span, phrase(Phrase::ruleHolds));
    if (!failed_ && !says) fault(rule_.span, phrase(Phrase::ruleSays));
    return !failed_;
}

void Compiler::clause(const Clause& clause) {
    switch (clause.kind) {
        case ClauseKind::forEach:
            forEach(clause);
            return;
        case ClauseKind::let:
            let(clause);
            return;
        case ClauseKind::when: {
            const NodeId condition = asTruth(expression(clause.exprs[0]));
            out_.whens.push_back(condition);
            settle(condition);
            return;
        }
        case ClauseKind::condition:
            if (clause.result) break;
            out_.conditions.push_back(asTruth(expression(clause.exprs[0])));
            return;
        case ClauseKind::step:
            break;
        default:
            return;  // read later, or by others: documentation, examples, what it yields
                     // to
    }
    notYet(clause.span, phrase(Phrase::ruleLine));
}

void Compiler::forEach(const Clause& clause) {
    const auto cannot = [&] {
        const NodeId unknown = notYet(clause.span, phrase(Phrase::ruleSecondBinder));
        for (const syntax::Word& name : clause.names)
            bindings_.push_back({std::string(name.text), unknown});
    };
    if (out_.over) return cannot();
    if (!out_.conditions.empty() || !out_.whens.empty()) {
        fault(clause.span, phrase(Phrase::ruleBinderFirst));
        return;
    }
    const Expr& over = file_[clause.exprs[0]];
    if (over.kind == ExprKind::call) {
        const Expr& callee = file_[file_.of(over.operands)[0].expr];
        const bool named = callee.kind == ExprKind::name;
        const auto function =
            named ? syntax::wordFrom<syntax::Function>(callee.text) : syntax::Function::none;
        if (function == syntax::Function::adjacent) return neighbours(clause, clause.exprs[0]);
        if (function == syntax::Function::group) return groups(clause, clause.exprs[0]);
    }
    if (clause.names.size() > 1) return cannot();
    NodeId rows = expression(clause.exprs[0]);
    if (typeOf(rows).shape == Shape::columns && !clause.when) {
        out_.over = rows;
        out_.cases = CompiledRule::Cases::columns;
        out_.binder = freshSlot(rows);
        bindings_.push_back({std::string(clause.names[0].text),
                             inHand(Node::Kind::columnInHand, out_.binder, rows, clause.names[0])});
        return;
    }
    if (typeOf(rows).shape == Shape::cells && !clause.when) {
        out_.over = rows;
        out_.cases = CompiledRule::Cases::cells;
        out_.binder = freshSlot(rows);
        bindings_.push_back({std::string(clause.names[0].text),
                             inHand(Node::Kind::cellInHand, out_.binder, rows, clause.names[0])});
        return;
    }
    rows = asRows(rows);
    if (clause.when) rows = filter(rows, &clause.names[0], clause.when, clause.when);
    if (!isMissing(rows)) out_.over = rows;
    lostScope_ = isMissing(rows);
    out_.cases = CompiledRule::Cases::rows;
    out_.binder = open(rows, &clause.names[0]).slot;
}

void Compiler::let(const Clause& clause) {
    const std::string name(clause.names[0].text);
    const bool taken = std::any_of(bindings_.begin(), bindings_.end(),
                                   [&](const Binding& one) { return one.name == name; });
    if (taken) {
        findings_.add(finding(Code::declaredTwice, clause.names[0].span, {{"name", name}}));
        failed_ = true;
        return;
    }
    const NodeId value = expression(clause.exprs[0]);
    out_[value].label = name;
    bindings_.push_back({name, value});
}

void Compiler::message(const Clause& clause) {
    if (clause.result) {
        notYet(clause.span, phrase(Phrase::ruleLine));
        return;
    }
    messages(clause, out_.zh, out_.en);
}

void Compiler::messages(const Clause& clause, std::vector<MessagePiece>& zh,
                        std::vector<MessagePiece>& en) {
    for (const syntax::Text& text : clause.texts) {
        const std::string_view language = text.language.text;
        if (language.empty()) {
            zh = en = pieces(text);
        } else if (language == "zh" || language == "en") {
            (language == "zh" ? zh : en) = pieces(text);
        } else {
            fault(text.language.span,
                  phrase(Phrase::ruleLanguage, {{"name", std::string(language)}}));
        }
    }
    if (zh.empty()) zh = en;
    if (en.empty()) en = zh;
}

/// 改为 必定 "…": the word before the text says that it is right wherever the rule fails.
void Compiler::fix(const Clause& clause) {
    const syntax::Text& text = clause.texts.front();
    const std::string_view word = text.language.text;
    out_.fix = pieces(text);
    out_.fixIsCertain = syntax::wordFrom<syntax::Property>(word) == syntax::Property::certain;
    if (out_.fixIsCertain ? clause.texts.size() == 1 : word.empty()) return;
    fault(text.language.span, phrase(Phrase::fixWord, {{"name", std::string(word)}}));
}

/// 未定 提示 "…": what is said where the conditions cannot be judged.
void Compiler::unsettled(const Clause& clause) {
    out_.saysUnsettled = true;
    out_.unsettled = clause.flag == syntax::Flag::error     ? Severity::error
                     : clause.flag == syntax::Flag::warning ? Severity::warning
                                                            : Severity::info;
    messages(clause, out_.unsettledZh, out_.unsettledEn);
}

std::vector<MessagePiece> Compiler::pieces(const syntax::Text& text) {
    std::vector<MessagePiece> list;
    const auto placeholders =
        std::count_if(text.pieces.begin(), text.pieces.end(),
                      [](const syntax::Piece& piece) { return bool(piece.expr); });
    if (placeholders > library_.limits().placeholders) {
        tooMuch(text.text.span, Phrase::placeholdersOfMessage, library_.limits().placeholders);
        return list;
    }
    for (const syntax::Piece& piece : text.pieces) {
        MessagePiece one{std::string(piece.literal), {}, {}};
        if (piece.expr) {
            one.spelled = spelled(file_, piece.expr);
            one.node = expression(piece.expr);
            if (typeOf(one.node).shape == Shape::element) one.node = asValue(one.node);
        } else if (piece.literal.empty()) {
            failed_ = true;  // a placeholder that could not be read, which has been said
            continue;
        }
        list.push_back(std::move(one));
    }
    return list;
}

void Compiler::placesOf(const Clause& clause, std::vector<NodeId>& into) {
    for (const ExprId id : clause.exprs) {
        NodeId node = expression(id);
        if (typeOf(node).shape == Shape::element) {
            node = form_[out_[node].element].isLine() ? asValue(node) : asRows(node);
        }
        if (typeOf(node).shape == Shape::truth) {
            fault(file_[id].span, phrase(Phrase::ruleWantsPlace, {{"text", out_[node].spelled}}));
        }
        into.push_back(node);
    }
}

NodeId Compiler::expression(ExprId id) {
    if (!id) {
        failed_ = true;
        return missing(rule_.span);
    }
    const Expr& e = file_[id];
    switch (e.kind) {
        case ExprKind::missing:
            failed_ = true;  // its finding has been said
            return missing(e.span);
        case ExprKind::name:
            return name(id);
        case ExprKind::role:
            return role(id);
        case ExprKind::member:
            return member(id);
        case ExprKind::call:
            return call(id);
        case ExprKind::index:
            return at(id);
        case ExprKind::list:
            return joined(id);
        case ExprKind::query:
            return query(id);
        case ExprKind::sum:
            return sum(id);
        case ExprKind::product:
            return product(id);
        case ExprKind::compare:
            return compare(id);
        case ExprKind::all:
            return both(id);
        case ExprKind::any:
            return either(id);
        case ExprKind::isNot: {
            const NodeId inner = asTruth(expression(file_.of(e.operands)[0].expr));
            if (isMissing(inner)) return inner;
            Node node = made(Node::Kind::isNot, id);
            node.children = {inner};
            node.type = truthType();
            return add(std::move(node));
        }
        case ExprKind::negate: {
            const NodeId inner = asValue(expression(file_.of(e.operands)[0].expr));
            if (!isQuantity(inner)) return missing(e.span);
            Node node = made(Node::Kind::negate, id);
            node.children = {inner};
            node.type = typeOf(inner);
            return add(std::move(node));
        }
        case ExprKind::number:
        case ExprKind::ratio:
        case ExprKind::date:
        case ExprKind::text:
        case ExprKind::yes:
        case ExprKind::no:
        case ExprKind::blank:
        case ExprKind::asked:
        case ExprKind::notApplicable:
            return literal(id);
        default:
            return notYet(id);
    }
}

NodeId Compiler::asTruth(NodeId node) {
    if (typeOf(node).shape == Shape::element) node = asValue(node);
    const Type& type = typeOf(node);
    if (isMissing(node) || type.shape == Shape::truth) return node;
    const bool yesNo = type.shape == Shape::value && type.kinds.size() == 1 &&
                       type.kinds[0].type == definitions::Kind::Type::yesNo;
    if (yesNo) return node;
    return fault(out_[node].span,
                 phrase(Phrase::ruleWantsTruth,
                        {{"text", out_[node].spelled}, {"kind", describe(units_, type)}}));
}

NodeId Compiler::asValue(NodeId node) {
    if (isMissing(node) || typeOf(node).shape == Shape::value) return node;
    const Node from = out_[node];
    if (from.type.shape != Shape::element || !form_[from.element].isLine()) {
        return fault(from.span,
                     phrase(Phrase::ruleWantsValue,
                            {{"text", from.spelled}, {"kind", describe(units_, from.type)}}));
    }
    auto columns = form_.columnsOf(from.element);
    if (std::find(columns.begin(), columns.end(), lineColumn_) != columns.end()) {
        columns = {lineColumn_};
    }
    if (columns.size() > 1) {
        return fault(from.span,
                     phrase(Phrase::ruleWhichColumn,
                            {{"text", from.spelled}, {"column", form_[columns[0]].name}}));
    }
    Node cell = from;
    cell.kind = Node::Kind::ownCell;
    if (!columns.empty()) {
        cell.column = columns[0];
        read(cell.column);
    }
    cell.type = valueType(kindsOf({kNoSlot, cell.element, cell.column, {}},
                                  kindsUnder(form_, cell.element, cell.column)));
    return add(std::move(cell));
}

NodeId Compiler::asRows(NodeId node) {
    if (isMissing(node) || typeOf(node).shape == Shape::rows) return node;
    Node from = out_[node];
    if (from.type.shape != Shape::element) {
        return fault(from.span,
                     phrase(Phrase::ruleWantsRows,
                            {{"text", from.spelled}, {"kind", describe(units_, from.type)}}));
    }
    from.kind = Node::Kind::rowsUnder;
    from.type.shape = Shape::rows;
    from.type.element = from.element;
    return add(std::move(from));
}

/// Cells of rows; of a line, its own.
NodeId Compiler::asCells(NodeId node) {
    const Shape shape = typeOf(node).shape;
    if (shape == Shape::missing || shape == Shape::cells || shape == Shape::value) return node;
    if (shape == Shape::element && form_[out_[node].element].isLine()) return asValue(node);
    return fault(out_[node].span,
                 phrase(Phrase::ruleWantsCells,
                        {{"text", out_[node].spelled}, {"kind", describe(units_, typeOf(node))}}));
}

Node Compiler::made(Node::Kind kind, ExprId id) const {
    Node node;
    node.kind = kind;
    node.span = file_[id].span;
    node.spelled = spelled(file_, id);
    return node;
}

NodeId Compiler::add(Node node) {
    SlotSet read = 0;
    for (const NodeId child : node.children)
        read |= out_[child].depends;
    if (node.kind != Node::Kind::rowOf) read &= ~only(node.slot);
    node.depends |= read;
    std::uint32_t height = 0;
    for (const NodeId child : node.children)
        height = std::max(height, heights_[child.value] + 1);
    if (height > library_.limits().ruleDepth) {
        return tooMuch(node.span, Phrase::depthOfRule, library_.limits().ruleDepth);
    }
    heights_.push_back(height);
    linear_.push_back(goesThroughFew(node));
    out_.nodes.push_back(std::move(node));
    return {static_cast<std::uint32_t>(out_.nodes.size() - 1)};
}

NodeId Compiler::missing(Span span) {
    Node node;
    node.span = span;
    return add(std::move(node));
}

NodeId Compiler::fault(Span span, Localized what) {
    failed_ = true;
    findings_.add(finding(Code::ruleFault, span, {{"what", std::move(what)}}));
    return missing(span);
}

NodeId Compiler::tooMuch(Span span, Phrase what, std::uint32_t limit) {
    failed_ = true;
    findings_.add(finding(Code::limitExceeded, span,
                          {{"what", phrase(what)}, {"limit", std::to_string(limit)}}));
    return missing(span);
}

NodeId Compiler::notYet(Span span, Localized what) {
    failed_ = true;
    findings_.add(finding(Code::notSupported, span, {{"what", std::move(what)}}));
    return missing(span);
}

NodeId Compiler::notYet(ExprId id) {
    return notYet(file_[id].span, phrase(Phrase::quoted, {{"text", spelled(file_, id)}}));
}

std::shared_ptr<const CompiledRule> compile(const definitions::Rule& rule,
                                            const definitions::Form& form,
                                            const definitions::Library& library,
                                            Findings& findings) {
    Compiler compiler(rule, form, library, findings);
    if (!compiler.run()) return nullptr;
    return std::make_shared<const CompiledRule>(compiler.take());
}

std::vector<ElementId> reads(const CompiledRule& rule) {
    return rule.reads;
}

}  // namespace biao::expression
