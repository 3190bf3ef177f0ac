// The words of all forms: dimensions, units, counting classes, scales, choices, subjects.
// Read from files before any form; a later file (a user's own) may add words, never change one.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "definitions/kind.h"
#include "definitions/scale.h"
#include "diagnostics/finding.h"
#include "quantity/quantity.h"
#include "quantity/unit_table.h"
#include "syntax/ast.h"

namespace biao::definitions {

struct Vocabulary {
    UnitTable units;
    std::map<std::string, Kind, std::less<>> kinds;  // by either spelling
    std::vector<Scale> scales;
    std::map<std::string, Localized, std::less<>> subjects;
};

/// Reads what `files` declare, in order; within them a unit may be defined by one that comes later.
void readVocabulary(const std::vector<const syntax::File*>& files, Vocabulary& into,
                    Findings& findings);

/// A number, a unit word, or a product of them; nothing when it is anything else or a word is not
/// known.
std::optional<Quantity> constant(const Vocabulary& vocabulary, const syntax::File& file,
                                 syntax::ExprId expr);

}  // namespace biao::definitions
