#include <set>

#include "cli/completion.h"

namespace biao::cli {

namespace {

constexpr std::string_view begin = R"(# Completion of biao for fish. Made by: biao completion fish
function __biao_codes
    biao explain 2>/dev/null | string replace -r '^(\S+)\s+\S+\s+(\S+)\s+(.*)$' '$1\t$3\n$2\t$3'
end

function __biao_forms
    biao forms 2>/dev/null | tail -n +2 | string replace -r '^(\S+)\s+(\S+)\s+(.*)$' '$1\t$3\n$2\t$3'
end

function __biao_sources
    __fish_complete_suffix .biao | string match -r '.*(?:/|\.biao)(?:\t.*)?$'
end

# __biao_at COMMAND FIRST LAST: the line has that command, and so many operands stand after it.
# Without a command: none is there yet.
function __biao_at
    set -l words
    set -l value no
    for word in (commandline -opc)[2..-1]
        if test $value = yes
            set value no
        else if contains -- $word)";

constexpr std::string_view afterValued = R"(
            set value yes
        else if not string match -q -- '-*' $word
            set -a words $word
        end
    end
    if test -z "$argv[1]"
        test (count $words) -eq 0
        return
    end
    test "$words[1]" = "$argv[1]"
    or return
    set -l operands (math (count $words) - 1)
    test $operands -ge $argv[2] -a $operands -le $argv[3]
end

complete -c biao -f
set -l language (string match -r '.+' -- "$LC_ALL" "$LC_MESSAGES" "$LANG")[1]
if string match -q 'en*' -- "$language"
)";

std::string condition(std::string_view command, std::size_t first, std::size_t last) {
    std::string words = "__biao_at ";
    words += command.empty() ? "\"\"" : command;
    if (!command.empty()) words += " " + std::to_string(first) + " " + std::to_string(last);
    return "    complete -c biao -n " + inQuotes(words);
}

/// What a value or an operand offers; an option's value is wanted in any case.
std::string offer(const Taken& taken, bool operand) {
    if (!taken.words.empty() && taken.kind == "CODE")
        return " -a " + inQuotes(joined(taken.words, " ") + " (__biao_codes)");
    if (!taken.words.empty()) return " -a " + inQuotes(joined(taken.words, " "));
    if (taken.kind == "DIR") return " -a '(__fish_complete_directories)'";
    if (taken.kind == "PATH") return operand ? " -k -a '(__biao_sources)'" : " -F";
    if (taken.kind == "CODE") return " -a '(__biao_codes)'";
    if (taken.kind == "NAME") return " -a '(__biao_forms)'";
    return {};
}

std::string optionLine(std::string_view command, const OptionRow& option, Language language) {
    constexpr std::size_t any = 9999;
    std::string out = condition(command, 0, any);
    if (const auto comma = option.spelled.find(','); comma != std::string_view::npos)
        out.append(" -s ").append(option.spelled.substr(1, comma - 1));
    out.append(" -l ").append(option.name.substr(2));
    if (!option.alone)
        out += (option.value.kind == "PATH" ? " -r" : " -x") + offer(option.value, false);
    return out + " -d " + inQuotes(option.text.in(language)) + "\n";
}

std::string lines(Language language) {
    constexpr std::size_t any = 9999;
    std::string out;
    for (const Completed& command : completedCommands()) {
        if (!command.word.empty()) {
            out.append(condition("", 0, 0)).append(" -a ").append(command.word);
            out += " -d " + inQuotes(command.summary.in(language)) + "\n";
        }
        for (const OptionRow& option : command.options)
            out += optionLine(command.word, option, language);
        if (command.word.empty()) continue;  // its operands are the commands
        for (std::size_t at = 0; at < command.operands.size(); ++at) {
            const bool last = command.many && at + 1 == command.operands.size();
            const auto offered = offer(command.operands[at], true);
            if (!offered.empty())
                out += condition(command.word, at, last ? any : at) + offered + "\n";
        }
    }
    return out;
}

/// " --lang --color …", with the short ones: after them comes a value.
std::string valuedOptions() {
    std::set<std::string> names;
    for (const OptionRow& option : options()) {
        if (option.alone) continue;
        names.emplace(option.name);
        if (const auto comma = option.spelled.find(','); comma != std::string_view::npos)
            names.emplace(option.spelled.substr(0, comma));
    }
    return " " + joined({names.begin(), names.end()}, " ");
}

}  // namespace

std::string fishCompletion() {
    std::string out(begin);
    out.append(valuedOptions()).append(afterValued);
    out += lines(Language::en);
    out += "else\n" + lines(Language::zh);
    return out + "end\n";
}

}  // namespace biao::cli
