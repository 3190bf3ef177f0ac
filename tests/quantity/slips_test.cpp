#include "quantity/slips.h"

#include <gtest/gtest.h>

#include <string>

namespace biao {
namespace {

std::string slipOf(const char* found, const char* wanted) {
    const auto value = [](std::string_view digits) {
        const bool negative = digits.starts_with("-");
        const Number number = Number::parse(digits.substr(negative)).value();
        return negative ? -number : number;
    };
    const auto result = slip(value(found), value(wanted));
    if (!result) return "none";
    switch (result->kind) {
        case Slip::Kind::powerOfTen:
            return "10^" + std::to_string(result->power);
        case Slip::Kind::digitReplaced:
            return "replaced";
        case Slip::Kind::digitDropped:
            return "dropped";
        case Slip::Kind::digitAdded:
            return "added";
        case Slip::Kind::swapped:
            return "swapped";
    }
    return "";
}

TEST(Slips, powersOfTen) {
    EXPECT_EQ(slipOf("6.5904", "65.904"), "10^-1");
    EXPECT_EQ(slipOf("65.9004", "659004"), "10^-4");
    EXPECT_EQ(slipOf("10", "1"), "10^1");
    EXPECT_EQ(slipOf("-500", "-5"), "10^2");
}

TEST(Slips, digits) {
    EXPECT_EQ(slipOf("356.63", "356.93"), "replaced");
    EXPECT_EQ(slipOf("35.63", "356.63"), "dropped");
    EXPECT_EQ(slipOf("3556.63", "356.63"), "added");
    EXPECT_EQ(slipOf("365.63", "356.63"), "swapped");
    EXPECT_EQ(slipOf("2472.7", "2472.71"), "dropped");
    EXPECT_EQ(slipOf("-102", "-120"), "swapped");
    EXPECT_EQ(slipOf("15", "105"), "dropped");
}

TEST(Slips, noEvidence) {
    EXPECT_EQ(slipOf("100", "100.0"), "none");
    EXPECT_EQ(slipOf("5", "7"), "none");
    EXPECT_EQ(slipOf("12", "21"), "none");
    EXPECT_EQ(slipOf("123", "456"), "none");
    EXPECT_EQ(slipOf("1234", "1423"), "none");
    EXPECT_EQ(slipOf("-100", "100"), "none");
    EXPECT_EQ(slipOf("0", "100"), "none");
    EXPECT_EQ(slipOf("100", "0"), "none");
    EXPECT_EQ(slipOf("12.34", "123.5"), "none");
    const Number third = *Number(1).divided(3);
    EXPECT_FALSE(slip(third, *Number(1).divided(7)));
    EXPECT_EQ(slip(third, third * 100)->power, -2);
}

}  // namespace
}  // namespace biao
