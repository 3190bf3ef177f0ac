// What the program was asked to do, read from its command line.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/language.h"
#include "cli/command_line.h"
#include "comparison/changes.h"
#include "diagnostics/catalogue.h"
#include "pipeline/check.h"

namespace biao::cli {

enum class Action { help, version, command, dumpTree };
enum class Format { human, json, sarif, github, gitlab, junit };
enum class Colour { automatic, always, never };
enum class Data { json, csv, human };
/// What diff and history give.
enum class Shape { human, json, markdown, csv };
enum class Table { all, indicators, money };

struct Options {
    Action action = Action::help;
    Topic topic = Topic::general;  // the command, or what help is wanted about
    Format format = Format::human;
    Colour colour = Colour::automatic;
    Severity deny = Severity::error;  // findings from here on fail the run
    std::string asked;         // the code, unit, form or schema that is asked about; may be empty
    Data data = Data::json;    // what emit and score give
    Table table = Table::all;  // of CSV: the one to give
    std::optional<std::string> explained = {};  // of score: the row to tell everything of
    bool byteOrderMark = false;
    std::string output;  // a file or folder; empty: standard output
    bool fix = false;    // of check
    bool check = false;  // of fmt
    bool diff = false;
    bool standardInput = false;
    std::string from;         // of new: last year's file
    bool force = false;       // a file that is there may be written over
    bool everywhere = false;  // of git install
    bool undo = false;
    Shape shape = Shape::human;  // of diff and history
    bool exitCode = false;
    comparison::CompareOptions comparing;
    std::optional<std::pair<int, int>> years;  // two in one path
    /// One or two of git; the paths are then where to look in them, and with one in the files.
    std::vector<std::string> revisions;
    std::string baseline;  // files; empty: none
    std::string newBaseline;
    bool showBaseline = false;
    pipeline::Request request;
};

/// `words` come after the program's name.
std::variant<Options, UsageError> readOptions(const std::vector<std::string>& words);

/// What --lang asks for, even where the rest of the line is wrong; else what the environment does.
Language languageOf(const std::vector<std::string>& words);

}  // namespace biao::cli
