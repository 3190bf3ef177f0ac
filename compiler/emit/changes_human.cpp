#include <algorithm>
#include <map>
#include <vector>

#include <fmt/color.h>
#include <fmt/format.h>

#include "base/width.h"
#include "diagnostics/excerpt.h"
#include "diagnostics/phrases.h"
#include "emit/change_text.h"
#include "emit/changes.h"
#include "emit/names.h"

namespace biao::emit {

using comparison::Change;
using comparison::Comparison;
using comparison::SubmissionChanges;
using comparison::What;
using comparison::Why;
using model::Submission;

namespace {

constexpr std::size_t kColumns = 100;
constexpr std::size_t kValue = 36;  // of a value that is words

/// What two texts do not share, with a little around it: texts differ in the middle.
std::pair<std::string, std::string> differing(const std::string& one, const std::string& other) {
    const auto isTail = [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
    };
    std::size_t first = 0;
    while (first < one.size() && first < other.size() && one[first] == other[first])
        ++first;
    constexpr std::size_t around = 12;  // bytes, four 汉字
    first = first > around ? first - around : 0;
    while (first > 0 && first < one.size() && isTail(one[first]))
        --first;
    const auto from = [&](const std::string& text) {
        const std::string rest = first == 0 ? text : "\u2026" + text.substr(first);
        return shortened(rest, kValue);
    };
    return {from(one), from(other)};
}

class Printer {
public:
    Printer(Language language, bool colour) : language_(language), colour_(colour) {}

    std::string print(const Comparison& comparison) {
        std::size_t rows = 0;
        std::size_t changed = 0;
        for (const SubmissionChanges& one : comparison.compared) {
            rows += one.rows;
            if (!one.any()) continue;
            ++changed;
            submission(one);
        }
        for (const Submission* one : comparison.dropped)
            lone(*one, What::dropped);
        for (const Submission* one : comparison.added)
            lone(*one, What::added);
        if (!out_.empty()) out_ += "\n";
        if (!comparison.any()) out_ += say(phrase(Phrase::diffNothing)) + "\n";
        out_ +=
            say(phrase(Phrase::diffPairs, {{"count", std::to_string(comparison.compared.size())},
                                           {"rows", std::to_string(rows)},
                                           {"changed", std::to_string(changed)}}));
        if (!comparison.added.empty())
            out_ += say(phrase(Phrase::diffAddedOnes,
                               {{"count", std::to_string(comparison.added.size())}}));
        if (!comparison.dropped.empty())
            out_ += say(phrase(Phrase::diffDroppedOnes,
                               {{"count", std::to_string(comparison.dropped.size())}}));
        counts();
        return out_ + "\n";
    }

private:
    std::string say(const Localized& text) const { return text.in(language_); }

    std::string styled(What what, const std::string& text) const {
        if (!colour_) return text;
        switch (what) {
            case What::added:
            case What::filled:
                return fmt::format(fmt::fg(fmt::terminal_color::green), "{}", text);
            case What::dropped:
            case What::emptied:
            case What::loosened:
                return fmt::format(fmt::fg(fmt::terminal_color::red), "{}", text);
            case What::tightened:
            case What::raised:
            case What::lowered:
                return fmt::format(fmt::fg(fmt::terminal_color::yellow), "{}", text);
            default:
                return fmt::format(fmt::fg(fmt::terminal_color::cyan), "{}", text);
        }
    }
    std::string strong(const std::string& text) const {
        return colour_ ? fmt::format(fmt::emphasis::bold, "{}", text) : text;
    }

    static std::string mark(What what) {
        if (what == What::added || what == What::filled) return "+ ";
        return what == What::dropped || what == What::emptied ? "- " : "~ ";
    }

    void lone(const Submission& one, What what) {
        if (!out_.empty()) out_ += "\n";
        out_ += styled(what, mark(what)) + strong(harmless(say(titleOf(one)))) + "  " +
                harmless(pathOf(one)) + "  " + styled(what, say(wordFor(what))) + "\n";
    }

