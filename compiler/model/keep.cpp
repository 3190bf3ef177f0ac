#include "model/keep.h"

#include <functional>
#include <utility>

namespace biao::model {

namespace {

class Keeper {
public:
    Keeper(const Source& source, std::deque<std::string>& texts)
        : source_(source.text()), texts_(texts) {}

    void move(std::string_view& text) {
        // The standard library's order of pointers holds between different arrays too.
        const std::less<> before;
        const char* const begin = source_.data();
        const bool inside = !before(text.data(), begin) &&
                            !before(begin + source_.size(), text.data() + text.size());
        if (!inside && !text.empty()) text = texts_.emplace_back(text);
    }

    void move(Value& value) {
        move(value.text);
        for (Value& part : value.parts)
            move(part);
    }

private:
    std::string_view source_;
    std::deque<std::string>& texts_;
};

}  // namespace

Kept keep(Submission submission) {
    for (Row& row : submission.rows) {
        row.equations = {};
        row.share.reset();
    }
    return keepWhole(std::move(submission));
}

Kept keepWhole(Submission submission) {
    Kept kept;
    Keeper keeper(*submission.source, kept.texts);
    keeper.move(submission.subject);
    keeper.move(submission.title);
    submission.acceptances = {};
    for (Row& row : submission.rows) {
        for (Equation& equation : row.equations) {
            keeper.move(equation.label);
            for (Equation::Term& term : equation.terms)
                keeper.move(term.name);
        }
        keeper.move(row.name);
        keeper.move(row.id);
        for (std::string_view& name : row.formerNames)
            keeper.move(name);
        for (Cell& cell : row.cells)
            keeper.move(cell.value);
        row.cells.shrink_to_fit();
    }
    kept.submission = std::move(submission);
    return kept;
}

}  // namespace biao::model
