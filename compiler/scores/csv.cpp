// Scores as a table: an item a line.
#include "emit/csv.h"
#include "emit/names.h"
#include "emit/submission_cells.h"
#include "scores/item_words.h"
#include "scores/scores.h"

namespace biao::scores {

using evaluation::Item;
using evaluation::Stated;
using evaluation::Step;
using model::Submission;

namespace {

class Lines {
public:
    Lines(const Submission& submission, const Evaluation& evaluation)
        : submission_(submission), evaluation_(evaluation), ids_(*submission.form) {}

    std::string text() {
        for (const Item& item : evaluation_.items)
            line(item);
        if (evaluation_.any()) total();
        return out_.take();
    }

private:
    void line(const Item& item) {
        const bool row = static_cast<bool>(item.row);
        emit::submissionCells(out_, submission_,
                              row ? submission_[item.row].nameSpan : evaluation_.span);
        out_.cell(item.isRating() ? "rating" : row ? "row" : "weight");
        out_.cell(row ? ids_[submission_[item.row].element] : std::string());
        out_.cell(item.path.zh).cell(item.name.zh);
        out_.cell(row ? submission_[item.row].id : std::string_view());
        out_.cell(targetOf(submission_, item)).cell(actualOf(submission_, item));
        number(item.weight);
        out_.cell(stateName(item));
        const bool points = !item.isRating() && !item.leftOut;
        number(points ? std::optional(item.least) : std::nullopt);
        number(points ? std::optional(item.most) : std::nullopt);
        number(item.exact);
        number(item.rounding);
        out_.cell(item.scheme).cell(item.source.zh).flag(item.unconfirmed);
        std::string arithmetic;
        for (const Step& step : item.steps) {
            if (!step.arithmetic.zh.empty())
                arithmetic += (arithmetic.empty() ? "" : "; ") + step.arithmetic.zh;
        }
        out_.cell(arithmetic).cell(item.unscored.zh);
        stated(item.stated);
        out_.cell(item.scale).cell(item.rating);
        remarks(item.remarks);
        out_.endLine();
    }

    void total() {
        emit::submissionCells(out_, submission_, evaluation_.span);
        out_.cell("total").cell("").cell("").cell("").cell("").cell("").cell("");
        number(evaluation_.fullMarks);
        out_.cell(evaluation_.provisional ? "range" : "scored");
        number(evaluation_.least);
        number(evaluation_.open ? std::nullopt : std::optional(evaluation_.most));
        out_.cell("").cell("").cell("").cell("").cell("").cell("").cell("");
        stated(evaluation_.statedTotal);
        std::string grades;
        for (const std::string& grade : evaluation_.grades)
            grades += (grades.empty() ? "" : "/") + grade;
        out_.cell(evaluation_.bands).cell(grades);
        remarks(evaluation_.remarks);
        out_.endLine();
    }

    void remarks(const std::vector<Localized>& all) {
        std::string text;
        for (const Localized& one : all)
            text += (text.empty() ? "" : "; ") + one.zh;
        out_.cell(text);
    }

    void number(const std::optional<Number>& number) {
        out_.cell(number ? number->exactText() : std::string());
    }

    void stated(const std::optional<Stated>& stated) {
        number(stated ? stated->number : std::nullopt);
        out_.cell(stated ? (stated->contradicted ? "true" : "false") : "");
    }

    const Submission& submission_;
    const Evaluation& evaluation_;
    emit::ElementIds ids_;
    emit::CsvLines out_;
};

}  // namespace

std::string csvLines(const Submission& submission, const Evaluation& evaluation) {
    return Lines(submission, evaluation).text();
}

std::string csvHeader() {
    return std::string(emit::submissionColumns) +
           "kind,element,category,name,id,target,actual,weight,state,least,most,exact,rounding,"
           "scheme,source,unconfirmed,arithmetic,reason,stated,contradicted,scale,rating,remarks\n";
}

}  // namespace biao::scores
