#include "pipeline/gather_actuals.h"

#include <algorithm>
#include <cstdint>
#include <variant>

#include "base/files.h"
#include "base/parallel.h"
#include "diagnostics/phrases.h"
#include "sheet/sheet.h"
#include "syntax/words.h"

namespace biao::pipeline {

namespace {

class Gatherer {
public:
    Gatherer(const Request& request, Loader& loader, Report& report,
             const definitions::Library& library, ActualsOfRun& actuals, Findings& findings)
        : request_(request),
          loader_(loader),
          report_(report),
          library_(library),
          actuals_(actuals),
          findings_(findings) {}

    void named(const std::string& path) {
        if (path.ends_with(extension)) {
            if (!tree({path, identityOf(path)})) return;
        } else {
            sheet(path);
        }
    }

    /// A file that comes late may have the actuals of an early one, and files are read a few at a
    /// time. Those that hold the word at all are read first.
    void among(const std::vector<Input>& inputs, unsigned jobs) {
        constexpr std::size_t few = 2;
        if (inputs.size() < few) return;  // it is asked when it is opened
        const Localized word = syntax::spelling(syntax::Keyword::actuals);
        std::vector<std::uint8_t> holds(inputs.size());
        inParallel(inputs.size(), jobs, [&](std::size_t at) {
            const auto read = inputs[at].text
                                  ? std::variant<std::string, FileError>(*inputs[at].text)
                                  : readFile(inputs[at].path, request_.limits.fileBytes);
            const auto* text = std::get_if<std::string>(&read);
            holds[at] = text && (text->find(word.zh) != std::string::npos ||
                                 text->find(word.en) != std::string::npos);
        });
        for (std::size_t at = 0; at < inputs.size(); ++at) {
            if (holds[at]) (void)open(inputs[at]);
        }
    }

private:
    /// Nothing where it cannot be read; a checked file says so when its turn comes.
    LoadedFile* open(const Input& input) {
        const auto loaded = loader_.load(input);
        if (!std::holds_alternative<LoadedFile*>(loaded)) return nullptr;
        LoadedFile* const file = std::get<LoadedFile*>(loaded);
        if (actuals_.add(file->tree, loader_.source(*file), findings_)) file->imported = true;
        return file;
    }

    bool tree(const Input& input) {
        const auto loaded = loader_.load(input);
        if (const auto* error = std::get_if<FileError>(&loaded)) {
            report_.trouble.push_back({input.path, reasonOf(*error)});
            return false;
        }
        LoadedFile& file = *std::get<LoadedFile*>(loaded);
        file.imported = true;
        if (!actuals_.add(file.tree, loader_.source(file), findings_) && file.tree.faults.empty() &&
            !file.tree.broken) {
            findings_.add(finding(Code::badSheet, {file.id, 0, 0},
                                  {{"what", phrase(Phrase::noActualsInFile)}}));
        }
        return true;
    }

    void sheet(const std::string& path) {
        auto read = readFile(path, request_.limits.sheetBytes);
        if (const auto* error = std::get_if<FileError>(&read)) {
            report_.trouble.push_back({path, reasonOf(*error)});
            return;
        }
        auto text = sheet::textOf(std::get<std::string>(std::move(read)));
        if (const auto* none = std::get_if<sheet::NoText>(&text)) {
            const Phrase what = none->workbook           ? Phrase::sheetWorkbook
                                : none->encoding.empty() ? Phrase::sheetNotText
                                                         : Phrase::sheetEncoding;
            report_.trouble.push_back(
                {path, phrase(what, {{"encoding", std::string(none->encoding)}})});
            return;
        }
        const FileId id = report_.sources.add(Source(path, std::get<std::string>(std::move(text))));
        actuals_.add(model::ActualsSheet(report_.sources[id], id, library_, findings_));
    }

    const Request& request_;
    Loader& loader_;
    Report& report_;
    const definitions::Library& library_;
    ActualsOfRun& actuals_;
    Findings& findings_;
};

}  // namespace

void gatherActuals(const std::vector<Input>& inputs, const Request& request, unsigned jobs,
                   Loader& loader, Report& report, const definitions::Library& library,
                   ActualsOfRun& actuals, Findings& findings) {
    Gatherer gatherer(request, loader, report, library, actuals, findings);
    for (const std::string& path : request.actuals)
        gatherer.named(path);
    gatherer.among(inputs, jobs);
}

}  // namespace biao::pipeline
