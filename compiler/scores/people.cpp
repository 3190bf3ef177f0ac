// An evaluation as a table for people.
#include <algorithm>

#include "base/width.h"
#include "diagnostics/phrases.h"
#include "scores/item_words.h"
#include "scores/layout.h"
#include "scores/scores.h"

namespace biao::scores {

using evaluation::Item;
using evaluation::Stated;
using model::Submission;

namespace {

constexpr std::size_t nameWidth = 36;
constexpr std::size_t valueWidth = 20;
constexpr std::size_t weightWidth = 6;
constexpr std::size_t pointsWidth = 10;

class Table {
public:
    Table(const Submission& submission, const Evaluation& evaluation, Language language)
        : submission_(submission), evaluation_(evaluation), language_(language) {}

    std::string text() {
        head();
        if (!evaluation_.any()) {
            note(say(Phrase::scoreNothing), 2);
            return std::move(out_) + "\n";
        }
        line(say(Phrase::scoreRow), say(Phrase::scoreTarget), say(Phrase::scoreActual),
             say(Phrase::scoreWeight), say(Phrase::scorePoints), 2);
        std::string path;
        for (const Item& item : evaluation_.items) {
            const std::string here = item.path.in(language_);
            if (here != path && !here.empty()) out_ += "  " + oneLine(here, lineWidth - 2) + "\n";
            path = here;
            row(item);
        }
        total();
        return std::move(out_) + "\n";
    }

private:
    std::string say(Phrase which, const std::vector<Argument>& arguments = {}) const {
        return fill(phrase(which).in(language_), arguments, language_);
    }

    void head() {
        std::string title = submission_.title.empty() ? std::string(submission_.subject)
                                                      : std::string(submission_.title);
        if (submission_.year) title += " " + std::to_string(*submission_.year);
        out_ += oneLine(title, lineWidth) + "\n";
        out_ += "  " + oneLine(evaluation_.form, lineWidth - 2) + "  " +
                oneLine(placeText(submission_, submission_.headSpan), lineWidth) + "\n";
    }

    void line(const std::string& name, const std::string& target, const std::string& actual,
              const std::string& weight, const std::string& points, std::size_t indent) {
        std::string text(indent, ' ');
        text += padded(oneLine(name, nameWidth + 4 - indent), nameWidth + 4 - indent) + "  ";
        text += padded(oneLine(target, valueWidth), valueWidth) + "  ";
        text += padded(oneLine(actual, valueWidth - 4), valueWidth - 4) + "  ";
        text += padded(weight, weightWidth, Side::right) + "  ";
        text += padded(points, pointsWidth, Side::right);
        text.erase(text.find_last_not_of(' ') + 1);
        out_ += text + "\n";
    }

    void row(const Item& item) {
        line(item.name.in(language_), targetOf(submission_, item), actualOf(submission_, item),
             item.weight ? item.weight->text() : "", points(item), item.path.zh.empty() ? 2 : 4);
        if (item.leftOut || !item.unscored.zh.empty()) {
            const Localized& why = item.unscored;
            if (!why.zh.empty())
                note(say(item.leftOut ? Phrase::scoreWhyLeftOut : Phrase::scoreWhyUnscored,
                         {{"why", why}}),
                     6);
        } else if (item.scheme.empty()) {
            note(say(Phrase::scoreNoScheme), 6);
        } else if (item.belowMost) {
            note(say(Phrase::scoreBelowMost, {{"most", item.most.text()}}), 6);
        }
        if (item.stated) stated(*item.stated, item);
        for (const Localized& remark : item.remarks)
            note(remark.in(language_), 6);
    }

    std::string points(const Item& item) const {
        if (item.isRating()) return item.rating.empty() ? say(Phrase::scoreUnscored) : item.rating;
        if (item.leftOut) return say(Phrase::scoreLeftOut);
        if (item.scheme.empty() || !item.unscored.zh.empty()) return say(Phrase::scoreUnscored);
        return pointsText(item.least, item.most);
    }

