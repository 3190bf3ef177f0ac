#include "cli/options.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>
#include <CLI/CLI.hpp>

#include "base/utf8.h"
#include "cli/option_words.h"
#include "diagnostics/code_names.h"
#include "diagnostics/phrases.h"
#include "pipeline/inputs.h"
#include "syntax/calendar.h"
#include "syntax/calendar_days.h"

namespace biao::cli {

namespace {

/// An option of a command on its way through CLI11.
struct Given {
    const OptionRow& row;
    CLI::Option* option = nullptr;
    std::string value = {};
};

struct Command {
    const CommandRow& row;
    CLI::App* app = nullptr;
    Words operands = {};
};

/// CLI11 as this program uses it: it cuts the line into words; what they may be is said here, in
/// both languages.
class Reader {
public:
    Reader() {
        prepare(app_);
        app_.add_flag("-h,--help", help_);
        app_.add_flag("--version", version_);
        addOptions(app_, Topic::general);
        for (const CommandRow& row : cli::commands()) {
            Command& command = commands_.emplace_back(Command{row});
            command.app = app_.add_subcommand(std::string(row.word));
            prepare(*command.app);
            command.app->fallthrough();
            command.app->add_option("WORD", command.operands);
            addOptions(*command.app, row.topic);
            if (row.topic == Topic::check) command.app->add_option("--dump", dump_)->group("");
        }
        helpCommand_ = app_.add_subcommand("help");
        prepare(*helpCommand_);
        helpCommand_->fallthrough();
        helpCommand_->add_option("COMMAND", topic_);
    }

    std::variant<Options, UsageError> read(Words words) {
        takeTail(words);
        std::reverse(words.begin(), words.end());
        std::string misused;
        try {
            app_.parse(std::move(words));
        } catch (const CLI::ParseError& error) {
            misused = optionIn(error.what());
        }
        const Command* command = asked();
        options_.topic = command ? command->row.topic : Topic::general;
        if (!misused.empty()) return wrong(misused);
        if (version_) {
            options_.action = Action::version;
            return options_;
        }
        if (help_) return options_;
        for (const auto& word : app_.remaining(true)) {
            if (word != "--") return unknown(word, command != nullptr);
        }
        if (*helpCommand_) return helpOn();
        for (const Given& one : given_) {
            if (auto error = mistakeIn(one)) return *error;
        }
        if (!command) return UsageError{};
        return take(*command);
    }

private:
    /// biao diff REV1 REV2 -- PATH...: what stands behind the dashes is not for CLI11, which would
    /// forget that it did.
    void takeTail(Words& words) {
        auto command = words.begin();
        while (command != words.end() && command->starts_with('-')) {
            const bool valued = *command == "--lang" || *command == "--color";
            command += valued && command + 1 != words.end() ? 2 : 1;
        }
        if (command == words.end() || *command != wordOf(Topic::diff)) return;
        const auto dashes = std::find(command, words.end(), "--");
        if (dashes == words.end()) return;
        tail_ = Words(dashes + 1, words.end());
        words.erase(dashes, words.end());
    }

    static void prepare(CLI::App& app) {
        app.set_help_flag();
        app.allow_extras();
    }

    /// What all commands take falls through to the program itself.
    void addOptions(CLI::App& app, Topic topic) {
        for (const OptionRow& row : cli::options()) {
            if (row.topic != topic ||
                (&app != &app_ && app_.get_option_no_throw(std::string(row.name))))
                continue;
            Given& one = given_.emplace_back(Given{row});
            const std::string spelled(row.spelled);
            one.option =
                row.alone ? app.add_flag(spelled) : app.add_option(spelled, one.value)->take_last();
        }
    }

    const Command* asked() const {
        auto named = app_.get_subcommands();  // in the order they stand in
        if (!named.empty() && named.front() == helpCommand_) named.erase(named.begin());
        const auto found = std::find_if(commands_.begin(), commands_.end(), [&](const auto& one) {
            return !named.empty() && named.front() == one.app;
        });
        return found == commands_.end() ? nullptr : &*found;
    }

