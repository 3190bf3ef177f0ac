#include "cli/command_line.h"

#include <algorithm>
#include <deque>
#include <map>
#include <CLI/CLI.hpp>

#include "diagnostics/phrases.h"

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
class Cutter {
public:
    Cutter() {
        prepare(app_);
        app_.add_flag("-h,--help", help_);
        app_.add_flag("--version", line_.version);
        addOptions(app_, Topic::general);
        for (const CommandRow& row : cli::commands()) {
            Command& command = commands_.emplace_back(Command{row});
            command.app = app_.add_subcommand(std::string(row.word));
            prepare(*command.app);
            command.app->fallthrough();
            command.app->add_option("WORD", command.operands);
            addOptions(*command.app, row.topic);
            if (row.topic == Topic::check)
                command.app->add_option("--dump", line_.dumped)->group("");
        }
        helpCommand_ = app_.add_subcommand("help");
        prepare(*helpCommand_);
        helpCommand_->fallthrough();
        helpCommand_->add_option("COMMAND", topic_);
    }

    std::variant<CommandLine, UsageError> cut(Words words) {
        takeTail(words);
        std::reverse(words.begin(), words.end());
        std::string misused;
        try {
            app_.parse(std::move(words));
        } catch (const CLI::ParseError& error) {
            misused = optionIn(error.what());
        }
        const Command* command = asked();
        line_.topic = command ? command->row.topic : Topic::general;
        if (!misused.empty()) return wrong(misused);
        if (line_.version || help_) return line_;
        for (const auto& word : app_.remaining(true)) {
            if (word != "--") return unknown(word, command != nullptr);
        }
        if (*helpCommand_) return helpOn();
        for (const Given& one : given_) {
            if (auto error = mistakeIn(one)) return *error;
        }
        if (!command) return UsageError{};
        take(*command);
        return line_;
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
        line_.tail = Words(dashes + 1, words.end());
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

    UsageError error(Localized what) const { return {std::move(what), line_.topic}; }

    /// The option of the command that was given, or of all.
    bool concerns(const Given& one) const {
        return one.row.topic == line_.topic || one.row.topic == Topic::general;
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

    std::variant<CommandLine, UsageError> helpOn() {
        for (const Command& command : commands_) {
            if (topic_ == command.row.word) line_.topic = command.row.topic;
        }
        const bool known = line_.topic != Topic::general || topic_.empty() || topic_ == "help";
        if (!known) return unknownCommand(topic_);
        return line_;
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

    void take(const Command& command) {
        line_.command = &command.row;
        line_.operands = command.operands;
        // biao schema diff: to CLI11 that is a second command.
        if (command.row.topic == Topic::schema && app_.get_subcommands().size() > 1)
            line_.operands.push_back(app_.get_subcommands()[1]->get_name());
        takeOptions(app_);
        takeOptions(*command.app);
    }

    void takeOptions(const CLI::App& app) {
        std::map<const CLI::Option*, std::size_t> taken;
        for (const CLI::Option* option : app.parse_order()) {
            const auto one = std::find_if(given_.begin(), given_.end(), [&](const Given& given) {
                return given.option == option;
            });
            const std::size_t at = taken[option]++;
            if (one == given_.end() || at >= option->results().size()) continue;
            line_.options.emplace_back(one->row.name, option->results()[at]);
        }
    }

    CommandLine line_;
    bool help_ = false;
    std::string topic_;
    std::deque<Given> given_;  // CLI11 holds on to what stands in them
    std::deque<Command> commands_;
    CLI::App app_;
    CLI::App* helpCommand_ = nullptr;
};

}  // namespace

bool CommandLine::isGiven(std::string_view option) const {
    return !values(option).empty();
}

std::string CommandLine::value(std::string_view option) const {
    const Words given = values(option);
    return given.empty() ? std::string() : given.back();
}

Words CommandLine::values(std::string_view option) const {
    Words given;
    for (const auto& [name, value] : options) {
        if (name == option) given.push_back(value);
    }
    return given;
}

std::variant<CommandLine, UsageError> cutCommandLine(Words words) {
    return Cutter().cut(std::move(words));
}

}  // namespace biao::cli
