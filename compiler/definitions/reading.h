// Small things every reader of declarations needs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/finding.h"
#include "diagnostics/phrases.h"
#include "syntax/ast.h"

namespace biao::definitions {

/// The declared name in both languages: the first alias is the English one.
Localized nameOf(const syntax::Declaration& declaration);
/// Every spelling of the declared name, the Chinese first.
std::vector<std::string> spellingsOf(const syntax::Declaration& declaration);

/// The attribute of that meaning, if the declaration has it.
const syntax::Attribute* attribute(const syntax::File& file, const syntax::Declaration& declaration,
                                   syntax::Property property);

/// Names and strings of a value: one, or a list, or several joined by 、.
std::vector<syntax::Word> wordsOf(const syntax::File& file, syntax::ExprId value);

/// Texts in the languages they are marked with; one that is not marked stands for both.
Localized textsOf(const std::vector<syntax::Text>& texts);

/// 强制, 提示 or 知悉 among them.
std::optional<Severity> severityIn(const std::vector<syntax::Flag>& flags);

bool has(const syntax::Declaration& declaration, syntax::Flag flag);

/// A dotted reference as it is written: 预算.年初; nothing for anything else.
std::optional<std::string> pathOf(const syntax::File& file, syntax::ExprId value);

/// “，是不是‘…’？” and the like, for the {suggestion} of a message; empty without one.
Localized didYouMean(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace biao::definitions
