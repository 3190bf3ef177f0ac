// Forms as those see them who fill them in.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "definitions/library.h"

namespace biao::reference {

using Forms = std::vector<std::shared_ptr<const definitions::Form>>;

/// Every form of the library, in order of name; those that cannot be built are left out. What is
/// wrong with them is left for `check`.
Forms allForms(definitions::Library& library);

/// By its name in either language, with @version or the newest; null when there is none.
std::shared_ptr<const definitions::Form> formNamed(std::string_view name,
                                                   definitions::Library& library);
/// Those whose name, in either language, has that in it.
Forms formsWith(std::string_view word, const Forms& forms);
/// The nearest name, as a message goes on; empty without one.
Localized formSuggestion(std::string_view name, const Forms& forms);

/// The name in English with the version; empty where it has none.
std::string englishName(const definitions::Form& form);

std::string renderFormList(const Forms& forms, const definitions::Library& library,
                           Language language);
std::string renderForm(const definitions::Form& form, const definitions::Library& library,
                       Language language);
/// {"version": 1, "forms": […]}: of a list the headings, of one form all there is.
std::string renderFormListJson(const Forms& forms, const definitions::Library& library);
std::string renderFormJson(const definitions::Form& form, const definitions::Library& library);

}  // namespace biao::reference
