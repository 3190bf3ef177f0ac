// How things are spelt in a draft.
#pragma once

#include <string>
#include <string_view>

#include "definitions/form.h"
#include "syntax/words.h"

namespace biao::draft {

/// The element's name in that language, where it has one that may be written.
std::string spelt(const definitions::Element& element, Language language);

/// A keyword or other word of the language.
template <class E>
std::string word(E which, Language language) {
    return syntax::spelling(which).in(language);
}

/// The form's name with its version.
std::string nameOf(const definitions::Form& form, Language language);

/// In straight quotes.
std::string quoted(std::string_view text);

/// A piece of source on one line, without its comments.
std::string oneLine(std::string_view source);

}  // namespace biao::draft
