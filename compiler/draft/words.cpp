#include "draft/words.h"

#include <algorithm>

namespace biao::draft {

std::string spelt(const definitions::Element& element, Language language) {
    const std::string& name = element.name.in(language);
    const auto& known = element.spellings;
    const bool writes = std::find(known.begin(), known.end(), name) != known.end();
    return writes ? name : element.name.zh;
}

std::string nameOf(const definitions::Form& form, Language language) {
    if (language == Language::zh || form.english.empty()) return form.name.text();
    return definitions::FormName{form.english, form.name.version}.text();
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\\') out += '\\';
        out += byte;
    }
    return out + "\"";
}

std::string oneLine(std::string_view source) {
    std::string out;
    bool inText = false;
    for (std::size_t at = 0; at < source.size(); ++at) {
        const char byte = source[at];
        if (byte == '"' && (at == 0 || source[at - 1] != '\\')) inText = !inText;
        if (!inText && source.substr(at).starts_with("//")) {
            at = std::min(source.find('\n', at), source.size());
        }
        const bool blank = at >= source.size() || source[at] == '\n' || source[at] == '\r' ||
                           source[at] == ' ' || source[at] == '\t';
        if (!blank) {
            out += source[at];
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

}  // namespace biao::draft
