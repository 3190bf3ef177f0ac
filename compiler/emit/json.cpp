// A submission as JSON: its head, then a row a line.
#include <algorithm>
#include <cstdint>
#include <string>

#include "emit/emit.h"
#include "emit/json_writer.h"
#include "emit/names.h"
#include "emit/value_json.h"

namespace biao::emit {

using model::Cell;
using model::Equation;
using model::Row;
using model::Submission;

namespace {

class RowJson {
public:
    RowJson(rapidjson::StringBuffer& buffer, const Submission& submission,
            const definitions::Library& library, ElementIds& ids)
        : out_(buffer),
          values_(out_, submission, library.units()),
          submission_(submission),
          form_(*submission.form),
          ids_(ids) {}

    void write(const Row& row) {
        const definitions::Element& element = form_[row.element];
        out_.open();
        out_.key("kind").text(kindName(submission_, row));
        out_.key("element").text(ids_[row.element]);
        out_.key("names").both(namesOf(form_, row.element));
        // A part that the submission adds is of its fund, and not the fund itself.
        out_.key("role").textOrNull(row.added ? "" : roleName(element.role));
        out_.key("name").text(row.name);
        out_.key("id").textOrNull(row.id);
        out_.key("parent");
        row.parent ? out_.count(row.parent.value) : out_.null();
        out_.key("total").flag(row.isTotal);
        out_.key("broken").flag(row.broken);
        out_.key("added").flag(row.added);
        out_.key("range");
        values_.range(row.span);
        share(row.share, row.shareSpan);
        out_.key("equations").openList();
        for (const Equation& each : row.equations)
            equation(each);
        out_.closeList();
        out_.key("cells").openList();
        for (const Cell& each : row.cells)
            cell(each, row);
        out_.closeList();
        acceptances(row);
        out_.close();
    }

private:
    void cell(const Cell& cell, const Row& row) {
        const bool own = !cell.column.element;
        out_.open();
        out_.key("column");
        own ? out_.null() : out_.text(ids_[cell.column.element]);
        out_.key("names");
        own ? out_.null() : out_.both(form_[cell.column.element].name);
        out_.key("role").textOrNull(own ? "" : roleName(form_[cell.column.element].role));
        out_.key("year").yearOrNull(yearOf(submission_, cell.column));
        if (cell.column.years != model::ColumnRef::Years::one) {
            out_.key("years").text(cell.column.years == model::ColumnRef::Years::upTo ? "upTo"
                                                                                      : "from");
        }
        out_.key("inherited").flag(cell.inherited);
        out_.key("value");
        values_.value(cell.value, row);
        out_.close();
    }

    /// Few rows have any: the others have no key for them.
    void acceptances(const Row& row) {
        const model::RowIndex index{static_cast<std::uint32_t>(&row - submission_.rows.data())};
        const auto& all = submission_.acceptances;
        auto one = std::partition_point(all.begin(), all.end(),
                                        [&](const auto& each) { return each.row < index; });
        if (one == all.end() || one->row != index) return;
        out_.key("acceptances").openList();
        for (; one != all.end() && one->row == index; ++one) {
            out_.open();
            out_.key("codes").openList();
            for (const auto& named : one->named) {
                for (const std::string& code : named.codes)
                    out_.text(code);
            }
            out_.closeList();
            out_.key("reason").text(one->reason);
            out_.key("range");
            values_.range(one->span);
            out_.close();
        }
        out_.closeList();
    }

    void share(const std::optional<Amount>& share, Span span) {
        out_.key("share");
        if (!share) return out_.null();
        out_.open();
        out_.key("written").text(submission_.slice(span));
        out_.key("range");
        values_.range(span);
        out_.key("amount");
        values_.amount(*share);
        out_.close();
    }

    void equation(const Equation& equation) {
        out_.open();
        out_.key("written").text(equation.text);
        out_.key("range");
        values_.range(equation.span);
        out_.key("label").textOrNull(equation.label);
        out_.key("ofWhich").flag(equation.ofWhich);
        out_.key("terms").openList();
        for (const Equation::Term& term : equation.terms) {
            out_.open();
            out_.key("sign").text(term.minus ? "-" : "+");
            out_.key("name").textOrNull(term.name);
            out_.key("written").text(submission_.slice(term.span));
            out_.key("range");
            values_.range(term.span);
            out_.key("amount");
            values_.amount(term.amount);
            share(term.share, term.shareSpan);
            out_.close();
        }
        out_.closeList();
        out_.close();
    }

    JsonWriter out_;
    ValueJson values_;
    const Submission& submission_;
    const definitions::Form& form_;
    ElementIds& ids_;
};

/// Everything but the rows.
void writeHead(rapidjson::StringBuffer& buffer, const Submission& submission,
               const definitions::Library& library) {
    JsonWriter out(buffer);
    out.open();
    headKeys(out, submission, library);
    out.close();
}

void append(rapidjson::StringBuffer& buffer, std::string_view text) {
    for (const char byte : text)
        buffer.Put(byte);
}

}  // namespace

std::string submissionJson(const Submission& submission, const definitions::Library& library) {
    rapidjson::StringBuffer buffer;
    writeHead(buffer, submission, library);
    buffer.Pop(1);  // the head goes on with its rows
    append(buffer, ",\"rows\":[");
    ElementIds ids(*submission.form);
    for (const Row& row : submission.rows) {
        append(buffer, &row == &submission.rows.front() ? "\n" : ",\n");
        RowJson(buffer, submission, library, ids).write(row);
    }
    append(buffer, "\n]},\n");
    return {buffer.GetString(), buffer.GetSize()};
}

std::string jsonDocument(std::string pieces, std::string_view generator) {
    if (pieces.ends_with(",\n")) pieces.erase(pieces.size() - 2, 1);
    std::string head = "{\"version\":1,\"generator\":\"";
    head.append(generator).append("\",\"submissions\":[").append(pieces.empty() ? "" : "\n");
    return pieces.insert(0, head) += "]}\n";
}

}  // namespace biao::emit
