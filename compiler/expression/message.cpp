#include "expression/message.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/phrases.h"

namespace biao::expression {

using What = Cell::What;
using Shape = Type::Shape;

namespace {

/// ≥5人 as it is written: the text of a cell leaves its operator out.
std::string withOperator(const Value& value) {
    const std::string text(value.text);
    const bool marked = value.op == syntax::Operator::ge || value.op == syntax::Operator::le ||
                        value.op == syntax::Operator::gt || value.op == syntax::Operator::lt ||
                        value.op == syntax::Operator::reach;
    return marked ? syntax::spelling(value.op).zh + text : text;
}

Localized printed(const Value& value) {
    switch (value.what) {
        case What::yes:
            return phrase(Phrase::printYes);
        case What::no:
            return phrase(Phrase::printNo);
        case What::text:
            if (!value.english.empty())
                return {std::string(value.text), std::string(value.english)};
            return std::string(value.text);
        case What::amount:
            break;
    }
    if (value.derived) return std::string(value.text);
    // An interval or what was not understood, as its cell is written.
    if (!value.text.empty() && (!value.plain || value.amount.isOpen())) {
        return withOperator(value);
    }
    switch (value.amount.state()) {
        case State::known:
            return {text(value.amount.quantity(), Language::zh),
                    text(value.amount.quantity(), Language::en)};
        case State::blank:
            return phrase(Phrase::printBlank);
        case State::notApplicable:
            return "/";
        default:
            return "?";
    }
}

/// A list that is printed goes no further than this.
constexpr std::size_t kShown = 12;

/// 甲、乙 … 等 300 项
void close(Localized& list, std::size_t count) {
    if (count <= kShown) return;
    const std::string more = std::to_string(count - kShown);
    const Localized rest = phrase(Phrase::moreOfList, {{"count", more}});
    list = {list.zh + rest.zh, list.en + rest.en};
}

void append(Localized& to, const Localized& text, const Localized& between) {
    if (!to.zh.empty()) to = {to.zh + between.zh, to.en + between.en};
    to = {to.zh + text.zh, to.en + text.en};
}

Localized nameOf(Evaluator& run, RowId row) {
    const definitions::Element& element = run.world().form()[run.world().element(row)];
    std::string name(run.world().name(row));
    const bool own = element.isLine() && (name.empty() || name == element.name.zh);
    return own ? element.shown() : Localized(std::move(name));
}

Localized kindsPromised(Evaluator& run, const Node& node) {
    const auto row = run.row(node.children[0]);
    if (row && run.world().promise(*row).unit) {
        const UnitRef& unit = run.world().promise(*row).unit;
        return {unit->spelling(Language::zh), unit->spelling(Language::en)};
    }
    const definitions::NameRule* rule = row ? run.world().promise(*row).kind : nullptr;
    if (!rule) return phrase(Phrase::printBlank);
    constexpr std::size_t kFew = 4;
    Kinds kinds = rule->kinds;
    if (kinds.size() <= kFew) return describe(run.units(), kinds);
    kinds.resize(kFew);
    return phrase(Phrase::amongOthers, {{"list", describe(run.units(), kinds)}});
}

/// 3万元 + 11万元: the cells of rows as what they are added up from; words apart from each other.
Localized addends(const CellSet& set) {
    Localized text;
    std::size_t count = 0;
    for (Value cell : set.cells) {
        if (cell.what == What::amount && cell.amount.isBlank()) continue;
        if (++count > kShown) continue;
        if (cell.what != What::amount) {
            append(text, printed(cell), phrase(Phrase::listSeparatorInside));
        } else {
            cell.plain = cell.plain || cell.amount.isKnown();
            append(text, printed(cell), " + ");
        }
    }
    close(text, count);
    return text;
}

Localized printed(Evaluator& run, NodeId id) {
    const Node& node = run.rule()[id];
    run.charge(kShown);
    switch (node.type.shape) {
        case Shape::value:
            return printed(run.value(id));
        case Shape::truth:
            return phrase(run.truth(id).truth == Truth::holds ? Phrase::printYes : Phrase::printNo);
        case Shape::row:
            if (const auto row = run.row(id)) return nameOf(run, *row);
            return phrase(Phrase::printBlank);
        case Shape::column:
            return run.world().form()[run.inHand(node.slot).column].name;
        case Shape::kinds:
            return kindsPromised(run, node);
        case Shape::rows: {
            Localized text;
            const auto& rows = run.rows(id)->rows;
            for (std::size_t i = 0; i < std::min(kShown, rows.size()); ++i)
                append(text, nameOf(run, rows[i]), phrase(Phrase::listSeparatorInside));
            close(text, rows.size());
            return text;
        }
        case Shape::cells:
            return addends(*run.cells(id));
        default:
            return node.spelled;
    }
}

Related placeOf(Evaluator& run, RowId row) {
    return {run.world().span(row), nameOf(run, row)};
}

Related placeOf(Evaluator& run, RowId row, const Value& value) {
    return {value.span.value_or(run.world().span(row)),
            phrase(Phrase::nameAndValue, {{"name", nameOf(run, row)}, {"value", printed(value)}})};
}

/// 最像, 写过: a cell that was found among others.
bool isFound(const Node& node) {
    return node.kind == Node::Kind::call && (node.function == syntax::Function::nearest ||
                                             node.function == syntax::Function::earlier);
}

/// Where a node stands, "name value" beside it: its cell, a place for each of its rows, or the
/// places of the first part that has any. What a submission does not mention has no place.
std::vector<Related> placesOf(Evaluator& run, NodeId id) {
    const Node& node = run.rule()[id];
    std::vector<Related> found;
    if (!run.charge()) return found;
    if (node.kind == Node::Kind::joined) {
        for (const NodeId part : node.children) {
            for (Related& one : placesOf(run, part))
                found.push_back(std::move(one));
        }
    } else if (node.type.shape == Shape::row) {
        if (const auto row = run.row(id)) found.push_back(placeOf(run, *row));
    } else if (node.type.shape == Shape::rows) {
        for (const RowId row : run.rows(id)->rows)
            found.push_back(placeOf(run, row));
    } else if (node.type.shape == Shape::cells) {
        const Cells cells = run.cells(id);
        const Rows rows = node.kind == Node::Kind::select ? run.rows(node.children[0]) : nullptr;
        for (std::size_t i = 0; i < cells->cells.size(); ++i) {
            const Value& cell = cells->cells[i];
            if (rows) {
                found.push_back(placeOf(run, rows->rows[i], cell));
            } else if (cell.span) {
                found.push_back({*cell.span, printed(cell)});
            }
        }
    } else if (node.kind == Node::Kind::ownCell || node.kind == Node::Kind::cellAt) {
        if (const auto row = run.rowOfLine(node.element)) {
            found.push_back(placeOf(run, *row, run.value(id)));
        }
    } else if (node.kind == Node::Kind::select && node.type.shape == Shape::value) {
        if (const auto row = run.row(node.children[0])) {
            found.push_back(placeOf(run, *row, run.value(id)));
        }
    } else if (node.kind == Node::Kind::cellInHand || isFound(node)) {
        const Value cell = run.value(id);
        if (cell.span) found.push_back({*cell.span, printed(cell)});
    } else {
        for (const NodeId child : node.children) {
            found = placesOf(run, child);
            if (!found.empty()) break;
        }
    }
    return found;
}

/// The comparison that a failing condition fails by; none when it fails by something else.
NodeId culprit(Evaluator& run, NodeId id) {
    const Node& node = run.rule()[id];
    if (node.kind == Node::Kind::compare) return id;
    if (node.kind == Node::Kind::any) return culprit(run, node.children[0]);
    if (node.kind != Node::Kind::all) return {};
    for (const NodeId child : node.children) {
        if (run.truth(child).truth == Truth::fails) return culprit(run, child);
    }
    return {};
}

/// What is to be written instead; it is never shortened, and too long rather nothing.
std::optional<std::string> written(Evaluator& run, const std::vector<MessagePiece>& pieces) {
    std::string text;
    for (const MessagePiece& piece : pieces) {
        text += piece.node ? printed(run, piece.node).zh : piece.literal;
        if (!run.charge(text.size() / 16)) return std::nullopt;
    }
    return text;
}

std::string filledIn(Evaluator& run, const std::vector<MessagePiece>& pieces, Language language,
                     std::vector<Argument>& arguments) {
    constexpr std::size_t most = 4000;  // bytes of one message
    std::string text;
    for (const MessagePiece& piece : pieces) {
        if (text.size() > most) break;
        if (!piece.node) {
            text += piece.literal;
            continue;
        }
        Localized value = printed(run, piece.node);
        value = {brief(value.zh), brief(value.en)};
        text += value.in(language);
        const bool known =
            std::any_of(arguments.begin(), arguments.end(),
                        [&](const Argument& one) { return one.name == piece.spelled; });
        if (!known) arguments.push_back({piece.spelled, std::move(value)});
    }
    return brief(text, most);
}

void point(Evaluator& run, Finding& finding, NodeId failing, NodeId comparison) {
    const CompiledRule& rule = run.rule();
    std::vector<Related> found;
    for (const NodeId place : rule.places) {
        for (Related& one : placesOf(run, place))
            found.push_back(std::move(one));
    }
    const bool named = !found.empty();
    if (found.empty() && comparison) found = placesOf(run, rule[comparison].children[0]);
    if (found.empty() && rule.over) {
        if (const auto row = run.caseRow()) found.push_back(placeOf(run, *row));
    }
    if (found.empty()) found = placesOf(run, failing);
    // Nothing that the rule reads is written: the submission as a whole lacks it.
    const auto elements = static_cast<std::uint32_t>(run.world().form().elements.size());
    for (std::uint32_t id = 0; id < elements && found.empty(); ++id) {
        const auto rows = run.world().rows({id});
        if (!rows.empty()) found.push_back(placeOf(run, rows.front()));
    }
    if (found.empty()) return;
    finding.span = found.front().span;
    if (!named) found.clear();  // the rest of a default place is no place someone chose
    for (const NodeId see : rule.sees) {
        for (Related& one : placesOf(run, see))
            found.push_back(std::move(one));
    }
    for (Related& one : found) {
        const auto same = [&](const Related& other) { return other.span == one.span; };
        auto& related = finding.related;
        if (one.span == finding.span) continue;
        if (std::none_of(related.begin(), related.end(), same)) related.push_back(std::move(one));
    }
}

}  // namespace

Localized inWords(const Value& value) {
    return printed(value);
}

namespace {

Finding named(Evaluator& run, Severity severity, const std::vector<MessagePiece>& zh,
              const std::vector<MessagePiece>& en) {
    const CompiledRule& rule = run.rule();
    Finding finding;
    finding.code = rule.code;
    finding.name = rule.name;
    finding.severity = severity;
    finding.message = {filledIn(run, zh, Language::zh, finding.arguments),
                       filledIn(run, en, Language::en, finding.arguments)};
    return finding;
}

NodeId firstThat(Evaluator& run, Truth truth) {
    const auto& conditions = run.rule().conditions;
    return *std::find_if(conditions.begin(), conditions.end(),
                         [&](NodeId condition) { return run.truth(condition).truth == truth; });
}

/// Whether the first place is a text that another can be written for: a cell that is left out or
/// blank is pointed at by what stands beside it.
bool isWritten(Evaluator& run) {
    const auto& places = run.rule().places;
    if (places.empty() || run.rule()[places.front()].type.shape != Shape::value) return true;
    const Value cell = run.value(places.front());
    return cell.span && !(cell.what == What::amount && cell.text.empty());
}

}  // namespace

Finding said(Evaluator& run) {
    const CompiledRule& rule = run.rule();
    Finding finding = named(run, rule.severity, rule.zh, rule.en);
    const NodeId failing = firstThat(run, Truth::fails);
    const NodeId comparison = culprit(run, failing);
    if (comparison) {
        const auto& sides = rule[comparison].children;
        const Value gap = run.difference(run.value(sides[0]), run.value(sides[1]));
        if (gap.amount.isKnown()) finding.arguments.push_back({"difference", printed(gap)});
    }
    point(run, finding, failing, comparison);
    const auto fix = std::find_if(rule.fixes.begin(), rule.fixes.end(), [&](const auto& one) {
        return !one.when || run.truth(one.when).truth == Truth::holds;
    });
    if (fix == rule.fixes.end() || !isWritten(run)) return finding;
    if (const auto text = written(run, fix->pieces)) {
        finding.fixes.push_back(
            {phrase(Phrase::fixWrite, {{"text", *text}}), {{finding.span, *text}}, fix->certain});
    }
    return finding;
}

Finding saidUnsettled(Evaluator& run) {
    const CompiledRule& rule = run.rule();
    Finding finding = named(run, rule.unsettled, rule.unsettledZh, rule.unsettledEn);
    point(run, finding, firstThat(run, Truth::undetermined), {});
    return finding;
}

}  // namespace biao::expression
