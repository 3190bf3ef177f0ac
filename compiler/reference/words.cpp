#include "reference/words.h"

#include <algorithm>

#include "diagnostics/phrases.h"

namespace biao::reference {

Localized severityWord(Severity severity) {
    switch (severity) {
        case Severity::error:
            return phrase(Phrase::severityError);
        case Severity::warning:
            return phrase(Phrase::severityWarning);
        case Severity::info:
            return phrase(Phrase::severityInfo);
    }
    return {};
}

Localized firstSentence(const Localized& text) {
    const auto first = [](const std::string& prose, const std::string& stop) {
        const auto line = prose.substr(0, prose.find('\n'));
        const auto at = line.find(stop);
        if (at == std::string::npos) return line;
        return line.substr(0, at + stop.find_last_not_of(' ') + 1);
    };
    const auto stop = phrase(Phrase::sentenceEnd);
    return {first(text.zh, stop.zh), first(text.en, stop.en)};
}

std::string listed(const std::vector<std::string>& words, Language language) {
    std::string out;
    for (const auto& word : words) {
        if (!out.empty()) out += phrase(Phrase::listSeparatorInside).in(language);
        out += word;
    }
    return out;
}

std::string withAliases(const Localized& name, const std::vector<std::string>& spellings,
                        Language language) {
    const std::string& first = name.in(language);
    std::string others;
    for (const auto& spelling : spellings) {
        if (spelling != first) others += (others.empty() ? "" : ", ") + spelling;
    }
    return others.empty() ? first : first + " (" + others + ")";
}

std::string section(const Localized& heading, const std::string& text, Language language,
                    std::size_t indent) {
    if (text.empty()) return {};
    std::string out = "\n" + heading.in(language) + "\n";
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        if (end > at) out.append(indent, ' ').append(text, at, end - at);
        out += "\n";
        at = end + 1;
    }
    return out;
}

}  // namespace biao::reference
