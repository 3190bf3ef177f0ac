#include <algorithm>

#include "diagnostics/finding.h"

namespace biao {

namespace {

/// What stands for `slot`, the text between the braces; nothing if no argument has its name.
const std::string* valueOf(std::string_view name, const std::vector<Argument>& arguments,
                           Language language) {
    const auto found = std::find_if(arguments.begin(), arguments.end(),
                                    [name](const auto& argument) { return argument.name == name; });
    return found == arguments.end() ? nullptr : &found->value.in(language);
}

bool appendSlot(std::string& out, std::string_view slot, const std::vector<Argument>& arguments,
                Language language) {
    const auto question = slot.find('?');
    const auto* value = valueOf(slot.substr(0, question), arguments, language);
    if (value == nullptr) {
        return false;
    }
    if (question == std::string_view::npos) {
        out += brief(*value);
        return true;
    }
    const auto words = slot.substr(question + 1);
    const auto bar = words.find('|');
    const bool one = *value == "1" || bar == std::string_view::npos;
    out += one ? words.substr(0, bar) : words.substr(bar + 1);
    return true;
}

}  // namespace

std::string brief(std::string_view value, std::size_t most) {
    if (value.size() <= most) {
        return std::string(value);
    }
    const auto inside = [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
    };
    while (most > 0 && inside(value[most])) {
        --most;
    }
    return std::string(value.substr(0, most)) + "…";
}

std::string fill(std::string_view pattern, const std::vector<Argument>& arguments,
                 Language language) {
    std::string out;
    while (!pattern.empty()) {
        const auto plain = pattern.find_first_of("{}");
        out += pattern.substr(0, plain);
        if (plain == std::string_view::npos) {
            break;
        }
        pattern.remove_prefix(plain);
        if (pattern.starts_with("{{") || pattern.starts_with("}}")) {
            out += pattern[0];
            pattern.remove_prefix(2);
            continue;
        }
        const auto close = pattern.find('}');
        if (pattern[0] == '{' && close != std::string_view::npos &&
            appendSlot(out, pattern.substr(1, close - 1), arguments, language)) {
            pattern.remove_prefix(close + 1);
        } else {
            out += pattern[0];
            pattern.remove_prefix(1);
        }
    }
    return out;
}

}  // namespace biao
