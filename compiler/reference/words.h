// Words that several pages share.
#pragma once

#include <string>
#include <vector>

#include "base/language.h"
#include "diagnostics/catalogue.h"

namespace biao::reference {

/// "错误", "error".
Localized severityWord(Severity severity);

/// What fits one line of a list.
Localized firstSentence(const Localized& text);

/// "甲、乙", "a, b".
std::string listed(const std::vector<std::string>& words, Language language);

/// "名称 (name, 别名)": in Chinese the Chinese spelling first, in English the English one.
std::string withAliases(const Localized& name, const std::vector<std::string>& spellings,
                        Language language);

/// A heading and what stands under it, lines indented by that much; nothing without a text.
std::string section(const Localized& heading, const std::string& text, Language language,
                    std::size_t indent);

}  // namespace biao::reference