    /// CLI11 begins its messages with what they are about.
    static std::string optionIn(const std::string& message) {
        return message.substr(0, message.find(':'));
    }

    UsageError error(Localized what) const { return {std::move(what), options_.topic}; }

    /// The option of the command that was given, or of all.
    bool concerns(const Given& one) const {
        return one.row.topic == options_.topic || one.row.topic == Topic::general;
    }

    UsageError wrong(const std::string& option) const {
        for (const Given& one : given_) {
            const Taken& taken = one.row.value;
            if (one.row.name == option && concerns(one) && !taken.words.empty()) {
                std::string values = joined(taken.words);
                if (!taken.kind.empty()) values += "|" + taken.kind;
                return error(
                    phrase(Phrase::optionWantsValue, {{"option", option}, {"values", values}}));
            }
        }
        return error(phrase(Phrase::optionMisused, {{"option", option}}));
    }

    UsageError unknown(const std::string& word, bool inCommand) const {
        if (word.starts_with('-')) {
            Words known = {"--help", "--version"};
            for (const Given& one : given_) {
                if (!inCommand || concerns(one)) known.emplace_back(one.row.name);
            }
            return error(phrase(Phrase::unknownOption,
                                {{"option", word}, {"suggestion", didYouMean(word, known)}}));
        }
        return unknownCommand(word);
    }

    UsageError unknownCommand(const std::string& word) const {
        Words known = {"help"};
        for (const Command& command : commands_)
            known.emplace_back(command.row.word);
        return error(phrase(Phrase::unknownCommand,
                            {{"command", word}, {"suggestion", didYouMean(word, known)}}));
    }

    std::variant<Options, UsageError> helpOn() {
        for (const Command& command : commands_) {
            if (topic_ == command.row.word) options_.topic = command.row.topic;
        }
        const bool known = options_.topic != Topic::general || topic_.empty() || topic_ == "help";
        if (!known) return unknownCommand(topic_);
        return options_;
    }

    std::optional<UsageError> mistakeIn(const Given& one) const {
        const auto& values = one.row.value.words;
        const auto& given = one.option->results();
        if (one.row.alone && std::count(given.begin(), given.end(), "true") != std::ssize(given)) {
            return error(phrase(Phrase::optionMisused, {{"option", std::string(one.row.name)}}));
        }
        if (one.option->count() == 0 || values.empty() || !one.row.value.kind.empty() ||
            std::find(values.begin(), values.end(), one.value) != values.end()) {
            return std::nullopt;
        }
        return error(phrase(Phrase::optionValue, {{"option", std::string(one.row.name)},
                                                  {"value", one.value},
                                                  {"values", joined(values)}}));
    }

    /// What was given for an option; empty where nothing was.
    std::string value(std::string_view name) const {
        for (const Given& one : given_) {
            if (one.row.name == name && one.option->count() > 0) return one.value;
        }
        return {};
    }

    bool isGiven(std::string_view name) const {
        return std::any_of(given_.begin(), given_.end(), [&](const Given& one) {
            return one.row.name == name && one.option->count() > 0;
        });
    }

    /// How many threads.
    std::optional<UsageError> takeJobs() {
        if (!isGiven("--jobs")) return std::nullopt;
        const std::string given = value("--jobs");
        constexpr unsigned most = 256;
        unsigned jobs = 0;
        const auto end = given.data() + given.size();
        const auto read = std::from_chars(given.data(), end, jobs);
        if (read.ec != std::errc() || read.ptr != end || jobs == 0 || jobs > most) {
            return error(phrase(Phrase::optionValue, {{"option", "--jobs"},
                                                      {"value", given},
                                                      {"values", "1 ~ " + std::to_string(most)}}));
        }
        options_.request.jobs = jobs;
        return std::nullopt;
    }

