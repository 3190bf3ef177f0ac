// Workspace files: which folders are a whole set of submissions.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/loader.h"

namespace biao::pipeline {

/// Named 工作区.biao or workspace.biao.
bool isWorkspaceFile(std::string_view path);

/// 工作区 { 全集 "2031" }: a folder, from the root of the file system.
struct WholeSet {
    std::string folder;
    std::string shown;  // as it is written
};

/// What a workspace file declares. A folder that does not exist and everything that is no part of a
/// workspace is said.
std::vector<WholeSet> readWorkspace(const LoadedFile& file, const Source& source,
                                    Findings& findings);

/// The declared set each file belongs to: that of the nearest workspace file above it, and of its
/// sets the innermost. Paths are identities.
class Workspaces {
public:
    Workspaces(Loader& loader, Findings& findings, std::vector<Trouble>& trouble)
        : loader_(loader), findings_(findings), trouble_(trouble) {}

    /// A workspace file, read once however often it is asked for.
    const std::vector<WholeSet>& read(const Input& input);
    /// Null when it belongs to none.
    const WholeSet* setOf(const std::string& file);
    /// Every source file of the set, workspace files and those of sets inside it left out; nothing
    /// when the folder cannot be read in full.
    std::optional<std::vector<std::string>> filesOf(const WholeSet& set);

private:
    using Sets = std::vector<WholeSet>;
    /// Those of the nearest folder, this one or above it, that has a workspace file.
    const Sets& setsFor(const std::string& folder);

    Loader& loader_;
    Findings& findings_;
    std::vector<Trouble>& trouble_;
    std::map<std::string, Sets> files_;    // by identity
    std::map<std::string, Sets> folders_;  // declared by the nearest file
};

}  // namespace biao::pipeline