    void submission(const SubmissionChanges& one) {
        if (!out_.empty()) out_ += "\n";
        out_ += strong(harmless(say(titleOf(*one.after))));
        if (one.before->year && one.after->year && *one.before->year != *one.after->year)
            out_ += "  " + std::to_string(*one.before->year) + " \u2192 " +
                    std::to_string(*one.after->year);
        out_ +=
            "\n" + harmless(pathOf(*one.before)) + " \u2192 " + harmless(pathOf(*one.after)) + "\n";
        if (one.retitled) {
            out_ += "  " + say(phrase(Phrase::diffTitle, {{"before", harmless(one.before->title)},
                                                          {"after", harmless(one.after->title)}}));
            const std::string match = say(matchText(one.why, one.likeness, ""));
            out_ += match.empty() ? "\n" : "  " + match + "\n";
        }
        for (const Localized& line : formLines(one))
            out_ += "  " + say(line) + "\n";
        // Everything of one place together, in order of the first of each.
        std::vector<std::string> order;
        std::map<std::string, std::vector<std::pair<const Change*, ChangeText>>> places;
        for (const Change& change : one.changes) {
            ChangeText text = textOf(one, change);
            auto& list = places[say(text.place)];
            if (list.empty()) order.push_back(say(text.place));
            list.emplace_back(&change, std::move(text));
        }
        for (const std::string& place : order) {
            if (!place.empty()) out_ += "  " + strong(harmless(place)) + "\n";
            for (const auto& [change, text] : places[place])
                line(*change, text, place.empty() ? 2 : 4);
        }
    }

    void line(const Change& change, const ChangeText& text, std::size_t indent) {
        ++counted_[change.what];
        std::string name = say(text.row);
        if (!text.column.zh.empty()) name += (name.empty() ? "" : " \u00b7 ") + say(text.column);
        std::string values;
        auto [before, after] = differing(harmless(text.before), harmless(text.after));
        const bool both = change.before && change.after;
        if (change.part == comparison::Part::row && both && change.what != What::moved) {
            name = "";
            before = "\u201c" + harmless(text.before) + "\u201d";
            after = "\u201c" + harmless(text.after) + "\u201d";
        }
        if (change.what == What::moved) {
            before = harmless(text.before);
            after = harmless(text.after);
        }
        const std::string blank = say(phrase(Phrase::printBlank));
        if (both || change.part != comparison::Part::row) {
            values =
                (before.empty() ? blank : before) + " \u2192 " + (after.empty() ? blank : after);
        } else {
            values = change.before ? before : after;
        }
        if (!text.difference.zh.empty()) values += "  " + say(text.difference);
        if (!text.percent.empty()) values += " (" + text.percent + ")";
        const std::string word = say(text.what);
        const std::string match = say(text.match);
        name = harmless(name);
        std::string gap = name.empty() || values.empty() ? "" : "  ";
        const std::size_t width = indent + 2 + displayWidth(name) + gap.size() +
                                  displayWidth(values) + 2 + displayWidth(word);
        if (width > kColumns && !gap.empty()) gap = "\n" + std::string(indent + 4, ' ');
        out_ += std::string(indent, ' ') + styled(change.what, mark(change.what)) + name + gap +
                values + "  " + styled(change.what, word);
        if (!match.empty()) {
            const bool fits =
                width + 2 + displayWidth(match) <= kColumns && gap.find('\n') == std::string::npos;
            out_ += fits ? "  " + match : "\n" + std::string(indent + 4, ' ') + match;
        }
        out_ += "\n";
    }

    void counts() {
        std::string list;
        for (const auto& [what, count] : counted_) {
            list += list.empty() ? (language_ == Language::zh ? "\uff1a" : ": ")
                                 : (language_ == Language::zh ? "\u3001" : ", ");
            list += say(phrase(Phrase::diffCounted,
                               {{"name", wordFor(what)}, {"count", std::to_string(count)}}));
        }
        out_ += list;
    }

    const Language language_;
    const bool colour_;
    std::string out_;
    std::map<What, std::size_t> counted_;
};

}  // namespace

std::string changesHuman(const Comparison& comparison, Language language, bool colour) {
    return Printer(language, colour).print(comparison);
}

}  // namespace biao::emit
