// How grave the findings of each file are: what its workspace says, and then the command line.
#pragma once

#include <map>
#include <vector>

#include "pipeline/check.h"
#include "pipeline/workspace.h"

namespace biao::pipeline {

class Weighing {
public:
    Weighing(const std::vector<Weighed>& asked, Workspaces& workspaces);

    /// What holds for findings in this file; stays where it is.
    const Severities& of(const Input& input, FileId file);
    /// Gives a finding its severity. Those in files that were not asked about are the command
    /// line's alone.
    void weigh(Finding& finding) const;

private:
    Workspaces& workspaces_;
    Severities asked_;
    std::map<const Severities*, Severities> both_;  // by the workspace's
    std::map<FileId, const Severities*> byFile_;    // where a workspace says something
};

/// Names of the command line that no rule has: neither those of `known` nor a code.
std::vector<Trouble> unknownNames(const std::vector<Weighed>& asked, const RuleNames& known);

}  // namespace biao::pipeline
