#include "cli/option_words.h"

#include "base/utf8.h"
#include "diagnostics/phrases.h"

namespace biao::cli {

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

Words listed(std::string_view text) {
    Words words(1);
    const std::string half = halfWidth(text);
    for (const char byte : half) {
        if (byte == ',') {
            words.emplace_back();
        } else if (byte != ' ') {
            words.back().push_back(byte);
        }
    }
    return words;
}

}  // namespace biao::cli
