#include "quantity/amount.h"

#include <gtest/gtest.h>

#include <vector>

#include "declared_units.h"

namespace biao {
namespace {

using test::q;
using test::units;

Span at(std::uint32_t begin) {
    return {FileId{0}, begin, begin + 1};
}

// "?" asked at 1, "x" unknown at 2, "/" not applicable, "" blank, else a quantity.
Amount amount(std::string_view written) {
    if (written.empty()) return {};
    if (written == "?") return Amount::asked(at(1));
    if (written == "x") return Amount::unknown(at(2));
    if (written == "/") return Amount::notApplicable();
    return q(written);
}

std::string show(const Amount& amount) {
    switch (amount.state()) {
        case State::blank:
            return "";
        case State::asked:
            return "?";
        case State::notApplicable:
            return "/";
        case State::unknown:
            return "unknown " + std::to_string(amount.cause().begin);
        case State::known:
            break;
    }
    return text(amount.quantity());
}

std::string total(const std::vector<const char*>& terms) {
    std::vector<Amount> amounts;
    for (const char* term : terms)
        amounts.push_back(amount(term));
    const auto result = sum(units(), amounts);
    if (const Clash* clash = std::get_if<Clash>(&result)) {
        return "clash " + std::to_string(clash->index);
    }
    return show(std::get<Total>(result).amount);
}

TEST(Amount, sum) {
    EXPECT_EQ(total({}), "");
    EXPECT_EQ(total({""}), "");
    EXPECT_EQ(total({"", ""}), "");
    EXPECT_EQ(total({"/", ""}), "");
    EXPECT_EQ(total({"0"}), "0");
    EXPECT_EQ(total({"", "0", ""}), "0");
    EXPECT_EQ(total({"1元", "", "2元"}), "3元");
    EXPECT_EQ(total({"1元", "/", "2元"}), "3元");
    EXPECT_EQ(total({"0", "2元"}), "2元");
    EXPECT_EQ(total({"1元", "?", "2元"}), "unknown 1");
    EXPECT_EQ(total({"1元", "x", "2元"}), "unknown 2");
    EXPECT_EQ(total({"x", "?"}), "unknown 2");
    EXPECT_EQ(total({"?", "x"}), "unknown 1");
    EXPECT_EQ(total({"", "?"}), "unknown 1");
    EXPECT_EQ(total({"1元", "2人"}), "clash 1");
    EXPECT_EQ(total({"", "1元", "?", "2人"}), "clash 3");
    EXPECT_EQ(total({"1元", "2"}), "clash 1");
    EXPECT_EQ(total({"10张", "20把", "2件", "1个"}), "33件");
    EXPECT_EQ(total({"5个", "3台", "2人"}), "clash 2");
}

TEST(Amount, sumSaysTheLoosestMatch) {
    const std::vector<Amount> terms{q("10张"), q("20把"), q("2件")};
    EXPECT_EQ(std::get<Total>(sum(units(), terms)).how, Compatibility::siblings);
}

// Every pair of states, in the order blank, known, ?, x, /.
const char* const kStates[] = {"", "6元", "?", "x", "/"};

TEST(Amount, productAndQuotientAndDifference) {
    const char* const product_[5][5] = {
        {"", "", "unknown 1", "unknown 2", "/"},
        {"", "36元·元", "unknown 1", "unknown 2", "/"},
        {"unknown 1", "unknown 1", "unknown 1", "unknown 1", "unknown 1"},
        {"unknown 2", "unknown 2", "unknown 2", "unknown 2", "unknown 2"},
        {"/", "/", "unknown 1", "unknown 2", "/"},
    };
    for (int i = 0; i < 5; ++i) {
        for (int j = 0; j < 5; ++j) {
            const Amount a = amount(kStates[i]);
            const Amount b = amount(kStates[j]);
            const std::string want = product_[i][j];
            const bool known = i == 1 && j == 1;
            EXPECT_EQ(show(product(units(), a, b)), want) << i << " " << j;
            EXPECT_EQ(show(quotient(units(), a, b).value()), known ? "1" : want) << i << " " << j;
            EXPECT_EQ(show(difference(units(), a, b).value()), known ? "0元" : want);
        }
    }
    EXPECT_FALSE(quotient(units(), q("1元"), q("0人")));
    EXPECT_EQ(show(*quotient(units(), Amount(), q("0人"))), "");
    EXPECT_FALSE(difference(units(), q("1元"), q("1人")));
    EXPECT_EQ(show(*difference(units(), q("1万元"), q("1元"))), "0.9999万元");
}

TEST(Amount, compareIsUndeterminedUnlessBothAreKnown) {
    for (const Op op : {Op::ge, Op::le, Op::gt, Op::lt, Op::eq, Op::ne}) {
        for (int i = 0; i < 5; ++i) {
            for (int j = 0; j < 5; ++j) {
                const Truth truth = compare(units(), amount(kStates[i]), op, amount(kStates[j]));
                EXPECT_EQ(truth == Truth::undetermined, i != 1 || j != 1) << i << " " << j;
            }
        }
        EXPECT_EQ(compare(units(), q("6元"), op, q("6人")), Truth::undetermined);
        EXPECT_EQ(compare(units(), q("6元"), op, q("6")), Truth::undetermined);
    }
}

TEST(Amount, compareKnown) {
    struct Case {
        const char* a;
        const char* b;
        bool ge, le, gt, lt, eq, ne;
    };
    const Case cases[] = {
        {"1元", "2元", false, true, false, true, false, true},
        {"2元", "2元", true, true, false, false, true, false},
        {"1万元", "2元", true, false, true, false, false, true},
        {"0", "2元", false, true, false, true, false, true},
    };
    for (const Case& c : cases) {
        const auto holds = [&](Op op) {
            return compare(units(), q(c.a), op, q(c.b)) == Truth::holds;
        };
        EXPECT_EQ(holds(Op::ge), c.ge);
        EXPECT_EQ(holds(Op::le), c.le);
        EXPECT_EQ(holds(Op::gt), c.gt);
        EXPECT_EQ(holds(Op::lt), c.lt);
        EXPECT_EQ(holds(Op::eq), c.eq);
        EXPECT_EQ(holds(Op::ne), c.ne);
    }
}

}  // namespace
}  // namespace biao
