#include "support.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "diagnostics/render.h"
#include "parse/parse.h"
#include "syntax/dump.h"

namespace biao::test {

Parsed::Parsed(std::string text, const std::string& name, const Limits& limits)
    : id(sources.add(Source(name, std::move(text)))) {
    Findings sink;
    file = parse::parse(sources[id], id, limits, sink);
    findings = Findings::finish(sink.list(), sources);
}

std::string Parsed::dump() const {
    return syntax::dump(file);
}

std::string Parsed::report(Language language) const {
    return renderHuman(findings, sources, {1, 0, 0}, {language, false});
}

std::vector<std::string> Parsed::said() const {
    std::vector<std::string> lines;
    for (const Finding& finding : findings) {
        const Position at = sources[id].position(finding.span.begin);
        lines.push_back(
            fmt::format("{}:{} {} {}", at.line, at.column, finding.code, finding.message.zh));
    }
    return lines;
}

std::filesystem::path here(std::string_view relative) {
    return std::filesystem::path(BIAO_SOURCE_DIR) / "tests" / "parse" / relative;
}

std::string readText(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::filesystem::path> biaoFiles(std::string_view folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(here(folder))) {
        if (entry.path().extension() == ".biao") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace biao::test
