#include "pipeline/check.h"

#include <algorithm>
#include <exception>
#include <map>
#include <memory>
#include <optional>

#include "checks/checks.h"
#include "diagnostics/phrases.h"
#include "model/read.h"
#include "pipeline/form_check.h"
#include "pipeline/imports.h"
#include "pipeline/rule_book.h"
#include "pipeline/sets.h"
#include "pipeline/standard_library.h"
#include "pipeline/workspace.h"
#include "syntax/dump.h"

namespace biao::pipeline {

namespace {

/// Everything a file may name.
struct Scope {
    Scope(const Limits& limits, FaultyRules& faulty) : library(limits), rules(library, faulty) {}
    Scope(const Scope& base, FaultyRules& faulty) : library(base.library), rules(library, faulty) {}

    definitions::Library library;
    RuleBook rules;
};

using Trees = std::vector<const syntax::File*>;

bool declares(const syntax::File& file) {
    return std::any_of(file.lines.begin(), file.lines.end(), [&](const syntax::TopLevel& top) {
        return top.declaration && file[top.declaration].keyword != syntax::Keyword::use;
    });
}

using Places = std::vector<Finding*>;

/// By where they begin.
Places inOrder(Findings& findings) {
    Places places;
    for (auto& finding : findings.list())
        places.push_back(&finding);
    std::stable_sort(places.begin(), places.end(),
                     [](const auto* a, const auto* b) { return a->span < b->span; });
    return places;
}

/// Those from `begin` on and before `end`.
Places between(const Places& places, Span begin, Span end) {
    const auto from = [&](Span at) {
        return std::partition_point(places.begin(), places.end(),
                                    [&](const auto* one) { return one->span < at; });
    };
    return {from(begin), from(end)};
}

class Run {
public:
    Run(const Request& request, Report& report)
        : request_(request),
          report_(report),
          loader_(report.sources, request.limits, findings_),
          standard_(request.limits, faulty_),
          workspaces_(loader_, findings_, report.trouble) {}

    void run() {
        const auto inputs = inputsOf(request_.paths, report_.trouble);
        alone_ = inputs.size() == 1;
        for (const auto& input : inputs)
            loader_.show(input);
        if (!readLibrary(request_.stdlib ? request_.stdlib : libraryFolder(inputs))) return;
        for (const auto& input : inputs)
            guarded(input);
        sets_->run(report_.summary);
        report_.findings = Findings::finish(findings_.list(), report_.sources);
        std::stable_sort(report_.trouble.begin(), report_.trouble.end(),
                         [](const auto& a, const auto& b) { return a.path < b.path; });
    }

private:
    bool readLibrary(const std::optional<std::string>& folder) {
        const auto before = report_.trouble.size();
        const auto files = loadLibrary(folder, loader_, report_.trouble);
        standard_.library.add(files, findings_);
        sets_.emplace(standard_.library, files, workspaces_, findings_);
        return report_.trouble.size() == before;
    }

    /// A bug met in one file does not hide what is wrong with the others.
    void guarded(const Input& input) {
        try {
            check(input);
        } catch (const std::exception&) {
            report_.trouble.push_back({input.path, phrase(Phrase::internalError)});
        }
    }

    void check(const Input& input) {
        if (isWorkspaceFile(input.path)) {
            const auto before = report_.trouble.size();
            workspaces_.read(input);
            if (report_.trouble.size() == before) ++report_.summary.files;
            return;
        }
        const auto loaded = loader_.load(input);
        if (const auto* error = std::get_if<FileError>(&loaded)) {
            report_.trouble.push_back({error->path, reasonOf(*error)});
            return;
        }
        const LoadedFile& file = *std::get<LoadedFile*>(loaded);
        ++report_.summary.files;
        Trees imported;
        if (!file.standard) {
            for (const auto* used : importsOf(file, loader_, findings_))
                imported.push_back(&used->tree);
        }
        bool keeps = false;
        if (!file.standard && declares(file.tree)) {
            imported.push_back(&file.tree);
            // What it declares is seen by no other file.
            auto own = std::make_unique<Scope>(standard_, faulty_);
            own->library.add(imported, findings_);
            const auto before = report_.summary.submissions;
            keeps = checkIn(*own, input, file);
            if (report_.summary.submissions > before) own_.push_back(std::move(own));
        } else {
            keeps = checkIn(scopeWith(imported), input, file);
        }
        if (!keeps) loader_.release(input);
    }

