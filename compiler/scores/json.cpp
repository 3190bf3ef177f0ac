// An evaluation as JSON: its head, then an item a line.
#include "emit/json_writer.h"
#include "emit/names.h"
#include "emit/value_json.h"
#include "scores/item_words.h"
#include "scores/score_schema.h"
#include "scores/scores.h"

namespace biao::scores {

using emit::JsonWriter;
using evaluation::Item;
using evaluation::Stated;
using evaluation::Step;
using model::Submission;

namespace {

class Writer {
public:
    Writer(rapidjson::StringBuffer& buffer, const Submission& submission,
           const Evaluation& evaluation, const definitions::Library& library, emit::ElementIds& ids)
        : out_(buffer),
          places_(out_, submission, library.units()),
          submission_(submission),
          evaluation_(evaluation),
          library_(library),
          ids_(ids) {}

    void head() {
        out_.open();
        emit::headKeys(out_, submission_, library_);
        out_.key("evaluated").flag(evaluation_.any());
        out_.key("provisional").flag(evaluation_.provisional);
        out_.key("unit").textOrNull(evaluation_.unit);
        out_.key("fullMarks").text(evaluation_.fullMarks.exactText());
        points(evaluation_.least, evaluation_.most, true, !evaluation_.open);
        shared();
        list("grades", evaluation_.grades);
        out_.key("bands").textOrNull(evaluation_.bands);
        number("gradeRounding", evaluation_.gradeRounding);
        stated("statedTotal", evaluation_.statedTotal);
        stated("statedGrade", evaluation_.statedGrade);
        out_.key("overall").openList();
        for (const auto& one : evaluation_.overall) {
            out_.open();
            out_.key("scale").text(one.scale);
            out_.key("rating").text(one.rating);
            out_.close();
        }
        out_.closeList();
        remarks(evaluation_.remarks);
        out_.close();
    }

    void item(const Item& item) {
        const bool row = static_cast<bool>(item.row);
        out_.open();
        out_.key("kind").text(item.isRating() ? "rating" : row ? "row" : "weight");
        out_.key("name").both(item.name);
        out_.key("path").both(item.path);
        out_.key("top").textOrNull(item.topCategory);
        out_.key("element");
        row ? out_.text(ids_[submission_[item.row].element]) : out_.null();
        out_.key("id").textOrNull(row ? submission_[item.row].id : std::string_view());
        out_.key("range");
        row ? places_.range(submission_[item.row].nameSpan) : out_.null();
        out_.key("target").textOrNull(targetOf(submission_, item));
        actual(item);
        number("weight", item.weight);
        out_.key("state").text(stateName(item));
        points(item.least, item.most, !item.isRating() && !item.leftOut);
        out_.key("belowMost").flag(item.belowMost);
        number("exact", item.exact);
        number("rounding", item.rounding);
        out_.key("scheme").textOrNull(item.scheme);
        bothOrNull("source", item.source);
        out_.key("unconfirmed").flag(item.unconfirmed);
        bothOrNull("reason", item.unscored);
        out_.key("cause");
        item.cause ? places_.range(*item.cause) : out_.null();
        stated("stated", item.stated);
        out_.key("scale").textOrNull(item.scale);
        out_.key("rating").textOrNull(item.rating);
        remarks(item.remarks);
        out_.key("steps").openList();
        for (const Step& one : item.steps)
            step(one);
        out_.closeList();
        out_.close();
    }

private:
    void actual(const Item& item) {
        const model::Value* value = actualValue(submission_, item);
        out_.key("actual");
        const std::string written = actualOf(submission_, item);
        if (!value || written.empty()) return out_.null();
        out_.open();
        out_.key("written").text(written);
        out_.key("range");
        places_.range(value->span);
        out_.close();
    }

    void shared() {
        out_.key("shared").openList();
        for (const auto& one : evaluation_.shared) {
            out_.open();
            bothOrNull("category", one.category);
            out_.key("weight").text(one.points.exactText());
            out_.key("rows").count(static_cast<std::uint32_t>(one.rows));
            out_.close();
        }
        out_.closeList();
    }

    void remarks(const std::vector<Localized>& all) {
        out_.key("remarks").openList();
        for (const Localized& one : all)
            out_.both(one);
        out_.closeList();
    }

    void points(const Number& least, const Number& most, bool any, bool bounded = true) {
        out_.key("points");
        if (!any) return out_.null();
        out_.open();
        out_.key("least").text(least.exactText());
        out_.key("most").textOrNull(bounded ? most.exactText() : std::string());
        out_.close();
    }

    void step(const Step& step) {
        out_.open();
        bothOrNull("condition", step.condition);
        out_.key("truth").text(step.truth == Truth::holds   ? "holds"
                               : step.truth == Truth::fails ? "fails"
                                                            : "undetermined");
        bothOrNull("arithmetic", step.arithmetic);
        out_.key("part");
        step.part == 0 ? out_.null() : out_.count(static_cast<std::uint32_t>(step.part));
        out_.close();
    }

    void stated(std::string_view key, const std::optional<Stated>& stated) {
        out_.key(key);
        if (!stated) return out_.null();
        out_.open();
        number("number", stated->number);
        out_.key("word").textOrNull(stated->word);
        out_.key("range");
        places_.range(stated->span);
        out_.key("contradicted").flag(stated->contradicted);
        out_.close();
    }

    void number(std::string_view key, const std::optional<Number>& number) {
        out_.key(key).textOrNull(number ? number->exactText() : std::string());
    }

    void bothOrNull(std::string_view key, const Localized& text) {
        out_.key(key);
        text.zh.empty() ? out_.null() : out_.both(text);
    }

    void list(std::string_view key, const std::vector<std::string>& words) {
        out_.key(key).openList();
        for (const std::string& word : words)
            out_.text(word);
        out_.closeList();
    }

    JsonWriter out_;
    emit::ValueJson places_;
    const Submission& submission_;
    const Evaluation& evaluation_;
    const definitions::Library& library_;
    emit::ElementIds& ids_;
};

void append(rapidjson::StringBuffer& buffer, std::string_view text) {
    for (const char byte : text)
        buffer.Put(byte);
}

}  // namespace

std::string json(const Submission& submission, const Evaluation& evaluation,
                 const definitions::Library& library) {
    rapidjson::StringBuffer buffer;
    emit::ElementIds ids(*submission.form);
    Writer(buffer, submission, evaluation, library, ids).head();
    buffer.Pop(1);  // the head goes on with its items
    append(buffer, ",\"items\":[");
    for (const Item& item : evaluation.items) {
        append(buffer, &item == &evaluation.items.front() ? "\n" : ",\n");
        Writer(buffer, submission, evaluation, library, ids).item(item);
    }
    append(buffer, "\n]},\n");
    return {buffer.GetString(), buffer.GetSize()};
}

std::string jsonDocument(std::string pieces, const Summary& summary, std::string_view generator) {
    if (pieces.ends_with(",\n")) pieces.erase(pieces.size() - 2, 1);
    std::string head = "{\"version\":1,\"generator\":\"";
    head.append(generator).append("\",\"submissions\":[").append(pieces.empty() ? "" : "\n");
    return pieces.insert(0, head) += "],\"summary\":" + json(summary) + "}\n";
}

std::string_view schema() {
    return embeddedSchema().front().text;
}

}  // namespace biao::scores