    /// A file that is read, or would be: no place for what is written.
    bool isSource(const std::string& output) const {
        namespace fs = std::filesystem;
        std::error_code error;
        return output.ends_with(pipeline::extension) ||
               std::any_of(options_.request.paths.begin(), options_.request.paths.end(),
                           [&](const std::string& path) {
                               return !output.empty() && fs::equivalent(path, output, error) &&
                                      !fs::is_directory(path, error);
                           });
    }

    /// --deny, --warn and --allow in the order they stand in, whichever it is.
    std::optional<UsageError> takeSeverities(const Command& command) {
        std::map<const CLI::Option*, std::size_t> taken;
        for (const CLI::Option* option : command.app->parse_order()) {
            const auto given = std::find_if(given_.begin(), given_.end(),
                                            [&](const Given& one) { return one.option == option; });
            if (given == given_.end()) continue;
            const std::string name(given->row.name);
            if (name != "--deny" && name != "--warn" && name != "--allow") continue;
            const Words& results = option->results();
            const std::size_t at = taken[option]++;
            if (at >= results.size()) continue;
            for (const std::string& word : listed(results[at])) {
                if (auto error = takeSeverity(name, word)) return error;
            }
        }
        return std::nullopt;
    }

    std::optional<UsageError> takeSeverity(const std::string& option, const std::string& word) {
        if (word.empty()) return error(phrase(Phrase::optionMisused, {{"option", option}}));
        if (option == "--deny" && (word == "warning" || word == "info")) {
            const bool warning = word == "warning";
            options_.deny = std::max(options_.deny, warning ? Severity::warning : Severity::info);
            return std::nullopt;
        }
        const std::string named = tidyCode(word);
        const auto code = catalogueCode(named);
        const bool firm = isFirm(code) || isFirmFamily(named);
        if (firm && option != "--deny")
            return error(phrase(
                Phrase::optionFirm,
                {{"option", option}, {"why", phrase(Phrase::neverWeighed, {{"code", named}})}}));
        // What looks like a code is one of the compiler's; the rules show when the files are read.
        const bool numbered = named.size() > 1 && named[0] == 'B' &&
                              named.find_first_not_of("0123456789", 1) == std::string::npos;
        if (numbered && code.empty() && !isFamily(named)) {
            Words known;
            for (const CodeInfo& row : catalogue())
                known.emplace_back(row.id);
            return error(phrase(
                Phrase::noSuchCode,
                {{"option", option}, {"name", word}, {"suggestion", didYouMean(named, known)}}));
        }
        std::optional<Severity> severity;
        if (option == "--deny") severity = Severity::error;
        if (option == "--warn") severity = Severity::warning;
        options_.request.weighed.push_back({word, severity, option});
        return std::nullopt;
    }

    std::optional<UsageError> takeBaseline() {
        options_.baseline = value("--baseline");
        options_.newBaseline = value("--write-baseline");
        options_.showBaseline = isGiven("--show-baseline");
        for (const std::string option : {"--baseline", "--write-baseline"}) {
            if (isGiven(option) && value(option).empty())
                return error(phrase(Phrase::optionMisused, {{"option", option}}));
        }
        if (options_.showBaseline && options_.baseline.empty() && options_.newBaseline.empty())
            return error(phrase(Phrase::optionGoesWith,
                                {{"option", "--show-baseline"}, {"other", "--baseline"}}));
        return std::nullopt;
    }

    void takeFormat(const std::string& name) {
        constexpr std::pair<std::string_view, Format> all[] = {
            {"json", Format::json},     {"sarif", Format::sarif}, {"github", Format::github},
            {"gitlab", Format::gitlab}, {"junit", Format::junit},
        };
        for (const auto& [word, format] : all) {
            if (name == word) options_.format = format;
        }
    }

