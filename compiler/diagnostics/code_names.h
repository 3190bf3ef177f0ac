// Codes as people name them: on the command line, in a workspace file, in an acceptance.
#pragma once

#include <string>
#include <string_view>

namespace biao {

/// Half width, `-` for `_`, and a capital B before a digit: how names are compared.
std::string tidyCode(std::string_view named);

/// `named`, tidy, is the code: its whole spelling (B202; B2:国家.成本没有写算符), its English name,
/// and of a rule in data also its path without the family or without the package, or its own name
/// alone.
bool meansCode(std::string_view named, std::string_view code, std::string_view name = {});

/// "B4": all codes that begin so.
bool isFamily(std::string_view named);

/// What is syntax, or a fault in a form: no rule is left to be judged by, so it stays an error.
bool isFirm(std::string_view code);
/// A family that is about nothing else: B0, B9.
bool isFirmFamily(std::string_view named);

/// The code of the catalogue that is meant; empty where it is none of them.
std::string_view catalogueCode(std::string_view named);

}  // namespace biao
