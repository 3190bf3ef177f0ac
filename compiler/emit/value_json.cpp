#include "emit/value_json.h"

#include "emit/names.h"
#include "emit/understood.h"
#include "emit/written.h"
#include "syntax/calendar_days.h"

namespace biao::emit {

using model::Value;

void ValueJson::value(const Value& value, const model::Row& row) {
    const Written written = writtenOf(value, row, submission_);
    const Value::Type type = typeOf(value);
    out_.open();
    out_.key("type").text(typeName(type));
    out_.key("written").text(written.text);
    out_.key("range");
    range(written.span);
    out_.key("operator").textOrNull(operatorName(value.op));
    switch (type) {
        case Value::Type::measure:
        case Value::Type::range:
            quantity(value.amount.quantity());
            if (type == Value::Type::range) {
                out_.key("upTo").open();
                quantity(value.upTo.quantity());
                out_.close();
            }
            out_.key("calculated").flag(value.calculated);
            out_.key("quoted").flag(value.quoted);
            break;
        case Value::Type::tuple:
        case Value::Type::list:
            out_.key("parts").openList();
            for (const Value& part : value.parts)
                this->value(part, row);
            out_.closeList();
            out_.key("quoted").flag(value.quoted);
            break;
        case Value::Type::date:
            date(*value.date, value.op);
            break;
        case Value::Type::word:
        case Value::Type::text:
            out_.key("text").text(proseOf(value));
            break;
        default:
            break;
    }
    out_.close();
}

void ValueJson::amount(const Amount& amount) {
    constexpr auto nameOf = [](State state) -> std::string_view {
        switch (state) {
            case State::blank:
                return "blank";
            case State::known:
                return "known";
            case State::asked:
                return "asked";
            case State::notApplicable:
                return "notApplicable";
            case State::unknown:
                break;
        }
        return "unreadable";
    };
    out_.open();
    out_.key("state").text(nameOf(amount.state()));
    if (amount.isKnown()) quantity(amount.quantity());
    out_.close();
}

void ValueJson::quantity(const Quantity& quantity) {
    out_.key("number").text(quantity.value.exactText());
    out_.key("unit").textOrNull(unitName(quantity));
    out_.key("base");
    const auto base = inBase(quantity, units_);
    if (!base) return out_.null();
    out_.open();
    out_.key("number").text(base->number);
    out_.key("unit").textOrNull(base->unit);
    out_.key("dimension").text(base->dimension);
    out_.close();
}

void ValueJson::date(const syntax::Calendar& date, syntax::Operator op) {
    const auto dayOrNull = [&](const std::optional<syntax::Day>& day) {
        day ? out_.text(isoText(*day)) : out_.null();
    };
    const syntax::Days days = daysOf(date);
    out_.key("from");
    dayOrNull(days.first);
    out_.key("to");
    dayOrNull(days.last);
    out_.key("deadline").flag(date.deadline || op == syntax::Operator::by);
    out_.key("calendar").text(canonical(date));
}

void ValueJson::range(Span span) {
    const Source& source = submission_.sourceOf(span);
    out_.open();
    if (&source != submission_.source) out_.key("path").text(sound(source.path()));
    out_.key("start");
    position(source, span.begin);
    out_.key("end");
    position(source, span.end);
    out_.close();
}

void ValueJson::position(const Source& source, std::uint32_t byte) {
    const Position at = source.position(byte);
    out_.open();
    out_.key("line").count(at.line);
    out_.key("column").count(at.column);
    out_.close();
}

void headKeys(JsonWriter& out, const model::Submission& submission,
              const definitions::Library& library) {
    const definitions::Form& form = *submission.form;
    out.key("path").text(pathOf(submission));
    out.key("range");
    ValueJson(out, submission, library.units()).range(submission.headSpan);
    out.key("form").open();
    out.key("name").text(form.name.path);
    out.key("version").textOrNull(form.name.version);
    out.key("english").textOrNull(form.english);
    out.close();
    out.key("subject").open();
    const auto subject = library.subject(submission.subject);
    out.key("id").text(subject ? subject->en : submission.subject);
    out.key("name").text(submission.subject);
    out.close();
    out.key("title").text(submission.title);
    out.key("year").yearOrNull(submission.year);
}

}  // namespace biao::emit
