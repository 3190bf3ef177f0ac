#include "cli/emit.h"

#include <filesystem>

#include "base/files.h"
#include "diagnostics/phrases.h"
#include "emit/csv.h"
#include "emit/emit.h"
#include "pipeline/inputs.h"

namespace biao::cli {

namespace fs = std::filesystem;

namespace {

pipeline::Trouble failed(const FileError& error) {
    return {error.path, phrase(Phrase::outputFailed, {{"reason", pipeline::reasonOf(error)}})};
}

}  // namespace

Emission::Emission(const Options& options)
    : options_(options),
      json_(options.data == Data::json),
      folder_(!json_ && (options.output.ends_with('/') || isFolder(options.output))),
      indicators_(!json_ && options.table != Table::money),
      // Standard output and a single file take one table.
      money_(!json_ &&
             (options.table == Table::money || (options.table == Table::all && folder_))) {}

pipeline::Request Emission::request() const {
    pipeline::Request request = options_.request;
    request.emitter = [json = json_, indicators = indicators_, money = money_](
                          const auto& submission, const auto& library) {
        std::vector<std::string> texts;
        if (json) texts.push_back(emit::submissionJson(submission, library));
        if (indicators) texts.push_back(emit::indicatorLines(submission, library));
        if (money) texts.push_back(emit::moneyLines(submission, library));
        return texts;
    };
    return request;
}

void Emission::take(std::vector<std::string> emitted, std::string_view generator) {
    emitted.resize(indicators_ && money_ ? 2 : 1);  // none where there is no submission
    if (json_) {
        documents_.push_back({"", emit::jsonDocument(std::move(emitted.front()), generator)});
        return;
    }
    const auto add = [&](std::string name, std::string lines, const std::string& header) {
        const std::string mark(options_.byteOrderMark ? emit::byteOrderMark : "");
        documents_.push_back({std::move(name), std::move(lines.insert(0, mark + header))});
    };
    if (indicators_) {
        add("indicators.csv", std::move(emitted.front()), emit::indicatorHeader());
    }
    if (money_) add("money.csv", std::move(emitted.back()), emit::moneyHeader());
}

std::vector<pipeline::Trouble> Emission::write() const {
    const std::string& path = options_.output;
    std::error_code error;
    bool made = false;
    if (folder_ && !isFolder(path)) {
        made = fs::create_directory(fs::path(path).parent_path(), error);
        if (error) return {failed({path, error.message(), error.value()})};
    }
    std::vector<pipeline::Trouble> trouble;
    for (const Document& one : documents_) {
        const auto target = folder_ ? (fs::path(path) / one.name).native() : path;
        const auto written = writeFileAtomically(target, one.text);
        if (const auto* why = std::get_if<FileError>(&written)) trouble.push_back(failed(*why));
    }
    if (made && !trouble.empty()) fs::remove_all(path, error);
    return trouble;
}

}  // namespace biao::cli
