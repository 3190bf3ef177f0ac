#include "pipeline/format.h"

#include <exception>
#include <utility>

#include "base/files.h"
#include "diagnostics/phrases.h"
#include "format/format.h"
#include "pipeline/inputs.h"

namespace biao::pipeline {

namespace {

class Run {
public:
    Run(const FormatRequest& request, FormatReport& report) : request_(request), report_(report) {}

    void run() {
        if (request_.input) {
            text(request_.paths.front(), *request_.input, false);
        } else {
            for (const auto& input : inputsOf(request_.paths, report_.trouble))
                file(input.path);
        }
        report_.findings = Findings::finish(findings_.list(), report_.sources);
    }

private:
    void file(const std::string& path) {
        auto read = readFile(path, request_.limits.fileBytes);
        if (const auto* error = std::get_if<FileError>(&read)) {
            report_.trouble.push_back({error->path, reasonOf(*error)});
        } else {
            text(path, std::get<std::string>(std::move(read)), request_.write);
        }
    }

    void text(const std::string& path, std::string before, bool write) try {
        const auto id = report_.sources.add(Source(path, before));
        Findings findings;
        auto after = format::format(report_.sources[id], id, request_.limits, findings);
        if (!after) {
            for (auto& finding : findings.list())
                findings_.add(std::move(finding));
            return;
        }
        if (*after == before) return;
        if (write) {
            const auto written = writeFileAtomically(path, *after);
            if (const auto* error = std::get_if<FileError>(&written)) {
                report_.trouble.push_back({error->path, reasonOf(*error)});
                return;
            }
            before.clear();
            after->clear();
        }
        report_.changes.push_back({path, std::move(before), std::move(*after)});
    } catch (const std::exception&) {
        report_.trouble.push_back({path, phrase(Phrase::internalError)});
    }

    const FormatRequest& request_;
    FormatReport& report_;
    Findings findings_;
};

}  // namespace

FormatReport format(const FormatRequest& request) {
    FormatReport report;
    try {
        Run(request, report).run();
    } catch (const std::exception&) {
        report.trouble.push_back({"", phrase(Phrase::internalError)});
    }
    return report;
}

}  // namespace biao::pipeline
