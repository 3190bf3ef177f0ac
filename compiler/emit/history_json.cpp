#include "emit/changes.h"
#include "emit/json_writer.h"
#include "emit/names.h"
#include "emit/value_json.h"

namespace biao::emit {

using comparison::Course;
using comparison::Point;
using comparison::Series;

namespace {

void write(JsonWriter& out, const Point& point, const UnitTable& units) {
    const model::Row& row = (*point.in)[point.row];
    ElementIds ids(*point.in->form);
    out.open();
    out.key("year").yearOrNull(point.year);
    out.key("saidLater").flag(point.saidLater);
    out.key("path").text(pathOf(*point.in));
    out.key("element").text(ids[row.element]);
    out.key("name").text(row.name);
    out.key("value");
    ValueJson(out, *point.in, units).value(*point.value, row);
    out.close();
}

void write(JsonWriter& out, const Series& series, const UnitTable& units) {
    out.open();
    out.key("place").both(series.place);
    out.key("name").both(series.name);
    out.key("column");
    series.column.zh.empty() ? out.null() : out.both(series.column);
    out.key("formerly").openList();
    for (const std::string& name : series.formerly)
        out.text(name);
    out.closeList();
    out.key("points").openList();
    for (const Point& point : series.points)
        write(out, point, units);
    out.closeList();
    out.close();
}

}  // namespace

std::string historyJson(const comparison::History& history, const UnitTable& units,
                        std::string_view generator) {
    rapidjson::StringBuffer buffer;
    JsonWriter out(buffer);
    out.open();
    out.key("version").count(1);
    out.key("generator").text(generator);
    out.key("subjects").openList();
    for (const Course& course : history.courses) {
        out.open();
        out.key("subject").text(course.latest->subject);
        out.key("title").text(course.latest->title);
        for (const auto& [name, years] :
             {std::pair("years", &course.years), std::pair("submitted", &course.submitted)}) {
            out.key(name).openList();
            for (const int year : *years)
                out.yearOrNull(year);
            out.closeList();
        }
        out.key("series").openList();
        for (const Series& series : course.series)
            write(out, series, units);
        out.closeList();
        out.close();
    }
    out.closeList();
    out.close();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace biao::emit
