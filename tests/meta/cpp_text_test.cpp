#include "cpp_text.h"

#include <gtest/gtest.h>

#include "sources.h"

namespace biao::meta {
namespace {

TEST(CppText, blanksComments) {
    EXPECT_EQ(withoutComments("a // double\nb /* float\n */ c"), "a          \nb         \n    c");
    EXPECT_EQ(withoutComments("\"// not one\" x"), "\"// not one\" x");
}

TEST(CppText, blanksLiterals) {
    EXPECT_EQ(codeOnly("f(\"a\\\"b\", 'c', '\\'') + 1'000'000"),
              "f(      ,    ,     ) + 1'000'000");
    EXPECT_EQ(codeOnly("x = R\"--(double \" )\" )--\"; y"), "x = R                    ; y");
    EXPECT_EQ(codeOnly("U'x' u8\"y\" z"), "U    u8    z");
}

TEST(CppText, findsWholeWords) {
    EXPECT_TRUE(hasWord("a double b", "double"));
    EXPECT_TRUE(hasWord("doubles double", "double"));
    EXPECT_FALSE(hasWord("doubles redouble double_", "double"));
    EXPECT_TRUE(hasWord("double", "double"));
}

}  // namespace
}  // namespace biao::meta
