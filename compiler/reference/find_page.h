// Which page someone means who writes a code, or a name.
#pragma once

#include <string_view>
#include <vector>

#include "reference/page.h"

namespace biao::reference {

/// Every page that goes by that: its code, a rule's code without the family, its English name, a
/// rule's own name. Case, full-width spelling, and `_` for `-` make no difference.
std::vector<Page> pagesNamed(std::string_view name, const std::vector<Page>& pages);

/// Every page with that in one of its names.
std::vector<Page> pagesWith(std::string_view word, const std::vector<Page>& pages);

/// The nearest name of any page, as a message goes on: “，是不是…？”; empty without one.
Localized pageSuggestion(std::string_view name, const std::vector<Page>& pages);

}  // namespace biao::reference
