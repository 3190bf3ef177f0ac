// Scores, total and grade in the cells that were left blank.
#include <utility>

#include "evaluation/columns.h"
#include "evaluation/evaluation.h"

namespace biao::evaluation {

using definitions::ElementId;
using model::Row;
using model::RowIndex;
using model::RowKind;
using model::Value;

namespace {

class Filler {
public:
    Filler(const model::Submission& submission, const Evaluation& evaluation)
        : evaluation_(evaluation), made_(submission) {
        auto texts = std::make_shared<std::deque<std::string>>();
        if (submission.made) kept_ = submission.made;
        made_.made = std::move(texts);
    }

    model::Submission run() {
        bool scored = false;
        bool settled = true;  // the total is that of the scores that stand in the rows
        for (const Item& item : evaluation_.items) {
            settled = settled && !item.leftOut && !(item.stated && item.stated->contradicted);
            if (item.leftOut) continue;
            scored = scored || item.isScored();
            if (item.isScored() && item.placeRow) {
                put(item.placeRow, item.placeColumn, points(item.least));
            }
        }
        if (evaluation_.provisional || !scored || !settled) return finished();
        put(syntax::Role::totalScore, points(evaluation_.least));
        if (evaluation_.grades.size() == 1) put(syntax::Role::grade, word(evaluation_.grades[0]));
        return finished();
    }

private:
    /// Texts of before are views into what the first submission keeps.
    model::Submission finished() {
        if (kept_) {
            struct Both {
                std::shared_ptr<std::deque<std::string>> first, second;
            };
            auto both = std::make_shared<Both>(Both{kept_, made_.made});
            made_.made = {both, both->second.get()};
        }
        return std::move(made_);
    }

    std::string_view keep(std::string text) { return made_.made->emplace_back(std::move(text)); }

    Value points(const Number& number) {
        Value value;
        value.type = Value::Type::measure;
        value.amount = Quantity{number, evaluation_.unitOfPoints};
        value.text = keep(text(value.amount.quantity()));
        return value;
    }

    Value word(const std::string& text) {
        Value value;
        value.type = Value::Type::word;
        value.text = keep(text);
        return value;
    }

    void put(RowIndex at, ElementId column, Value value) {
        Row& row = made_.rows[at.value];
        for (model::Cell& cell : row.cells) {
            if (cell.column != model::ColumnRef{column}) continue;
            if (!cell.value.isBlank()) return;
            value.span = cell.value.span;
            cell.value = std::move(value);
            return;
        }
        value.span = row.nameSpan;
        row.cells.push_back({{column}, false, std::move(value)});
    }

    /// A field that the submission may not mention.
    void put(syntax::Role role, Value value) {
        RowIndex at = rowWithRole(made_, role);
        const ElementId element = made_.form->withRole({role, {}});
        if (!element || (*made_.form)[element].kind != definitions::ElementKind::field) return;
        if (!at) {
            Row row;
            row.kind = RowKind::field;
            row.element = element;
            row.parent = {0};
            row.name = (*made_.form)[element].name.zh;
            row.nameSpan = row.span = made_.headSpan;
            made_.rows.push_back(std::move(row));
            at = {static_cast<std::uint32_t>(made_.rows.size() - 1)};
        }
        put(at, {}, std::move(value));
    }

    const Evaluation& evaluation_;
    std::shared_ptr<std::deque<std::string>> kept_;
    model::Submission made_;
};

}  // namespace

model::Submission filled(const model::Submission& submission, const Evaluation& evaluation,
                         const definitions::Library&) {
    return Filler(submission, evaluation).run();
}

}  // namespace biao::evaluation
