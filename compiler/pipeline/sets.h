// Submissions of a run by the set they belong to, and the rules over sets.
#pragma once

#include <deque>
#include <set>
#include <string>
#include <vector>

#include "definitions/library.h"
#include "diagnostics/render.h"
#include "model/keep.h"
#include "model/set_world.h"
#include "pipeline/rule_book.h"
#include "pipeline/workspace.h"

namespace biao::pipeline {

class Sets {
public:
    /// `standard` is what all libraries begin with, made of `standardFiles`.
    Sets(definitions::Library& standard, const std::vector<const syntax::File*>& standardFiles,
         Workspaces& workspaces, Findings& findings)
        : standard_(standard),
          standardFiles_(standardFiles.begin(), standardFiles.end()),
          workspaces_(workspaces),
          findings_(findings) {}

    struct Member {
        model::Submission submission;
        const FormRules* rules;  // of its form; they outlive this
    };
    /// The submissions of one file, in order, and the library they were read with, which outlives
    /// this when there are any, as does what is said of severities. True when a form of theirs
    /// holds a rule over sets that is not the standard library's: then the tree has to outlive this
    /// too.
    bool take(const Input& input, const syntax::File& file, std::vector<Member> members,
              definitions::Library& library, const Severities& severities);

    /// Every rule over sets that a form of a submission holds, over every set; those across years
    /// over all submissions, whatever set they are of.
    void run(Summary& summary);

private:
    struct One {
        model::Kept kept;
        const FormRules* rules;
        std::string subject;
        const Input* input;
        definitions::Library* library;
        const Severities* severities;
    };
    struct Group {
        const WholeSet* declared = nullptr;
        bool whole = false;
        std::vector<const One*> members;  // by path and place
    };
    struct Held {
        const definitions::Rule* rule;
        definitions::Library* library;
    };

    void runYears();
    std::vector<Group> groups();
    bool isWhole(const WholeSet& set);
    std::vector<Held> rulesOf(const Group& group) const;
    void evaluate(const Held& held, const Group& group, Summary& summary);
    void report(const Findings& said, const definitions::Rule& rule, const Group& group);

    definitions::Library& standard_;
    std::set<const syntax::File*> standardFiles_;
    Workspaces& workspaces_;
    Findings& findings_;
    std::deque<Input> inputs_;
    std::deque<One> all_;
    std::set<std::string> known_;  // files all of whose submissions were read, by identity
};

}  // namespace biao::pipeline
