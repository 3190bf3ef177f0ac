#include "git/install.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <sstream>
#include <utility>

#include "base/files.h"
#include "base/limits.h"
#include "diagnostics/excerpt.h"
#include "diagnostics/phrases.h"
#include "git/repository.h"

namespace biao::git {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view line = "*.biao diff=biao merge=biao";

using Lines = std::vector<Localized>;
using Failure = std::optional<Localized>;

/// As a shell reads it again: git hands a driver's command to one.
std::string quoted(const std::string& path) {
    std::string text = "'";
    for (const char c : path)
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

/// `biao` where that is this program, else the path of this one.
std::string program() {
    std::error_code error;
    const fs::path own = fs::read_symlink("/proc/self/exe", error);
    if (error) return "biao";
    const char* path = std::getenv("PATH");
    std::istringstream folders(path ? path : "");
    for (std::string folder; std::getline(folders, folder, ':');) {
        const fs::path there = fs::path(folder.empty() ? "." : folder) / "biao";
        if (::access(there.c_str(), X_OK) != 0) continue;
        return fs::equivalent(there, own, error) ? "biao" : quoted(own.native());
    }
    return quoted(own.native());
}

class Installing {
public:
    explicit Installing(const Setting& setting)
        : setting_(setting), scope_(setting.everywhere ? "--global" : "--local") {}

    std::variant<Lines, Localized> run() {
        if (!setting_.everywhere) {
            auto tree = workingTree();
            if (auto* error = std::get_if<Localized>(&tree)) return std::move(*error);
        }
        auto failure = setting_.undo ? undo() : set();
        if (failure) return std::move(*failure);
        if (said_.empty())
            said_.push_back(
                phrase(setting_.undo ? Phrase::gitNothingToUndo : Phrase::gitNothingToDo));
        if (!setting_.undo) remarks();
        return std::move(said_);
    }

private:
    Failure set() {
        const std::string biao = program();
        const std::array<std::pair<std::string, std::string>, 4> wanted = {{
            {"diff.biao.command", biao + " git diff --"},
            {"diff.biao.xfuncname", "^[ \t]*([^ \t/|\"}].*[{].*)$"},
            {"merge.biao.name", "Biao"},
            {"merge.biao.driver", biao + " git merge -- %O %A %B %L %P"},
        }};
        for (const auto& [key, value] : wanted) {
            auto now = ask({"config", scope_, "--get", key});
            if (auto* error = std::get_if<Localized>(&now)) return std::move(*error);
            std::string given = std::get<Ran>(now).output;
            if (given.ends_with('\n')) given.pop_back();
            if (given == value) continue;
            auto done = tell({"config", scope_, "--replace-all", key, value});
            if (auto* error = std::get_if<Localized>(&done)) return std::move(*error);
            say(Phrase::gitConfigured, {{"key", key}, {"value", value}});
        }
        return attributes(true);
    }

    Failure undo() {
        for (const std::string section : {"diff.biao", "merge.biao"}) {
            auto done = ask({"config", scope_, "--remove-section", section});
            if (auto* error = std::get_if<Localized>(&done)) return std::move(*error);
            if (std::get<Ran>(done).status == 0) say(Phrase::gitRemoved, {{"key", section}});
        }
        return attributes(false);
    }

    /// The file of attributes that only this machine reads.
    std::variant<std::string, Localized> attributesFile() const {
        if (!setting_.everywhere) {
            auto path = tell({"rev-parse", "--git-path", "info/attributes"});
            if (auto* error = std::get_if<Localized>(&path)) return std::move(*error);
            return firstLine(std::get<std::string>(path));
        }
        auto named = ask({"config", "--global", "--type=path", "--get", "core.attributesFile"});
        if (auto* error = std::get_if<Localized>(&named)) return std::move(*error);
        if (std::get<Ran>(named).status == 0) return firstLine(std::get<Ran>(named).output);
        const char* config = std::getenv("XDG_CONFIG_HOME");
        const char* home = std::getenv("HOME");
        if (config && *config) return std::string(config) + "/git/attributes";
        if (home && *home) return std::string(home) + "/.config/git/attributes";
        return phrase(Phrase::gitNoHome);
    }

    Failure attributes(bool wanted) {
        auto file = attributesFile();
        if (auto* error = std::get_if<Localized>(&file)) return std::move(*error);
        const std::string path = std::get<std::string>(std::move(file));
        auto read = readFile(path, Limits{}.fileBytes);
        if (const auto* error = std::get_if<FileError>(&read); error && error->number != ENOENT)
            return unwritten(*error);
        const auto* found = std::get_if<std::string>(&read);
        const std::string before = found ? *found : std::string();
        std::string after;
        bool had = false;
        std::istringstream lines(before);
        for (std::string each; std::getline(lines, each);) {
            if (each == line) {
                had = true;
            } else {
                after += each + "\n";
            }
        }
        if (had == wanted) return std::nullopt;
        if (wanted) after.append(line).append("\n");
        std::error_code error;
        if (after.empty()) {
            fs::remove(path, error);
        } else {
            fs::create_directories(fs::path(path).parent_path(), error);
            const auto written = writeFileAtomically(path, after);
            if (const auto* why = std::get_if<FileError>(&written)) return unwritten(*why);
        }
        say(wanted ? Phrase::gitAttributed : Phrase::gitUnattributed,
            {{"path", harmless(path)}, {"line", std::string(line)}});
        return std::nullopt;
    }

    static Localized unwritten(const FileError& error) {
        return phrase(Phrase::labelAndText,
                      {{"label", harmless(error.path)},
                       {"text", phrase(Phrase::outputFailed, {{"reason", error.reason}})}});
    }

    /// What is not ours to change.
    void remarks() {
        const auto quoting = ask({"config", "--type=bool", "--get", "core.quotepath"});
        const auto* ran = std::get_if<Ran>(&quoting);
        if (ran && firstLine(ran->output) != "false") say(Phrase::gitQuotes, {});
    }

    void say(Phrase what, std::initializer_list<Argument> arguments) {
        said_.push_back(phrase(what, arguments));
    }

    const Setting& setting_;
    const std::string scope_;
    Lines said_;
};

}  // namespace

std::variant<std::vector<Localized>, Localized> install(const Setting& setting) {
    return Installing(setting).run();
}

}  // namespace biao::git