    /// The standard library, and what those files declare: the same for all who use just these.
    Scope& scopeWith(const Trees& imported) {
        if (imported.empty()) return standard_;
        auto& scope = scopes_[imported];
        if (!scope) {
            scope = std::make_unique<Scope>(standard_, faulty_);
            scope->library.add(imported, findings_);
        }
        return *scope;
    }

    /// True when the tree is needed until the end.
    bool checkIn(Scope& scope, const Input& input, const LoadedFile& file) {
        const Source& source = loader_.source(file);
        const Limits& limits = request_.limits;
        checkForms(file, source, scope.library, scope.rules, limits, findings_);
        Findings reading;
        auto submissions = model::read(file.tree, source, scope.library, limits, reading);
        const auto places = inOrder(reading);
        for (std::size_t at = 0; at < submissions.size(); ++at) {
            const Span begin{file.id, submissions[at].span.begin, 0};
            const Span end{
                file.id, at + 1 < submissions.size() ? submissions[at + 1].span.begin : UINT32_MAX,
                0};
            checkSubmission(scope, submissions[at], between(places, begin, end));
            if (request_.emitter) emit(submissions[at], scope.library);
        }
        findings_.take(std::move(reading));
        if (alone_ && submissions.size() < 2) return false;  // no set of submissions
        return sets_->take(input, file.tree, std::move(submissions), scope.library);
    }

    void checkSubmission(Scope& scope, const model::Submission& submission, Places said) {
        ++report_.summary.submissions;
        report_.summary.indicators += submission.indicators();
        Findings checked;
        checks::run(submission, scope.library, scope.rules.formulas(submission.form, findings_),
                    checked);
        for (auto& finding : checked.list())
            said.push_back(&finding);
        scope.rules.run(submission, said, findings_);
        findings_.take(std::move(checked));
    }

    void emit(const model::Submission& submission, const definitions::Library& library) {
        const auto texts = request_.emitter(submission, library);
        report_.emitted.resize(std::max(report_.emitted.size(), texts.size()));
        for (std::size_t at = 0; at < texts.size(); ++at)
            report_.emitted[at] += texts[at];
    }

    const Request& request_;
    Report& report_;
    Findings findings_;
    FaultyRules faulty_;
    Loader loader_;
    Scope standard_;
    std::map<Trees, std::unique_ptr<Scope>> scopes_;
    std::vector<std::unique_ptr<Scope>> own_;  // of files with declarations and submissions
    Workspaces workspaces_;
    std::optional<Sets> sets_;
    bool alone_ = false;  // there is one file
};

}  // namespace

Report check(const Request& request) {
    Report report;
    try {
        Run(request, report).run();
    } catch (const std::exception&) {
        report.trouble.push_back({"", phrase(Phrase::internalError)});
    }
    return report;
}

Tree dumpTree(const std::string& path, const Limits& limits) {
    Tree tree;
    try {
        Findings findings;
        Loader loader(tree.report.sources, limits, findings);
        const auto loaded = loader.load({path, identityOf(path)});
        if (const auto* error = std::get_if<FileError>(&loaded)) {
            tree.report.trouble.push_back({error->path, reasonOf(*error)});
            return tree;
        }
        tree.text = syntax::dump(std::get<LoadedFile*>(loaded)->tree);
        tree.report.findings = Findings::finish(findings.list(), tree.report.sources);
        tree.report.summary.files = 1;
    } catch (const std::exception&) {
        tree.report.trouble.push_back({path, phrase(Phrase::internalError)});
    }
    return tree;
}

}  // namespace biao::pipeline
