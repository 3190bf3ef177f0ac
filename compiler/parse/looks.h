// The ways of going wrong that are known, one function each: it looks at the scene of a fault and
// says what it is, or nothing when it is not of that sort. In marks.cpp those of signs and
// brackets, in values.cpp those of numbers, units and words.
#pragma once

#include <optional>

#include "parse/scene.h"

namespace biao::parse {

using Said = std::optional<Finding>;
using Look = Said (*)(const Scene&);

Finding with(Finding finding, Fix fix);
/// The bracket at `open` has no mate.
Finding unclosed(const Scene& s, int open);

inline const char* const ge = "\u2265";
inline const char* const le = "\u2264";

// signs and brackets
Said stray(const Scene& s);
/// > =, =<, ≥ ≥: signs of comparison that are one, or one too many.
Said comparators(const Scene& s);
Said arrowForGe(const Scene& s);
Said colon(const Scene& s);
Said slash(const Scene& s);
Said minus(const Scene& s);
Said closingBracket(const Scene& s);
/// The statement ends, or its block begins, inside a bracket.
Said openBracket(const Scene& s);

// numbers, units, words
/// 90%以上: a word after the number for which the language has a mark before it.
Said suffixWord(const Scene& s);
Said placeholder(const Scene& s);
/// 90%至95%: a range is written with ~.
Said rangeWord(const Scene& s);
/// 10人 x 4000元: the letter, for the sign.
Said timesLetter(const Scene& s);
/// ≤8万元 10人 × 8000元/人: what is multiplied is a calculation.
Said equationWithoutMark(const Scene& s);
/// ≥2公里 备注 "乡道": an attribute that no comma leads.
Said attributeWithoutComma(const Scene& s);
/// 财政拨款 五万元
Said numeralInWords(const Scene& s);
/// 2031年13月底, 2031-2-30, 2031.10.31: meant as dates.
Said dateInPieces(const Scene& s);
/// A number where a word has just ended: 约5人, 5人至10人, 102户321人, 核心业务1.
Said numberAfterWord(const Scene& s);
/// 5人（含临聘）
Said noteInBrackets(const Scene& s);
Said partsJoined(const Scene& s);
/// 5 人 次: a unit in two pieces.
Said splitUnit(const Scene& s);

}  // namespace biao::parse
