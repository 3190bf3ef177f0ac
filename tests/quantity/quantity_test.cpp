#include "quantity/quantity.h"

#include <gtest/gtest.h>

#include "declared_units.h"

namespace biao {
namespace {

using test::base;
using test::q;
using test::unit;
using test::units;

std::string times(std::initializer_list<const char*> factors) {
    Quantity result = q("1");
    for (const char* factor : factors)
        result = product(units(), result, q(factor));
    return text(result);
}

std::string over(const char* a, const char* b) {
    const auto result = quotient(units(), q(a), q(b));
    return result ? text(*result) : "nothing";
}

std::string plus(const char* a, const char* b) {
    const auto result = sum(units(), q(a), q(b));
    return result ? text(result->quantity) : "nothing";
}

std::string in(const char* quantity, const char* spelled) {
    const auto result = convert(units(), q(quantity), unit(spelled));
    return result ? text(*result) : "nothing";
}

TEST(Quantity, text) {
    EXPECT_EQ(text(q("29万元")), "29万元");
    EXPECT_EQ(text(q("100.0%")), "100%");
    EXPECT_EQ(text(q("3.6km")), "3.6公里");
    EXPECT_EQ(text(q("3.6km"), Language::en), "3.6 km");
    EXPECT_EQ(text(q("5人/户"), Language::en), "5 person/户");
    EXPECT_EQ(text(q("5")), "5");
    EXPECT_EQ(text(q("1÷3亩")), "≈0.333333亩");
}

TEST(Quantity, converts) {
    EXPECT_EQ(in("659004元", "万元"), "65.9004万元");
    EXPECT_EQ(in("6.5904万元", "元"), "65904元");
    EXPECT_EQ(in("1亿元", "万元"), "10000万元");
    EXPECT_EQ(in("15亩", "公顷"), "1公顷");
    EXPECT_EQ(in("1500亩", "平方公里"), "1平方公里");
    EXPECT_EQ(in("1亩", "平方米"), "≈666.667平方米");
    EXPECT_EQ(in("240000平方米", "亩"), "360亩");
    EXPECT_EQ(in("1年", "个月"), "12月");
    EXPECT_EQ(in("4季度", "年"), "1年");
    EXPECT_EQ(in("2周", "天"), "14天");
    EXPECT_EQ(in("1年", "天"), "nothing");
    EXPECT_EQ(in("1年", "工作日"), "nothing");
    EXPECT_EQ(in("1学年", "学期"), "2学期");
    EXPECT_EQ(in("1学年", "年"), "nothing");
    EXPECT_EQ(in("1吨", "斤"), "2000斤");
    EXPECT_EQ(in("9成", "%"), "90%");
    EXPECT_EQ(in("1.5倍", "%"), "150%");
    EXPECT_EQ(in("3百分点", "%"), "nothing");
    EXPECT_EQ(in("500元/人/月", "万元/人/年"), "0.6万元/人/年");
    EXPECT_EQ(in("30分", "元"), "0.3元");
    EXPECT_EQ(in("30分", "分钟"), "30分钟");
    EXPECT_EQ(in("3人", "户"), "nothing");
    EXPECT_EQ(in("3台", "个"), "3个");
    EXPECT_EQ(in("3头", "头只"), "3头只");
    EXPECT_EQ(in("3头", "只"), "nothing");
    EXPECT_EQ(in("3", "元"), "nothing");
    EXPECT_EQ(in("0", "元"), "0元");
}

TEST(Quantity, quantityTimesPriceTimesPeriodIsMoney) {
    EXPECT_EQ(times({"5人", "800元/人/月", "10个月"}), "40000元");
    EXPECT_EQ(times({"10个月", "5人", "800元/人/月"}), "40000元");
    EXPECT_EQ(times({"500元/人/月", "12个月", "1人"}), "6000元");
    EXPECT_EQ(times({"500元/人/月", "1年", "1人"}), "6000元");
    EXPECT_EQ(times({"500元/人·月", "1年", "1人"}), "6000元");
    EXPECT_EQ(times({"3万元/年", "6个月"}), "1.5万元");
    EXPECT_EQ(times({"80亩", "350元/亩"}), "28000元");
    EXPECT_EQ(times({"3万元/亩", "2000平方米"}), "9万元");
    EXPECT_EQ(times({"15000平方米", "3万元/亩"}), "67.5万元");
    EXPECT_EQ(times({"5台", "4万元/个"}), "20万元");
    EXPECT_EQ(times({"5个", "4万元/台"}), "20万元");
    EXPECT_EQ(times({"4张", "300元/件"}), "1200元");
    EXPECT_EQ(times({"2工日", "200元/人/天"}), "400元");
    EXPECT_EQ(times({"2人", "3天", "200元/工日"}), "1200元");
    EXPECT_EQ(times({"100万人", "3元/人"}), "3000000元");
    EXPECT_EQ(times({"3", "5人"}), "15人");
    EXPECT_EQ(times({"3", "5"}), "15");
    // What does not cancel shows.
    EXPECT_EQ(times({"5人", "800元/人/月"}), "4000元/月");
    EXPECT_EQ(times({"5户", "800元/人"}), "4000户·元/人");
    EXPECT_EQ(times({"10天", "800元/月"}), "8000天·元/月");
}

TEST(Quantity, ratiosGoIntoTheNumber) {
    EXPECT_EQ(times({"50%", "80万元"}), "40万元");
    EXPECT_EQ(times({"80万元", "50%"}), "40万元");
    EXPECT_EQ(times({"50%", "50%"}), "0.25");
    EXPECT_EQ(times({"50%", "3"}), "150%");
    EXPECT_EQ(times({"5人", "3倍"}), "15人");
    EXPECT_EQ(over("5人", "10人"), "0.5");
    EXPECT_EQ(over("5万元", "10元"), "5000");
    EXPECT_EQ(over("80%", "2年"), "0.4/年");
    EXPECT_EQ(times({"2%/年", "3年"}), "6%");
}

TEST(Quantity, homonymsInProducts) {
    // The same word cancels whatever it means; another word chooses the meaning that cancels.
    EXPECT_EQ(times({"10件", "30元/件"}), "300元");
    EXPECT_EQ(times({"10件", "30元/份"}), "300元");
    EXPECT_EQ(times({"10分", "2元/分"}), "20元");
    EXPECT_EQ(times({"10分/人", "3人"}), "30分");
    const Quantity scores = product(units(), q("10分/人"), q("3人"));
    EXPECT_EQ(scores.unit->readings().size(), 3u);
    const Quantity rate = product(units(), q("10件"), q("30元/人"));
    ASSERT_EQ(rate.unit->readings().size(), 2u);
    const Dimension wanted =
        Dimension(base("家具")).times(Dimension(base("金额"))).over(Dimension(base("人")));
    ASSERT_TRUE(rate.unit->reading(wanted));
    EXPECT_EQ(narrowed(rate.unit, wanted)->readings().size(), 1u);
}

TEST(Quantity, quotients) {
    EXPECT_EQ(over("40000元", "5人"), "8000元/人");
    EXPECT_EQ(over("4万元", "800元/人/月"), "50人·月");
    EXPECT_EQ(over("12", "4个月"), "3/月");
    EXPECT_EQ(over("12个月", "4"), "3月");
    EXPECT_EQ(over("12", "4"), "3");
    EXPECT_EQ(over("1元", "0人"), "nothing");
    EXPECT_EQ(over("0元", "0"), "nothing");
    EXPECT_EQ(over("1年", "3个月"), "4");
}

TEST(Quantity, sums) {
    EXPECT_EQ(plus("23万元", "6000元"), "23.6万元");
    EXPECT_EQ(plus("6000元", "23万元"), "236000元");
    EXPECT_EQ(plus("23万元", "0"), "23万元");
    EXPECT_EQ(plus("0", "23万元"), "23万元");
    EXPECT_EQ(plus("23万元", "5"), "nothing");
    EXPECT_EQ(plus("0元", "5人"), "nothing");
    EXPECT_EQ(plus("2", "5"), "7");
    EXPECT_EQ(plus("3人", "4名"), "7人");
    EXPECT_EQ(plus("102户", "321人"), "nothing");
    EXPECT_EQ(plus("5个", "3台"), "8台");
    EXPECT_EQ(plus("5台", "3个"), "8台");
    EXPECT_EQ(plus("5台", "1万个"), "10005台");
    EXPECT_EQ(plus("10张", "20把"), "30件");
    EXPECT_EQ(plus("10张", "20件"), "30件");
    EXPECT_EQ(plus("3头", "4只"), "7头只");
    EXPECT_EQ(plus("5%", "3百分点"), "nothing");
    EXPECT_EQ(plus("5%", "5‰"), "5.5%");
    EXPECT_EQ(plus("10分", "10分"), "20分");
    EXPECT_EQ(plus("10分", "1角"), "20分");
    EXPECT_EQ(plus("1亩", "1÷3亩"), "≈1.33333亩");
    EXPECT_EQ(sum(units(), q("10张"), q("20把"))->how, Compatibility::siblings);
    EXPECT_EQ(sum(units(), q("5个"), q("3台"))->how, Compatibility::generic);
    // A homonym that met something has one meaning left.
    EXPECT_FALSE(sum(units(), q("10分"), q("1角"))->quantity.unit->ambiguous());
    EXPECT_TRUE(sum(units(), q("10分"), q("10分"))->quantity.unit->ambiguous());
}

TEST(Quantity, compares) {
    const auto order = [](const char* a, const char* b) { return compare(units(), q(a), q(b)); };
    EXPECT_EQ(order("659004元", "65.9004万元"), std::strong_ordering::equal);
    EXPECT_EQ(order("659004元", "6.5904万元"), std::strong_ordering::greater);
    EXPECT_EQ(order("15亩", "1公顷"), std::strong_ordering::equal);
    EXPECT_EQ(order("1亩", "666.667平方米"), std::strong_ordering::less);
    EXPECT_EQ(order("50%", "5成"), std::strong_ordering::equal);
    EXPECT_EQ(order("5个", "4台"), std::strong_ordering::greater);
    EXPECT_EQ(order("30件", "31张"), std::strong_ordering::less);
    EXPECT_EQ(order("0", "5人"), std::strong_ordering::less);
    EXPECT_EQ(order("3", "2"), std::strong_ordering::greater);
    EXPECT_EQ(order("3头", "2只"), std::nullopt);
    EXPECT_EQ(order("3人", "2户"), std::nullopt);
    EXPECT_EQ(order("30", "30%"), std::nullopt);
    EXPECT_EQ(order("1年", "365天"), std::nullopt);
    EXPECT_EQ(order("500元/人/月", "6000元/人/年"), std::strong_ordering::equal);
    EXPECT_EQ(order("500元/人", "500元/个"), std::strong_ordering::equal);
}

TEST(Quantity, longProductsGiveUpQuietly) {
    Quantity result = q("1元");
    for (int i = 0; i < 50; ++i) {
        result = product(units(), result, q(i % 2 ? "2人·天" : "3米·吨·株·千瓦"));
    }
    EXPECT_TRUE(result.unit->readings().front().dimension.beyond());
    EXPECT_EQ(compare(units(), result, product(units(), result, q("1人"))), std::nullopt);
    EXPECT_FALSE(sum(units(), result, q("1元")));
    EXPECT_TRUE(quotient(units(), result, result));
}

}  // namespace
}  // namespace biao
