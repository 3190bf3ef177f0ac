// Workspace files: which folders are a whole set of submissions, and how grave a finding is.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/severities.h"
#include "pipeline/loader.h"
#include "pipeline/rule_names.h"

namespace biao::pipeline {

/// Named 工作区.biao or workspace.biao.
bool isWorkspaceFile(std::string_view path);

/// 工作区 { 全集 "2031" }: a folder, from the root of the file system.
struct WholeSet {
    std::string folder;
    std::string shown;  // as it is written
};

/// What workspace files declare.
struct Workspace {
    /// A rule that was named: whether there is one of that name shows later.
    struct Named {
        std::string name;
        Span span;
    };
    std::string folder;
    std::vector<WholeSet> sets;
    Severities severities;
    std::vector<Named> rules;
};

/// A folder that does not exist and everything that is no part of a workspace is said.
Workspace readWorkspace(const LoadedFile& file, const Source& source, Findings& findings);

/// The declared set each file belongs to: that of the nearest workspace file above it, and of its
/// sets the innermost. Paths are identities.
class Workspaces {
public:
    Workspaces(Loader& loader, Findings& findings, std::vector<Trouble>& trouble)
        : loader_(loader), findings_(findings), trouble_(trouble) {}

    /// A workspace file, read once however often it is asked for.
    const Workspace& read(const Input& input);
    /// The nearest above the file; one that says nothing where there is none.
    const Workspace& of(const std::string& file);
    /// Null when it belongs to none.
    const WholeSet* setOf(const std::string& file);
    /// Every source file of the set, workspace files and those of sets inside it left out; nothing
    /// when the folder cannot be read in full.
    std::optional<std::vector<std::string>> filesOf(const WholeSet& set);
    /// Says which rules were named that are none: neither among `known`, nor declared in any file
    /// of the workspace.
    void sayUnknown(RuleNames known);

private:
    /// That of the nearest folder, this one or above it, that has a workspace file.
    const Workspace& in(const std::string& folder);

    Loader& loader_;
    Findings& findings_;
    std::vector<Trouble>& trouble_;
    std::map<std::string, Workspace> files_;    // by identity
    std::map<std::string, Workspace> folders_;  // the nearest
};

}  // namespace biao::pipeline