    /// What only emit takes, and where the output goes.
    std::optional<UsageError> takeData() {
        const bool scores = options_.topic == Topic::score;
        options_.data = scores ? Data::human : Data::json;
        if (value("--to") == "csv") options_.data = Data::csv;
        if (value("--to") == "json") options_.data = Data::json;
        if (value("--table") == "indicators") options_.table = Table::indicators;
        if (value("--table") == "money") options_.table = Table::money;
        options_.byteOrderMark = isGiven("--bom");
        options_.output = value("--output");
        if (isGiven("--output") && options_.output.empty())
            return error(phrase(Phrase::optionMisused, {{"option", "--output"}}));
        if (isSource(options_.output)) {
            return error(phrase(Phrase::outputIsSource, {{"path", options_.output}}));
        }
        for (const std::string option : {"--table", "--bom"}) {
            if (options_.data == Data::csv || !isGiven(option)) continue;
            return error(
                phrase(Phrase::optionGoesWith, {{"option", option}, {"other", "--to csv"}}));
        }
        return std::nullopt;
    }

    /// What only score takes.
    std::optional<UsageError> takeActuals() {
        for (const Given& one : given_) {
            if (one.row.name != "--actuals" || one.option->count() == 0) continue;
            for (const std::string& path : one.option->results()) {
                if (path.empty())
                    return error(phrase(Phrase::optionMisused, {{"option", "--actuals"}}));
                if (path == options_.output)
                    return error(phrase(Phrase::outputIsSource, {{"path", path}}));
                options_.request.actuals.push_back(path);
            }
        }
        if (isGiven("--as-of")) {
            const auto calendar = syntax::readCalendar(value("--as-of"));
            if (calendar) options_.request.asOf = syntax::daysOf(*calendar).last;
            if (!options_.request.asOf) {
                return error(phrase(Phrase::optionValue, {{"option", "--as-of"},
                                                          {"value", value("--as-of")},
                                                          {"values", "2031-07-31"}}));
            }
        }
        if (!isGiven("--explain")) return std::nullopt;
        options_.explained = value("--explain");
        if (options_.explained->find_first_not_of(' ') == std::string::npos)
            return error(phrase(Phrase::optionMisused, {{"option", "--explain"}}));
        if (options_.data == Data::human) return std::nullopt;
        return error(
            phrase(Phrase::optionGoesWith, {{"option", "--explain"}, {"other", "--to human"}}));
    }

    /// What only check takes.
    std::optional<UsageError> takeFixes() {
        options_.fix = isGiven("--fix");
        const auto& paths = options_.request.paths;
        if (options_.diff && !options_.fix) {
            return error(
                phrase(Phrase::optionGoesWith, {{"option", "--diff"}, {"other", "--fix"}}));
        }
        if (options_.fix && std::find(paths.begin(), paths.end(), "-") != paths.end())
            return error(phrase(Phrase::fixWantsFiles));
        return std::nullopt;
    }

