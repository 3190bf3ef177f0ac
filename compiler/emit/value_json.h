// What every document in JSON says of a submission and of a value in it.
#pragma once

#include <optional>

#include "definitions/library.h"
#include "emit/json_writer.h"
#include "model/submission.h"
#include "quantity/unit_table.h"

namespace biao::emit {

class ValueJson {
public:
    ValueJson(JsonWriter& out, const model::Submission& submission, const UnitTable& units)
        : out_(out), submission_(submission), units_(units) {}

    void value(const model::Value& value, const model::Row& row);
    /// A share or the term of an equation: its state, and its quantity where there is one.
    void amount(const Amount& amount);
    /// Lines and columns as findings say them; of what stands in another file than the submission,
    /// that file too.
    void range(Span span);

private:
    void quantity(const Quantity& quantity);
    void date(const syntax::Calendar& date, syntax::Operator op);
    void position(const Source& source, std::uint32_t byte);

    JsonWriter& out_;
    const model::Submission& submission_;
    const UnitTable& units_;
};

/// The keys by which a submission is known, into an object that is open.
void headKeys(JsonWriter& out, const model::Submission& submission,
              const definitions::Library& library);

}  // namespace biao::emit
