// Run while building: writes the tables of scanner and parser from the grammar ANTLR has read.
//   write_tables HEADER SOURCE
#include <algorithm>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <string_view>

#include "dfa.h"
#include "ll1.h"

namespace biao::tables {
namespace {

/// "EOF" is 0, and a token or rule that has a name in the grammar has it here.
void writeNames(std::ostream& out, const antlr4::Lexer& lexer, const antlr4::Parser& parser) {
    out << "// The names of the grammar, and the tables made of it by write_tables.\n"
           "#pragma once\n\n#include <cstdint>\n#include <string_view>\n\n"
           "namespace biao::parse {\n\n"
           "/// Tokens, and the rules of the parser.\n"
           "struct P {\n    enum : std::uint8_t {\n        END_OF_FILE = 0,\n";
    const auto& vocabulary = parser.getVocabulary();
    const std::size_t last = std::max(parser.getATN().maxTokenType, lexer.getATN().maxTokenType);
    for (std::size_t type = 1; type <= last; ++type)
        out << "        " << vocabulary.getSymbolicName(type) << " = " << type << ",\n";
    out << "        tokenTypes\n    };\n    enum : std::uint8_t {\n";
    for (std::size_t rule = 0; rule < parser.getRuleNames().size(); ++rule) {
        std::string name = parser.getRuleNames()[rule];
        name[0] = static_cast<char>(std::toupper(name[0]));
        out << "        Rule" << name << " = " << rule << ",\n";
    }
    out << "        ruleCount\n    };\n};\n\n";
}

template <class Numbers>
void writeNumbers(std::ostream& out, std::string_view type, std::string_view name,
                  const Numbers& numbers) {
    out << "const std::" << type << " " << name << "[] = {";
    std::size_t column = 0;
    for (const std::size_t number : numbers) {
        if (column++ % 24 == 0) out << "\n    ";
        out << number << ",";
    }
    out << "\n};\n\n";
}

/// Pages of 256 characters, each kept once.
void writeClasses(std::ostream& out, const Dfa& dfa) {
    std::vector<std::size_t> classes;
    for (const auto& interval : dfa.intervals) {
        while (classes.size() <= interval.last)
            classes.push_back(interval.characterClass);
    }
    std::map<std::vector<std::size_t>, std::size_t> known;
    std::vector<std::size_t> pages;
    std::vector<std::size_t> content;
    for (std::size_t at = 0; at < classes.size(); at += 256) {
        const std::vector<std::size_t> page(
            classes.begin() + static_cast<std::ptrdiff_t>(at),
            classes.begin() + static_cast<std::ptrdiff_t>(std::min(at + 256, classes.size())));
        const auto [found, fresh] = known.emplace(page, known.size());
        if (fresh) content.insert(content.end(), page.begin(), page.end());
        pages.push_back(found->second);
    }
    writeNumbers(out, "uint8_t", "classPages", pages);
    writeNumbers(out, "uint8_t", "characterClasses", content);
}

void writeScanner(std::ostream& header, std::ostream& out, const Dfa& dfa) {
    if (dfa.classes > 256 || dfa.next.size() > 0xFFFF)
        throw std::runtime_error("more classes or states than the scanner can name");
    header
        << "constexpr std::uint32_t characterClassCount = " << dfa.classes << ";\n"
        << "extern const std::uint8_t classPages[];         // of a code point >> 8\n"
           "extern const std::uint8_t characterClasses[];   // of a page and the low byte\n"
           "extern const std::uint16_t scannerNext[];       // of a state and a class; 0: nowhere\n"
           "constexpr std::uint16_t scannerStart = 1;\n"
           "/// What a text is that ends in a state: nothing, white space, a comment, a token.\n"
           "enum class Taken : std::uint8_t { nothing, skipped, hidden, token };\n"
           "extern const Taken scannerTaken[];\n"
           "extern const std::uint8_t scannerType[];\n\n";
    writeClasses(out, dfa);
    std::vector<std::size_t> next;
    std::vector<std::size_t> types;
    for (const auto& row : dfa.next)
        next.insert(next.end(), row.begin(), row.end());
    out << "const Taken scannerTaken[] = {\n";
    for (const Accepted& accepted : dfa.accepted) {
        const bool any = accepted.rule != SIZE_MAX;
        out << "    Taken::"
            << (!any                   ? "nothing"
                : accepted.skipped     ? "skipped"
                : accepted.channel > 0 ? "hidden"
                                       : "token")
            << ",\n";
        types.push_back(any ? accepted.type : 0);
    }
    out << "};\n\n";
    writeNumbers(out, "uint8_t", "scannerType", types);
    writeNumbers(out, "uint16_t", "scannerNext", next);
}

void writeParser(std::ostream& header, std::ostream& out, const Ll1& ll1) {
    header << "/// One step of the parser; 0xFFFF as a step: no way from here.\n"
              "struct Step {\n"
              "    enum Kind : std::uint8_t { match, oneOf, call, choose, done };\n"
              "    Kind kind;\n    std::uint8_t argument;\n    std::uint16_t next;\n};\n"
              "extern const Step parserSteps[];\n"
              "extern const std::uint16_t parserBegin[];            // of a rule\n"
              "extern const bool parserSets[][P::tokenTypes];       // of a set\n"
              "extern const std::uint16_t parserChoices[][P::tokenTypes];  // of a choice\n\n";
    if (ll1.choices.size() > 255 || ll1.sets.size() > 255)
        throw std::runtime_error("more choices than a step can name");
    out << "const Step parserSteps[] = {\n";
    constexpr const char* kinds[] = {"match", "oneOf", "call", "choose", "done"};
    for (const Step& step : ll1.steps) {
        out << "    {Step::" << kinds[step.kind] << ", " << step.argument << ", " << step.next
            << "},\n";
    }
    out << "};\n\n";
    writeNumbers(out, "uint16_t", "parserBegin", ll1.begin);
    out << "const bool parserSets[][P::tokenTypes] = {\n";
    for (const auto& set : ll1.sets) {
        out << "    {";
        for (const bool holds : set)
            out << (holds ? "true," : "false,");
        out << "},\n";
    }
    out << "};\n\nconst std::uint16_t parserChoices[][P::tokenTypes] = {\n";
    for (const auto& choice : ll1.choices) {
        out << "    {";
        for (const std::size_t step : choice)
            out << (step == SIZE_MAX ? 0xFFFF : step) << ",";
        out << "},\n";
    }
    out << "};\n\n";
}

}  // namespace

int write(const std::string& headerPath, const std::string& sourcePath) {
    antlr4::ANTLRInputStream nothing("");
    grammar::BiaoLexer lexer(&nothing);
    antlr4::CommonTokenStream tokens(&lexer);
    grammar::BiaoParser parser(&tokens);
    std::ofstream header(headerPath);
    std::ofstream source(sourcePath);
    writeNames(header, lexer, parser);
    source << "#include \"grammar_tables.h\"\n\nnamespace biao::parse {\n\n";
    writeScanner(header, source, dfaOf(lexer));
    writeParser(header, source, ll1Of(parser));
    header << "}  // namespace biao::parse\n";
    source << "}  // namespace biao::parse\n";
    header.flush();
    source.flush();
    return header && source ? 0 : 1;
}

}  // namespace biao::tables

int main(int count, char** words) {
    if (count != 3) return 2;
    try {
        return biao::tables::write(words[1], words[2]);
    } catch (const std::exception& error) {
        std::cerr << "write_tables: " << error.what() << "\n";
        return 1;
    }
}
