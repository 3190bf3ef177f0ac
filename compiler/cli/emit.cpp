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

bool wants(const Options& options, Table table) {
    if (options.table != Table::all) return options.table == table;
    // Standard output and a single file take one table.
    return table == Table::indicators || isForFolder(options.output);
}

pipeline::Trouble failed(const FileError& error) {
    return {error.path, phrase(Phrase::outputFailed, {{"reason", pipeline::reasonOf(error)}})};
}

}  // namespace

pipeline::Request withEmitter(const Options& options) {
    pipeline::Request request = options.request;
    const bool json = options.data == Data::json;
    const bool indicators = !json && wants(options, Table::indicators);
    const bool money = !json && wants(options, Table::money);
    request.emitter = [=](const auto& submission, const auto& library) {
        std::vector<std::string> texts;
        if (json) texts.push_back(emit::submissionJson(submission, library));
        if (indicators) texts.push_back(emit::indicatorLines(submission, library));
        if (money) texts.push_back(emit::moneyLines(submission, library));
        return texts;
    };
    return request;
}

std::vector<Document> documentsOf(std::vector<std::string> emitted, const Options& options,
                                  std::string_view generator) {
    auto next = [&, at = std::size_t{0}]() mutable {
        return at < emitted.size() ? std::move(emitted[at++]) : std::string();
    };
    if (options.data == Data::json) return {{"", emit::jsonDocument(next(), generator)}};
    std::vector<Document> tables;
    const auto add = [&](Table table, std::string name, const std::string& header) {
        if (!wants(options, table)) return;
        const std::string mark(options.byteOrderMark ? emit::byteOrderMark : "");
        tables.push_back({std::move(name), next().insert(0, mark + header)});
    };
    add(Table::indicators, "indicators.csv", emit::indicatorHeader());
    add(Table::money, "money.csv", emit::moneyHeader());
    return tables;
}

bool isForFolder(const std::string& path) {
    return path.ends_with('/') || isFolder(path);
}

std::vector<pipeline::Trouble> writeDocuments(const std::vector<Document>& documents,
                                              const std::string& path) {
    const bool folder = isForFolder(path) && !documents.front().name.empty();
    std::error_code error;
    bool made = false;
    if (folder && !isFolder(path)) {
        made = fs::create_directory(fs::path(path).parent_path(), error);
        if (error) return {failed({path, error.message(), error.value()})};
    }
    std::vector<pipeline::Trouble> trouble;
    for (const Document& one : documents) {
        const auto target = folder ? (fs::path(path) / one.name).native() : path;
        const auto written = writeFileAtomically(target, one.text);
        if (const auto* why = std::get_if<FileError>(&written)) trouble.push_back(failed(*why));
    }
    if (made && !trouble.empty()) fs::remove_all(path, error);
    return trouble;
}

}  // namespace biao::cli
