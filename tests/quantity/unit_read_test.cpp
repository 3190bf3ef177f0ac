#include <gtest/gtest.h>

#include <thread>

#include "declared_units.h"
#include "quantity/unit_reader.h"

namespace biao {
namespace {

using test::base;
using test::unit;
using test::units;

Dimension d(std::string_view name, int exponent = 1) {
    return Dimension(base(name), exponent);
}

template <typename Result>
Result readAs(std::string_view spelled) {
    const ReadResult result = units().read(spelled);
    const Result* const found = std::get_if<Result>(&result);
    if (!found) throw std::logic_error("read as something else: " + std::string(spelled));
    return *found;
}

// What is unknown about it, and what is suggested: "part -> suggestion".
std::string unknown(std::string_view spelled) {
    const auto result = readAs<UnknownWord>(spelled);
    return std::string(spelled.substr(result.part.offset, result.part.length)) + " -> " +
           result.suggestion.value_or("?");
}

TEST(ReadUnit, homonymsMultiplyOut) {
    const auto score = readAs<UnitRef>("分");
    ASSERT_EQ(score->readings().size(), 3u);
    EXPECT_EQ(score->readings()[0].dimension, d("得分"));
    ASSERT_NE(score->reading(d("金额")), nullptr);
    EXPECT_EQ(score->reading(d("金额"))->factor, *Number(1).divided(100));
    EXPECT_EQ(score->reading(d("面积")), nullptr);

    const auto rate = readAs<UnitRef>("元/件");
    EXPECT_EQ(rate->readings(), (std::vector<Reading>{{d("金额").over(d("文书")), 1},
                                                      {d("金额").over(d("家具")), 1}}));
    EXPECT_EQ(readAs<UnitRef>("万件")->readings()[1], (Reading{d("家具"), 10000}));
    EXPECT_LE(readAs<UnitRef>("分/分/分/件/件")->readings().size(), Unit::kMaxReadings);

    const UnitRef minutes = narrowed(score, d("日"));
    ASSERT_TRUE(minutes);
    EXPECT_EQ(minutes->readings(), (std::vector<Reading>{{d("日"), *Number(1).divided(1440)}}));
    EXPECT_EQ(minutes->spelling(), "分");
    EXPECT_EQ(narrowed(score, d("面积")), nullptr);
    EXPECT_EQ(narrowed(unit("元"), d("金额")), unit("元"));
    const UnitRef perPiece = narrowed(rate, d("金额").over(d("家具")));
    ASSERT_TRUE(perPiece);
    EXPECT_EQ(perPiece->readings().size(), 1u);
    EXPECT_FALSE(perPiece->atoms()[1].word->ambiguous());
}

TEST(ReadUnit, loneMagnitudes) {
    EXPECT_EQ(readAs<LoneMagnitude>("万").factor, 10000);
    EXPECT_EQ(readAs<LoneMagnitude>("百万").factor, 1000000);
    const auto perYear = readAs<LoneMagnitude>("万/年");
    EXPECT_EQ(perYear.part, (TextPart{0, 3}));
    EXPECT_EQ(readAs<LoneMagnitude>("元/万").part, (TextPart{4, 3}));
    EXPECT_EQ(readAs<LoneMagnitude>("万/每年").part, (TextPart{0, 3}));
}

TEST(ReadUnit, malformedRates) {
    EXPECT_EQ(readAs<MalformedRate>("万元/每月").suggestion, "万元/月");
    EXPECT_EQ(readAs<MalformedRate>("万元／每月").suggestion, "万元／月");
    EXPECT_EQ(readAs<MalformedRate>("元每人").suggestion, "元/人");
    EXPECT_EQ(readAs<MalformedRate>("元/每人/每月").suggestion, "元/人/月");
    EXPECT_EQ(readAs<MalformedRate>("元每人每月").suggestion, "元/人/月");
    // Taking the word away leaves no unit either.
    EXPECT_EQ(unknown("万元/每合格"), "每合格 -> ?");
    EXPECT_EQ(unknown("每月"), "每月 -> ?");
    EXPECT_EQ(unknown("每"), "每 -> ?");
}

TEST(ReadUnit, unknownWordsAndSuggestions) {
    EXPECT_EQ(unknown("平方"), "平方 -> 平方米");
    EXPECT_EQ(unknown("万平方"), "平方 -> 平方米");
    EXPECT_EQ(unknown("立方"), "立方 -> 立方米");
    EXPECT_EQ(unknown("元/平方"), "平方 -> 平方米");
    EXPECT_EQ(unknown("工做日"), "工做日 -> 工作日");
    EXPECT_EQ(unknown("次人"), "次人 -> 人次");
    EXPECT_EQ(unknown("个百份点"), "个百份点 -> 个百分点");
    EXPECT_EQ(unknown("百分比"), "百分比 -> %");
    EXPECT_EQ(unknown("人/次"), "人/次 -> 人次");
    EXPECT_EQ(unknown("KM"), "KM -> km");
    EXPECT_EQ(unknown("gb"), "gb -> GB");
    EXPECT_EQ(unknown("kwh"), "kwh -> kWh");
    EXPECT_EQ(unknown("yaun"), "yaun -> yuan");
    EXPECT_EQ(unknown("persn"), "persn -> person");
    // Half of a two-character word is no reason to suggest another.
    for (const char* word : {"及时", "达标", "合格", "时效", "元人", "优良", "cm", "x", "格", "每",
                             "户人家的事", "显著提升"}) {
        EXPECT_EQ(unknown(word), std::string(word) + " -> ?");
    }
    // Not 百 and an unknown rest: the word as a whole.
    EXPECT_EQ(unknown("百合格"), "百合格 -> ?");
}

TEST(ReadUnit, missingWords) {
    EXPECT_EQ(readAs<UnknownWord>("/株").part, (TextPart{0, 0}));
    EXPECT_EQ(readAs<UnknownWord>("元/").part, (TextPart{4, 0}));
    EXPECT_EQ(readAs<UnknownWord>("元//月").part, (TextPart{4, 0}));
    EXPECT_EQ(readAs<UnknownWord>("元/·月").part, (TextPart{4, 0}));
    EXPECT_EQ(readAs<UnknownWord>("").part, (TextPart{0, 0}));
    EXPECT_EQ(readAs<UnknownWord>("/").part, (TextPart{0, 0}));
}

TEST(ReadUnit, hostileTexts) {
    std::string many = "元";
    for (int i = 0; i < 10000; ++i)
        many += "/人";
    EXPECT_TRUE(std::holds_alternative<UnknownWord>(units().read(many)));
    std::string magnitudes;
    for (int i = 0; i < 1000; ++i)
        magnitudes += "亿";
    EXPECT_TRUE(std::holds_alternative<UnknownWord>(units().read(magnitudes)));
    EXPECT_TRUE(std::holds_alternative<LoneMagnitude>(units().read("万万亿亿")));
    EXPECT_TRUE(std::holds_alternative<UnknownWord>(units().read(std::string(100000, 'x'))));
    EXPECT_TRUE(std::holds_alternative<UnknownWord>(units().read("\xE4\xB8")));
    EXPECT_TRUE(std::holds_alternative<UnknownWord>(units().read(std::string_view("\0元", 4))));
    // More bases than a dimension holds.
    EXPECT_TRUE(std::holds_alternative<UnknownWord>(units().read("元/人/月/天/米/吨/株")));
}

TEST(ReadUnit, readerRemembers) {
    UnitReader reader(units());
    const ReadResult& first = reader.read("元/人/月");
    EXPECT_EQ(&first, &reader.read("元/人/月"));
    EXPECT_EQ(std::get<UnitRef>(first)->spelling(), "元/人/月");
    EXPECT_TRUE(std::holds_alternative<UnknownWord>(reader.read("及时")));
    EXPECT_TRUE(std::holds_alternative<UnknownWord>(reader.read("及时")));
}

TEST(ReadUnit, manyThreadsAtOnce) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([] {
            for (int round = 0; round < 500; ++round) {
                EXPECT_EQ(unit("元/人/月")->readings().size(), 1u);
                EXPECT_EQ(unknown("平方"), "平方 -> 平方米");
                EXPECT_EQ(units().product(unit("元/亩"), unit("平方米")).unit->spelling(), "元");
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
}

}  // namespace
}  // namespace biao
