#include <algorithm>

#include "base/width.h"
#include "diagnostics/excerpt.h"
#include "diagnostics/phrases.h"
#include "emit/change_text.h"
#include "emit/changes.h"
#include "emit/csv.h"
#include "emit/markdown.h"
#include "emit/names.h"
#include "emit/understood.h"

namespace biao::emit {

using comparison::Course;
using comparison::History;
using comparison::Point;
using comparison::Series;

namespace {

std::string nameOf(const Series& series, Language language) {
    std::string name = series.name.in(language);
    if (!series.column.zh.empty()) name += " \u00b7 " + series.column.in(language);
    return name;
}

std::string formerly(const Series& series, Language language) {
    std::string names;
    for (const std::string& name : series.formerly)
        names += (names.empty() ? "" : language == Language::zh ? "\u3001" : ", ") + name;
    return names.empty() ? "" : phrase(Phrase::historyNames, {{"names", names}}).in(language);
}

const Point* in(const Series& series, int year) {
    const auto at = std::find_if(series.points.begin(), series.points.end(),
                                 [&](const Point& point) { return point.year == year; });
    return at == series.points.end() ? nullptr : &*at;
}

std::string shown(const Point& point) {
    return shownValue(*point.value, (*point.in)[point.row], *point.in);
}

std::string cellOf(const Series& series, int year) {
    const Point* const point = in(series, year);
    if (!point) return "";
    return shortened(shown(*point), 24) + (point->saidLater ? "*" : "");
}

bool hasMark(const Course& course) {
    return std::any_of(course.series.begin(), course.series.end(), [](const Series& series) {
        return std::any_of(series.points.begin(), series.points.end(),
                           [](const Point& point) { return point.saidLater; });
    });
}

std::string padded(const std::string& text, std::size_t width) {
    const std::size_t has = displayWidth(text);
    return text + std::string(has < width ? width - has : 0, ' ');
}

}  // namespace

std::string historyHuman(const History& history, Language language) {
    std::string out;
    bool marked = false;
    for (const Course& course : history.courses) {
        if (!out.empty()) out += "\n";
        out += harmless(titleOf(*course.latest).in(language)) + "\n";
        std::size_t first = 0;
        std::vector<std::size_t> widths(course.years.size(), 4);
        for (const Series& series : course.series) {
            first = std::max(first, displayWidth(shortened(nameOf(series, language), 40)));
            for (std::size_t i = 0; i < course.years.size(); ++i)
                widths[i] = std::max(widths[i], displayWidth(cellOf(series, course.years[i])));
        }
        std::string head = "    " + padded("", first);
        for (std::size_t i = 0; i < course.years.size(); ++i)
            head += "  " + padded(std::to_string(course.years[i]), widths[i]);
        while (head.ends_with(' '))
            head.pop_back();
        out += head + "\n";
        std::string place;
        for (const Series& series : course.series) {
            if (series.place.in(language) != place) {
                place = series.place.in(language);
                out += "  " + harmless(place) + "\n";
            }
            std::string line = "    " + padded(shortened(nameOf(series, language), 40), first);
            for (std::size_t i = 0; i < course.years.size(); ++i)
                line += "  " + padded(cellOf(series, course.years[i]), widths[i]);
            while (line.ends_with(' '))
                line.pop_back();
            out += line + harmless(formerly(series, language)) + "\n";
        }
        marked = marked || hasMark(course);
    }
    if (out.empty()) return phrase(Phrase::historyNothing).in(language) + "\n";
    if (marked) out += "\n" + phrase(Phrase::historyOtherColumn).in(language) + "\n";
    return out;
}

std::string historyMarkdown(const History& history, Language language) {
    std::string out;
    bool marked = false;
    for (const Course& course : history.courses) {
        if (!out.empty()) out += "\n";
        out += "## " + markdownCell(titleOf(*course.latest).in(language)) + "\n\n";
        std::vector<std::string> cells = {phrase(Phrase::diffPlace).in(language),
                                          phrase(Phrase::diffRow).in(language)};
        for (const int year : course.years)
            cells.push_back(std::to_string(year));
        out += markdownLine(cells) + markdownLine(std::vector<std::string>(cells.size(), "---"));
        for (const Series& series : course.series) {
            cells = {markdownCell(series.place.in(language)),
                     markdownCell(nameOf(series, language) + formerly(series, language))};
            for (const int year : course.years) {
                const Point* const point = in(series, year);
                cells.push_back(point ? markdownCell(shown(*point) + (point->saidLater ? "*" : ""))
                                      : "");
            }
            out += markdownLine(cells);
        }
        marked = marked || hasMark(course);
    }
    if (out.empty()) return phrase(Phrase::historyNothing).in(language) + "\n";
    if (marked) out += "\n" + markdownCell(phrase(Phrase::historyOtherColumn).in(language)) + "\n";
    return out;
}

std::string historyCsv(const History& history) {
    CsvLines out;
    for (const std::string_view name :
         {"subject", "title", "place", "row", "column", "formerly", "year", "value", "number",
          "unit", "said_later", "path", "line"})
        out.cell(name);
    out.endLine();
    for (const Course& course : history.courses) {
        for (const Series& series : course.series) {
            std::string names;
            for (const std::string& name : series.formerly)
                names += (names.empty() ? "" : "; ") + name;
            for (const Point& point : series.points) {
                out.cell(course.latest->subject).cell(course.latest->title).cell(series.place.zh);
                out.cell(series.name.zh).cell(series.column.zh).cell(names);
                out.cell(std::to_string(point.year)).cell(shown(point));
                const bool known = point.value->type == model::Value::Type::measure &&
                                   point.value->amount.isKnown();
                out.cell(known ? point.value->amount.quantity().value.exactText() : "");
                out.cell(known ? unitName(point.value->amount.quantity()) : "");
                out.flag(point.saidLater).cell(pathOf(*point.in));
                const Span at = point.value->span;
                out.cell(std::to_string(point.in->source->position(at.begin).line));
                out.endLine();
            }
        }
    }
    return out.take();
}

}  // namespace biao::emit
