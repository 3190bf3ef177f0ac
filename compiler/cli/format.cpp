#include "cli/format.h"

#include "base/diff.h"
#include "base/files.h"
#include "diagnostics/excerpt.h"
#include "diagnostics/render.h"
#include "pipeline/format.h"
#include "pipeline/inputs.h"

namespace biao::cli {

FormatAnswer format(const Options& options, Language language) {
    FormatAnswer answer;
    pipeline::FormatRequest request;
    request.paths = options.request.paths;
    const bool shown = options.check || options.diff;
    request.write = !shown;
    if (options.standardInput) {
        auto read = readStandardInput(request.limits.fileBytes);
        if (const auto* error = std::get_if<FileError>(&read)) {
            answer.trouble.push_back({error->path, pipeline::reasonOf(*error)});
            return answer;
        }
        request.paths = {"-"};
        request.input = std::get<std::string>(std::move(read));
    }
    auto report = pipeline::format(request);
    for (const auto& change : report.changes) {
        if (options.diff) {
            answer.text += unifiedDiff(harmless(change.path), change.before, change.after);
        } else if (options.check) {
            answer.text += harmless(change.path) + "\n";
        }
    }
    // Whoever pipes a text through gets one back, as it was where nothing could be done.
    if (options.standardInput && !shown) {
        answer.text = report.changes.empty() ? *request.input : report.changes.front().after;
    }
    answer.changes = !report.changes.empty();
    answer.findings = renderFindings(report.findings, report.sources,
                                     {language, options.colour == Colour::always});
    answer.trouble = std::move(report.trouble);
    return answer;
}

}  // namespace biao::cli
