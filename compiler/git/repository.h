// The program git, asked from outside: nothing here reads or writes a repository itself.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/language.h"
#include "base/process.h"

namespace biao::git {

/// What git gave, whatever its status; else why it could not be asked.
std::variant<Ran, Localized> ask(const std::vector<std::string>& words,
                                 std::string_view input = {});

/// What git gave, where it did as asked; else what it said.
std::variant<std::string, Localized> tell(const std::vector<std::string>& words,
                                          std::string_view input = {});

/// The first line, without its end.
std::string firstLine(std::string_view text);

/// The folder of the working tree we stand in; empty in a bare repository. Else that this is none.
std::variant<std::string, Localized> workingTree();

}  // namespace biao::git
