// Every unit word of the domain, and every compound it is used in.
#include <gtest/gtest.h>

#include "declared_units.h"

namespace biao {
namespace {

using test::base;
using test::unit;

Dimension d(std::string_view name, int exponent = 1) {
    return Dimension(base(name), exponent);
}

TEST(UnitWords, everyWordOfTheDomain) {
    struct Case {
        const char* spelled;
        const char* dimension;
        Number factor;
    };
    const auto over = [](const Number& a, const Number& b) { return *a.divided(b); };
    const Case cases[] = {
        {"元", "金额", 1},
        {"角", "金额", over(1, 10)},
        {"千元", "金额", 1000},
        {"万元", "金额", 10000},
        {"百万元", "金额", 1000000},
        {"亿元", "金额", 100000000},
        {"万亿元", "金额", 1000000000000},
        {"yuan", "金额", 1},
        {"㎡", "面积", 1},
        {"平方米", "面积", 1},
        {"平米", "面积", 1},
        {"m2", "面积", 1},
        {"m²", "面积", 1},
        {"亩", "面积", over(2000, 3)},
        {"公顷", "面积", 10000},
        {"hm²", "面积", 10000},
        {"平方公里", "面积", 1000000},
        {"万平方米", "面积", 10000},
        {"万亩", "面积", over(20000000, 3)},
        {"亿亩", "面积", over(200000000000, 3)},
        {"米", "长度", 1},
        {"m", "长度", 1},
        {"公里", "长度", 1000},
        {"千米", "长度", 1000},
        {"km", "长度", 1000},
        {"里", "长度", 500},
        {"厘米", "长度", over(1, 100)},
        {"毫米", "长度", over(1, 1000)},
        {"延米", "延长", 1},
        {"立方米", "体积", 1},
        {"方", "体积", 1},
        {"m³", "体积", 1},
        {"万方", "体积", 10000},
        {"升", "体积", over(1, 1000)},
        {"吨", "质量", 1000},
        {"t", "质量", 1000},
        {"公斤", "质量", 1},
        {"千克", "质量", 1},
        {"斤", "质量", over(1, 2)},
        {"克", "质量", over(1, 1000)},
        {"万吨", "质量", 10000000},
        {"吨标准煤", "能量", 8141},
        {"千瓦时", "能量", 1},
        {"度", "能量", 1},
        {"万千瓦时", "能量", 10000},
        {"亿千瓦时", "能量", 100000000},
        {"千瓦", "功率", 1},
        {"万千瓦", "功率", 10000},
        {"兆瓦", "功率", 1000},
        {"年", "月", 12},
        {"季度", "月", 3},
        {"个季度", "月", 3},
        {"半年", "月", 6},
        {"月", "月", 1},
        {"个月", "月", 1},
        {"学年", "学期", 2},
        {"个学期", "学期", 1},
        {"周", "日", 7},
        {"天", "日", 1},
        {"日", "日", 1},
        {"工作日", "工作日", 1},
        {"小时", "日", over(1, 24)},
        {"分钟", "日", over(1, 1440)},
        {"百分点", "百分点", 1},
        {"个百分点", "百分点", 1},
        {"GB", "信息量", 1},
        {"TB", "信息量", 1024},
        {"分贝", "声级", 1},
        {"℃", "温度", 1},
        {"人", "人", 1},
        {"名", "人", 1},
        {"位", "人", 1},
        {"person", "人", 1},
        {"千人", "人", 1000},
        {"万人", "人", 10000},
        {"人次", "人次", 1},
        {"万人次", "人次", 10000},
        {"户", "户", 1},
        {"万户", "户", 10000},
        {"次", "次", 1},
        {"回", "次", 1},
        {"场", "次", 1},
        {"场次", "次", 1},
        {"届", "次", 1},
        {"轮", "次", 1},
        {"批次", "次", 1},
        {"起", "起", 1},
        {"例", "起", 1},
        {"宗", "起", 1},
        {"家", "机构", 1},
        {"所", "机构", 1},
        {"头", "头", 1},
        {"万头", "头", 10000},
        {"只", "只", 1},
        {"头只", "牲畜", 1},
        {"匹", "匹", 1},
        {"株", "植株", 1},
        {"棵", "植株", 1},
        {"座", "建筑", 1},
        {"栋", "建筑", 1},
        {"幢", "建筑", 1},
        {"处", "建筑", 1},
        {"眼", "建筑", 1},
        {"盏", "建筑", 1},
        {"台", "机具", 1},
        {"辆", "机具", 1},
        {"架", "机具", 1},
        {"艘", "机具", 1},
        {"份", "文书", 1},
        {"篇", "文书", 1},
        {"本", "文书", 1},
        {"册", "文书", 1},
        {"张", "桌", 1},
        {"把", "椅", 1},
        {"个", "项", 1},
        {"项", "项", 1},
        {"种", "项", 1},
        {"类", "项", 1},
        {"条", "项", 1},
        {"万个", "项", 10000},
    };
    for (const Case& c : cases) {
        const auto read = unit(c.spelled);
        ASSERT_EQ(read->readings().size(), 1u) << c.spelled;
        EXPECT_EQ(read->readings()[0], (Reading{d(c.dimension), c.factor})) << c.spelled;
    }
    for (const auto& [spelled, factor] :
         std::initializer_list<std::pair<const char*, Number>>{{"%", over(1, 100)},
                                                               {"％", over(1, 100)},
                                                               {"‰", over(1, 1000)},
                                                               {"成", over(1, 10)},
                                                               {"倍", 1}}) {
        EXPECT_EQ(unit(spelled)->readings(), (std::vector<Reading>{{Dimension(), factor}}))
            << spelled;
    }
}

TEST(UnitWords, compounds) {
    const Dimension wage = d("金额").over(d("人")).over(d("月"));
    struct Case {
        const char* spelled;
        Dimension dimension;
        Number factor;
        const char* canonical;
    };
    const Case cases[] = {
        {"元/人", d("金额").over(d("人")), 1, "元/人"},
        {"元/人/月", wage, 1, "元/人/月"},
        {"元/人·月", wage, 1, "元/人/月"},
        {"元／人／月", wage, 1, "元/人/月"},
        {"元/名/个月", wage, 1, "元/名/月"},
        {"yuan/person/month", wage, 1, "元/人/月"},
        {"元/人/年", wage, *Number(1).divided(12), "元/人/年"},
        {"元/人/季度", wage, *Number(1).divided(3), "元/人/季度"},
        {"元/学年", d("金额").over(d("学期")), *Number(1).divided(2), "元/学年"},
        {"元/学期", d("金额").over(d("学期")), 1, "元/学期"},
        {"元/头", d("金额").over(d("头")), 1, "元/头"},
        {"元/只", d("金额").over(d("只")), 1, "元/只"},
        {"元/亩", d("金额").over(d("面积")), *Number(3).divided(2000), "元/亩"},
        {"元/㎡", d("金额").over(d("面积")), 1, "元/平方米"},
        {"元/公里", d("金额").over(d("长度")), *Number(1).divided(1000), "元/公里"},
        {"元/株", d("金额").over(d("植株")), 1, "元/株"},
        {"元/人次", d("金额").over(d("人次")), 1, "元/人次"},
        {"元/户", d("金额").over(d("户")), 1, "元/户"},
        {"元/吨", d("金额").over(d("质量")), *Number(1).divided(1000), "元/吨"},
        {"万元/年", d("金额").over(d("月")), *Number(10000).divided(12), "万元/年"},
        {"万元/月", d("金额").over(d("月")), 10000, "万元/月"},
        {"万元/个", d("金额").over(d("项")), 10000, "万元/个"},
        {"元/万人", d("金额").over(d("人")), *Number(1).divided(10000), "元/万人"},
        {"株/栋", d("植株").over(d("建筑")), 1, "株/栋"},
        {"人/户", d("人").over(d("户")), 1, "人/户"},
        {"公斤/亩", d("质量").over(d("面积")), *Number(3).divided(2000), "公斤/亩"},
        {"人·天", d("人").times(d("日")), 1, "人·天"},
        {"人·月", d("人").times(d("月")), 1, "人·月"},
        {"工日", d("人").times(d("日")), 1, "工日"},
        {"元/工日", d("金额").over(d("人")).over(d("日")), 1, "元/工日"},
        {"元/万元", Dimension(), *Number(1).divided(10000), "元/万元"},
    };
    for (const Case& c : cases) {
        const auto read = unit(c.spelled);
        EXPECT_EQ(read->readings(), (std::vector<Reading>{{c.dimension, c.factor}})) << c.spelled;
        EXPECT_EQ(read->spelling(), c.canonical);
    }
    EXPECT_EQ(unit("元/人/月")->spelling(Language::en), "yuan/person/month");
}

}  // namespace
}  // namespace biao
