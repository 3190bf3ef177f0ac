// What a comment in a draft says: what is to be written there, and what stood there a year ago.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "definitions/library.h"

namespace biao::draft {

/// What the element takes: its kinds, with their words or the unit of a bare number.
std::string kindsOf(const definitions::Form& form, const definitions::Element& element,
                    Language language);

/// "required: money (wan_yuan); printed as `…`".
std::string demandOf(const definitions::Form& form, const definitions::Element& element,
                     Language language);

/// "2031: ≥5人"; without a year, "last year: …".
std::string lastYear(std::optional<int> year, const std::string& text, Language language);

/// Behind a line: two blanks and the comment; nothing where there are no remarks.
std::string behind(const std::vector<std::string>& remarks, Language language);

}  // namespace biao::draft
