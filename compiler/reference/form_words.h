// What can be said about one element of a form beside its name.
#pragma once

#include <string>
#include <vector>

#include "definitions/form.h"

namespace biao::reference {

/// 字段, 资金, 表 …; empty for what is written without one: categories, parts of a fund.
Localized keywordOf(const definitions::Form& form, definitions::ElementId id);

/// On what it is required, as the form says it; empty: no condition.
std::string conditionOf(const definitions::Element& element);
/// 必填, 硬性, 必填 当 ….
std::vector<Localized> demandsOf(const definitions::Element& element);

/// "= 财政拨款 + 其他资金", one for each way it is made up.
std::vector<Localized> sumsOf(const definitions::Form& form, const definitions::Element& element);

/// The rest of what was declared: bounds, rows, a key, the printed label …
std::vector<Localized> notesOf(const definitions::Element& element);

/// What weights say before their lines: where they are of, the total, the condition, the source.
std::vector<Localized> headingOf(const definitions::Form& form,
                                 const definitions::Weights& weights);

/// "≥90分 ⇒ 优", and what is left.
std::vector<Localized> linesOf(const definitions::Bands& bands);

/// The condition as it is written; empty without one.
Localized conditionOf(const definitions::Weights& weights);

/// "来源 财预〔2021〕101号，未核实"; empty where neither is said.
std::vector<Localized> originOf(const Localized& source, bool unconfirmed);

}  // namespace biao::reference