    /// What agrees is not said again.
    void stated(const Stated& stated, const Item& item) {
        const std::string written =
            stated.number ? stated.number->text() : std::string(stated.word);
        if (stated.contradicted) {
            note(say(Phrase::scoreStatedDiffers, {{"stated", written}}), 6);
        } else if (!item.isScored() && !item.isRating()) {
            note(say(Phrase::scoreStatedOnly, {{"stated", written}}), 6);
        }
    }

    void total() {
        const std::string& unit = evaluation_.unit;
        const auto unscored = static_cast<std::size_t>(
            std::count_if(evaluation_.items.begin(), evaluation_.items.end(), [](const Item& one) {
                return !one.isRating() && !one.leftOut &&
                       (one.scheme.empty() || !one.unscored.zh.empty());
            }));
        const std::vector<Argument> arguments = {
            {"score", pointsText(evaluation_.least, evaluation_.most)},
            {"least", evaluation_.least.text()},
            {"full", evaluation_.fullMarks.text()},
            {"unit", unit},
            {"count", std::to_string(unscored)}};
        const bool scores = std::any_of(evaluation_.items.begin(), evaluation_.items.end(),
                                        [](const Item& one) { return !one.isRating(); });
        if (scores) {
            label(Phrase::scoreTotal,
                  say(evaluation_.open                          ? Phrase::scoreTotalOpen
                      : evaluation_.provisional && unscored > 0 ? Phrase::scoreTotalUnscored
                      : evaluation_.provisional                 ? Phrase::scoreTotalRange
                                                                : Phrase::scoreTotalIs,
                      arguments));
        }
        const auto& grades = evaluation_.grades;
        if (grades.size() == 1) label(Phrase::scoreGrade, grades.front());
        if (grades.size() > 1)
            label(Phrase::scoreGrade, say(Phrase::scoreGrades, {{"grades", words(grades)}}));
        if (evaluation_.open && !evaluation_.bands.empty())
            label(Phrase::scoreGrade, say(Phrase::scoreGradeOpen));
        for (const auto& overall : evaluation_.overall)
            label(Phrase::scoreOverall, overall.scale + " " + overall.rating);
        statedTotal();
        for (const Localized& remark : evaluation_.remarks)
            label(Phrase::scoreRemark, remark.in(language_));
    }

    void statedTotal() {
        std::vector<std::string> said;
        bool contradicted = false;
        if (const auto& total = evaluation_.statedTotal) {
            const bool zh = language_ == Language::zh;
            if (total->number) said.push_back(total->number->text() + (zh ? evaluation_.unit : ""));
            contradicted = contradicted || total->contradicted;
        }
        if (const auto& grade = evaluation_.statedGrade) {
            if (!grade->word.empty()) said.push_back(grade->word);
            contradicted = contradicted || grade->contradicted;
        }
        if (said.empty()) return;
        const bool certain = !evaluation_.provisional;
        const Phrase verdict = contradicted ? Phrase::scoreStatedWrong
                               : certain    ? Phrase::scoreStatedRight
                                            : Phrase::scoreStatedOpen;
        label(Phrase::scoreStated, say(verdict, {{"stated", words(said)}}));
    }

    std::string words(const std::vector<std::string>& all) const {
        std::string out;
        for (const std::string& one : all)
            out += (out.empty() ? "" : language_ == Language::zh ? "\u3001" : ", ") + one;
        return out;
    }

    void label(Phrase what, const std::string& text) {
        const std::string first = "  " + padded(say(what), 8) + "  ";
        const std::string rest = wrapped(text, displayWidth(first));
        out_ += first + rest.substr(displayWidth(first));
    }

    void note(const std::string& text, std::size_t indent) { out_ += wrapped(text, indent); }

    const Submission& submission_;
    const Evaluation& evaluation_;
    Language language_;
    std::string out_;
};

}  // namespace

std::string forPeople(const Submission& submission, const Evaluation& evaluation,
                      Language language) {
    return Table(submission, evaluation, language).text();
}

}  // namespace biao::scores
