#include "cli/options.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <CLI/CLI.hpp>

#include "base/utf8.h"
#include "diagnostics/phrases.h"

namespace biao::cli {

namespace {

using Words = std::vector<std::string>;

/// Options that take one of a few words, the first where nothing is said.
struct Choice {
    std::string option;
    Words values;
    std::string given = {};
};

const Words& plannedCommands() {
    static const Words names = {"emit",  "score", "diff",   "fmt", "explain",
                                "forms", "units", "schema", "new"};
    return names;
}

Localized didYouMean(const std::string& name, const Words& candidates) {
    const auto best = nearest(name, candidates);
    return best ? phrase(Phrase::didYouMean, {{"name", candidates[*best]}}) : Localized();
}

std::string joined(const Words& words) {
    std::string text;
    for (const auto& word : words)
        text += (text.empty() ? "" : "|") + word;
    return text;
}

/// CLI11 as this program uses it: it cuts the line into words; what they may be is said here, in
/// both languages.
class Reader {
public:
    Reader() {
        app_.set_help_flag();
        app_.add_flag("-h,--help", help_);
        app_.add_flag("--version", version_);
        add(app_, language_);
        add(app_, colour_);
        app_.allow_extras();
        check_ = app_.add_subcommand("check");
        check_->set_help_flag();
        check_->fallthrough();
        check_->allow_extras();
        check_->add_option("PATH", options_.request.paths);
        check_->add_option("--stdlib", options_.request.stdlib)->take_last();
        add(*check_, format_);
        add(*check_, deny_);
        add(*check_, dump_);
        helpCommand_ = app_.add_subcommand("help");
        helpCommand_->fallthrough();
        helpCommand_->set_help_flag();
        helpCommand_->add_option("COMMAND", topic_);
    }

    std::variant<Options, UsageError> read(Words words) {
        std::reverse(words.begin(), words.end());
        std::string misused;
        try {
            app_.parse(std::move(words));
        } catch (const CLI::ParseError& error) {
            misused = optionIn(error.what());
        }
        options_.topic = *check_ ? Topic::check : Topic::general;
        if (!misused.empty()) return wrong(misused);
        if (version_) {
            options_.command = Command::version;
            return options_;
        }
        if (help_) return options_;
        for (const auto& word : app_.remaining(true)) {
            if (word != "--") return unknown(word);
        }
        if (*helpCommand_) return helpOn();
        for (const Choice* choice : {&language_, &colour_, &format_, &deny_, &dump_}) {
            if (auto error = mistakeIn(*choice)) return *error;
        }
        if (!*check_) return UsageError{};
        return check();
    }

private:
    static void add(CLI::App& app, Choice& choice) {
        app.add_option(choice.option, choice.given)->take_last();
    }

    /// CLI11 begins its messages with what they are about.
    static std::string optionIn(const std::string& message) {
        return message.substr(0, message.find(':'));
    }

    UsageError error(Localized what) const { return {std::move(what), options_.topic}; }

    UsageError wrong(const std::string& option) const {
        for (const Choice* choice : {&language_, &colour_, &format_, &deny_, &dump_}) {
            if (choice->option == option) {
                return error(phrase(Phrase::optionWantsValue,
                                    {{"option", option}, {"values", joined(choice->values)}}));
            }
        }
        return error(phrase(Phrase::optionMisused, {{"option", option}}));
    }

    UsageError unknown(const std::string& word) const {
        if (word.starts_with('-')) {
            Words known = {"--help", "--version", "--stdlib"};
            for (const Choice* choice : {&language_, &colour_, &format_, &deny_})
                known.push_back(choice->option);
            return error(phrase(Phrase::unknownOption,
                                {{"option", word}, {"suggestion", didYouMean(word, known)}}));
        }
        return unknownCommand(word);
    }

    UsageError unknownCommand(const std::string& word) const {
        Words known = plannedCommands();
        if (std::find(known.begin(), known.end(), word) != known.end()) {
            return error(phrase(Phrase::plannedCommand, {{"command", word}}));
        }
        known.insert(known.end(), {"check", "help"});
        return error(phrase(Phrase::unknownCommand,
                            {{"command", word}, {"suggestion", didYouMean(word, known)}}));
    }

    std::variant<Options, UsageError> helpOn() {
        if (topic_ == "check") options_.topic = Topic::check;
        if (topic_.empty() || topic_ == "check" || topic_ == "help") return options_;
        return unknownCommand(topic_);
    }

    std::optional<UsageError> mistakeIn(const Choice& choice) const {
        const auto& values = choice.values;
        const CLI::App& app = check_->get_option_no_throw(choice.option) ? *check_ : app_;
        if (app.count(choice.option) == 0 ||
            std::find(values.begin(), values.end(), choice.given) != values.end()) {
            return std::nullopt;
        }
        return error(phrase(
            Phrase::optionValue,
            {{"option", choice.option}, {"value", choice.given}, {"values", joined(values)}}));
    }

    std::variant<Options, UsageError> check() {
        if (options_.request.paths.empty()) return error(phrase(Phrase::nothingToCheck));
        options_.command = dump_.given.empty() ? Command::check : Command::dumpTree;
        if (format_.given == "json") options_.format = Format::json;
        if (colour_.given == "always") options_.colour = Colour::always;
        if (colour_.given == "never") options_.colour = Colour::never;
        if (deny_.given == "warning") options_.deny = Severity::warning;
        if (deny_.given == "info") options_.deny = Severity::info;
        return options_;
    }

    Options options_;
    bool help_ = false;
    bool version_ = false;
    std::string topic_;
    Choice language_{"--lang", {"zh", "en"}};
    Choice colour_{"--color", {"auto", "always", "never"}};
    Choice format_{"--format", {"human", "json"}};
    Choice deny_{"--deny", {"warning", "info"}};
    Choice dump_{"--dump", {"ast"}};
    CLI::App app_;
    CLI::App* check_ = nullptr;
    CLI::App* helpCommand_ = nullptr;
};

}  // namespace

std::variant<Options, UsageError> readOptions(const Words& words) {
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
