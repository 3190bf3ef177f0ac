#include "pipeline/run.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>

#include "base/parallel.h"
#include "checks/checks.h"
#include "diagnostics/phrases.h"
#include "model/bare_actuals.h"
#include "model/read.h"
#include "pipeline/acceptances.h"
#include "pipeline/actuals.h"
#include "pipeline/elements.h"
#include "pipeline/form_check.h"
#include "pipeline/gather_actuals.h"
#include "pipeline/imports.h"
#include "pipeline/rule_names.h"
#include "pipeline/score.h"
#include "pipeline/sets.h"
#include "pipeline/split_targets.h"
#include "pipeline/standard_library.h"
#include "pipeline/weighing.h"
#include "pipeline/workspace.h"

namespace biao::pipeline {

namespace {

using Trees = std::vector<const syntax::File*>;

bool declares(const syntax::File& file) {
    return std::any_of(file.lines.begin(), file.lines.end(), [&](const syntax::TopLevel& top) {
        if (!top.declaration) return false;
        const syntax::Keyword keyword = file[top.declaration].keyword;
        return keyword != syntax::Keyword::use && keyword != syntax::Keyword::actuals;
    });
}

/// A submission, and all that was found out about it.
struct Judged {
    std::optional<model::Submission> submission;  // while it is needed
    std::optional<model::Kept> kept;              // to be handed out
    std::size_t indicators = 0;
    Findings findings;
    std::vector<Answered> answered;
    std::vector<std::string> emitted;
    ActualsOfRun::Seen seen;
    ActualsOfRun::Claims claims;
    std::optional<evaluation::Outcome> outcome;
    std::optional<Localized> failure;  // it could not be judged
};

/// A file with everything at hand that its submissions are read and judged by.
struct Opened {
    const Input* input = nullptr;
    const LoadedFile* file = nullptr;
    const Source* source = nullptr;
    Scope* scope = nullptr;
    std::vector<model::Written> written;
    std::vector<const FormRules*> rules;     // of the form of each
    const Severities* severities = nullptr;  // of its workspace and the command line
    bool inSet = true;                       // rules over sets may ask for its submissions
    std::vector<Judged> judged;
};

bool looksAcross(const definitions::Form& form) {
    return std::any_of(form.rules.begin(), form.rules.end(), [](const definitions::Rule& rule) {
        return !rule.ofOne() && !rule.dropped;
    });
}

/// Files are taken a batch at a time: opened one after the other, since what they declare and use
/// is shared, then judged submission by submission on all cores, then put together in order again.
class Run {
public:
    Run(const Request& request, Report& report, Standard* open)
        : request_(request),
          report_(report),
          jobs_(request.jobs == 0 ? coreCount() : request.jobs),
          loader_(report.sources, request.limits, findings_, &request.edited),
          standard_(open),
          workspaces_(loader_, findings_, report.trouble),
          weighing_(request.weighed, workspaces_),
          actuals_(request.asOf) {}

    void run() {
        auto inputs = inputsOf(request_.paths, report_.trouble);
        for (const Text& text : request_.texts)
            inputs.push_back({text.path, "text:" + text.path, &text.text});
        alone_ = inputs.size() == 1;
        for (const Input& input : inputs)
            loader_.show(input);
        if (!openLibrary(inputs)) return;
        gatherActuals(inputs, request_, jobs_, loader_, report_, standard_->scope.library, actuals_,
                      findings_);
        sets_.emplace(standard_->scope.library, standard_->files, workspaces_, findings_);
        for (std::span<const Input> rest = inputs; !rest.empty();) {
            const auto batch = rest.first(batchOf(rest));
            take(batch);
            rest = rest.subspan(batch.size());
        }
        actuals_.sayUnclaimed(standard_->scope.library, findings_);
        sets_->run(report_.summary);
        sayUnknownRules();
        settle();
        std::stable_sort(report_.trouble.begin(), report_.trouble.end(),
                         [](const auto& a, const auto& b) { return a.path < b.path; });
    }

private:
    bool openLibrary(const std::vector<Input>& inputs) {
        const auto folder = request_.stdlib ? request_.stdlib : libraryFolder(inputs);
        if (standard_ && !folder) return true;
        const auto before = report_.trouble.size();
        own_ = std::make_unique<Standard>(request_.limits, faulty_);
        own_->files = loadLibrary(folder, loader_, report_.trouble);
        own_->scope.library.add(own_->files, findings_);
        standard_ = own_.get();
        return report_.trouble.size() == before;
    }

    /// As many files as keep every core busy and do not fill the memory.
    static std::size_t batchOf(std::span<const Input> inputs) {
        constexpr std::size_t most = 512;
        constexpr std::uintmax_t bytes = 4u << 20;
        std::uintmax_t taken = 0;
        std::size_t count = 0;
        while (count < std::min(most, inputs.size()) && taken < bytes) {
            std::error_code error;
            const Input& input = inputs[count++];
            const auto size =
                input.text ? input.text->size() : std::filesystem::file_size(input.path, error);
            if (!error) taken += size;
        }
        return count;
    }

