#include <algorithm>

#include "diagnostics/phrases.h"
#include "scores/layout.h"
#include "scores/summary.h"

namespace biao::scores {

namespace {

/// Two places, half up, without the zeros at the end.
std::string mean(const Number& sum, std::size_t count) {
    return sum.divided(Number(count)).value_or(Number()).rounded(2, Rounding::halfUp).text();
}

std::string means(const Group& group) {
    if (group.evaluated() == 0) return "";
    const std::string least = mean(group.least, group.evaluated());
    if (group.open) return "\u2265" + least;
    const std::string most = mean(group.most, group.evaluated());
    return least == most ? least : least + "~" + most;
}

/// Of the points there are to have, in percent.
std::string share(const Group& group) {
    if (group.weight.isZero() || group.open) return "";
    const auto percent = [&](const Number& points) {
        return (*points.divided(group.weight) * Number(100)).rounded(1, Rounding::halfUp).text();
    };
    const std::string least = percent(group.least);
    const std::string most = percent(group.most);
    return (least == most ? least : least + "~" + most) + "%";
}

class Tables {
public:
    Tables(const Summary& summary, Language language) : summary_(summary), language_(language) {}

    std::string text() {
        const Group& all = summary_.all();
        out_ =
            wrapped(say(Phrase::summaryScores,
                        {{"scored", std::to_string(all.scored)},
                         {"provisional", std::to_string(all.provisional)},
                         {"unscored", std::to_string(all.unscored)},
                         {"count", std::to_string(all.scored + all.provisional + all.unscored)}}),
                    0);
        table(Phrase::summaryByUnit, Phrase::summaryMean, summary_.units(), means);
        table(Phrase::summaryByTop, Phrase::summaryShare, summary_.tops(), share);
        table(Phrase::summaryByGrade, Phrase::summaryMean, summary_.grades(), means);
        return std::move(out_);
    }

private:
    std::string say(Phrase which, const std::vector<Argument>& arguments = {}) const {
        return fill(phrase(which).in(language_), arguments, language_);
    }

    template <class Points>
    void table(Phrase title, Phrase last, const std::vector<Group>& groups, const Points& points) {
        if (groups.empty()) return;
        out_ += "\n";
        line(say(title), say(Phrase::summaryScored), say(Phrase::summaryProvisional),
             say(Phrase::summaryUnscored), say(last));
        for (const Group& group : groups) {
            line(group.name.empty() ? say(Phrase::summaryUnsaid) : group.name,
                 std::to_string(group.scored), std::to_string(group.provisional),
                 std::to_string(group.unscored), points(group));
        }
    }

    void line(const std::string& name, const std::string& scored, const std::string& provisional,
              const std::string& unscored, const std::string& points) {
        constexpr std::size_t nameWidth = 42;
        constexpr std::size_t countWidth = 13;
        std::string text = "  " + padded(oneLine(name, nameWidth), nameWidth);
        for (const std::string& cell : {scored, provisional, unscored})
            text += padded(cell, countWidth, Side::right);
        text += padded(points, 17, Side::right);
        text.erase(text.find_last_not_of(' ') + 1);
        out_ += text + "\n";
    }

    const Summary& summary_;
    Language language_;
    std::string out_;
};

}  // namespace

std::string forPeople(const Summary& summary, Language language) {
    return Tables(summary, language).text();
}

}  // namespace biao::scores
