#include "cli/completion.h"

namespace biao::cli {

namespace {

constexpr std::string_view begin = R"(#compdef biao
# Completion of biao for zsh. Made by: biao completion zsh
_biao_codes() {
    local -a found
    local code severity name text
    biao explain 2>/dev/null | while read -r code severity name text; do
        found+=("${code//:/\\:}:$text" "$name:$text")
    done
    _describe -t codes code found
}

_biao_forms() {
    local -a found
    local form english text
    biao forms 2>/dev/null | tail -n +2 | while read -r form english text; do
        found+=("$form:$text" "$english:$text")
    done
    _describe -t forms form found
}

)";

constexpr std::string_view head = R"(() {
    local context state state_descr line
    local -a commands
    typeset -A opt_args
)";

constexpr std::string_view end = R"(_biao() {
    if [[ ${LC_ALL:-${LC_MESSAGES:-$LANG}} == en* ]]; then
        _biao_en
    else
        _biao_zh
    fi
}

if [[ $funcstack[1] == _biao ]]; then
    _biao "$@"
else
    compdef _biao biao
fi
)";

/// With `marks` escaped, which mean something in what is written for _arguments and _describe.
std::string escaped(std::string_view text, std::string_view marks) {
    std::string out;
    for (const char byte : text) {
        if (marks.find(byte) != std::string_view::npos) out += '\\';
        out += byte;
    }
    return out;
}

/// ":human|json:(human json)"
std::string valueSpec(const Taken& taken, bool operand) {
    std::string kind = joined(taken.words, "|");
    if (!taken.kind.empty()) kind += (kind.empty() ? "" : "|") + taken.kind;
    std::string action = " ";  // nothing to offer
    if (!taken.words.empty()) action = "(" + joined(taken.words, " ") + ")";
    if (taken.kind == "DIR") action = "_files -/";
    if (taken.kind == "PATH") action = operand ? "_files -g \"*.biao\"" : "_files";
    if (taken.kind == "CODE" && taken.words.empty()) action = "_biao_codes";
    if (taken.kind == "CODE" && !taken.words.empty())
        action = "{compadd " + joined(taken.words, " ") + "; _biao_codes}";
    if (taken.kind == "NAME") action = "_biao_forms";
    return ":" + kind + ":" + action;
}

std::string optionSpec(const OptionRow& option, Language language) {
    const bool ends = option.name == "--help" || option.name == "--version";  // nothing follows
    const std::string equals = option.alone ? "" : "=";
    const std::string name = std::string(option.name) + equals;
    std::string out;
    if (const auto comma = option.spelled.find(','); comma != std::string_view::npos) {
        const std::string brief(option.spelled.substr(0, comma));
        out += inQuotes(ends ? "(- *)" : "(" + brief + " " + std::string(option.name) + ")");
        out += "{" + brief + "," + name + "}";
    } else {
        out += inQuotes((ends ? "(- *)" : "") + name);
    }
    const std::string text = "[" + escaped(option.text.in(language), "[]:") + "]";
    return out + inQuotes(text + (option.alone ? "" : valueSpec(option.value, false)));
}

std::string optionSpecs(const Completed& command, Language language, const std::string& indent) {
    std::string out;
    for (const OptionRow& option : command.options)
        out += " \\\n" + indent + optionSpec(option, language);
    return out;
}

std::string function(Language language) {
    const auto all = completedCommands();
    std::string out = language == Language::en ? "_biao_en" : "_biao_zh";
    out.append(head).append("    _arguments -C -S");
    out += optionSpecs(all.front(), language, "        ");
    out += " \\\n        '1:command:->command' '*::operand:->operands' && return\n";
    out += "    case $state in\n    command)\n        commands=(\n";
    for (const Completed& command : all) {
        if (command.word.empty()) continue;
        out += "            ";
        out += inQuotes(std::string(command.word) + ":" + command.summary.in(language)) + "\n";
    }
    out += "        )\n        _describe -t commands command commands\n        ;;\n";
    out += "    operands)\n        case $words[1] in\n";
    for (const Completed& command : all) {
        if (command.word.empty()) continue;
        const std::string indent = "                ";
        out += "        " + std::string(command.word) + ")\n            _arguments -S";
        out += optionSpecs(command, language, indent);
        for (std::size_t at = 0; at < command.operands.size(); ++at) {
            const bool any = command.many && at + 1 == command.operands.size();
            out += " \\\n" + indent;
            out += inQuotes((any ? "*" : std::to_string(at + 1)) +
                            valueSpec(command.operands[at], true));
        }
        out += "\n            ;;\n";
    }
    return out + "        esac\n        ;;\n    esac\n}\n\n";
}

}  // namespace

std::string zshCompletion() {
    std::string out(begin);
    return out.append(function(Language::zh)).append(function(Language::en)).append(end);
}

}  // namespace biao::cli