    void take(std::span<const Input> batch) {
        loader_.prepare(batch, jobs_);
        std::vector<Opened> files;
        for (const Input& input : batch)
            guarded(input.path, [&] { open(input, files); });
        judge(files);
        for (Opened& file : files)
            guarded(file.input->path, [&] { close(file); });
    }

    /// A bug met in one file does not hide what is wrong with the others.
    template <class Step>
    void guarded(const std::string& path, const Step& step) {
        try {
            step();
        } catch (const std::exception& error) {
            report_.trouble.push_back({path, reasonOf(error)});
        }
    }

    void open(const Input& input, std::vector<Opened>& files) {
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
        LoadedFile& file = *std::get<LoadedFile*>(loaded);
        // Other files may need what it has.
        if (actuals_.add(file.tree, loader_.source(file), findings_)) file.imported = true;
        ++report_.summary.files;
        const syntax::File& tree = file.tree;
        if (tree.lines.empty() && tree.faults.empty() && !tree.broken && !tree.unbalanced) {
            findings_.add(finding(Code::emptyFile, {file.id, 0, 0}));
        }
        Opened opened;
        opened.input = &input;
        opened.severities = &weighing_.of(input, file.id);
        opened.file = &file;
        opened.source = &loader_.source(file);
        opened.scope = &scopeOf(file);
        Scope& scope = *opened.scope;
        checkForms(file, *opened.source, scope.library, scope.rules, request_.limits, findings_);
        opened.written = model::submissionsIn(file.tree, scope.library, findings_);
        if (opened.written.size() > request_.limits.submissions) {
            const auto& first = opened.written[request_.limits.submissions];
            findings_.add(finding(Code::limitExceeded, tree[first.item].span,
                                  {{"what", phrase(Phrase::submissionsOfFile)},
                                   {"limit", std::to_string(request_.limits.submissions)}}));
            opened.written.resize(request_.limits.submissions);
        }
        for (const model::Written& one : opened.written)
            opened.rules.push_back(&scope.rules.of(one.form, findings_));
        opened.judged.resize(opened.written.size());
        // Where there is one file all forms are known; a file that comes later may bring others.
        opened.inSet =
            !alone_ || std::any_of(opened.written.begin(), opened.written.end(),
                                   [](const auto& one) { return looksAcross(*one.form); });
        files.push_back(std::move(opened));
    }

    /// The standard library, and what the file declares and imports.
    Scope& scopeOf(const LoadedFile& file) {
        Trees trees;
        if (file.standard) return standard_->scope;
        for (const auto* used : importsOf(file, loader_, findings_))
            trees.push_back(&used->tree);
        // What it declares is seen by no other file.
        if (declares(file.tree)) trees.push_back(&file.tree);
        for (const syntax::File* tree : trees) {
            if (declaring_.insert(tree).second) declared_.add(*tree);
        }
        if (trees.empty()) return standard_->scope;
        auto& scope = scopes_[trees];
        if (!scope) {
            scope = std::make_unique<Scope>(standard_->scope, faulty_);
            scope->library.add(trees, findings_);
        }
        return *scope;
    }

    void judge(std::vector<Opened>& files) const {
        struct Work {
            Opened* file;
            std::size_t at;
        };
        std::vector<Work> all;
        for (Opened& file : files) {
            for (std::size_t at = 0; at < file.written.size(); ++at)
                all.push_back({&file, at});
        }
        // A few at a time: one is too little for what it costs to fetch the next.
        constexpr std::size_t grain = 8;
        inParallel((all.size() + grain - 1) / grain, jobs_, [&](std::size_t piece) {
            const std::size_t end = std::min((piece + 1) * grain, all.size());
            for (std::size_t i = piece * grain; i < end; ++i) {
                Judged& judged = all[i].file->judged[all[i].at];
                try {
                    judge(*all[i].file, all[i].at, judged);
                } catch (const std::exception& error) {
                    judged.failure = reasonOf(error);
                }
            }
        });
    }

    void judge(const Opened& file, std::size_t at, Judged& out) const {
        const model::Written& one = file.written[at];
        const FormRules& rules = *file.rules[at];
        const definitions::Library& library = file.scope->library;
        const syntax::File& tree = file.file->tree;
        Findings said;
        model::Submission submission = model::readItem(tree[one.item], tree, *file.source, one.form,
                                                       library, request_.limits, said);
        if (request_.readOnly) {
            out.indicators = submission.indicators();
            out.findings.take(std::move(said));
            out.kept = model::keepWhole(std::move(submission));
            return;
        }
        const bool only = alone_ && file.written.size() == 1;
        out.claims = actuals_.lay(submission, only, library, request_.limits, said);
        model::giveUnits(submission, library.units(), said);
        out.seen = {std::string(submission.title), submission.year, submission.headSpan};
        const std::size_t read = said.list().size();
        std::optional<evaluation::Evaluation> evaluation;
        if (request_.scorer) evaluation = score(submission, rules, library, said);
        checks::run(submission, library, rules.formulas, rules.weights, said);
        dropFixesOfSplitTargets(submission, read, said);
        std::erase_if(said.list(), [&](const Finding& finding) {
            return !finding.firm && file.severities->drop(finding.code, finding.name);
        });
        std::vector<Finding*> places;
        for (Finding& finding : said.list()) {
            one.form->severities.weigh(finding);
            actuals_.dropFixesOfSheets(finding);
            places.push_back(&finding);
        }
        hold(submission, rules, library, *file.severities, places, out.findings);
        dropFixesOfSplitTargets(submission, 0, out.findings);
        if (evaluation) {
            remark(*evaluation, submission, out.findings);
            out.outcome = evaluation::outcomeOf(submission, *evaluation);
            out.emitted = request_.scorer(submission, *evaluation, library);
        }
        out.findings.take(std::move(said));
        if (request_.baseline || request_.newBaseline)
            nameElements(submission, out.findings.list());
        out.answered = answeredIn(submission, rules, *file.severities);
        if (request_.emitter) out.emitted = request_.emitter(submission, library);
        out.indicators = submission.indicators();
        if (file.inSet) out.submission = std::move(submission);
    }

