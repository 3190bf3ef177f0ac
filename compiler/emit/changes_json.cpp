#include "emit/change_text.h"
#include "emit/changes.h"
#include "emit/json_writer.h"
#include "emit/names.h"
#include "emit/understood.h"
#include "emit/value_json.h"

namespace biao::emit {

using comparison::Change;
using comparison::Comparison;
using comparison::Part;
using comparison::SubmissionChanges;
using model::Submission;

namespace {

std::string_view partName(Part part) {
    constexpr std::string_view names[] = {"row", "value", "column", "share", "equation", "total"};
    return names[static_cast<std::size_t>(part)];
}

class ChangesJson {
public:
    ChangesJson(rapidjson::StringBuffer& buffer, const UnitTable& units)
        : out_(buffer), units_(units) {}

    void write(const Comparison& comparison, std::string_view generator) {
        out_.open();
        out_.key("version").count(1);
        out_.key("generator").text(generator);
        out_.key("submissions").openList();
        for (const SubmissionChanges& one : comparison.compared)
            compared(one);
        for (const Submission* one : comparison.dropped)
            lone(one, nullptr);
        for (const Submission* one : comparison.added)
            lone(nullptr, one);
        out_.closeList();
        summary(comparison);
        out_.close();
    }

private:
    void compared(const SubmissionChanges& one) {
        out_.open();
        out_.key("state").text(one.any() ? "changed" : "same");
        out_.key("before");
        submission(one.before);
        out_.key("after");
        submission(one.after);
        match(one.why, one.likeness);
        out_.key("retitled").flag(one.retitled);
        out_.key("form").open();
        out_.key("changed").flag(one.form.changed);
        elements("dropped", *one.before->form, one.form.dropped);
        elements("added", *one.after->form, one.form.added);
        out_.close();
        out_.key("rows").count(static_cast<std::uint32_t>(one.rows));
        out_.key("changes").openList();
        for (const Change& each : one.changes)
            change(one, each);
        out_.closeList();
        out_.close();
    }

    void lone(const Submission* before, const Submission* after) {
        out_.open();
        out_.key("state").text(before ? "dropped" : "added");
        out_.key("before");
        submission(before);
        out_.key("after");
        submission(after);
        out_.close();
    }

    void submission(const Submission* one) {
        if (!one) return out_.null();
        out_.open();
        out_.key("path").text(pathOf(*one));
        range(*one, one->headSpan);
        out_.key("subject").text(one->subject);
        out_.key("title").text(one->title);
        out_.key("year").yearOrNull(one->year);
        out_.key("form").text(one->form->name.text());
        out_.close();
    }

    void range(const Submission& in, Span span) {
        out_.key("range");
        ValueJson(out_, in, units_).range(span);
    }

    void match(comparison::Why why, const std::optional<comparison::Likeness>& likeness) {
        out_.key("match").open();
        out_.key("by").text(whyName(why));
        out_.key("likeness");
        if (likeness) {
            const auto number = [&](std::string_view name, int value) {
                out_.key(name).count(static_cast<std::uint32_t>(value));
            };
            out_.open();
            number("total", likeness->total);
            number("name", likeness->name);
            out_.key("value");
            likeness->value ? out_.count(static_cast<std::uint32_t>(*likeness->value))
                            : out_.null();
            number("place", likeness->place);
            out_.close();
        } else {
            out_.null();
        }
        out_.close();
    }

    void elements(std::string_view key, const definitions::Form& form,
                  const std::vector<definitions::ElementId>& all) {
        ElementIds ids(form);
        out_.key(key).openList();
        for (const auto id : all)
            out_.text(ids[id]);
        out_.closeList();
    }

    void change(const SubmissionChanges& in, const Change& change) {
        out_.open();
        out_.key("what").text(nameOf(change.what));
        out_.key("part").text(partName(change.part));
        const Localized place = placeOf(in, change);
        out_.key("place");
        out_.both(place);
        out_.key("column");
        change.part == Part::column ? out_.both(columnOf(in, change)) : out_.null();
        out_.key("before");
        side(*in.before, change.before, change.columnBefore, change.valueBefore, change);
        out_.key("after");
        side(*in.after, change.after, change.columnAfter, change.valueAfter, change);
        out_.key("difference");
        difference(change);
        out_.key("ratio").textOrNull(change.ratio ? change.ratio->exactText() : "");
        out_.key("operatorChanged").flag(change.comparator);
        match(change.why, change.likeness);
        out_.close();
    }

    void side(const Submission& in, model::RowIndex index, const model::ColumnRef& column,
              const model::Value* value, const Change& change) {
        if (!index) return out_.null();
        const model::Row& row = in[index];
        ElementIds ids(*in.form);
        out_.open();
        out_.key("element").text(ids[row.element]);
        out_.key("name").text(row.name);
        out_.key("id").textOrNull(row.id);
        range(in, row.nameSpan);
        out_.key("column").textOrNull(column.element ? ids[column.element] : "");
        out_.key("year").yearOrNull(column.element ? yearOf(in, column) : std::nullopt);
        out_.key("value");
        if (value && !value->isBlank()) {
            ValueJson(out_, in, units_).value(*value, row);
        } else {
            out_.null();
        }
        out_.key("share");
        if (change.part == Part::share && row.share) {
            ValueJson(out_, in, units_).amount(*row.share);
        } else {
            out_.null();
        }
        out_.close();
    }

    void difference(const Change& change) {
        if (!change.difference) return out_.null();
        out_.open();
        out_.key("number").text(change.difference->value.exactText());
        out_.key("unit").textOrNull(differenceUnit(change));
        out_.close();
    }

    void summary(const Comparison& comparison) {
        std::uint32_t changed = 0;
        std::uint32_t rows = 0;
        std::uint32_t counts[static_cast<std::size_t>(comparison::What::sameAmount) + 1] = {};
        for (const SubmissionChanges& one : comparison.compared) {
            changed += one.any();
            rows += static_cast<std::uint32_t>(one.rows);
            for (const Change& each : one.changes)
                ++counts[static_cast<std::size_t>(each.what)];
        }
        const auto size = [](const auto& list) { return static_cast<std::uint32_t>(list.size()); };
        out_.key("summary").open();
        out_.key("compared").count(size(comparison.compared));
        out_.key("changed").count(changed);
        out_.key("dropped").count(size(comparison.dropped));
        out_.key("added").count(size(comparison.added));
        out_.key("rows").count(rows);
        out_.key("changes").open();
        for (std::size_t i = 0; i < std::size(counts); ++i)
            out_.key(nameOf(static_cast<comparison::What>(i))).count(counts[i]);
        out_.close();
        out_.close();
    }

    JsonWriter out_;
    const UnitTable& units_;
};

}  // namespace

std::string changesJson(const Comparison& comparison, const UnitTable& units,
                        std::string_view generator) {
    rapidjson::StringBuffer buffer;
    ChangesJson(buffer, units).write(comparison, generator);
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace biao::emit
