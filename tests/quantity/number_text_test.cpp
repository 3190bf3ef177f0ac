// Number and its decimals: reading, rounding, printing.
#include <gmpxx.h>
#include <gtest/gtest.h>

#include <random>

#include "quantity/number.h"

namespace biao {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

Number parsed(std::string_view digits) {
    const bool negative = digits.starts_with("-");
    const auto value = Number::parse(negative ? digits.substr(1) : digits);
    if (!value) throw std::logic_error("not a number: " + std::string(digits));
    return negative ? -*value : *value;
}

TEST(Number, parse) {
    EXPECT_EQ(parsed("0"), Number());
    EXPECT_EQ(parsed("007").toInteger(), 7);
    EXPECT_EQ(parsed("1234.50"), *Number(24690).divided(20));
    EXPECT_EQ(parsed("25000000.00").toInteger(), 25000000);
    EXPECT_EQ(parsed("0.1") + parsed("0.2"), parsed("0.3"));
    EXPECT_EQ(parsed("123456789012345678901234567890.5").text(),
              "123456789012345678901234567890.5");
    EXPECT_EQ(parsed("0.0000000000000000000000001").text(), "0.0000000000000000000000001");
    EXPECT_EQ(parsed("999999999999999999").toInteger(), 999999999999999999);
    EXPECT_EQ(parsed("9223372036854775807").toInteger(), kMost);
    for (const char* bad : {"", ".", "1.", ".5", "1.2.3", "-1", "+1", "1e5", "1,000", "１", "0x1",
                            " 1", "1 ", "十"}) {
        EXPECT_FALSE(Number::parse(bad)) << bad;
    }
}

TEST(Number, printsTheShortestExactDecimal) {
    for (const char* text :
         {"0", "7", "-7", "0.5", "-0.5", "6.5904", "2472.71", "0.001", "32.02",
          "0.000000000000000001", "0.0000000000000000001", "1234567890123456789.0123456789"}) {
        EXPECT_EQ(parsed(text).text(), text);
        EXPECT_TRUE(parsed(text).terminates());
    }
    EXPECT_EQ(parsed("1234.500").text(), "1234.5");
    EXPECT_EQ(parsed("25000000.00").text(), "25000000");
    EXPECT_EQ(Number(1).divided(1024)->text(), "0.0009765625");
    EXPECT_EQ(Number(2).power(-80).text().substr(0, 30), "0.0000000000000000000000008271");
}

TEST(Number, marksWhatHasNoEnd) {
    const auto over = [](const Number& a, const Number& b) { return a.divided(b)->text(); };
    EXPECT_FALSE(Number(1).divided(3)->terminates());
    EXPECT_EQ(over(1, 3), "≈0.333333");
    EXPECT_EQ(over(-2, 3), "≈-0.666667");
    EXPECT_EQ(over(2000, 3), "≈666.667");
    EXPECT_EQ(over(100000000, 3), "≈33333333.33");  // money keeps its cents
    EXPECT_EQ(over(1, 30), "≈0.0333333");
    EXPECT_EQ(over(1, 3000000), "≈0.000000333333");
    EXPECT_EQ(over(299999999, 300000000), "≈1");
    EXPECT_EQ(over(Number::pow10(30), 3), "≈333333333333333333333333333333.33");
    EXPECT_EQ(over(1, Number::pow10(30) * 3), "≈0.000000000000000000000000000000333333");
}

TEST(Number, printsFixedPlaces) {
    EXPECT_EQ(parsed("7.5").text(2), "7.50");
    EXPECT_EQ(parsed("7.5").text(0), "8");
    EXPECT_EQ(parsed("-7.5").text(0), "-8");
    EXPECT_EQ(parsed("-0.001").text(2), "0.00");
    EXPECT_EQ(Number(2000).divided(3)->text(3), "666.667");
    EXPECT_EQ(Number(0).text(2), "0.00");
    EXPECT_EQ(parsed("0.05").text(20), "0.05000000000000000000");
    EXPECT_EQ(Number::pow10(30).text(1), "1000000000000000000000000000000.0");
    EXPECT_EQ((-Number::pow10(-30)).text(2), "0.00");
}

TEST(Number, rounds) {
    using enum Rounding;
    struct Case {
        const char* value;
        int places;
        Rounding rounding;
        const char* want;
    };
    const Case cases[] = {
        {"2.5", 0, halfUp, "3"},
        {"-2.5", 0, halfUp, "-3"},
        {"2.5", 0, halfEven, "2"},
        {"3.5", 0, halfEven, "4"},
        {"-2.5", 0, halfEven, "-2"},
        {"-3.5", 0, halfEven, "-4"},
        {"2.51", 0, halfEven, "3"},
        {"2.49", 0, halfUp, "2"},
        {"2.9", 0, down, "2"},
        {"-2.9", 0, down, "-2"},
        {"2.1", 0, up, "3"},
        {"-2.1", 0, up, "-3"},
        {"2", 0, up, "2"},
        {"0.005", 2, halfUp, "0.01"},
        {"0.005", 2, halfEven, "0"},
        {"1250", -2, halfUp, "1300"},
        {"1250", -2, halfEven, "1200"},
        {"1249", -2, up, "1300"},
        {"-1249", -2, down, "-1200"},
        {"49", -2, halfUp, "0"},
        {"32.0249", 2, halfUp, "32.02"},
        {"1.00000000000000000005", 19, halfUp, "1.0000000000000000001"},
        {"1.00000000000000000005", 19, halfEven, "1"},
        {"99999999999999999999.5", 0, halfUp, "100000000000000000000"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(parsed(c.value).rounded(c.places, c.rounding).text(), c.want)
            << c.value << " to " << c.places;
    }
}

TEST(Number, roundsAsGmpDoes) {
    std::mt19937_64 random(7);
    for (int round = 0; round < 4000; ++round) {
        const auto over = static_cast<std::int64_t>(random() >> (random() % 62 + 1));
        const auto under = static_cast<std::int64_t>(random() >> (random() % 62 + 1)) + 1;
        const int places = static_cast<int>(random() % 24) - 3;
        const Number value = *Number(over).divided(under);
        mpq_class scaled{mpz_class(static_cast<long>(over)), mpz_class(static_cast<long>(under))};
        scaled.canonicalize();
        mpz_class scale;
        mpz_ui_pow_ui(scale.get_mpz_t(), 10, static_cast<unsigned long>(std::abs(places)));
        scaled = places < 0 ? mpq_class(scaled / scale) : mpq_class(scaled * scale);
        const mpq_class shifted = scaled + mpq_class(1, 2);
        const mpz_class nearest = shifted.get_num() / shifted.get_den();
        const Number want = *parsed(nearest.get_str()).divided(Number::pow10(places));
        const Number found = value.rounded(places, Rounding::halfUp);
        ASSERT_EQ(found, want) << over << "/" << under << " to " << places;
        ASSERT_EQ((-value).rounded(places, Rounding::halfUp), -want);
        ASSERT_LE(value.rounded(places, Rounding::down), value);
        ASSERT_GE(value.rounded(places, Rounding::up), value);
        if (places >= 0) {
            ASSERT_EQ(parsed(value.text(places)), want);
        }
    }
}

TEST(NumberText, exactWhateverItTakes) {
    EXPECT_EQ(Number(2000).divided(3)->exactText(), "2000/3");
    EXPECT_EQ((-*Number(1).divided(7)).exactText(), "-1/7");
    EXPECT_EQ(Number(1).divided(8)->exactText(), "0.125");
    EXPECT_EQ(Number::pow10(30).divided(3)->exactText(), "1" + std::string(30, '0') + "/3");
}

}  // namespace
}  // namespace biao
