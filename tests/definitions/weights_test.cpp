// Parameters and weights: what a form takes over, what it states anew, what is worked out of it.
#include <gtest/gtest.h>

#include "declared.h"

namespace biao::definitions {
namespace {

using test::Declared;

constexpr const char* kBase = R"(
片段 测.常数 { 参数 阈值 (limit) = 20%, 来源 "某文", 未核实 }
片段 测.再包含 { 包含 测.常数 }
片段 测.分值 { 权重, 合计 100分 { 产出 60分; 效益 ? } }
表单 测.本@2031 {
    参数 甲分 = 50分
    指标 产出 (output) { 数量 : 数量; 质量 : 比率 }
    指标 效益 (benefit) : 任意
    列 分值 (points) : 得分, 单位 分, 角色 权重
    权重, 合计 100分 { 产出 甲分; 效益 ? }
}
)";

struct Stated : Declared {
    explicit Stated(const std::string& body)
        : Declared(kBase + ("表单 测.子@2032 继承 测.本@2031 {\n" + body + "\n}\n")),
          form(Declared::form("测.子")) {}

    std::string value(std::string_view name) const {
        const Parameter* one = find(form->parameters, name);
        return one ? shownValue(*one).zh + " " + one->source.zh + (one->unconfirmed ? " ?" : "")
                   : "none";
    }
    /// "100分: 产出 50分, 效益 50分" of each statement.
    std::string weights() const {
        std::string out;
        for (const Weights& one : form->weights) {
            out += (out.empty() ? "" : "; ") + shownDemand(one.total).zh + ":";
            for (const Weight& part : one.total.parts)
                out += " " + part.name.zh + " " + shownDemand(part).zh;
        }
        return out;
    }

    std::shared_ptr<const Form> form;
};

TEST(Parameters, areStatedAgainBeforeAndAfterWhatBringsThem) {
    EXPECT_EQ(Stated("包含 测.常数").value("limit"), "20% 某文 ?");
    EXPECT_EQ(Stated("包含 测.常数; 参数 阈值 = 5%").value("limit"), "5% ");
    EXPECT_EQ(Stated("参数 阈值 = 5%, 来源 \"另文\"; 包含 测.常数").value("阈值"), "5% 另文");
}

TEST(Parameters, ofOneOriginMeetAgain) {
    Stated twice("包含 测.常数; 包含 测.再包含");
    EXPECT_EQ(twice.said(), std::vector<std::string>());
    EXPECT_EQ(twice.value("阈值"), "20% 某文 ?");
}

TEST(Parameters, keepTheirKindWhicheverComesFirst) {
    const std::vector<std::string> kind{"B905 阈值"};
    EXPECT_EQ(Stated("包含 测.常数; 参数 阈值 = 5个").said(), kind);
    EXPECT_EQ(Stated("参数 阈值 = 5个; 包含 测.常数").said(), kind);
}

TEST(Weights, areWorkedOutAnewWithTheParametersOfTheForm) {
    EXPECT_EQ(Stated("").weights(), "100分: 产出 50分 效益 50分");
    EXPECT_EQ(Stated("参数 甲分 = 70分").weights(), "100分: 产出 70分 效益 30分");
}

TEST(Weights, statedAnewTakeThePlaceOfAllThatWereInherited) {
    EXPECT_EQ(Stated("权重 { 产出 10分 }").weights(), ": 产出 10分");
    EXPECT_EQ(Stated("权重 { }").weights(), "");
    EXPECT_EQ(Stated("权重, 合计 90分 当 存在(效益.行); 权重, 合计 100分").weights(),
              "90分:; 100分:");
}

TEST(Weights, ofAFragmentGiveWayToTheFormThatIncludesIt) {
    EXPECT_EQ(Stated("包含 测.分值").weights(), "100分: 产出 60分 效益 40分");
    EXPECT_EQ(Stated("权重, 合计 90分; 包含 测.分值").weights(), "90分:");
    EXPECT_EQ(Stated("包含 测.分值; 权重, 合计 90分").weights(), "90分:");
}

TEST(Weights, whatIsLeftMayBeABand) {
    EXPECT_EQ(Stated("权重, 合计 100分 { 产出 40分~60分; 效益 ? }").weights(),
              "100分: 产出 40分~60分 效益 40分~60分");
    EXPECT_EQ(Stated("权重, 合计 90分~100分 { 产出 ≥40分; 效益 ? }").weights(),
              "90分~100分: 产出 ≥40分 效益 ≤60分");
    EXPECT_EQ(Stated("权重 { 产出 60 { 数量 ≤70; 质量 ? }; 效益 }").weights(), ": 产出 60分 效益 ");
    const Stated inner("权重 { 产出 60 { 数量 20; 质量 ? } }");
    EXPECT_EQ(shownDemand(inner.form->weights[0].total.parts[0].parts[1]).zh, "40分");
}

TEST(Weights, thatWereTakenOverAreAFaultOfTheFormThatBreaksThem) {
    EXPECT_EQ(Stated("删 效益").said(),
              std::vector<std::string>{"B901 表单 测.子@2032 继承 测.本@2031 "});
    EXPECT_EQ(Stated("参数 甲分 = 150分").said(),
              std::vector<std::string>{"B905 表单 测.子@2032 继承 测.本@2031 "});
}

}  // namespace
}  // namespace biao::definitions
