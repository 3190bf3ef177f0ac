#include "cli/options.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>

#include "cli/option_reader.h"
#include "diagnostics/phrases.h"
#include "pipeline/inputs.h"

namespace biao::cli {

std::variant<Options, UsageError> OptionReader::read() {
    options_.topic = line_.topic;
    if (line_.version) options_.action = Action::version;
    if (!line_.command) return options_;
    if (auto wrong = take()) return *wrong;
    return options_;
}

std::optional<UsageError> OptionReader::take() {
    options_.action = line_.dumped.empty() ? Action::command : Action::dumpTree;
    takeLook();
    if (auto wrong = takeSeverities()) return wrong;
    if (const auto folder = value("--stdlib"); !folder.empty()) options_.request.stdlib = folder;
    options_.check = isGiven("--check");
    options_.diff = isGiven("--diff");
    auto& paths = options_.request.paths = line_.operands;
    const CommandRow& command = *line_.command;
    if (!command.many && paths.size() > command.operands.size())
        return tooMany(paths[command.operands.size()]);
    switch (line_.topic) {
        case Topic::fmt:
            return takeLayout();
        case Topic::diff:
        case Topic::history:
            return takeComparison();
        case Topic::check:
        case Topic::emit:
        case Topic::score:
            return takeSubmissions();
        default:
            break;
    }
    if (!paths.empty()) {
        options_.asked = paths.front();
        paths.erase(paths.begin());
    }
    if (line_.topic == Topic::new_) return takeDraft();
    if (line_.topic == Topic::git) return takeGit();
    return std::nullopt;
}

void OptionReader::takeLook() {
    constexpr std::pair<std::string_view, Format> all[] = {
        {"json", Format::json},     {"sarif", Format::sarif}, {"github", Format::github},
        {"gitlab", Format::gitlab}, {"junit", Format::junit},
    };
    for (const auto& [word, format] : all) {
        if (value("--format") == word) options_.format = format;
    }
    if (value("--color") == "always") options_.colour = Colour::always;
    if (value("--color") == "never") options_.colour = Colour::never;
}

/// How many threads.
std::optional<UsageError> OptionReader::takeJobs() {
    if (!isGiven("--jobs")) return std::nullopt;
    const std::string given = value("--jobs");
    constexpr unsigned most = 256;
    unsigned jobs = 0;
    const auto end = given.data() + given.size();
    const auto read = std::from_chars(given.data(), end, jobs);
    if (read.ec != std::errc() || read.ptr != end || jobs == 0 || jobs > most)
        return wrongValue("--jobs", "1 ~ " + std::to_string(most));
    options_.request.jobs = jobs;
    return std::nullopt;
}

/// A file that is read, or would be: no place for what is written.
bool OptionReader::isSource(const std::string& output) const {
    namespace fs = std::filesystem;
    std::error_code error;
    return output.ends_with(pipeline::extension) ||
           std::any_of(options_.request.paths.begin(), options_.request.paths.end(),
                       [&](const std::string& path) {
                           return !output.empty() && fs::equivalent(path, output, error) &&
                                  !fs::is_directory(path, error);
                       });
}

std::optional<UsageError> OptionReader::takeOutput() {
    options_.output = value("--output");
    return empty({"--output"});
}

/// What is written of data, and where it goes.
std::optional<UsageError> OptionReader::takeData() {
    if (line_.topic == Topic::score) options_.data = Data::human;
    if (value("--to") == "csv") options_.data = Data::csv;
    if (value("--to") == "json") options_.data = Data::json;
    if (value("--table") == "indicators") options_.table = Table::indicators;
    if (value("--table") == "money") options_.table = Table::money;
    options_.byteOrderMark = isGiven("--bom");
    if (auto wrong = takeOutput()) return wrong;
    if (isSource(options_.output))
        return error(phrase(Phrase::outputIsSource, {{"path", options_.output}}));
    for (const std::string option : {"--table", "--bom"}) {
        if (options_.data != Data::csv && isGiven(option)) return goesWith(option, "--to csv");
    }
    return std::nullopt;
}

std::optional<UsageError> OptionReader::takeDraft() {
    options_.from = value("--from");
    options_.force = isGiven("--force");
    if (auto wrong = empty({"--from"})) return wrong;
    if (auto wrong = takeOutput()) return wrong;
    if (options_.force && options_.output.empty()) return goesWith("--force", "--output");
    if (options_.asked.empty() && options_.from.empty()) return error(phrase(Phrase::draftOfWhat));
    return std::nullopt;
}

std::optional<UsageError> OptionReader::takeGit() {
    options_.everywhere = isGiven("--global");
    options_.undo = isGiven("--uninstall");
    const Words known = {"install", "diff", "merge"};
    const std::string& what = options_.asked;
    if (what.empty()) return error({});
    if (std::find(known.begin(), known.end(), what) == known.end()) {
        return error(phrase(Phrase::unknownCommand,
                            {{"command", "git " + what}, {"suggestion", didYouMean(what, known)}}));
    }
    const auto& rest = options_.request.paths;
    if (what == "install") return rest.empty() ? Wrong() : tooMany(rest.front());
    for (const std::string option : {"--global", "--uninstall"}) {
        if (isGiven(option)) return goesWith(option, "git install");
    }
    return std::nullopt;
}

/// Standard input stands alone.
std::optional<UsageError> OptionReader::takeLayout() {
    auto& paths = options_.request.paths;
    const auto dash = std::find(paths.begin(), paths.end(), "-");
    options_.standardInput = isGiven("--stdin") || dash != paths.end();
    if (dash != paths.end()) paths.erase(dash);
    if (options_.standardInput && !paths.empty()) return tooMany(paths.front());
    if (!options_.standardInput && paths.empty()) return error(phrase(Phrase::nothingToFormat));
    return std::nullopt;
}

UsageError OptionReader::misused(const std::string& option) const {
    return error(phrase(Phrase::optionMisused, {{"option", option}}));
}

UsageError OptionReader::wrongValue(const std::string& option, const std::string& values) const {
    return error(phrase(Phrase::optionValue,
                        {{"option", option}, {"value", value(option)}, {"values", values}}));
}

UsageError OptionReader::goesWith(const std::string& option, const std::string& other) const {
    return error(phrase(Phrase::optionGoesWith, {{"option", option}, {"other", other}}));
}

UsageError OptionReader::tooMany(const std::string& word) const {
    return error(phrase(Phrase::tooManyWords, {{"word", word}}));
}

UsageError OptionReader::nothingToRead() const {
    return error(phrase(Phrase::nothingToCheck, {{"command", std::string(line_.command->word)}}));
}

std::optional<UsageError> OptionReader::empty(std::initializer_list<std::string> options) const {
    for (const std::string& option : options) {
        if (isGiven(option) && value(option).empty()) return misused(option);
    }
    return std::nullopt;
}

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
    const auto cut = cutCommandLine(words);
    if (const auto* wrong = std::get_if<UsageError>(&cut)) return *wrong;
    return OptionReader(std::get<CommandLine>(cut)).read();
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
