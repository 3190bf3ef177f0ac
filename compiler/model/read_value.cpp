#include "model/read_value.h"

#include <algorithm>

#include "base/utf8.h"
#include "diagnostics/phrases.h"
#include "parse/parse.h"
#include "syntax/token.h"

namespace biao::model {

using namespace syntax;
using definitions::Kind;

bool Place::takes(Kind::Type type) const {
    if (!kinds) return false;
    return std::any_of(kinds->begin(), kinds->end(), [&](const Kind& k) { return k.type == type; });
}

bool Place::takesText() const {
    return !kinds || kinds->empty() || takes(Kind::Type::text) || takes(Kind::Type::reference);
}

bool Place::takesOnlyMeasures() const {
    return kinds && !kinds->empty() && std::all_of(kinds->begin(), kinds->end(), [](const Kind& k) {
               return k.measures() && k.type != Kind::Type::any;
           });
}

Place placeOf(const definitions::Form& form, definitions::ElementId id,
              const definitions::Library& library, bool money) {
    const definitions::Element& element = form[id];
    Place place;
    place.kinds = &element.kinds;
    place.slot.unit = element.unit;
    std::vector<const Kind*> measures;
    for (const Kind& kind : element.kinds) {
        if (kind.type == Kind::Type::dimension || kind.type == Kind::Type::count) {
            measures.push_back(&kind);
        }
    }
    if (measures.size() == 1 && !measures[0]->dimension.empty()) {
        place.slot.dimension = measures[0]->dimension;
        if (!place.slot.unit && measures[0]->type == Kind::Type::count) {
            place.slot.unit = library.units().unitFor(measures[0]->dimension);
        }
    }
    if (!form.moneyUnit) return place;
    const Dimension moneyDimension = form.moneyUnit->readings().front().dimension;
    const bool isFund = element.kind == definitions::ElementKind::fund;
    const bool takesMoney = isFund || std::any_of(measures.begin(), measures.end(), [&](auto* k) {
                                return k->dimension == moneyDimension;
                            });
    if (!takesMoney) return place;
    if (isFund) place.slot.dimension = moneyDimension;
    place.slot.unitAfterMagnitude = library.units().unitFor(moneyDimension)->spelling();
    if (money && !place.slot.unit) place.slot.unit = form.moneyUnit;
    return place;
}

Value ValueReader::read(Operator op, Span opSpan, ExprId expr, const Place& place) {
    if (!expr) {
        Value value;
        value.op = op;
        value.span = opSpan;
        return value;
    }
    const Expr& e = file_[expr];
    if (e.kind == ExprKind::text) return readText({e.text, e.span}, op, opSpan, place);
    return readIn(file_, findings_, op, opSpan, expr, place);
}

Amount ValueReader::number(ExprId expr, const Place& place) {
    if (!expr) return {};
    const Value value = read(Operator::none, {}, expr, place);
    return value.number();
}

Value ValueReader::readText(const Word& text, Operator op, Span opSpan, const Place& place) {
    Value value;
    value.op = op;
    value.text = text.text;
    value.span = op == Operator::none ? text.span : cover(opSpan, text.span);
    value.type = text.text.empty() ? Value::Type::blank : Value::Type::text;
    if (place.takesText() || text.text.empty()) return value;
    return quotedMeasure(std::move(value), place);
}

namespace {

/// The 以上 of 盏以上, where the word ends in one of its kind.
std::optional<std::string_view> suffixOf(std::string_view unit) {
    for (std::size_t at = 0; at < unit.size(); at += decodeAt(unit, at).length) {
        if (wordFrom<Suffix>(unit.substr(at)) != Suffix::none) return unit.substr(at);
    }
    return std::nullopt;
}

bool isWhole(const Expr& e, std::size_t least, std::size_t most) {
    return e.kind == ExprKind::number && !e.unit && e.text.size() >= least &&
           e.text.size() <= most && e.text.find('.') == std::string_view::npos;
}

}  // namespace

/// 2026-13-18, 2026-13: meant as a date, and none.
bool ValueReader::dateThatIsNone(const File& file, const Expr& e, Findings& findings) const {
    const auto operands = file.of(e.operands);
    if (e.kind != ExprKind::sum || operands.size() < 2 || operands.size() > 3) return false;
    const auto text = source_.slice(e.span);
    if (!isWhole(file[operands[0].expr], 4, 4) || text.find(' ') != std::string_view::npos) {
        return false;
    }
    for (std::size_t at = 1; at < operands.size(); ++at) {
        const bool part =
            operands[at].op == Operator::minus && isWhole(file[operands[at].expr], 1, 2);
        if (!part) return false;
    }
    findings.add(finding(Code::notUnderstood, e.span,
                         {{"text", std::string(text)},
                          {"what", phrase(Phrase::whatDate)},
                          {"reason", phrase(Phrase::noSuchDayWritten)}}));
    return true;
}

/// 3-5公里, 90%-95%: a range is meant, not a difference.
bool ValueReader::rangeWithMinus(const File& file, const Expr& e, Findings& findings) const {
    const auto operands = file.of(e.operands);
    if (e.kind != ExprKind::sum || operands.size() != 2 || operands[1].op != Operator::minus) {
        return false;
    }
    const Expr& from = file[operands[0].expr];
    const Expr& to = file[operands[1].expr];
    if (from.kind != ExprKind::number || to.kind != ExprKind::number) return false;
    if (from.unit && from.unit.text != to.unit.text) return false;
    const std::string range = expression::spelled(file, operands[0].expr) + "~" +
                              expression::spelled(file, operands[1].expr);
    const auto cannot = [&](Localized reason) {
        return finding(Code::notUnderstood, e.span,
                       {{"text", std::string(source_.slice(e.span))},
                        {"what", phrase(Phrase::whatMeasure)},
                        {"reason", std::move(reason)}});
    };
    if (const auto suffix = suffixOf(to.unit.text)) {
        // 40-50盏以上: a range, or a bound? Nobody knows.
        const std::string unit(to.unit.text.substr(0, to.unit.text.size() - suffix->size()));
        const std::string bare = std::string(from.text) + "~" + std::string(to.text) + unit;
        const bool least = wordFrom<Suffix>(*suffix) != Suffix::orLess;
        const std::string bound =
            (least ? "\u2265" + std::string(from.text) : "\u2264" + std::string(to.text)) + unit;
        findings.add(
            cannot(phrase(Phrase::rangeWithSuffix,
                          {{"word", std::string(*suffix)}, {"range", bare}, {"bound", bound}})));
        return true;
    }
    Finding f = cannot(phrase(Phrase::rangeIsTilde, {{"text", range}}));
    f.fixes.push_back({phrase(Phrase::fixWrite, {{"text", range}}),
                       {{{e.span.file, from.span.end, to.span.begin}, "~"}},
                       false});
    findings.add(std::move(f));
    return true;
}

/// 95%~90%, 30公里~35人, ≥30~35公里: no range at all.
void ValueReader::checkRange(Value& value, Findings& findings) const {
    const auto order = compare(library_.units(), value.amount.quantity(), value.upTo.quantity());
    const bool marked = value.op != Operator::none && value.op != Operator::eq;
    if (order && *order <= 0 && !marked) return;
    findings.add(finding(Code::notUnderstood, value.span,
                         {{"text", std::string(value.text)},
                          {"what", phrase(Phrase::whatMeasure)},
                          {"reason", phrase(!order   ? Phrase::rangeOfTwoKinds
                                            : marked ? Phrase::rangeWithMark
                                                     : Phrase::rangeBackwards)}}));
    value.type = Value::Type::unreadable;
}

/// 一年, 十月底: a number written out in words, with its unit, or a date; read, and remarked on.
std::optional<Value> ValueReader::writtenOut(const Expr& word, const Place& place) {
    const bool measures = !place.kinds || place.kinds->empty() ||
                          std::any_of(place.kinds->begin(), place.kinds->end(),
                                      [](const Kind& k) { return k.measures(); });
    if (place.takes(Kind::Type::date) || measures) {
        if (auto date = dateInWords(word)) return date;
    }
    if (!measures) return std::nullopt;
    int total = 0;
    int digit = 0;
    const auto hundredth = syntax::spelling(syntax::Joint::percentOf).zh;
    const bool percent = word.text.starts_with(hundredth);  // 百分之九十
    std::size_t at = percent ? hundredth.size() : 0;
    const std::size_t first = at;
    while (at < word.text.size()) {
        const auto length = decodeAt(word.text, at).length;
        const Digit d = wordFrom<Digit>(word.text.substr(at, length));
        if (d == Digit::none) break;
        if (d == Digit::zero && digit != 0) return std::nullopt;
        if (d == Digit::ten || d == Digit::hundred) {
            total += std::max(digit, 1) * (d == Digit::ten ? 10 : 100);
            digit = 0;
        } else if (d != Digit::zero) {
            if (digit != 0) return std::nullopt;
            digit = static_cast<int>(d) - static_cast<int>(Digit::zero);
        }
        at += length;
    }
    if (at == first) return std::nullopt;
    // 九成以上: the mark stands before the number
    std::string_view unitText = word.text.substr(at);
    Operator op = Operator::none;
    for (const auto& [suffix, mark] : {std::pair(syntax::Suffix::orMore, Operator::ge),
                                       std::pair(syntax::Suffix::orLess, Operator::le)}) {
        for (std::size_t length = 9; length > 0 && op == Operator::none; length -= 3) {
            if (length > unitText.size() ||
                wordFrom<syntax::Suffix>(unitText.substr(unitText.size() - length)) != suffix) {
                continue;
            }
            op = mark;
            unitText.remove_suffix(length);
        }
    }
    if (percent && !unitText.empty()) return std::nullopt;
    const auto read = library_.units().read(percent ? "%" : unitText);
    const UnitRef* unit = std::get_if<UnitRef>(&read);
    if (!unit && !(unitText.empty() && !percent && op == Operator::none)) return std::nullopt;
    const std::string digits = (op == Operator::ge   ? "\u2265"
                                : op == Operator::le ? "\u2264"
                                                     : "") +
                               std::to_string(total + digit) +
                               (percent ? "%" : std::string(unitText));
    Finding f = finding(Code::oddSpelling, word.span,
                        {{"what", phrase(Phrase::numberInWords,
                                         {{"text", std::string(word.text)}, {"digits", digits}})}});
    f.fixes.push_back({phrase(Phrase::fixWrite, {{"text", digits}}), {{word.span, digits}}, true});
    findings_.add(std::move(f));
    Value value;
    value.type = Value::Type::measure;
    value.amount = Quantity{Number(total + digit), unit ? *unit : UnitRef()};
    value.op = op;
    value.text = word.text;
    value.span = word.span;
    return value;
}

/// A quoted value where the form wants a measure is the cell as someone wrote it: it is read by the
/// value grammar, keeps its text, and gets the value's findings.
Value ValueReader::quotedMeasure(Value value, const Place& place) {
    const Span content{value.span.file,
                       value.span.end - static_cast<std::uint32_t>(value.text.size()), 0};
    const std::string_view whole = source_.slice(value.span);
    const auto offset = whole.rfind(value.text);
    if (offset == std::string_view::npos) return value;  // escapes inside: prose
    const Span inside{content.file, value.span.begin + static_cast<std::uint32_t>(offset),
                      value.span.begin + static_cast<std::uint32_t>(offset + value.text.size())};
    const Span quotes{inside.file,
                      value.op == Operator::none ? value.span.begin
                                                 : static_cast<std::uint32_t>(inside.begin - 1),
                      value.span.end};

    File scratch;
    scratch.id = file_.id;
    Findings said;
    const parse::CellText cell = parse::parseCell(scratch, source_, inside, limits_, said);
    Value read;
    if (said.empty() && cell.value) {
        Place bare = place;
        bare.slot.unit = nullptr;  // what a bare number means is not guessed inside quotes
        read = readIn(scratch, said, cell.op, cell.opSpan, cell.value, bare);
    }
    bool counted = false;  // of several words joined by 、 nothing is
    bool unitless = false;
    eachQuantity(read, [&](const Quantity& q, Span) {
        counted = true;
        unitless = unitless || q.bare();
    });
    const bool several = read.type == Value::Type::tuple && counted;
    const bool measure = (read.isMeasure() || several) && !unitless;
    const bool onlyMeasures = place.takesOnlyMeasures();
    if (said.empty() && measure) {
        Finding f = finding(Code::quotedMeasure, value.span, {{"text", std::string(value.text)}});
        f.fixes.push_back(
            {phrase(Phrase::fixUnquote), {{quotes, std::string(source_.slice(inside))}}, true});
        findings_.add(std::move(f));
        if (read.op == Operator::none) read.op = value.op;
        read.quoted = true;
        read.text = value.text;
        read.span = value.span;
        return read;
    }
    if (!onlyMeasures) return value;  // prose, where prose may stand too
    Localized reason = phrase(Phrase::cellIsProse);
    std::vector<Edit> edits;
    if (!said.empty()) {
        const Finding& first = said.list().front();
        reason = first.message;
        for (const Argument& a : first.arguments) {
            if (first.code.starts_with("B0") && a.name == "expected") reason = a.value;
        }
        if (!first.fixes.empty()) edits = first.fixes.front().edits;
    }
    Finding f = finding(Code::notUnderstood, value.span,
                        {{"text", std::string(value.text)},
                         {"what", phrase(Phrase::whatMeasure)},
                         {"reason", reason}});
    if (!edits.empty()) {
        edits.push_back({{quotes.file, quotes.begin, inside.begin}, ""});
        edits.push_back({{quotes.file, inside.end, quotes.end}, ""});
        f.fixes.push_back({phrase(Phrase::fixCell), std::move(edits), false});
    }
    findings_.add(std::move(f));
    value.type = Value::Type::unreadable;
    return value;
}

namespace {

/// 2031年10月~2031年3月. Without years a range may go over the end of one.
bool backwards(const Calendar& date) {
    const CalendarPoint& from = date.begin;
    if (!date.end || !from.year || !date.end->year) return false;
    const CalendarPoint& to = *date.end;
    if (*from.year != *to.year) return *from.year > *to.year;
    if (from.quarter && to.quarter) return *from.quarter > *to.quarter;
    if (!from.month || !to.month) return false;
    if (*from.month != *to.month) return *from.month > *to.month;
    return from.day && to.day && *from.day > *to.day;
}

}  // namespace

Value ValueReader::readIn(const File& file, Findings& findings, Operator op, Span opSpan,
                          ExprId expr, const Place& place) {
    const Expr& e = file[expr];
    Value value;
    value.op = op;
    value.span = op == Operator::none ? e.span : cover(opSpan, e.span);
    value.text = source_.slice(e.span);
    expression::Slot slot = place.slot;
    slot.marked = op != Operator::none;
    const auto measure = [&](ExprId of, const expression::Slot& in) {
        return expression::evaluate(library_.units(), file, of, in, findings);
    };
    const auto settle = [&](Value::Type type) {
        const bool lost = value.amount.isOpen() && value.amount.state() == State::unknown;
        value.type = lost ? Value::Type::unreadable : type;
    };
    switch (e.kind) {
        case ExprKind::blank:
            return value;
        case ExprKind::asked:
            value.type = Value::Type::asked;
            value.amount = Amount::asked(e.span);
            return value;
        case ExprKind::notApplicable:
            value.type = Value::Type::notApplicable;
            return value;
        case ExprKind::yes:
            value.type = Value::Type::yes;
            return value;
        case ExprKind::no:
            value.type = Value::Type::no;
            return value;
        case ExprKind::text:
            value.type = Value::Type::text;
            value.text = e.text;
            return value;
        case ExprKind::name:
            if (auto written = writtenOut(e, place)) {
                if (op != Operator::none) written->op = op;
                written->span = value.span;
                return *written;
            }
            value.type = Value::Type::word;
            value.text = e.text;
            return value;
        case ExprKind::date:
            value.type = Value::Type::date;
            value.date = readCalendar(e.text);
            if (!value.date) {
                findings.add(finding(Code::notUnderstood, e.span,
                                     {{"text", std::string(e.text)},
                                      {"what", phrase(Phrase::whatDate)},
                                      {"reason", phrase(Phrase::noSuchDay)}}));
                value.type = Value::Type::unreadable;
            } else if (backwards(*value.date)) {
                findings.add(finding(Code::notUnderstood, e.span,
                                     {{"text", std::string(e.text)},
                                      {"what", phrase(Phrase::whatDate)},
                                      {"reason", phrase(Phrase::datesBackwards)}}));
                value.type = Value::Type::unreadable;
            }
            return value;
        case ExprKind::number:
            if (place.takes(Kind::Type::year) && !e.unit && e.text.size() == 4) {
                value.type = Value::Type::date;
                Calendar calendar;
                const auto year = Number::parse(e.text)->toInteger();
                calendar.begin.year = static_cast<std::uint16_t>(year.value_or(0));
                value.date = calendar;
                return value;
            }
            value.amount = measure(expr, slot);
            settle(Value::Type::measure);
            return value;
        case ExprKind::ratio:
        case ExprKind::negate:
        case ExprKind::sum:
        case ExprKind::product:
            if (dateThatIsNone(file, e, findings) || rangeWithMinus(file, e, findings)) {
                value.type = Value::Type::unreadable;
                return value;
            }
            value.calculated = e.kind == ExprKind::sum || e.kind == ExprKind::product;
            value.amount = measure(expr, slot);
            settle(Value::Type::measure);
            return value;
        case ExprKind::range: {
            const auto ends = file.of(e.operands);
            slot.marked = true;  // no sign goes before the end of a range
            value.upTo = measure(ends[1].expr, slot);
            expression::Slot left = slot;
            // 3~5公里: the unit stands once
            if (!left.unit && value.upTo.isKnown()) left.unit = value.upTo.quantity().unit;
            value.amount = measure(ends[0].expr, left);
            if (value.upTo.isOpen()) value.amount = value.upTo;
            settle(Value::Type::range);
            if (value.type == Value::Type::range) checkRange(value, findings);
            return value;
        }
        case ExprKind::tuple:
        case ExprKind::list: {
            value.type = e.kind == ExprKind::tuple ? Value::Type::tuple : Value::Type::list;
            for (const Operand& part : file.of(e.operands)) {
                value.parts.push_back(
                    readIn(file, findings, part.op, file[part.expr].span, part.expr, place));
                if (value.parts.back().type == Value::Type::unreadable) {
                    value.type = Value::Type::unreadable;
                }
            }
            return value;
        }
        case ExprKind::missing:
            value.type = Value::Type::unreadable;
            return value;
        default:
            findings.add(
                finding(Code::notSupported, e.span, {{"what", phrase(Phrase::relativeTarget)}}));
            value.type = Value::Type::unreadable;
            return value;
    }
}

}  // namespace biao::model
