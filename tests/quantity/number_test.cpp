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
