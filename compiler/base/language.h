// The two languages every message, keyword and name exists in.
#pragma once

#include <string>
#include <utility>

namespace biao {

enum class Language { zh, en };

/// A text in both languages. A name that is the same in both (a row's, a file's) is made from one.
struct Localized {
    std::string zh;
    std::string en;

    Localized() = default;
    Localized(std::string both) : zh(both), en(std::move(both)) {}  // NOLINT: a name is a text
    Localized(const char* both) : Localized(std::string(both)) {}   // NOLINT: so is a literal
    Localized(std::string chinese, std::string english)
        : zh(std::move(chinese)), en(std::move(english)) {}

    const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
    bool operator==(const Localized&) const = default;
};

}  // namespace biao
