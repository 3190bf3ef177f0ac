// How a command line becomes Options; only the files options*.cpp use it.
#pragma once

#include "cli/command_line.h"
#include "cli/options.h"

namespace biao::cli {

/// Each part takes its share of the line into `options_`, or says what is wrong with it.
class OptionReader {
public:
    explicit OptionReader(const CommandLine& line) : line_(line) {}
    std::variant<Options, UsageError> read();

private:
    using Wrong = std::optional<UsageError>;

    // options.cpp
    Wrong take();
    void takeLook();
    Wrong takeJobs();
    Wrong takeOutput();
    Wrong takeData();
    Wrong takeDraft();
    Wrong takeGit();
    Wrong takeLayout();
    bool isSource(const std::string& output) const;

    // options_check.cpp: check, emit and score
    Wrong takeSubmissions();
    Wrong takeSeverities();
    Wrong takeSeverity(const std::string& option, const std::string& word);
    Wrong takeBaseline();
    Wrong takeActuals();
    Wrong takeExplained();
    Wrong takeFixes();

    // options_comparison.cpp: diff and history
    Wrong takeComparison();
    Wrong takePaths();
    Wrong takeSimilarity();
    Wrong takeYears();

    bool isGiven(std::string_view option) const { return line_.isGiven(option); }
    std::string value(std::string_view option) const { return line_.value(option); }

    UsageError error(Localized what) const { return {std::move(what), line_.topic}; }
    UsageError misused(const std::string& option) const;
    /// Its value is none of `values`.
    UsageError wrongValue(const std::string& option, const std::string& values) const;
    UsageError goesWith(const std::string& option, const std::string& other) const;
    UsageError tooMany(const std::string& word) const;
    UsageError nothingToRead() const;
    /// An option that names something, and names nothing.
    Wrong empty(std::initializer_list<std::string> options) const;

    const CommandLine& line_;
    Options options_;
};

}  // namespace biao::cli
