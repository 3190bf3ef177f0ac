#include "quantity/number.h"

#include <gmpxx.h>
#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <unordered_set>
#include <vector>

namespace biao {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();

Number parsed(std::string_view digits) {
    const bool negative = digits.starts_with("-");
    const auto value = Number::parse(negative ? digits.substr(1) : digits);
    if (!value) throw std::logic_error("not a number: " + std::string(digits));
    return negative ? -*value : *value;
}

// A number beside what GMP makes of it.
struct Twin {
    Number ours;
    mpq_class theirs;
};

Twin twin(const std::string& over, const std::string& under) {
    mpq_class theirs{mpz_class(over), mpz_class(under)};
    theirs.canonicalize();
    return {*parsed(over).divided(parsed(under)), theirs};
}

// Numerator and denominator through what the class itself offers: no decimals of thirds.
bool agree(const Number& ours, const mpq_class& theirs) {
    const Number over = parsed(theirs.get_num().get_str());
    const Number under = parsed(theirs.get_den().get_str());
    return ours * under == over && ours == *over.divided(under) &&
           ours.hash() == over.divided(under)->hash();
}

std::vector<Twin> interesting() {
    const std::vector<std::string> wholes = {
        "0",
        "1",
        "10",
        "4294967296",
        "3037000500",
        "9223372036854775807",
        "9223372036854775808",
        "9223372036854775809",
        "18446744073709551615",
        "18446744073709551616",
        "170141183460469231731687303715884105727",
        "170141183460469231731687303715884105728",
        "170141183460469231731687303715884105729",
        "340282366920938463463374607431768211456",
        "1000000000000000000000000000000000000000000000000000001"};
    std::vector<Twin> all;
    for (const std::string& over : wholes) {
        for (const char* under :
             {"1", "3", "9223372036854775807", "170141183460469231731687303715884105728"}) {
            all.push_back(twin(over, under));
            if (over != "0") all.push_back(twin("-" + over, under));
        }
    }
    return all;
}

void checkPair(const Twin& a, const Twin& b) {
    ASSERT_TRUE(agree(a.ours + b.ours, a.theirs + b.theirs)) << a.theirs << " + " << b.theirs;
    ASSERT_TRUE(agree(a.ours - b.ours, a.theirs - b.theirs)) << a.theirs << " - " << b.theirs;
    ASSERT_TRUE(agree(a.ours * b.ours, a.theirs * b.theirs)) << a.theirs << " * " << b.theirs;
    const auto quotient = a.ours.divided(b.ours);
    ASSERT_EQ(quotient.has_value(), sgn(b.theirs) != 0);
    if (quotient) {
        ASSERT_TRUE(agree(*quotient, a.theirs / b.theirs)) << a.theirs << " / " << b.theirs;
    }
    const int order = cmp(a.theirs, b.theirs);
    ASSERT_EQ(a.ours < b.ours, order < 0) << a.theirs << " < " << b.theirs;
    ASSERT_EQ(a.ours > b.ours, order > 0) << a.theirs << " > " << b.theirs;
    ASSERT_EQ(a.ours == b.ours, order == 0) << a.theirs << " == " << b.theirs;
}

TEST(Number, agreesWithGmpAtTheEdges) {
    const std::vector<Twin> all = interesting();
    for (const Twin& a : all) {
        ASSERT_EQ(a.ours.sign(), sgn(a.theirs));
        ASSERT_EQ(a.ours.isZero(), sgn(a.theirs) == 0);
        ASSERT_EQ(a.ours.isInteger(), a.theirs.get_den() == 1);
        ASSERT_TRUE(agree(-a.ours, -a.theirs));
        ASSERT_TRUE(agree(a.ours.abs(), abs(a.theirs)));
        for (const Twin& b : all)
            checkPair(a, b);
    }
}

TEST(Number, agreesWithGmpOnRandomNumbers) {
    std::mt19937_64 random(20240229);
    const auto whole = [&](bool zeroToo) {
        const unsigned width = static_cast<unsigned>(random() % 130);
        mpz_class value = mpz_class(static_cast<unsigned long>(random()));
        value = (value << 64) + mpz_class(static_cast<unsigned long>(random()));
        value >>= 128 - std::min(width, 128u);
        if (value == 0 && !zeroToo) value = 1;
        return value;
    };
    for (int round = 0; round < 5000; ++round) {
        const std::string sign = random() % 2 ? "-" : "";
        const mpz_class over = whole(true);
        const Twin a = twin(over == 0 ? "0" : sign + over.get_str(), whole(false).get_str());
        const Twin b = twin(whole(true).get_str(), whole(false).get_str());
        checkPair(a, b);
    }
}

TEST(Number, comesBackFromBigWhenItFits) {
    const Number most = kMost;
    const Number beyond = most + 1;
    EXPECT_FALSE(beyond.toInteger());
    EXPECT_EQ((beyond - 1).toInteger(), kMost);
    EXPECT_EQ((beyond * beyond).divided(beyond * beyond)->toInteger(), 1);
    EXPECT_EQ((beyond - beyond).toInteger(), 0);
    // The least int64 has no negative twin and is therefore not stored small.
    EXPECT_EQ(Number(kLeast), -beyond);
    EXPECT_EQ(-Number(kLeast), beyond);
    EXPECT_EQ(Number(std::numeric_limits<std::uint64_t>::max()).text(), "18446744073709551615");
    EXPECT_EQ(Number(kLeast).text(), "-9223372036854775808");
    EXPECT_EQ(std::hash<Number>()(beyond - 1), std::hash<Number>()(most));
    const std::unordered_set<Number> set{beyond, beyond + 0, most, Number(kLeast)};
    EXPECT_EQ(set.size(), 3u);
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

TEST(Number, powers) {
    EXPECT_EQ(Number::pow10(0), 1);
    EXPECT_EQ(Number::pow10(4), 10000);
    EXPECT_EQ(Number::pow10(-2), parsed("0.01"));
    EXPECT_EQ(Number::pow10(40).text(), "1" + std::string(40, '0'));
    EXPECT_EQ(Number(-2).power(63), Number(kLeast));
    EXPECT_EQ(Number(0).power(0), 1);
    EXPECT_EQ(Number(2).divided(3)->power(-2), *Number(9).divided(4));
}

}  // namespace
}  // namespace biao
