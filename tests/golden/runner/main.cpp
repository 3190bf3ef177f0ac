// golden_runner BIAO FILE.biao: runs the commands FILE asks for, in its folder, and holds the
// outcome against FILE's sibling .expect. BIAO_BLESS=1 writes the outcome there instead.
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "base/diff.h"
#include "base/files.h"
#include "script.h"

namespace biao::golden {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largestFile = std::size_t{1} << 30U;
constexpr std::chrono::seconds longest{60};

bool isSet(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

struct Outcome {
    std::string text;
    bool fit = true;  // to be an expectation
};

Outcome outcomeOf(const std::string& program, const fs::path& file, std::string_view text) {
    Outcome outcome;
    for (const auto& words : commandsOf(text, file.filename().native())) {
        auto whole = words;
        whole.insert(whole.begin(), program);
        const auto result = run(whole, file.parent_path().native(), longest);
        outcome.text += (outcome.text.empty() ? "" : "\n") + transcript(words, result);
        outcome.fit = outcome.fit && !result.tooLong && result.signal == 0 && result.exit < 126;
    }
    if (outcome.text.find(file.parent_path().native()) != std::string::npos) {
        std::cout << "the output names a folder of this machine\n";
        outcome.fit = false;
    }
    return outcome;
}

int check(const std::string& program, const fs::path& file) {
    const auto source = readFile(file.native(), largestFile);
    if (const auto* error = std::get_if<FileError>(&source)) {
        std::cout << error->path << ": " << error->reason << '\n';
        return 2;
    }
    const auto outcome = outcomeOf(program, file, std::get<std::string>(source));
    const auto expectPath = fs::path(file).replace_extension(".expect").native();
    const auto stored = readFile(expectPath, largestFile);
    const auto* expected = std::get_if<std::string>(&stored);
    if (!outcome.fit) {
        std::cout << "this can be no expectation:\n" << outcome.text;
        return 1;
    }
    if (expected != nullptr && *expected == outcome.text) {
        return 0;
    }
    if (isSet("BIAO_BLESS")) {
        const auto written = writeFileAtomically(expectPath, outcome.text);
        if (const auto* error = std::get_if<FileError>(&written)) {
            std::cout << error->path << ": " << error->reason << '\n';
            return 2;
        }
        return 0;
    }
    std::cout << "what it prints now is not what is expected"
              << (expected == nullptr ? " (there is no such file yet)\n" : "\n")
              << unifiedDiff(expectPath, expected == nullptr ? "" : *expected, outcome.text)
              << "\nIf this is as it should be:  ./dev bless -R '[ /]" << file.stem().native()
              << "$'\n";
    return 1;
}

}  // namespace
}  // namespace biao::golden

int main(int count, char** words) {
    if (count != 3) {
        std::cerr << "golden_runner BIAO FILE.biao\n";
        return 2;
    }
    if (biao::golden::isSet("BIAO_BLESS") && biao::golden::isSet("CI")) {
        std::cerr << "nothing is blessed where CI is set\n";
        return 2;
    }
    namespace fs = std::filesystem;
    return biao::golden::check(fs::absolute(words[1]).native(), fs::absolute(words[2]));
}
