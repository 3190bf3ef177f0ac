// Funds: an amount, and the amounts it is made of, as an equation or as a block of lines.
#include <algorithm>

#include "base/utf8.h"
#include "definitions/reading.h"
#include "diagnostics/phrases.h"
#include "expression/arithmetic.h"
#include "model/reader.h"

namespace biao::model {

using namespace syntax;
using definitions::Decomposition;
using definitions::Element;

void SubmissionReader::fund(const Item& item, ElementId element, RowIndex parent) {
    for (const Row& row : out_.rows) {
        if (row.kind != RowKind::fund || row.element != element || row.parent != parent) continue;
        Finding f = finding(Code::duplicate, item.head.span, {{"what", placeName(element)}});
        f.related.push_back({row.nameSpan, phrase(Phrase::firstGiven)});
        findings_.add(std::move(f));
        return;
    }
    const RowIndex row = add(start(item, RowKind::fund, element, parent));
    Value own = valueOf(item, place(element, true));
    exact(own, element);
    put(row, {}, std::move(own));
    attributes(item, row);
    for (const syntax::Equation& e : file_.of(item.equations)) {
        fundEquation(e, element, row);
    }
    fundLines(item.block, element, row);
}

void SubmissionReader::fundEquation(const syntax::Equation& e, ElementId element, RowIndex row) {
    const Element& at = form_[element];
    if (e.label) {
        std::vector<std::string> labels;
        for (const Decomposition& d : at.decompositions)
            labels.push_back(d.label);
        if (std::find(labels.begin(), labels.end(), e.label.text) == labels.end()) {
            return unknown(e.label, placeName(element), labels);
        }
    }
    const auto parts = file_.of(e.parts);
    const bool calculation = std::none_of(parts.begin(), parts.end(),
                                          [](const Part& p) { return static_cast<bool>(p.name); });
    if (calculation) {
        // 预算 4万元 = 5人 × 800元/人/月 × 10个月: no parts of the form, a sum to check
        out_.rows[row.value].equations.push_back(equation(e, place(element, true)));
        return;
    }
    for (const Part& part : parts)
        fundPart(part, e, element, row);
}

void SubmissionReader::fundPart(const Part& part, const syntax::Equation& e, ElementId element,
                                RowIndex row) {
    if (part.open) return;
    const Element& at = form_[element];
    ElementId child = part.name ? form_.child(element, part.name.text) : ElementId{};
    const bool open = std::any_of(
        at.decompositions.begin(), at.decompositions.end(),
        [&](const Decomposition& d) { return d.open && (!e.label || d.label == e.label.text); });
    if (!child && part.name && !open) {
        unknown(part.name, placeName(element), form_.spellingsIn(element));
        return unknownPart(row, element, part.span);
    }
    if (!part.name) {
        // 财政拨款 20万元 + 20万元: whose are the second twenty?
        misplaced(
            part.span,
            phrase(Phrase::unnamedAmount, {{"text", (part.sign == Operator::minus ? "-" : "") +
                                                        std::string(source_.slice(part.span))}}),
            placeName(element));
        return unknownPart(row, element, part.span);
    }
    if (child && e.label) {
        for (const Decomposition& d : at.decompositions) {
            if (d.label != e.label.text) continue;
            const bool within = std::any_of(d.parts.begin(), d.parts.end(),
                                            [&](const auto& p) { return p.element == child; });
            if (within) continue;
            misplaced(part.name.span, quoted(part.name.text), quoted(e.label.text));
            return unknownPart(row, element, part.span);
        }
    }
    if (!child && nearest(part.name.text, form_.spellingsIn(element))) {
        // An open list takes new names, but hardly one that is a letter off one of its own.
        unknown(part.name, placeName(element), form_.spellingsIn(element));
        return unknownPart(row, element, part.span);
    }
    if (partTaken(row, child, part.name.text, part.name.span)) {
        return unknownPart(row, element, part.span);
    }
    Row fresh;
    fresh.kind = RowKind::fund;
    fresh.element = child ? child : element;
    fresh.added = !child;
    fresh.parent = row;
    fresh.name = part.name.text;
    fresh.nameSpan = part.name.span;
    fresh.span = part.span;
    const RowIndex index = add(std::move(fresh));
    const Place where = place(child ? child : element, true);
    Value value = values_.read(Operator::none, {}, part.value, where);
    if (value.span.empty()) value.span = part.span;
    exact(value, child ? child : element);
    // Where the form itself takes the part away, the minus says what the form says.
    const bool takenAway =
        child && std::any_of(at.decompositions.begin(), at.decompositions.end(), [&](auto& d) {
            return (!e.label || d.label == e.label.text) &&
                   std::any_of(d.parts.begin(), d.parts.end(),
                               [&](auto& p) { return p.element == child && p.minus; });
        });
    if (part.sign == Operator::minus && !takenAway && value.amount.isKnown()) {
        Quantity negative = value.amount.quantity();
        negative.value = -negative.value;
        value.amount = negative;
    }
    put(index, {}, std::move(value));
    if (part.share) {
        Row& made = out_.rows[index.value];
        Place share;
        made.share = values_.number(part.share, share);
        made.shareSpan = file_[part.share].span;
    }
    if (part.parts) {
        if (child) {
            fundEquation(file_[part.parts], child, index);
        } else {
            out_.rows[index.value].equations.push_back(equation(file_[part.parts], where));
        }
    }
}

/// Parts as lines: 预算 100万元 { 财政拨款 90万元 { 中央 60万元; 地方 30万元 }; 自筹 10万元 }
void SubmissionReader::fundLines(const std::vector<ItemId>& lines, ElementId element,
                                 RowIndex row) {
    const Element& at = form_[element];
    const bool open = std::any_of(at.decompositions.begin(), at.decompositions.end(),
                                  [](const Decomposition& d) { return d.open; });
    for (const ItemId id : lines) {
        const Item& item = file_[id];
        if (item.headKind != HeadKind::name && item.headKind != HeadKind::text) {
            if (!item.broken) {
                misplaced(item.span, quoted(source_.slice(item.span)), placeName(element));
            }
            continue;
        }
        const ElementId child = form_.child(element, item.head.text);
        if (!child && !open) {
            unknown(item.head, placeName(element), form_.spellingsIn(element));
            unknownPart(row, element, item.span);
            continue;
        }
        const bool inside = !item.block.empty() || !file_.of(item.equations).empty();
        const bool more = child && !item.value && inside;
        if (const RowIndex known = more ? partOf(row, child) : RowIndex()) {
            // Stated in the equation above; here stands what is in it: 拨款 其中 结转 20万元
            attributes(item, known);
            for (const syntax::Equation& e : file_.of(item.equations))
                fundEquation(e, child, known);
            fundLines(item.block, child, known);
            continue;
        }
        if (partTaken(row, child, item.head.text, item.head.span)) continue;
        Row fresh = start(item, RowKind::fund, child ? child : element, row);
        fresh.added = !child;
        const RowIndex index = add(std::move(fresh));
        Value own = valueOf(item, place(child ? child : element, true));
        exact(own, child ? child : element);
        put(index, {}, std::move(own));
        attributes(item, index);
        if (child) {
            for (const syntax::Equation& e : file_.of(item.equations)) {
                fundEquation(e, child, index);
            }
            fundLines(item.block, child, index);
        }
    }
}

/// Money of a fund or table is one exact amount: no bound, no range, not several.
void SubmissionReader::exact(Value& value, ElementId element) {
    const bool bound = value.isMeasure() && value.op != Operator::none && value.op != Operator::eq;
    if (!bound && value.type != Value::Type::range && value.type != Value::Type::tuple) return;
    const auto& kinds = form_[element].kinds;
    const bool prose =
        !kinds.empty() && std::none_of(kinds.begin(), kinds.end(),
                                       [](const definitions::Kind& k) { return k.measures(); });
    if (prose) return;  // 清运垃圾、改厕 in a column of texts: no amount was wanted
    findings_.add(finding(Code::kindNotAllowed, value.span,
                          {{"place", placeName(element)},
                           {"expected", phrase(Phrase::oneExactAmount)},
                           {"found", std::string(source_.slice(value.span))},
                           {"foundKind", phrase(bound ? Phrase::kindBound : Phrase::kindSeveral)},
                           {"suggestion", ""}}));
    value.type = Value::Type::unreadable;
}

/// A part that is no name of the form still was part of the total, which is now unknown.
void SubmissionReader::unknownPart(RowIndex row, ElementId element, Span at) {
    Row fresh;
    fresh.kind = RowKind::fund;
    fresh.element = element;
    fresh.added = fresh.broken = true;
    fresh.parent = row;
    fresh.name = source_.slice(at);
    fresh.nameSpan = fresh.span = at;
    Value value;
    value.type = Value::Type::unreadable;
    value.span = at;
    put(add(std::move(fresh)), {}, std::move(value));
}

RowIndex SubmissionReader::partOf(RowIndex row, ElementId part) const {
    for (std::uint32_t at = 0; at < out_.rows.size(); ++at) {
        const Row& known = out_.rows[at];
        const bool same = known.parent == row && known.element == part && !known.added;
        if (same && known.kind == RowKind::fund) return {at};
    }
    return {};
}

/// A part stands once; said again under another split of the same total it is the same part.
bool SubmissionReader::partTaken(RowIndex row, ElementId part, std::string_view name, Span at) {
    for (const Row& known : out_.rows) {
        if (known.parent != row || known.kind != RowKind::fund) continue;
        if (part ? known.element != part || known.added : known.name != name) continue;
        Finding f = finding(Code::duplicate, at, {{"what", quoted(name)}});
        f.related.push_back({known.nameSpan, phrase(Phrase::firstGiven)});
        findings_.add(std::move(f));
        return true;
    }
    return false;
}

Equation SubmissionReader::equation(const syntax::Equation& e, const Place& at) {
    Equation out;
    out.ofWhich = e.ofWhich;
    out.label = e.label.text;
    out.span = e.span;
    out.text = std::string(source_.slice(e.span));
    for (const Part& part : file_.of(e.parts)) {
        if (part.open) continue;
        Equation::Term term;
        term.name = part.name.text;
        term.minus = part.sign == Operator::minus;
        term.span = part.span;
        term.amount = values_.number(part.value, at);
        if (part.share) {
            term.share = values_.number(part.share, {});
            term.shareSpan = file_[part.share].span;
        }
        term.text = part.value ? expression::spelled(file_, part.value) : "";
        out.terms.push_back(std::move(term));
    }
    return out;
}

}  // namespace biao::model
