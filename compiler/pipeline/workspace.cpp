#include "pipeline/workspace.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "definitions/reading.h"
#include "diagnostics/phrases.h"
#include "pipeline/inputs.h"

namespace biao::pipeline {

namespace fs = std::filesystem;

using syntax::Declaration;
using syntax::Keyword;
using syntax::Property;

namespace {

std::array<std::string, 2> workspaceNames() {
    const Localized word = syntax::spelling(Keyword::workspace);
    return {word.zh + std::string(extension), word.en + std::string(extension)};
}

/// Inside the folder, however deep.
bool isUnder(const std::string& file, const std::string& folder) {
    return folder == "/" ||
           (file.size() > folder.size() && file.starts_with(folder) && file[folder.size()] == '/');
}

class WorkspaceReader {
public:
    WorkspaceReader(const LoadedFile& file, const Source& source, Findings& findings)
        : file_(file.tree), folder_(fs::path(source.path()).parent_path()), findings_(findings) {}

    std::vector<WholeSet> run() {
        for (const auto& top : file_.lines) {
            if (top.submission) {
                const auto& item = file_[top.submission];
                const auto& named = item.title ? item.title : item.head;
                misplaced(item.head.span,
                          phrase(Phrase::submissionNamed, {{"name", std::string(named.text)}}));
            }
            if (!top.declaration) continue;
            const Declaration& d = file_[top.declaration];
            if (d.keyword != Keyword::workspace) {
                if (!d.broken) misplaced(d.keywordSpan, syntax::spelling(d.keyword));
                continue;
            }
            for (const auto id : d.block) {
                if (!file_[id].broken) setting(file_[id]);
            }
        }
        return std::move(sets_);
    }

private:
    void setting(const Declaration& d) {
        if (d.keyword != Keyword::none)
            return misplaced(d.keywordSpan, syntax::spelling(d.keyword));
        if (syntax::wordFrom<Property>(d.name.text) != Property::whole) {
            const Localized word = syntax::spelling(Property::whole);
            const std::vector<std::string> known{word.zh, word.en};
            findings_.add(finding(Code::unknownName, d.name.span,
                                  {{"name", std::string(d.name.text)},
                                   {"place", phrase(Phrase::workspaceSettings)},
                                   {"suggestion", definitions::didYouMean(d.name.text, known)}}));
            return;
        }
        if (!d.value || file_[d.value].kind != syntax::ExprKind::text) {
            findings_.add(
                finding(Code::badDeclaration, d.span, {{"what", phrase(Phrase::wholeFolder)}}));
            return;
        }
        const std::string written(file_[d.value].text);
        const Span at = file_[d.value].span;
        const fs::path path = folder_ / written;
        if (!isFolder(path.native())) {
            findings_.add(finding(Code::badDeclaration, at,
                                  {{"what", phrase(Phrase::noSuchFolder, {{"path", written}})}}));
            return;
        }
        std::string folder = identityOf(path.native());
        while (folder.size() > 1 && folder.back() == '/')
            folder.pop_back();
        const bool known = std::any_of(sets_.begin(), sets_.end(),
                                       [&](const WholeSet& set) { return set.folder == folder; });
        if (known) {
            findings_.add(finding(Code::duplicate, at,
                                  {{"what", phrase(Phrase::wholeSet, {{"path", written}})}}));
        } else {
            sets_.push_back({std::move(folder), written});
        }
    }

    void misplaced(Span span, Localized what) {
        findings_.add(
            finding(Code::misplaced, span,
                    {{"what", std::move(what)}, {"place", phrase(Phrase::insideWorkspace)}}));
    }

    const syntax::File& file_;
    fs::path folder_;
    Findings& findings_;
    std::vector<WholeSet> sets_;
};

}  // namespace

bool isWorkspaceFile(std::string_view path) {
    const auto names = workspaceNames();
    const std::string name = fs::path(path).filename().native();
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<WholeSet> readWorkspace(const LoadedFile& file, const Source& source,
                                    Findings& findings) {
    return WorkspaceReader(file, source, findings).run();
}

const std::vector<WholeSet>& Workspaces::read(const Input& input) {
    const auto known = files_.find(input.identity);
    if (known != files_.end()) return known->second;
    Sets& sets = files_[input.identity];
    const auto loaded = loader_.load(input);
    if (const auto* error = std::get_if<FileError>(&loaded)) {
        trouble_.push_back({error->path, reasonOf(*error)});
        return sets;
    }
    const LoadedFile& file = *std::get<LoadedFile*>(loaded);
    sets = readWorkspace(file, loader_.source(file), findings_);
    loader_.release(input);
    return sets;
}

const std::vector<WholeSet>& Workspaces::setsFor(const std::string& folder) {
    const auto known = folders_.find(folder);
    if (known != folders_.end()) return known->second;
    Sets sets;
    bool found = false;
    for (const std::string& name : workspaceNames()) {
        const fs::path path = fs::path(folder) / name;
        std::error_code error;
        if (!fs::is_regular_file(path, error)) continue;
        found = true;
        const auto shown = fs::proximate(path, error);
        const Sets& more =
            read({error ? path.native() : shown.native(), identityOf(path.native())});
        sets.insert(sets.end(), more.begin(), more.end());
    }
    const std::string above = fs::path(folder).parent_path().native();
    if (!found && above != folder) sets = setsFor(above);
    return folders_.emplace(folder, std::move(sets)).first->second;
}

const WholeSet* Workspaces::setOf(const std::string& file) {
    const WholeSet* best = nullptr;
    for (const WholeSet& set : setsFor(fs::path(file).parent_path().native())) {
        if (!isUnder(file, set.folder)) continue;
        if (!best || set.folder.size() > best->folder.size()) best = &set;
    }
    return best;
}

std::optional<std::vector<std::string>> Workspaces::filesOf(const WholeSet& set) {
    const auto listing = filesUnder(set.folder, extension);
    if (!listing.errors.empty()) return std::nullopt;
    std::vector<std::string> files;
    for (const std::string& path : listing.files) {
        std::string file = identityOf(path);
        const WholeSet* own = setOf(file);
        const bool inside = own && own->folder == set.folder;
        if (inside && !isWorkspaceFile(file)) files.push_back(std::move(file));
    }
    return files;
}

}  // namespace biao::pipeline
