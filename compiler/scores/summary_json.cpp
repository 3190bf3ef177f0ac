#include "emit/json_writer.h"
#include "scores/summary.h"

namespace biao::scores {

namespace {

void write(emit::JsonWriter& out, const Group& group, bool named) {
    out.open();
    if (named) out.key("name").textOrNull(group.name);
    out.key("scored").count(static_cast<std::uint32_t>(group.scored));
    out.key("provisional").count(static_cast<std::uint32_t>(group.provisional));
    out.key("unscored").count(static_cast<std::uint32_t>(group.unscored));
    out.key("weight").text(group.weight.exactText());
    out.key("least").text(group.least.exactText());
    out.key("most").textOrNull(group.open ? std::string() : group.most.exactText());
    out.close();
}

void write(emit::JsonWriter& out, std::string_view key, const std::vector<Group>& groups) {
    out.key(key).openList();
    for (const Group& group : groups)
        write(out, group, true);
    out.closeList();
}

}  // namespace

std::string json(const Summary& summary) {
    rapidjson::StringBuffer buffer;
    emit::JsonWriter out(buffer);
    out.open();
    out.key("all");
    write(out, summary.all(), false);
    write(out, "units", summary.units());
    write(out, "tops", summary.tops());
    write(out, "grades", summary.grades());
    out.key("contradicted").count(static_cast<std::uint32_t>(summary.contradicted()));
    out.close();
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace biao::scores
