// Text for people that is not a message of the catalogue, in one table (phrases.def).
// A part that needs words for an argument ("the total", "a share") asks here, so that no file of
// C++ holds a language. An answer has both languages, ready to be an Argument's value.
#pragma once

#include <initializer_list>

#include "base/language.h"
#include "diagnostics/finding.h"

namespace biao {

enum class Phrase {
#define PHRASE(symbol, zh, en) symbol,
#include "diagnostics/phrases.def"
#undef PHRASE
};

/// The phrase with its {arguments} filled in, in both languages.
Localized phrase(Phrase which, std::initializer_list<Argument> arguments = {});

}  // namespace biao
