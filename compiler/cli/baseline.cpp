#include "cli/baseline.h"

#include <filesystem>
#include <system_error>
#include <variant>

#include "base/files.h"
#include "diagnostics/phrases.h"
#include "pipeline/inputs.h"

namespace biao::cli {

namespace {

/// Where the paths of a baseline begin.
std::string folderOf(const std::string& file) {
    std::error_code error;  // a file that is not there yet has a folder, too
    const auto whole = std::filesystem::absolute(file, error);
    return std::filesystem::path(pipeline::identityOf(whole.native())).parent_path().native();
}

}  // namespace

std::vector<pipeline::Trouble> readBaseline(const Options& options, pipeline::Request& request) {
    const std::string& path = options.baseline;
    if (!options.newBaseline.empty()) request.newBaseline = folderOf(options.newBaseline);
    if (path.empty()) return {};
    const auto text = readFile(path, Limits{}.fileBytes);
    if (const auto* error = std::get_if<FileError>(&text)) {
        return {
            {path, phrase(Phrase::baselineUnreadable, {{"reason", pipeline::reasonOf(*error)}})}};
    }
    auto read = Baseline::read(std::get<std::string>(text), folderOf(path));
    if (const auto* why = std::get_if<Localized>(&read)) return {{path, *why}};
    request.baseline = std::get<Baseline>(std::move(read));
    return {};
}

std::vector<pipeline::Trouble> writeBaseline(const Options& options,
                                             const pipeline::Report& report) {
    const std::string& path = options.newBaseline;
    if (path.empty()) return {};
    if (!report.trouble.empty()) return {{path, phrase(Phrase::baselineNotWritten)}};
    const auto written = writeFileAtomically(path, report.baseline);
    const auto* error = std::get_if<FileError>(&written);
    if (!error) return {};
    return {{error->path, phrase(Phrase::outputFailed, {{"reason", pipeline::reasonOf(*error)}})}};
}

}  // namespace biao::cli
