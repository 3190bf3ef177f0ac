#include <map>
#include <set>

#include "cli/completion.h"

namespace biao::cli {

namespace {

constexpr std::string_view begin = R"(# Completion of biao for bash. Made by: biao completion bash
_biao_codes() {
    "$1" explain --lang en 2>/dev/null | while read -r code _ name _; do
        printf '%s\n' "$code" "$name"
    done
}

_biao_forms() {
    "$1" forms --lang en 2>/dev/null | while read -r form english _; do
        [[ $form == form ]] || printf '%s\n' "$form" "$english"
    done
}

_biao() {
    local words=() choices=() operands=0 piece='' glued='' option='' command='' given='' paths=''
    # The line is cut at : = @ too: what belongs together is one word again.
    for piece in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
        if [[ ${#words[@]} -gt 0 && ( $glued || $piece == [:=@]* ) ]]; then
            words[-1]+=$piece
        else
            words+=("$piece")
        fi
        glued=
        [[ $piece == *[:=@] ]] && glued=yes
    done
    local whole=${words[-1]}
    local current=$whole
    for piece in "${words[@]:1:${#words[@]}-2}"; do
        if [[ $option ]]; then
            option=
            continue
        fi
        case $piece in
)";

constexpr std::string_view afterValued = R"(            -*) ;;
            *)
                if [[ $command ]]; then
                    operands=$((operands + 1))
                else
                    command=$piece
                fi
                ;;
        esac
    done
    if [[ ! $option && $current == --*=* ]]; then
        option=${current%%=*}
        given=$option=
        current=${current#*=}
    fi
    if [[ $option ]]; then
        case "$command $option" in
)";

constexpr std::string_view afterValues = R"(        esac
    elif [[ $current == -* ]]; then
        case $command in
)";

constexpr std::string_view afterOptions = R"(        esac
    else
        case "$command $operands" in
)";

constexpr std::string_view end = R"(        esac
    fi

    COMPREPLY=()
    case $paths in
        files) mapfile -t choices < <(compgen -f -- "$current") ;;
        folders) mapfile -t choices < <(compgen -d -- "$current") ;;
        sources) mapfile -t choices < <(compgen -f -X '!*.biao' -- "$current"
                                        compgen -d -- "$current") ;;
    esac
    [[ $paths ]] && compopt -o filenames 2>/dev/null
    # What stands before the last cut is on the line already.
    local cuts=${COMP_WORDBREAKS//[^:=@]/} kept=''
    [[ $cuts ]] && kept=${whole%"${whole##*["$cuts"]}"}
    for piece in "${choices[@]}"; do
        [[ $given$piece == "$whole"* ]] || continue
        piece=$given$piece
        COMPREPLY+=("${piece#"$kept"}")
    done
}
complete -F _biao biao
)";

/// The alternatives of a case: where each thing to do is chosen. In the order they came.
class Case {
public:
    void add(const std::string& pattern, const std::string& action) {
        auto& row = actions_[action];
        if (row.empty()) order_.push_back(action);
        row += (row.empty() ? "" : " | ") + pattern;
    }
    std::string text() const {
        std::string out;
        for (const auto& action : order_)
            out += "            " + actions_.at(action) + ") " + action + " ;;\n";
        return out;
    }

private:
    std::map<std::string, std::string> actions_;
    std::vector<std::string> order_;
};

/// Empty where nothing can be offered.
std::string offer(const Taken& taken, bool operand) {
    const std::string codes = "_biao_codes \"${words[0]}\"";
    if (!taken.words.empty() && taken.kind == "CODE") {
        return "mapfile -t choices < <(printf '%s\\n' " + joined(taken.words, " ") + "; " + codes +
               ")";
    }
    if (!taken.words.empty()) return "choices=(" + joined(taken.words, " ") + ")";
    if (taken.kind == "DIR") return "paths=folders";
    if (taken.kind == "PATH") return operand ? "paths=sources" : "paths=files";
    if (taken.kind == "CODE") return "mapfile -t choices < <(" + codes + ")";
    if (taken.kind == "NAME") return "mapfile -t choices < <(_biao_forms \"${words[0]}\")";
    return {};
}

/// "-o | --output" of "-o, --output".
std::string alternatives(std::string_view spelled) {
    std::string out(spelled);
    if (const auto comma = out.find(", "); comma != std::string::npos) out.replace(comma, 1, " |");
    return out;
}

}  // namespace

std::string bashCompletion() {
    Case values;
    Case options;
    Case operands;
    Case furtherOperands;
    Case valued;
    std::set<std::string_view> known;
    for (const Completed& command : completedCommands()) {
        const std::string word(command.word);
        const std::string spaced = word + " ";
        std::vector<std::string> names;
        for (const OptionRow& option : command.options) {
            names.emplace_back(option.name);
            if (option.alone) continue;
            const std::string name(option.name);
            if (known.insert(option.name).second)
                valued.add(alternatives(option.spelled), "option=" + name);
            // Before any command, and after those that do not say otherwise.
            if (const auto action = offer(option.value, false); !action.empty())
                values.add(inQuotes(spaced + name), action);
        }
        options.add(word.empty() ? "''" : word, "choices=(" + joined(names, " ") + ")");
        for (std::size_t at = 0; at < command.operands.size(); ++at) {
            const auto action = offer(command.operands[at], true);
            const bool last = at + 1 == command.operands.size();
            if (action.empty()) continue;
            if (last && command.many) {
                furtherOperands.add(inQuotes(spaced) + "*", action);
            } else {
                operands.add(inQuotes(spaced + std::to_string(at)), action);
            }
        }
    }
    std::string out;
    out.append(begin).append(valued.text()).append(afterValued).append(values.text());
    out.append(afterValues).append(options.text()).append(afterOptions);
    return out.append(operands.text()).append(furtherOperands.text()).append(end);
}

}  // namespace biao::cli
