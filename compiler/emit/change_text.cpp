#include "emit/change_text.h"

#include "diagnostics/phrases.h"
#include "emit/understood.h"
#include "emit/written.h"

namespace biao::emit {

using comparison::Change;
using comparison::Part;
using comparison::SubmissionChanges;
using comparison::What;
using comparison::Why;
using model::Submission;
using model::Value;

namespace {

std::string oneLine(std::string_view text) {
    std::string out;
    bool blank = false;
    for (const char byte : text) {
        if (byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n') {
            blank = !out.empty();
            continue;
        }
        if (blank) out += ' ';
        blank = false;
        out += byte;
    }
    return out;
}

std::string amountText(const std::optional<Amount>& amount) {
    return amount && amount->isKnown() ? text(amount->quantity()) : "";
}

std::string equationsOf(const Submission& in, const model::Row& row) {
    std::string out;
    for (const auto& equation : row.equations) {
        if (!out.empty()) out += ' ';
        out += oneLine(in.source->slice(equation.span));
    }
    return out;
}

/// With two places after the point where it has more.
std::string rounded(const Number& number) {
    const Number shown = number.rounded(2, Rounding::halfUp);
    return (shown == number ? "" : "\u2248") + std::string(number.sign() > 0 ? "+" : "") +
           shown.text();
}

/// The unit as it stands behind the number: 个月, where the unit's own name is 月. Empty where
/// something else stands there.
std::string unitBehind(const Value* value) {
    if (!value || value->type != Value::Type::measure || !value->amount.isKnown()) return {};
    const std::string_view written = value->text;
    const auto last = written.find_last_of("0123456789");
    if (last == std::string_view::npos) return {};
    auto first = last;
    while (first > 0 &&
           std::string_view("0123456789.").find(written[first - 1]) != std::string_view::npos)
        --first;
    if (written.substr(first, last + 1 - first) != value->amount.quantity().value.text()) return {};
    return oneLine(written.substr(last + 1));
}

Localized differenceText(const Change& change) {
    const Number& number = change.difference->value;
    if (change.points) {
        const bool one = number.abs() == 1;
        return phrase(one ? Phrase::changePoint : Phrase::changePoints,
                      {{"number", rounded(number)}});
    }
    const std::string unit = unitBehind(change.valueAfter);
    const std::string shown = unit.empty() ? text(*change.difference) : number.text() + unit;
    return number.sign() > 0 ? "+" + shown : shown;
}

}  // namespace

std::string shownValue(const Value& value, const model::Row& row, const Submission& in) {
    if (value.type == Value::Type::text) return oneLine(proseOf(value));
    const std::string written = oneLine(writtenOf(value, row, in).text);
    const bool digitLast = !written.empty() && written.back() >= '0' && written.back() <= '9';
    const bool bare = value.type == Value::Type::measure && value.amount.isKnown() &&
                      !value.amount.quantity().bare() && digitLast;
    return bare ? written + value.amount.quantity().unit->spelling() : written;
}

Localized wordFor(What what) {
    switch (what) {
        case What::added:
            return phrase(Phrase::changeAdded);
        case What::dropped:
            return phrase(Phrase::changeDropped);
        case What::renamed:
            return phrase(Phrase::changeRenamed);
        case What::moved:
            return phrase(Phrase::changeMoved);
        case What::retitled:
            return phrase(Phrase::changeRetitled);
        case What::filled:
            return phrase(Phrase::changeFilled);
        case What::emptied:
            return phrase(Phrase::changeEmptied);
        case What::tightened:
            return phrase(Phrase::changeTightened);
        case What::loosened:
            return phrase(Phrase::changeLoosened);
        case What::raised:
            return phrase(Phrase::changeRaised);
        case What::lowered:
            return phrase(Phrase::changeLowered);
        case What::changed:
            return phrase(Phrase::changeChanged);
        case What::comparator:
            return phrase(Phrase::changeComparator);
        case What::unit:
            return phrase(Phrase::changeUnit);
        case What::kind:
            return phrase(Phrase::changeKind);
        case What::words:
            return phrase(Phrase::changeWords);
        case What::sameAmount:
            break;
    }
    return phrase(Phrase::changeSame);
}

Localized titleOf(const Submission& submission) {
    return phrase(Phrase::subjectTitled, {{"subject", std::string(submission.subject)},
                                          {"title", std::string(submission.title)}});
}

Localized matchText(Why why, const std::optional<comparison::Likeness>& likeness,
                    std::string_view id) {
    if (likeness) {
        const auto number = [](int value) { return std::to_string(value); };
        if (!likeness->value)
            return phrase(Phrase::matchedAlike, {{"total", number(likeness->total)},
                                                 {"name", number(likeness->name)},
                                                 {"place", number(likeness->place)}});
        return phrase(Phrase::matchedAlikeValue, {{"total", number(likeness->total)},
                                                  {"name", number(likeness->name)},
                                                  {"value", number(*likeness->value)},
                                                  {"place", number(likeness->place)}});
    }
    switch (why) {
        case Why::id:
            return phrase(Phrase::matchedById, {{"id", std::string(id)}});
        case Why::pinned:
            return phrase(Phrase::matchedByFormer);
        case Why::code:
            return phrase(Phrase::matchedByCode);
        case Why::only:
            return phrase(Phrase::matchedAlone);
        default:
            return {};
    }
}

std::string differenceUnit(const Change& change) {
    if (change.points) return phrase(Phrase::changePointsUnit).zh;
    return change.difference ? std::string(unitName(*change.difference)) : "";
}

Localized columnOf(const SubmissionChanges& changes, const Change& change) {
    switch (change.part) {
        case Part::row:
        case Part::value:
            return {};
        case Part::share:
            return phrase(Phrase::changeShare);
        case Part::equation:
            return phrase(Phrase::changeEquation);
        case Part::total:
            return phrase(Phrase::changeTotal);
        case Part::column:
            break;
    }
    const bool now = static_cast<bool>(change.columnAfter.element);
    const auto& column = now ? change.columnAfter : change.columnBefore;
    Localized name = (*(now ? changes.after : changes.before)->form)[column.element].name;
    if (column.year) {
        name.zh += " " + std::to_string(*column.year);
        name.en += " " + std::to_string(*column.year);
    }
    return name;
}

std::vector<Localized> formLines(const SubmissionChanges& one) {
    std::vector<Localized> lines;
    const auto list = [&](const Submission& in, const std::vector<definitions::ElementId>& all,
                          Phrase which) {
        Localized names;
        for (const auto id : all) {
            const Localized path = in.form->path(id);
            names.zh += (names.zh.empty() ? "" : "\u3001") + path.zh;
            names.en += (names.en.empty() ? "" : ", ") + path.en;
        }
        if (!all.empty()) lines.push_back(phrase(which, {{"names", names}}));
    };
    if (one.form.changed)
        lines.push_back(phrase(Phrase::diffForm, {{"before", one.before->form->name.text()},
                                                  {"after", one.after->form->name.text()}}));
    list(*one.before, one.form.dropped, Phrase::diffFormLacks);
    list(*one.after, one.form.added, Phrase::diffFormAdds);
    return lines;
}

ChangeText textOf(const SubmissionChanges& changes, const Change& change) {
    ChangeText out;
    out.place = placeOf(changes, change);
    out.row = rowOf(changes, change);
    out.column = columnOf(changes, change);
    out.what = wordFor(change.what);
    if (change.comparator && change.what != What::comparator) {
        const Localized too = wordFor(What::comparator);
        out.what.zh += "\u3001" + too.zh;
        out.what.en += ", " + too.en;
    }
    const model::Row* const old = change.before ? &(*changes.before)[change.before] : nullptr;
    const model::Row* const now = change.after ? &(*changes.after)[change.after] : nullptr;
    if (old && now && change.part == Part::row) {
        if (change.what == What::moved) {
            out.before = changes.before->form->path(old->element).zh;
            out.after = changes.after->form->path(now->element).zh;
            const auto titled = [](const Submission& in, const model::Row& row) {
                const bool repeats = row.parent && (*in.form)[in[row.parent].element].repeatable;
                return repeats ? "\u00b7" + std::string(in[row.parent].name) : "";
            };
            out.before += titled(*changes.before, *old);
            out.after += titled(*changes.after, *now);
        } else {
            out.rowBefore = old->name;
            out.before = old->name;
            out.after = now->name;
            out.match = matchText(change.why, change.likeness, now->id);
        }
    }
    if (change.part == Part::share) {
        out.before = amountText(old->share);
        out.after = amountText(now->share);
    } else if (change.part == Part::equation) {
        out.before = equationsOf(*changes.before, *old);
        out.after = equationsOf(*changes.after, *now);
    }
    if (change.valueBefore && old)
        out.before = shownValue(*change.valueBefore, *old, *changes.before);
    if (change.valueAfter && now) out.after = shownValue(*change.valueAfter, *now, *changes.after);
    if (change.difference) out.difference = differenceText(change);
    if (change.ratio) out.percent = rounded(*change.ratio * 100) + "%";
    return out;
}

}  // namespace biao::emit
