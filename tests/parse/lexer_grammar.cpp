#include "lexer_grammar.h"

#include <cctype>

namespace biao::test {
namespace {

/// The length of a quoted literal, a [set], a comment or one byte at `at`.
std::size_t unitAt(const std::string& text, std::size_t at) {
    const char open = text[at];
    if (open == '/' && at + 1 < text.size() && text[at + 1] == '/') {
        return text.find('\n', at) - at;
    }
    if (open != '\'' && open != '[') return 1;
    const char close = open == '[' ? ']' : open;
    std::size_t end = at + 1;
    while (text[end] != close)
        end += text[end] == '\\' ? 2 : 1;
    return end + 1 - at;
}

std::string trim(const std::string& text) {
    std::string out;
    for (const char c : text) {
        const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
        if (!blank) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

}  // namespace

std::vector<LexerRule> readLexerGrammar(const std::string& text) {
    std::vector<LexerRule> rules;
    std::string piece;
    bool inBody = false;
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = unitAt(text, at);
        const char c = text[at];
        const bool plain = length == 1;
        if (!plain && c == '/') {
            at += length;
            continue;
        }
        if (plain && !inBody && c == ':') {
            std::string name = trim(piece);
            const auto space = name.rfind(' ');
            if (space != std::string::npos) name.erase(0, space + 1);
            rules.push_back({name, {}});
            inBody = true;
            piece.clear();
        } else if (plain && inBody && depth == 0 && (c == '|' || c == ';')) {
            std::string alternative = trim(piece);
            const auto command = alternative.find(" -> ");
            if (command != std::string::npos) alternative.erase(command);
            rules.back().alternatives.push_back(alternative);
            inBody = c == '|';
            piece.clear();
        } else if (plain && !inBody && c == ';') {
            piece.clear();  // lexer grammar BiaoLexer;
        } else {
            if (plain && c == '(') ++depth;
            if (plain && c == ')') --depth;
            piece += text.substr(at, length);
        }
        at += length;
    }
    return rules;
}

std::string literalOf(const std::string& alternative) {
    const bool quoted = alternative.size() > 2 && alternative.front() == '\'' &&
                        unitAt(alternative, 0) == alternative.size();
    return quoted ? alternative.substr(1, alternative.size() - 2) : "";
}

}  // namespace biao::test
