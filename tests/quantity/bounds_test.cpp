#include "quantity/bounds.h"

#include <gtest/gtest.h>

#include <vector>

#include "declared_units.h"

namespace biao {
namespace {

using test::base;
using test::q;
using test::units;

constexpr Truth yes = Truth::holds;
constexpr Truth no = Truth::fails;
constexpr Truth open = Truth::undetermined;

TEST(Bounds, ofAnOperator) {
    EXPECT_EQ(Bounds::of(Op::le, q("3万元")).upper, Number(30000));
    EXPECT_EQ(Bounds::of(Op::le, q("3万元")).lower, std::nullopt);
    EXPECT_EQ(Bounds::of(Op::ge, q("2人")).upper, std::nullopt);
    EXPECT_EQ(Bounds::of(Op::ge, q("2人")).lower, Number(2));
    EXPECT_TRUE(Bounds::of(Op::lt, q("3万元")).upperOpen);
    EXPECT_TRUE(Bounds::of(Op::gt, q("3万元")).lowerOpen);
    EXPECT_EQ(Bounds::of(Op::le, q("3万元")).dimension, Dimension(base("金额")));
    EXPECT_EQ(Bounds::of(Op::le, q("3")).dimension, std::nullopt);
    EXPECT_TRUE(Bounds::exactly(q("90%")).isPoint());
    EXPECT_EQ(Bounds::of(Op::ne, q("3人")).lower, std::nullopt);
    EXPECT_EQ(Bounds::between(q("90%"), q("95%")), Bounds::between(q("95%"), q("90%")));
    EXPECT_EQ(Bounds::between(q("90%"), q("1")).upper, Number(1));
}

TEST(Bounds, sum) {
    const auto sumOf = [](std::vector<Bounds> terms) { return sum(units(), terms); };
    const auto atMost = sumOf({Bounds::of(Op::le, q("3万元")), Bounds::of(Op::lt, q("500元"))});
    ASSERT_TRUE(atMost);
    EXPECT_EQ(atMost->upper, Number(30500));
    EXPECT_TRUE(atMost->upperOpen);
    EXPECT_EQ(atMost->lower, std::nullopt);
    const auto mixed = sumOf({Bounds::exactly(q("3万元")), Bounds::of(Op::ge, q("1万元"))});
    EXPECT_EQ(mixed->lower, Number(40000));
    EXPECT_EQ(mixed->upper, std::nullopt);
    EXPECT_FALSE(mixed->upperOpen);
    EXPECT_FALSE(sumOf({}));
    EXPECT_FALSE(sumOf({Bounds::exactly(q("3万元")), Bounds::exactly(q("3人"))}));
    EXPECT_FALSE(sumOf({Bounds::exactly(q("3万元")), Bounds::exactly(q("3"))}));
    EXPECT_EQ(sumOf({Bounds::exactly(q("0")), Bounds::exactly(q("3人"))}),
              Bounds::exactly(q("3人")));
    EXPECT_EQ(sumOf({Bounds::exactly(q("3人")), Bounds::exactly(q("0"))}),
              Bounds::exactly(q("3人")));
    EXPECT_EQ(sumOf({Bounds::exactly(q("10张")), Bounds::exactly(q("20把"))})->dimension,
              Dimension(base("家具")));
}

TEST(Bounds, compare) {
    struct Case {
        Bounds a;
        Op op;
        Bounds b;
        Truth truth;
    };
    const auto is = [](const char* value) { return Bounds::exactly(q(value)); };
    const auto most = [](const char* value) { return Bounds::of(Op::le, q(value)); };
    const auto least = [](const char* value) { return Bounds::of(Op::ge, q(value)); };
    const auto below = [](const char* value) { return Bounds::of(Op::lt, q(value)); };
    const auto above = [](const char* value) { return Bounds::of(Op::gt, q(value)); };
    const Case cases[] = {
        {is("3元"), Op::le, is("3元"), yes},
        {is("3元"), Op::lt, is("3元"), no},
        {is("3元"), Op::eq, is("3元"), yes},
        {is("3元"), Op::ne, is("3元"), no},
        {is("3元"), Op::ge, is("4元"), no},
        {is("1万元"), Op::ge, is("4元"), yes},
        {most("3元"), Op::le, is("3元"), yes},
        {most("3元"), Op::lt, is("3元"), open},
        {below("3元"), Op::lt, is("3元"), yes},
        {most("3元"), Op::le, is("2元"), open},
        {least("3元"), Op::le, is("2元"), no},
        {least("2元"), Op::le, is("2元"), open},
        {above("2元"), Op::le, is("2元"), no},
        {least("2元"), Op::ge, is("2元"), yes},
        {least("2元"), Op::lt, is("2元"), no},
        {most("3元"), Op::le, most("9元"), open},
        {most("3元"), Op::le, least("3元"), yes},
        {most("3元"), Op::lt, least("3元"), open},
        {below("3元"), Op::lt, least("3元"), yes},
        {most("3元"), Op::eq, is("4元"), no},
        {below("3元"), Op::eq, is("3元"), no},
        {most("3元"), Op::eq, is("3元"), open},
        {below("3元"), Op::ne, is("3元"), yes},
        {Bounds::between(q("1元"), q("3元")), Op::eq, Bounds::between(q("1元"), q("3元")), open},
        {is("3元"), Op::le, is("3人"), open},
        {is("3元"), Op::le, is("5"), open},
        {is("0"), Op::le, is("3人"), yes},
        {is("3头"), Op::le, is("3头只"), yes},
        {is("3头"), Op::le, is("3只"), open},
        {is("3"), Op::le, is("5"), yes},
    };
    int number = 0;
    for (const Case& c : cases) {
        EXPECT_EQ(compare(units(), c.a, c.op, c.b), c.truth) << number;
        EXPECT_EQ(compare(units(), c.b, mirrored(c.op), c.a), c.truth) << number;
        ++number;
    }
}

// Against every small interval, by trying its points.
TEST(Bounds, compareAgreesWithTryingPoints) {
    std::vector<Bounds> all;
    for (int lower = 0; lower <= 3; ++lower) {
        for (int upper = lower; upper <= 3; ++upper) {
            for (const bool lowerOpen : {false, true}) {
                for (const bool upperOpen : {false, true}) {
                    if (lower == upper && (lowerOpen || upperOpen)) continue;
                    all.push_back({Number(lower), Number(upper), lowerOpen, upperOpen, {}});
                }
            }
        }
    }
    const auto points = [](const Bounds& bounds) {
        std::vector<Number> inside;
        for (int third = 0; third <= 90; ++third) {
            const Number x = *Number(third).divided(30);
            if (x < *bounds.lower || x > *bounds.upper) continue;
            if (bounds.lowerOpen && x == *bounds.lower) continue;
            if (bounds.upperOpen && x == *bounds.upper) continue;
            if (inside.size() < 2 || third > 84 || third % 5 == 0 || third % 30 == 29) {
                inside.push_back(x);
            }
        }
        return inside;
    };
    for (const Bounds& a : all) {
        for (const Bounds& b : all) {
            // A bare 0 goes with everything and has a dimension like any bare number here: none.
            for (const Op op : {Op::ge, Op::le, Op::gt, Op::lt, Op::eq, Op::ne}) {
                bool some = false;
                bool every = true;
                for (const Number& x : points(a)) {
                    for (const Number& y : points(b)) {
                        (satisfies(x <=> y, op) ? some : every) = satisfies(x <=> y, op);
                    }
                }
                const Truth want = every ? yes : some ? open : no;
                ASSERT_EQ(compare(units(), a, op, b), want)
                    << a.lower->text() << ".." << a.upper->text() << " op " << int(op) << " "
                    << b.lower->text() << ".." << b.upper->text();
            }
            bool some = false;
            bool every = true;
            for (const Number& x : points(a)) {
                const bool inside =
                    !(x < *b.lower || x > *b.upper || (b.lowerOpen && x == *b.lower) ||
                      (b.upperOpen && x == *b.upper));
                (inside ? some : every) = inside;
            }
            ASSERT_EQ(within(units(), a, b), every ? yes : some ? open : no);
        }
    }
}

TEST(Bounds, withinOpenEnds) {
    const auto is = [](const char* value) { return Bounds::exactly(q(value)); };
    EXPECT_EQ(within(units(), is("3人"), Bounds::of(Op::ge, q("2人"))), yes);
    EXPECT_EQ(within(units(), is("1人"), Bounds::of(Op::ge, q("2人"))), no);
    EXPECT_EQ(within(units(), is("2人"), Bounds::of(Op::gt, q("2人"))), no);
    EXPECT_EQ(within(units(), Bounds::of(Op::ge, q("3人")), Bounds::of(Op::ge, q("2人"))), yes);
    EXPECT_EQ(within(units(), Bounds::of(Op::le, q("3人")), Bounds::of(Op::ge, q("2人"))), open);
    EXPECT_EQ(within(units(), Bounds(), Bounds()), yes);
    EXPECT_EQ(within(units(), is("1人"), is("1户")), open);
}

TEST(Bounds, operators) {
    for (const Op op : {Op::ge, Op::le, Op::gt, Op::lt, Op::eq, Op::ne}) {
        EXPECT_EQ(mirrored(mirrored(op)), op);
        for (const auto& [a, b] : {std::pair(1, 2), std::pair(2, 2), std::pair(2, 1)}) {
            EXPECT_EQ(satisfies(a <=> b, op), satisfies(b <=> a, mirrored(op)));
        }
    }
    EXPECT_EQ(negated(yes), no);
    EXPECT_EQ(negated(no), yes);
    EXPECT_EQ(negated(open), open);
}

}  // namespace
}  // namespace biao
