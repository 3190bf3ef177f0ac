// Findings known of old, so that a repository full of them fails on new ones only. An entry is
// found again wherever its line has moved to; it is another one when its numbers or its text
// change.
#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/source.h"
#include "diagnostics/finding.h"

namespace biao {

class Baseline {
public:
    /// Paths in it begin at `folder`, where its file is.
    explicit Baseline(std::string folder) : folder_(std::move(folder)) {}
    /// Of the text of such a file; else why it is none.
    static std::variant<Baseline, Localized> read(std::string_view text, std::string folder);

    /// Every finding that counts, by path, code, element and print. What cannot be read stays
    /// out, for behind it more may be wrong, and so does what a form does not negotiate.
    void add(const std::vector<Finding>& findings, const SourceSet& sources);
    /// The entries of `old` for files that are there and were not looked at this time.
    void keep(const Baseline& old, const SourceSet& sources);
    /// Marks those that are in it, each as often as it is. How many are left over in files that
    /// were looked at, or are no more.
    std::size_t mark(std::vector<Finding>& findings, const SourceSet& sources) const;

    /// Version 1, sorted, an entry a line.
    std::string text() const;

private:
    struct Entry {
        std::string path;
        std::string code;
        std::string element;
        std::string print;  // of the text it is about, and of its numbers
        auto operator<=>(const Entry&) const = default;
    };
    class Paths;

    std::string folder_;
    std::map<Entry, std::size_t> counts_;
};

}  // namespace biao
