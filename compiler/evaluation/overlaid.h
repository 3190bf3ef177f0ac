// A submission with other values in two cells of one row: one of several targets, and what was
// achieved of it, as if they stood there alone.
#pragma once

#include "model/world.h"

namespace biao::evaluation {

class Overlaid final : public expression::World {
public:
    struct Patch {
        expression::RowId row;
        definitions::ElementId target;  // a column, or none: the row's own value
        const model::Value* targetValue = nullptr;
        definitions::ElementId actual;
        const model::Value* actualValue = nullptr;
    };
    Overlaid(const model::SubmissionWorld& world, Patch patch) : world_(world), patch_(patch) {}

    const definitions::Form& form() const override { return world_.form(); }
    std::optional<int> year() const override { return world_.year(); }
    std::vector<expression::RowId> rows(definitions::ElementId element) const override {
        return world_.rows(element);
    }
    definitions::ElementId element(expression::RowId row) const override {
        return world_.element(row);
    }
    std::string_view name(expression::RowId row) const override { return world_.name(row); }
    Span span(expression::RowId row) const override { return world_.span(row); }
    bool isTotal(expression::RowId row) const override { return world_.isTotal(row); }
    std::vector<definitions::ElementId> categoryPath(expression::RowId row) const override {
        return world_.categoryPath(row);
    }
    std::string_view categoryTitle(expression::RowId row) const override {
        return world_.categoryTitle(row);
    }
    const definitions::Promise& promise(expression::RowId row) const override {
        return world_.promise(row);
    }
    expression::Cell cell(expression::RowId row, definitions::ElementId column) const override {
        if (row == patch_.row && column == patch_.target) {
            return model::cellOf(*patch_.targetValue, world_.span(row));
        }
        if (row == patch_.row && column == patch_.actual) {
            return model::cellOf(*patch_.actualValue, world_.span(row));
        }
        return world_.cell(row, column);
    }

private:
    const model::SubmissionWorld& world_;
    Patch patch_;
};

}  // namespace biao::evaluation
