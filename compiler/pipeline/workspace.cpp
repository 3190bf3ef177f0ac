#include "pipeline/workspace.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "base/utf8.h"
#include "definitions/reading.h"
#include "diagnostics/code_names.h"
#include "diagnostics/phrases.h"
#include "parse/parse.h"
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

    Workspace run() {
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
        return std::move(out_);
    }

private:
    void setting(const Declaration& d) {
        if (d.keyword == Keyword::rule) return weigh(d);
        if (d.keyword == Keyword::drop) return drop(d);
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
        const bool known = std::any_of(out_.sets.begin(), out_.sets.end(),
                                       [&](const WholeSet& set) { return set.folder == folder; });
        if (known) {
            findings_.add(finding(Code::duplicate, at,
                                  {{"what", phrase(Phrase::wholeSet, {{"path", written}})}}));
        } else {
            out_.sets.push_back({std::move(folder), written});
        }
    }

    /// 规则 B3:成本不超预算 提示
    void weigh(const Declaration& d) {
        const auto severity = definitions::severityIn(d.flags);
        const bool more = d.hasBlock || d.flags.size() != 1 || !d.aliases.empty();
        if (severity && !more) return change(d.name, severity);
        findings_.add(
            finding(Code::badDeclaration, d.span,
                    {{"what", more && severity ? phrase(Phrase::ruleInWorkspace)
                                               : phrase(Phrase::severityWanted,
                                                        {{"name", std::string(d.name.text)}})}}));
    }

    void drop(const Declaration& d) {
        change(d.name, std::nullopt);
        for (const syntax::Attribute& more : file_.of(d.attributes))
            change(more.name, std::nullopt);
    }

    void change(const syntax::Word& word, std::optional<Severity> severity) {
        const std::string named = tidyCode(word.text);
        const auto code = catalogueCode(named);
        if (isFirm(code) || isFirmFamily(named)) {
            findings_.add(finding(Code::badDeclaration, word.span,
                                  {{"what", phrase(Phrase::neverWeighed, {{"code", named}})}}));
            return;
        }
        if (!said_.insert(named).second) {
            findings_.add(finding(
                Code::duplicate, word.span,
                {{"what", phrase(Phrase::severityTwice, {{"name", std::string(word.text)}})}}));
            return;
        }
        if (code.empty() && !isFamily(named))
            out_.rules.push_back({std::string(word.text), word.span});
        out_.severities.change(named, severity);
    }

    void misplaced(Span span, Localized what) {
        findings_.add(
            finding(Code::misplaced, span,
                    {{"what", std::move(what)}, {"place", phrase(Phrase::insideWorkspace)}}));
    }

    const syntax::File& file_;
    fs::path folder_;
    Findings& findings_;
    Workspace out_;
    std::set<std::string> said_;  // whose severity is given
};

}  // namespace

bool isWorkspaceFile(std::string_view path) {
    const auto names = workspaceNames();
    const std::string name = fs::path(path).filename().native();
    return std::find(names.begin(), names.end(), name) != names.end();
}

Workspace readWorkspace(const LoadedFile& file, const Source& source, Findings& findings) {
    return WorkspaceReader(file, source, findings).run();
}

const Workspace& Workspaces::read(const Input& input) {
    const auto known = files_.find(input.identity);
    if (known != files_.end()) return known->second;
    Workspace& workspace = files_[input.identity];
    const auto loaded = loader_.load(input);
    if (const auto* error = std::get_if<FileError>(&loaded)) {
        trouble_.push_back({error->path, reasonOf(*error)});
        return workspace;
    }
    const LoadedFile& file = *std::get<LoadedFile*>(loaded);
    workspace = readWorkspace(file, loader_.source(file), findings_);
    workspace.folder = fs::path(input.identity).parent_path().native();
    loader_.release(input);
    return workspace;
}

const Workspace& Workspaces::of(const std::string& file) {
    return in(fs::path(file).parent_path().native());
}

const Workspace& Workspaces::in(const std::string& folder) {
    const auto known = folders_.find(folder);
    if (known != folders_.end()) return known->second;
    Workspace workspace;
    bool found = false;
    for (const std::string& name : workspaceNames()) {
        const fs::path path = fs::path(folder) / name;
        std::error_code error;
        if (!fs::is_regular_file(path, error)) continue;
        found = true;
        const auto shown = fs::proximate(path, error);
        const Workspace& more =
            read({error ? path.native() : shown.native(), identityOf(path.native())});
        workspace.sets.insert(workspace.sets.end(), more.sets.begin(), more.sets.end());
        workspace.severities.add(more.severities);
    }
    const std::string above = fs::path(folder).parent_path().native();
    if (!found && above != folder) workspace = in(above);
    return folders_.emplace(folder, std::move(workspace)).first->second;
}

const WholeSet* Workspaces::setOf(const std::string& file) {
    const WholeSet* best = nullptr;
    for (const WholeSet& set : of(file).sets) {
        if (!isUnder(file, set.folder)) continue;
        if (!best || set.folder.size() > best->folder.size()) best = &set;
    }
    return best;
}

void Workspaces::sayUnknown(RuleNames known) {
    for (const auto& [identity, workspace] : files_) {
        const auto isKnown = [&](const Workspace::Named& one) {
            return known.has(tidyCode(one.name));
        };
        if (std::all_of(workspace.rules.begin(), workspace.rules.end(), isKnown)) continue;
        // Forms that no checked file uses may have it: whoever checks one file is not told that
        // there is no such rule.
        for (const std::string& path : filesUnder(workspace.folder, extension).files) {
            auto text = readFile(path, loader_.limits().fileBytes);
            if (!std::holds_alternative<std::string>(text)) continue;
            Findings unsaid;
            const Source source(path, std::get<std::string>(std::move(text)));
            known.add(parse::parse(source, FileId{}, loader_.limits(), unsaid));
        }
        for (const Workspace::Named& one : workspace.rules) {
            if (isKnown(one)) continue;
            Finding f = finding(Code::unknownName, one.span,
                                {{"name", one.name},
                                 {"place", phrase(Phrase::codesAndRules)},
                                 {"suggestion", known.suggestion(one.name)}});
            const auto candidates = known.candidates();
            if (const auto best = nearest(one.name, candidates)) {
                f.fixes.push_back({phrase(Phrase::fixWrite, {{"text", candidates[*best]}}),
                                   {{one.span, candidates[*best]}},
                                   false});
            }
            findings_.add(std::move(f));
        }
    }
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
