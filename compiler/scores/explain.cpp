// One item with everything that led to its score.
#include <algorithm>

#include "base/utf8.h"
#include "diagnostics/excerpt.h"
#include "diagnostics/phrases.h"
#include "scores/item_words.h"
#include "scores/layout.h"
#include "scores/scores.h"

namespace biao::scores {

using evaluation::Item;
using evaluation::Step;
using model::Submission;

namespace {

constexpr std::size_t labelWidth = 10;
constexpr std::size_t indent = 2 + labelWidth + 2;

class Trace {
public:
    Trace(const Submission& submission, const Evaluation& evaluation, const Item& item,
          Language language)
        : submission_(submission), evaluation_(evaluation), item_(item), language_(language) {}

    std::string text() {
        out_ = wrapped(item_.name.in(language_), 0);
        label(Phrase::traceWhere, where());
        if (item_.row || item_.placeRow) {
            label(Phrase::scoreTarget, targetOf(submission_, item_));
            const model::Value* actual = actualValue(submission_, item_);
            std::string written = actualOf(submission_, item_);
            if (written.empty()) {
                written = say(Phrase::traceBlank);
            } else if (actual && &submission_.sourceOf(actual->span) != submission_.source) {
                written += "  (" + placeText(submission_, actual->span) + ")";
            }
            label(Phrase::scoreActual, written);
        }
        if (item_.weight) label(Phrase::scoreWeight, item_.weight->text() + unit());
        rule();
        if (!item_.steps.empty()) label(Phrase::traceSteps, "");
        std::size_t number = 0;
        for (const Step& step : item_.steps)
            tried(step, ++number);
        result();
        return std::move(out_) + "\n";
    }

private:
    std::string say(Phrase which, const std::vector<Argument>& arguments = {}) const {
        return fill(phrase(which).in(language_), arguments, language_);
    }

    std::string unit() const { return language_ == Language::zh ? evaluation_.unit : ""; }

    std::string where() const {
        const std::string path = item_.path.in(language_);
        const Span span = item_.row ? submission_[item_.row].nameSpan : evaluation_.span;
        return (path.empty() ? "" : path + "  ") + placeText(submission_, span);
    }

    void rule() {
        if (item_.scheme.empty()) return label(Phrase::traceScheme, say(Phrase::scoreNoScheme));
        std::string text = item_.scheme;
        if (!item_.source.zh.empty())
            text += "  " + say(Phrase::traceSource, {{"source", item_.source}});
        if (item_.unconfirmed) text += "  " + say(Phrase::traceUnconfirmed);
        label(Phrase::traceScheme, text);
    }

    void tried(const Step& step, std::size_t number) {
        const Phrase verdict = step.truth == Truth::holds   ? Phrase::traceHolds
                               : step.truth == Truth::fails ? Phrase::traceFails
                                                            : Phrase::traceUndecided;
        const std::string condition =
            step.condition.zh.empty() ? say(Phrase::traceElse) : step.condition.in(language_);
        const std::string part =
            step.part == 0 ? ""
                           : say(Phrase::tracePart, {{"part", std::to_string(step.part)}}) + " ";
        std::string text = part + condition;
        if (!step.condition.zh.empty()) text += "  \u2014 " + say(verdict);
        constexpr std::size_t inside = 8;
        out_ += "    " + padded(std::to_string(number), 2, Side::right) + "  " +
                wrapped(text, inside).substr(inside);
        if (!step.arithmetic.zh.empty())
            out_ += wrapped("\u21D2 " + step.arithmetic.in(language_), inside);
    }

    void result() {
        if (item_.isRating())
            return label(Phrase::traceRating,
                         item_.scale + " " +
                             (item_.rating.empty() ? say(Phrase::scoreUnscored) : item_.rating));
        if (item_.exact) {
            label(Phrase::traceExact, item_.exact->exactText());
            if (item_.rounding && item_.isScored()) {
                label(Phrase::traceRounding,
                      say(Phrase::traceRounded,
                          {{"unit", item_.rounding->text()}, {"result", item_.least.text()}}));
            }
        }
        if (item_.leftOut) {
            label(Phrase::scorePoints, say(Phrase::scoreLeftOut));
        } else if (item_.scheme.empty() || !item_.unscored.zh.empty()) {
            label(Phrase::scorePoints, say(Phrase::scoreUnscored));
        } else {
            label(Phrase::scorePoints, pointsText(item_.least, item_.most) + unit());
        }
        if (item_.belowMost)
            label(Phrase::traceNote, say(Phrase::scoreBelowMost, {{"most", item_.most.text()}}));
        if (!item_.unscored.zh.empty()) label(Phrase::traceWhy, item_.unscored.in(language_));
        if (item_.cause && !item_.cause->empty())
            label(Phrase::traceCause, placeText(submission_, *item_.cause));
        if (item_.stated) {
            const auto& stated = *item_.stated;
            const std::string written = stated.number ? stated.number->text() : stated.word;
            label(Phrase::scoreStated, say(stated.contradicted ? Phrase::scoreStatedWrong
                                           : item_.isScored()  ? Phrase::scoreStatedRight
                                                               : Phrase::scoreStatedOpen,
                                           {{"stated", written}}));
        }
        for (const Localized& remark : item_.remarks)
            label(Phrase::traceNote, remark.in(language_));
    }

    void label(Phrase what, const std::string& text) {
        const std::string first = "  " + padded(say(what), labelWidth);
        if (text.empty()) {
            out_ += first.substr(0, first.find_last_not_of(' ') + 1) + "\n";
            return;
        }
        out_ += first + "  " + wrapped(text, indent).substr(indent);
    }

    const Submission& submission_;
    const Evaluation& evaluation_;
    const Item& item_;
    Language language_;
    std::string out_;
};

std::string plain(std::string_view text) {
    std::string out = halfWidth(text);
    std::erase_if(out, [](char byte) { return byte == ' ' || byte == '\t' || byte == '\n'; });
    return out;
}

/// How surely the item is what is asked for; none: it is not.
std::optional<Meant> meant(const Submission& submission, const Item& item, std::string_view asked) {
    const std::string wanted = plain(asked);
    const std::string name = plain(item.name.zh);
    if (item.row && !submission[item.row].id.empty()) {
        const std::string_view id = submission[item.row].id;
        if (wanted == id || wanted == "#" + std::string(id)) return Meant::id;
    }
    for (const std::string& path :
         {item.path.zh + "\u00B7" + item.name.zh, item.path.en + "." + item.name.en}) {
        if (plain(path) == wanted) return Meant::id;
    }
    if (name == wanted || plain(item.name.en) == wanted) return Meant::name;
    if (name.find(wanted) != std::string::npos) return Meant::part;
    return std::nullopt;
}

}  // namespace

std::vector<std::string> explained(const Submission& submission, const Evaluation& evaluation,
                                   std::string_view asked, Language language) {
    std::vector<std::string> out(2 * meanings);
    for (const Item& item : evaluation.items) {
        const auto as = meant(submission, item, asked);
        if (!as) continue;
        const std::size_t at = 2 * static_cast<std::size_t>(*as);
        out[at] += Trace(submission, evaluation, item, language).text();
        const Span span = item.row ? submission[item.row].nameSpan : evaluation.span;
        const std::string path = item.path.in(language);
        out[at + 1] +=
            "  " + harmless(placeText(submission, span)) + "  " +
            oneLine((path.empty() ? "" : path + "\u00B7") + item.name.in(language), 200) + "\n";
    }
    return out;
}

}  // namespace biao::scores