    void close(Opened& file) {
        std::vector<Sets::Member> submissions;
        Checked& checked = report_.checked.emplace_back(Checked{file.file->id});
        for (const model::Written& one : file.written) {
            const syntax::Item& item = file.file->tree[one.item];
            const Span all = item.hasBlock ? cover(item.span, item.blockSpan) : item.span;
            checked.submissions.push_back({std::string(item.title.text), all});
        }
        for (std::size_t at = 0; at < file.judged.size(); ++at) {
            Judged& judged = file.judged[at];
            findings_.take(std::move(judged.findings));
            acceptances_.add(std::move(judged.answered));
            if (judged.failure) {
                report_.trouble.push_back({file.input->path, *std::move(judged.failure)});
                continue;
            }
            ++report_.summary.submissions;
            report_.summary.indicators += judged.indicators;
            actuals_.note(std::move(judged.seen), judged.claims);
            if (judged.outcome) report_.outcomes.push_back(*std::move(judged.outcome));
            report_.emitted.resize(std::max(report_.emitted.size(), judged.emitted.size()));
            for (std::size_t text = 0; text < judged.emitted.size(); ++text)
                report_.emitted[text] += judged.emitted[text];
            if (judged.kept)
                report_.readings.push_back({*std::move(judged.kept), &file.scope->library,
                                            file.rules[at], &standard_->scope.library.units(),
                                            *file.severities});
            if (judged.submission)
                submissions.push_back({*std::move(judged.submission), file.rules[at]});
        }
        const bool keeps =
            file.inSet && sets_->take(*file.input, file.file->tree, std::move(submissions),
                                      file.scope->library, *file.severities);
        if (!keeps && !declares(file.file->tree)) loader_.release(*file.input);
    }

    void sayUnknownRules() {
        RuleNames known = declared_;
        for (const syntax::File* file : standard_->files)
            known.add(*file);
        workspaces_.sayUnknown(known);
        for (Trouble& one : unknownNames(request_.weighed, known))
            report_.trouble.push_back(std::move(one));
    }

    /// What has been said is weighed, accepted, known of old: in this order.
    void settle() {
        std::vector<Finding>& list = findings_.list();
        const auto weigh = [&](Finding& finding) { weighing_.weigh(finding); };
        std::for_each(list.begin(), list.end(), weigh);
        Findings idle;
        acceptances_.apply(list, report_.sources, idle);
        std::for_each(idle.list().begin(), idle.list().end(), weigh);
        findings_.take(std::move(idle));
        list = Findings::sorted(std::move(list), report_.sources);
        auto known = request_.baseline;
        if (request_.newBaseline) {
            Baseline fresh(*request_.newBaseline);
            fresh.add(list, report_.sources);
            if (known) fresh.keep(*known, report_.sources);
            report_.baseline = fresh.text();
            if (!known) known = std::move(fresh);
        }
        report_.summary.againstBaseline = known.has_value();
        if (known) report_.summary.gone = known->mark(list, report_.sources);
        report_.findings = Findings::folded(std::move(list), request_.foldBeyond);
    }

    const Request& request_;
    Report& report_;
    const unsigned jobs_;
    Findings findings_;
    FaultyRules faulty_;
    Loader loader_;
    std::unique_ptr<Standard> own_;
    Standard* standard_;
    std::map<Trees, std::unique_ptr<Scope>> scopes_;  // files that use the same share one
    Workspaces workspaces_;
    Weighing weighing_;
    std::optional<Sets> sets_;
    std::set<const syntax::File*> declaring_;  // whose rules are among these
    RuleNames declared_;
    Acceptances acceptances_;
    ActualsOfRun actuals_;
    bool alone_ = false;  // there is one file
};

}  // namespace

void run(const Request& request, Report& report, Standard* open) {
    try {
        const auto run = std::make_shared<Run>(request, report, open);
        run->run();
        if (request.readOnly) report.held = run;
    } catch (const std::exception& error) {
        report.trouble.push_back({"", reasonOf(error)});
    }
}

}  // namespace biao::pipeline