    std::variant<Options, UsageError> take(const Command& command) {
        options_.action = dump_.empty() ? Action::command : Action::dumpTree;
        takeFormat(value("--format"));
        if (value("--color") == "always") options_.colour = Colour::always;
        if (value("--color") == "never") options_.colour = Colour::never;
        if (auto error = takeSeverities(command)) return *error;
        if (const auto folder = value("--stdlib"); !folder.empty())
            options_.request.stdlib = folder;
        options_.check = isGiven("--check");
        options_.diff = isGiven("--diff");
        options_.request.paths = command.operands;
        auto& paths = options_.request.paths;
        if (!command.row.many && paths.size() > command.row.operands.size())
            return error(
                phrase(Phrase::tooManyWords, {{"word", paths[command.row.operands.size()]}}));
        // biao schema diff: to CLI11 that is a second command.
        if (command.row.topic == Topic::schema && app_.get_subcommands().size() > 1)
            paths.push_back(app_.get_subcommands()[1]->get_name());
        if (command.row.topic == Topic::fmt) return takeLayout();
        if (command.row.topic == Topic::diff || command.row.topic == Topic::history)
            return takeComparison(command);
        if (command.row.topic == Topic::check || command.row.topic == Topic::emit ||
            command.row.topic == Topic::score) {
            if (paths.empty()) {
                return error(
                    phrase(Phrase::nothingToCheck, {{"command", std::string(command.row.word)}}));
            }
            if (auto error = takeJobs()) return *error;
            if (auto error = takeBaseline()) return *error;
            if (auto error = takeData()) return *error;
            if (auto error = takeFixes()) return *error;
            if (auto error = takeActuals()) return *error;
        } else if (!paths.empty()) {
            options_.asked = paths.front();
            paths.erase(paths.begin());
        }
        if (command.row.topic == Topic::new_) return takeDraft();
        if (command.row.topic == Topic::git) return takeGit();
        return options_;
    }

    /// "70%", or "70".
    std::optional<UsageError> takeSimilarity() {
        if (!isGiven("--similarity")) return std::nullopt;
        const std::string given = value("--similarity");
        std::string digits = halfWidth(given);
        if (digits.ends_with('%')) digits.pop_back();
        int percent = -1;
        const auto end = digits.data() + digits.size();
        const auto read = std::from_chars(digits.data(), end, percent);
        if (read.ec != std::errc() || read.ptr != end || percent < 0 || percent > 100)
            return error(
                phrase(Phrase::optionValue,
                       {{"option", "--similarity"}, {"value", given}, {"values", "0% ~ 100%"}}));
        options_.comparing.match.similarity = percent;
        return std::nullopt;
    }

    /// "2023-2024", or with a comma or ~ between.
    std::optional<UsageError> takeYears() {
        if (!isGiven("--years")) return std::nullopt;
        const std::string given = value("--years");
        const std::string text = halfWidth(given);
        int years[2] = {};
        const auto end = text.data() + text.size();
        const auto first = std::from_chars(text.data(), end, years[0]);
        const bool apart = first.ec == std::errc() && first.ptr != end &&
                           std::string_view("-,~").find(*first.ptr) != std::string_view::npos;
        const auto second = apart ? std::from_chars(first.ptr + 1, end, years[1]) : first;
        if (!apart || second.ec != std::errc() || second.ptr != end)
            return error(
                phrase(Phrase::optionValue,
                       {{"option", "--years"}, {"value", given}, {"values", "2023-2024"}}));
        options_.years = {years[0], years[1]};
        return std::nullopt;
    }

    std::variant<Options, UsageError> takeComparison(const Command& command) {
        constexpr std::pair<std::string_view, Shape> all[] = {
            {"json", Shape::json}, {"markdown", Shape::markdown}, {"csv", Shape::csv}};
        for (const auto& [word, shape] : all) {
            if (value("--to") == word) options_.shape = shape;
        }
        options_.exitCode = isGiven("--exit-code");
        options_.comparing.sameAmounts = isGiven("--same");
        if (auto error = takeSimilarity()) return *error;
        if (auto error = takeYears()) return *error;
        if (auto error = takeJobs()) return *error;
        auto& paths = options_.request.paths;
        if (tail_) {
            if (options_.years) return error(phrase(Phrase::tooManyWords, {{"word", "--years"}}));
            if (paths.empty() || paths.size() > 2) return error(phrase(Phrase::diffWantsRevisions));
            options_.revisions = std::exchange(paths, tail_->empty() ? Words{"."} : *tail_);
        } else if (command.row.topic == Topic::diff && options_.years && paths.size() != 1)
            return error(phrase(Phrase::diffOnePath));
        if (command.row.topic == Topic::diff && !tail_ && !options_.years && paths.size() != 2)
            return error(phrase(Phrase::diffWantsTwo));
        if (paths.empty())
            return error(
                phrase(Phrase::nothingToCheck, {{"command", std::string(command.row.word)}}));
        options_.data = options_.shape == Shape::csv ? Data::csv : Data::json;
        if (auto error = takeData()) return *error;
        return options_;
    }

