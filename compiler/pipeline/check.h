// One check: from paths to findings, every step of the compiler in order. The program hands in what
// was asked for; what comes back is finished, in an order that does not depend on how the paths
// were given. Nothing is thrown from here, whatever happens.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/language.h"
#include "base/limits.h"
#include "base/source.h"
#include "definitions/library.h"
#include "diagnostics/baseline.h"
#include "diagnostics/finding.h"
#include "diagnostics/render.h"
#include "evaluation/outcome.h"
#include "model/keep.h"
#include "model/submission.h"
#include "syntax/calendar_days.h"

namespace biao::pipeline {

struct FormRules;

/// Texts of one checked submission, as many for each, with the library it was read with. Depends on
/// nothing else and changes nothing: it is called from any thread.
using Emitter =
    std::function<std::vector<std::string>(const model::Submission&, const definitions::Library&)>;

/// The same of one evaluated submission, whose blank scores are filled in.
using Scorer = std::function<std::vector<std::string>(
    const model::Submission&, const evaluation::Evaluation&, const definitions::Library&)>;

/// A text that is no file, and what findings call it.
struct Text {
    std::string path;
    std::string text;
};

/// Texts to be read in place of files, by the files' identity (inputs.h).
using Edited = std::map<std::string, std::string>;

/// Of the command line: how grave a code, a rule or a family is to be; without a severity its
/// findings are not said.
struct Weighed {
    std::string named;
    std::optional<Severity> severity;
    std::string option;  // by which it was said: --warn
};

struct Request {
    std::vector<std::string> paths;     // files, and folders for every *.biao under them
    std::optional<std::string> stdlib;  // a folder to read instead of the library in the program
    Limits limits = {};
    Emitter emitter = {};                   // may be empty
    Scorer scorer = {};                     // not empty: submissions are evaluated
    std::vector<std::string> actuals = {};  // files of actuals beside the paths: *.biao, else CSV
    std::optional<syntax::Day> asOf = {};   // of several states of actuals the last until that day
    std::vector<Text> texts = {};           // checked like files
    Edited edited = {};                     // may be empty
    std::vector<Weighed> weighed = {};      // in order: the last that concerns a code holds
    std::optional<Baseline> baseline = {};  // findings known of old
    /// The folder of a baseline that is to be written: of this run, held against itself where there
    /// is no other.
    std::optional<std::string> newBaseline = {};
    unsigned jobs = 0;  // threads; 0: one for each core. The report is the same for any number
    /// Submissions are only read, and handed out: nothing is checked, no rule is run.
    bool readOnly = false;
    std::size_t foldBeyond = 20;  // findings of one code and group: Findings::finish
};

/// Something that could not be done; not a finding, for it is about no text.
struct Trouble {
    std::string path;  // may be empty
    Localized what;
};

/// A file that was read, and the submissions in it that were judged.
struct Checked {
    struct Subject {
        std::string name;  // its title; may be empty
        Span span;         // all of it
    };
    FileId file;
    std::vector<Subject> submissions = {};  // in order
};

/// A submission that was handed out, with what it was read with.
struct Reading {
    model::Kept kept;
    const definitions::Library* library = nullptr;
    const FormRules* rules = nullptr;   // of its form
    const UnitTable* common = nullptr;  // what every library's units begin with
    Severities severities = {};         // of its workspace and the command line
};

struct Report {
    SourceSet sources;              // what the findings point into
    std::vector<Finding> findings;  // sorted, folded
    Summary summary;
    std::vector<Trouble> trouble;
    std::vector<Checked> checked = {};  // by path, but for a workspace's own file
    /// Each text of the emitter or scorer, of all submissions by path and place.
    std::vector<std::string> emitted = {};
    std::vector<evaluation::Outcome> outcomes = {};  // of those evaluated, in the same order
    std::string baseline = {};                       // the new one, to be written
    /// Of a request that only reads: by path and place, valid while `held` is.
    std::deque<Reading> readings = {};  // moving one would move texts it holds views of
    std::shared_ptr<const void> held = {};
};

Report check(const Request& request);

/// The tree of one file as text, for tests; the findings are those of reading it.
struct Tree {
    std::string text;
    Report report;
};
Tree dumpTree(const std::string& path, const Limits& limits);

}  // namespace biao::pipeline
