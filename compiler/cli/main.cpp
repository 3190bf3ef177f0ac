// The program `biao`: reads what is asked, has the compiler do it, prints what comes back.
#include <cerrno>
#include <exception>
#include <new>
#include <string>
#include <system_error>
#include <vector>

#include "base/diff.h"
#include "cli/ask.h"
#include "cli/baseline.h"
#include "cli/begin.h"
#include "cli/diff.h"
#include "cli/emit.h"
#include "cli/format.h"
#include "cli/git.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/report.h"
#include "cli/score.h"
#include "diagnostics/excerpt.h"
#include "diagnostics/fixes.h"
#include "diagnostics/phrases.h"
#include "diagnostics/render.h"
#include "pipeline/check.h"
#include "pipeline/mend.h"

namespace biao::cli {

namespace {

enum Exit { fine = 0, findings = 1, notDone = 2 };

/// `status`, unless the text cannot be written. A reader that has seen enough is told nothing.
int print(const std::string& text, Language language, int status) {
    const int error = writeOutput(text);
    if (error == 0) return status;
    if (error != EPIPE) {
        const std::string reason = std::generic_category().message(error);
        writeTrouble(phrase(Phrase::outputFailed, {{"reason", reason}}).in(language));
    }
    return notDone;
}

int refuse(const UsageError& error, Language language) {
    if (error.what.zh.empty()) {
        writeTrouble(phrase(Phrase::noCommand).in(language));
    } else {
        writeTrouble(error.what.in(language));
    }
    std::string command = "biao help";
    if (error.topic != Topic::general) command.append(" ").append(wordOf(error.topic));
    writeTrouble(phrase(Phrase::seeHelp, {{"command", command}}).in(language));
    return notDone;
}

int statusOf(const pipeline::Report& report, Severity deny) {
    if (!report.trouble.empty()) return notDone;
    for (const auto& finding : report.findings) {
        if (finding.counts() && finding.severity <= deny) return findings;
    }
    return fine;
}

void tell(const std::vector<pipeline::Trouble>& trouble, Language language) {
    for (const auto& [path, what] : trouble) {
        writeTrouble((path.empty() ? "" : harmless(path) + ": ") + what.in(language));
    }
}

std::string forPeople(const pipeline::Report& report, const Options& options, Language language,
                      Stream stream) {
    const bool colour = options.colour == Colour::always ||
                        (options.colour == Colour::automatic && isColourful(stream));
    return renderHuman(report.findings, report.sources, report.summary,
                       {language, colour, options.showBaseline});
}

std::string onTerminal(const pipeline::Report& report, const Options& options, Language language) {
    if (report.summary.files == 0 && report.findings.empty()) return {};
    return forPeople(report, options, language, Stream::output);
}

/// The findings as they were asked for: into a file the report goes beside what the terminal always
/// shows. `mended`: what --fix did.
int give(const pipeline::Report& report, const std::vector<MendedFile>& mended,
         const Options& options, Language language) {
    auto trouble = writeBaseline(options, report);
    const bool toFile = !options.output.empty();
    const bool forPrograms = options.format != Format::human;
    std::string text;
    if (toFile || forPrograms) {
        text = reportText(report, options, {BIAO_VERSION, BIAO_HOMEPAGE}, language);
        if (options.fix && options.format == Format::json)
            text = withFixes(std::move(text), mended, language);
    }
    if (toFile) {
        for (pipeline::Trouble& one : writeReport(text, options))
            trouble.push_back(std::move(one));
    }
    tell(trouble, language);
    const int status = trouble.empty() ? statusOf(report, options.deny) : notDone;
    if (!toFile && forPrograms) return print(text, language, status);
    std::string shown = mended.empty() ? "" : renderFixes(mended, language) + "\n";
    shown += onTerminal(report, options, language);
    return print(shown, language, status);
}

/// Fixes what is certain; with --diff it is only shown, and what remains is said aside.
int mend(const pipeline::Request& request, const Options& options, Language language) {
    const auto mended = pipeline::mend(request, !options.diff);
    tell(mended.report.trouble, language);
    if (!options.diff) return give(mended.report, mended.files, options, language);
    if (!mended.report.findings.empty())
        writeAside(forPeople(mended.report, options, language, Stream::aside));
    std::string text;
    for (const auto& [path, before, after] : mended.changes)
        text += unifiedDiff(harmless(path), before, after);
    return print(text, language, statusOf(mended.report, options.deny));
}

int check(const Options& options, Language language) {
    pipeline::Request request = options.request;
    if (const auto trouble = readBaseline(options, request); !trouble.empty()) {
        tell(trouble, language);
        return notDone;
    }
    if (options.fix) return mend(request, options, language);
    const auto report = pipeline::check(request);
    tell(report.trouble, language);
    return give(report, {}, options, language);
}

/// Data of the files that could be read; with none of them there is nothing to give.
int emit(const Options& options, Language language) {
    Emission emission(options);
    auto report = pipeline::check(emission.request());
    tell(report.trouble, language);
    if (!report.findings.empty()) writeAside(forPeople(report, options, language, Stream::aside));
    const int status = statusOf(report, options.deny);
    if (report.summary.files == 0) return status;
    emission.take(std::move(report.emitted), "biao " BIAO_VERSION);
    if (options.output.empty()) return print(emission.text(), language, status);
    const auto trouble = emission.write();
    tell(trouble, language);
    return trouble.empty() ? status : notDone;
}

/// Scores of the files that could be read; a row that is not one row is not explained.
int score(const Options& options, Language language) {
    const Scoring scoring(options, language);
    auto report = pipeline::check(scoring.request());
    tell(report.trouble, language);
    if (!report.findings.empty()) writeAside(forPeople(report, options, language, Stream::aside));
    const int status = statusOf(report, options.deny);
    if (report.summary.files == 0) return status;
    const Scores scores = scoring.of(std::move(report), "biao " BIAO_VERSION);
    tell(scores.trouble, language);
    if (options.output.empty() || !scores.trouble.empty())
        return print(scores.text, language, scores.trouble.empty() ? status : notDone);
    const auto trouble = scoring.write(scores.text);
    tell(trouble, language);
    return trouble.empty() ? status : notDone;
}

/// Two years, or many. What could not be understood goes to standard error, the rest is compared.
int compare(const Options& options, Language language) {
    const bool colour =
        options.colour == Colour::always || (options.colour == Colour::automatic &&
                                             options.output.empty() && isColourful(Stream::output));
    const Compared compared = options.topic == Topic::diff
                                  ? diff(options, language, colour, "biao " BIAO_VERSION)
                                  : history(options, language, "biao " BIAO_VERSION);
    tell(compared.notes, language);
    tell(compared.trouble, language);
    if (!compared.aside.empty()) writeAside(compared.aside);
    for (const pipeline::Report& report : compared.reports) {
        if (!report.findings.empty())
            writeAside(forPeople(report, options, language, Stream::aside));
    }
    if (!compared.done) return notDone;
    const int status = !compared.trouble.empty() || compared.unread ? notDone
                       : options.exitCode && compared.differs       ? findings
                                                                    : fine;
    return print(compared.text, language, status);
}

int dump(const Options& options, Language language) {
    const auto tree = pipeline::dumpTree(options.request.paths.front(), options.request.limits);
    tell(tree.report.trouble, language);
    return print(tree.text, language, statusOf(tree.report, options.deny));
}

int tell(const Answer& answer, Language language) {
    tell(answer.trouble, language);
    return print(answer.text, language, answer.trouble.empty() ? fine : notDone);
}

int layOut(const Options& options, Language language) {
    const auto answer = format(options, language);
    tell(answer.trouble, language);
    if (!answer.findings.empty()) writeAside(answer.findings);
    const bool left = !answer.trouble.empty() || !answer.findings.empty();
    return print(answer.text, language,
                 left                              ? notDone
                 : options.check && answer.changes ? findings
                                                   : fine);
}

int draft(const Options& options, Language language) {
    const Begun begun = begin(options, language);
    tell(begun.notes, language);
    tell(begun.trouble, language);
    return print(begun.text, language, begun.trouble.empty() ? fine : notDone);
}

/// A file in conflict fails as a finding does: git keeps it and says so.
int withGit(const Options& options, Language language) {
    const GitAnswer answer = git(options, language);
    tell(answer.notes, language);
    tell(answer.trouble, language);
    if (!answer.aside.empty()) writeAside(answer.aside);
    return print(answer.text, language,
                 !answer.trouble.empty() ? notDone
                 : answer.clean          ? fine
                                         : findings);
}

int command(const Options& options, Language language) {
    switch (options.topic) {
        case Topic::check:
            return check(options, language);
        case Topic::emit:
            return emit(options, language);
        case Topic::score:
            return score(options, language);
        case Topic::diff:
        case Topic::history:
            return compare(options, language);
        case Topic::schema:
            return tell(schema(options), language);
        case Topic::fmt:
            return layOut(options, language);
        case Topic::explain:
            return tell(explain(options, language), language);
        case Topic::units:
            return tell(units(options, language), language);
        case Topic::forms:
            return tell(forms(options, language), language);
        case Topic::new_:
            return draft(options, language);
        case Topic::git:
            return withGit(options, language);
        case Topic::completion:
            return tell(completion(options), language);
        case Topic::general:
        case Topic::manual:
            break;
    }
    return notDone;
}

int run(const std::vector<std::string>& words) {
    const Language language = languageOf(words);
    const auto read = readOptions(words);
    if (const auto* error = std::get_if<UsageError>(&read)) return refuse(*error, language);
    const auto& options = std::get<Options>(read);
    switch (options.action) {
        case Action::help:
            return print(help(options.topic, language), language, fine);
        case Action::version:
            return print("biao " BIAO_VERSION "\n", language, fine);
        case Action::dumpTree:
            return dump(options, language);
        case Action::command:
            return command(options, language);
    }
    return notDone;
}

}  // namespace

}  // namespace biao::cli

int main(int count, char** words) {
    biao::cli::ignoreSignalsOfWriting();
    try {
        return biao::cli::run(std::vector<std::string>(words + (count > 0 ? 1 : 0), words + count));
    } catch (const std::bad_alloc&) {
        biao::cli::writeTrouble("out of memory");
        return 2;
    } catch (const std::exception&) {
        biao::cli::writeTrouble("internal error");
        return 2;
    }
}
