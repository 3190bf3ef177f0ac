// Which files are meant by the paths someone gave.
#pragma once

#include <exception>
#include <string>
#include <vector>

#include "base/files.h"
#include "pipeline/check.h"

namespace biao::pipeline {

struct Input {
    std::string path;                   // as it is shown
    std::string identity;               // the same for every way to write the path of one file
    const std::string* text = nullptr;  // of a text that is no file; outlives the input
};

/// Files as given, folders searched; each file once, by path. What is not there is trouble, and so
/// is a folder with nothing in it.
std::vector<Input> inputsOf(const std::vector<std::string>& paths, std::vector<Trouble>& trouble);

/// The system's reason in both languages where it is a common one, else in its own words.
Localized reasonOf(const FileError& error);

/// What an exception means to somebody who did nothing wrong: too little memory, or a bug.
Localized reasonOf(const std::exception& error);

/// The path without links and detours, from the root of the file system.
std::string identityOf(const std::string& path);

/// The last part of every source file's name.
inline constexpr std::string_view extension = ".biao";

}  // namespace biao::pipeline
