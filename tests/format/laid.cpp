#include "laid.h"

#include "base/diff.h"
#include "diagnostics/render.h"
#include "format/format.h"
#include "parse/parse.h"
#include "scramble.h"
#include "syntax/dump.h"

namespace biao::test {

std::optional<std::string> laid(const std::string& text) {
    SourceSet sources;
    const auto id = sources.add(Source("x.biao", text));
    Findings findings;
    return format::format(sources[id], id, Limits{}, findings);
}

std::string meaning(const std::string& text) {
    SourceSet sources;
    const auto id = sources.add(Source("x.biao", text));
    Findings findings;
    const auto file = parse::parse(sources[id], id, Limits{}, findings);
    std::string out = syntax::dump(file);
    for (const Span comment : file.comments) {
        std::string line(sources[id].slice(comment));
        for (const char* blank : {" ", "\t", "\u3000", "\u00A0", "\uFEFF", " ", "\t"}) {
            while (line.ends_with(blank))
                line.resize(line.size() - std::string_view(blank).size());
        }
        out += line + "\n";
    }
    return out;
}

namespace {

std::string saidOf(const std::string& text) {
    SourceSet sources;
    const auto id = sources.add(Source("x.biao", text));
    Findings findings;
    parse::parse(sources[id], id, Limits{}, findings);
    return renderFindings(Findings::finish(findings.list(), sources), sources, {});
}

}  // namespace

std::string complaint(const std::string& text, std::mt19937& random) {
    const auto once = laid(text);
    if (!once) return "it has errors";
    if (meaning(*once) != meaning(text)) {
        return "another meaning:\n" + unifiedDiff("tree", meaning(text), meaning(*once)) + *once;
    }
    const auto twice = laid(*once);
    if (!twice) return "the layout has errors:\n" + saidOf(*once);
    if (*twice != *once) return "not its own layout:\n" + unifiedDiff("x", *once, *twice);
    const auto mixed = scrambled(text, random);
    const auto again = laid(mixed);
    if (!again) return "errors when scrambled:\n" + saidOf(mixed);
    if (*again != *once) return "depends on blanks:\n" + unifiedDiff("x", *once, *again) + mixed;
    return {};
}

}  // namespace biao::test