    std::variant<Options, UsageError> takeDraft() {
        options_.from = value("--from");
        options_.force = isGiven("--force");
        options_.output = value("--output");
        for (const std::string option : {"--from", "--output"}) {
            if (isGiven(option) && value(option).empty())
                return error(phrase(Phrase::optionMisused, {{"option", option}}));
        }
        if (options_.force && options_.output.empty()) {
            return error(
                phrase(Phrase::optionGoesWith, {{"option", "--force"}, {"other", "--output"}}));
        }
        if (options_.asked.empty() && options_.from.empty())
            return error(phrase(Phrase::draftOfWhat));
        return options_;
    }

    std::variant<Options, UsageError> takeGit() {
        options_.everywhere = isGiven("--global");
        options_.undo = isGiven("--uninstall");
        const Words known = {"install", "diff", "merge"};
        const std::string& what = options_.asked;
        if (what.empty()) return UsageError{{}, Topic::git};
        if (std::find(known.begin(), known.end(), what) == known.end()) {
            return error(phrase(Phrase::unknownCommand, {{"command", "git " + what},
                                                         {"suggestion", didYouMean(what, known)}}));
        }
        const auto& rest = options_.request.paths;
        if (what == "install" && !rest.empty())
            return error(phrase(Phrase::tooManyWords, {{"word", rest.front()}}));
        for (const std::string option : {"--global", "--uninstall"}) {
            if (isGiven(option) && what != "install")
                return error(
                    phrase(Phrase::optionGoesWith, {{"option", option}, {"other", "git install"}}));
        }
        return options_;
    }

    /// Standard input stands alone.
    std::variant<Options, UsageError> takeLayout() {
        auto& paths = options_.request.paths;
        const auto dash = std::find(paths.begin(), paths.end(), "-");
        options_.standardInput = isGiven("--stdin") || dash != paths.end();
        if (dash != paths.end()) paths.erase(dash);
        if (options_.standardInput && !paths.empty())
            return error(phrase(Phrase::tooManyWords, {{"word", paths.front()}}));
        if (!options_.standardInput && paths.empty()) return error(phrase(Phrase::nothingToFormat));
        return options_;
    }

    Options options_;
    std::optional<Words> tail_;  // behind --
    bool help_ = false;
    bool version_ = false;
    std::string topic_;
    std::string dump_;
    std::deque<Given> given_;  // CLI11 holds on to what stands in them
    std::deque<Command> commands_;
    CLI::App app_;
    CLI::App* helpCommand_ = nullptr;
};

}  // namespace

std::variant<Options, UsageError> readOptions(const Words& words) {
    // What git hands over is no option, whatever it looks like.
    const bool byGit = words.size() > 2 && words[0] == wordOf(Topic::git) && words[2] == "--" &&
                       (words[1] == "diff" || words[1] == "merge");
    if (byGit) {
        Options options;
        options.action = Action::command;
        options.topic = Topic::git;
        options.asked = words[1];
        options.request.paths.assign(words.begin() + 3, words.end());
        return options;
    }
    return Reader().read(words);
}

Language languageOf(const Words& words) {
    std::string wanted;
    for (std::size_t at = 0; at < words.size() && words[at] != "--"; ++at) {
        if (words[at].starts_with("--lang=")) wanted = words[at].substr(7);
        if (words[at] == "--lang" && at + 1 < words.size()) wanted = words[at + 1];
    }
    for (const auto* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(variable);
        if (wanted.empty() && value) wanted = value;
    }
    return wanted.starts_with("en") ? Language::en : Language::zh;
}

}  // namespace biao::cli
