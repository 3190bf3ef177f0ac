// What is begun is in the one layout, and the check finds nothing in it but what is to be filled
// in.
#include <gtest/gtest.h>

#include <algorithm>

#include "draft/draft.h"
#include "pipeline/check.h"
#include "pipeline/shelf.h"
#include "reference/forms.h"

namespace biao::draft {
namespace {

using pipeline::Request;

/// Findings that ask for something else than a value to be filled in.
std::string others(const std::string& text) {
    Request request;
    request.texts = {{"草稿.biao", text}};
    std::string out;
    for (const Finding& finding : pipeline::check(request).findings) {
        if (finding.code == "B101" || finding.code == "B102") continue;
        out += finding.code + " " + finding.message.zh + "\n";
    }
    return out;
}

void expectBegun(const definitions::Form& form, const definitions::Library& library,
                 const std::string& before, Language language) {
    const auto text =
        laidOut(before + heading({}, {&form}, language) + submission({form, library, language}));
    ASSERT_TRUE(text) << form.name.text();
    EXPECT_EQ(laidOut(*text), text) << form.name.text();
    EXPECT_EQ(others(*text), "") << *text;
}

TEST(Skeleton, everyFormOfTheLibrary) {
    pipeline::Shelf shelf({});
    std::size_t count = 0;
    for (const auto& form : reference::allForms(shelf.library())) {
        if (form->isAbstract) continue;
        ++count;
        expectBegun(*form, shelf.library(), "", Language::zh);
        expectBegun(*form, shelf.library(), "", Language::en);
    }
    EXPECT_GE(count, 5U);
}

const std::string odd = R"(主体 街区 (block)

表单 示例.怪表@2031 {
    适用 街区
    金额单位 万元
    字段 年度 (year) 必填 : 年, 角色 年度
    字段 "表单" 必填 : 文本
    字段 性质 (nature) 必填 : 选项(新增, 延续)
    字段 征地 (land) : 面积, 单位 亩
    资金 总额 (all_money) 必填
        = [按来源] 拨款 (granted) + 自筹 (raised) + …
        = [按用途] 人员 (staff) + 专项 (special), 角色 预算 {
        拨款 = [按级次] 中央 (central) + 地方 (local_money) - 上交 (paid_up)
    }
    资金 全周期 (whole_term) 其中 当年 (this_year) + 以后 (later)
    表 收支 (balance) {
        列 上年 (last_year) : 金额, 时期 年度 - 1
        列 本年 (this_year) : 金额, 时期 年度
        列 说明 (remark) : 文本
        行 收入 (income) = 拨款 + 自筹
        行 拨款 (granted)
        行 自筹 (raised)
    }
    表 分年 (by_year) {
        列组 年度安排 (yearly) : 金额, 时期 各年
        行 本金 (principal)
    }
    表 项目单 (projects), 自由行 {
        列 名称 (project_name) : 文本, 键
        列 金额 (amount) : 金额
        行 合计行 (all) = 合计(行)
    }
    指标 任务 (tasks) 必填 {
        类 目标 (aims), 可重复 {
            数量 (quantity) 必填 : 计数, 至少行数 2
            成本 (cost) {
                人工 (labour) : 金额
                材料 (material) : 金额 | 单价
            }
        }
    }
    指标 满意度 (satisfaction) : 比率
    列 依据 (basis) : 文本, 承袭, 角色 依据
    列 分值 (points) : 得分, 合计, 角色 权重
    列 完成 (achieved) : 数量, 角色 实际
}

)";

class OddForm : public testing::Test {
protected:
    OddForm() { request.texts = {{"怪表.biao", odd}}; }
    /// Of last year's text, begun anew.
    std::string renewed(const std::string& last) {
        Request asked;
        asked.texts = {{"上年.biao", last}};
        asked.emitter = [](const model::Submission& one, const definitions::Library& library) {
            return std::vector<std::string>{submission({*one.form, library, Language::zh, &one})};
        };
        const auto report = pipeline::check(asked);
        return report.emitted.empty() ? "" : report.emitted.front();
    }
    Request request;
};

TEST_F(OddForm, isBegun) {
    Request asked;
    asked.texts = {{"怪.biao", odd + "街区 \"\", 按 示例.怪表@2031 { }\n"}};
    for (const Language language : {Language::zh, Language::en}) {
        asked.emitter = [&](const model::Submission& one, const definitions::Library& library) {
            return std::vector<std::string>{
                submission({*one.form, library, language, nullptr, true})};
        };
        const auto report = pipeline::check(asked);
        ASSERT_FALSE(report.emitted.empty());
        const auto text = laidOut(odd + report.emitted.front());
        ASSERT_TRUE(text) << report.emitted.front();
        EXPECT_EQ(laidOut(*text), text);
        EXPECT_EQ(others(*text), "") << *text;
    }
}

const std::string last = odd + R"(使用 示例.怪表@2031
街区 "甲\"街\"" {
    年度 2031
    表单 "春季"
    性质 新增
    征地 20
    总额 100 = [按来源] 拨款 60 + 自筹 30 + 捐赠 10 = [按用途] 人员 40 + 专项 60
    收支 {
             | 上年 | 本年 | 说明
        收入 | 70   | 100  | "两项"
        拨款 | 50   | 80   |
        自筹 | 20   | 20   |
    }
    项目单 {
               | 金额
        "甲项" | 60
        合计行 | 60
    }
    任务, 分值 60分 {
        目标 "环境" {
            数量 { "清理" #clean ≥40个, 分值 60分, 完成 40个; "补植" ≥2个, 依据 "计划" // 注释
            }
        }
        目标 "文化" { 数量 { "演出" ≥4场; "展览" 5场 } }
    }
    满意度 { "群众满意度" ≥90% }
}
)";

TEST_F(OddForm, lastYearGoesOver) {
    const std::string begun = renewed(last);
    const auto holds = [&](const std::string& what) {
        EXPECT_NE(begun.find(what), std::string::npos) << what << "\n" << begun;
    };
    const auto lacks = [&](const std::string& what) {
        EXPECT_EQ(begun.find(what), std::string::npos) << what << "\n" << begun;
    };
    holds("街区 \"甲\\\"街\\\"\"");
    holds("年度 2032");
    holds("表单 \"春季\"");
    holds("性质 新增");
    holds("自筹 + 捐赠 + …");
    holds("2031年：100（拨款 60，自筹 30，捐赠 10，人员 40，专项 60）");
    holds("收入 | 100 |  | \"两项\"");  // last year's 本年 is this year's 上年
    holds("\"甲项\" | ");
    holds("目标 \"环境\" {");
    holds("目标 \"文化\" {");
    holds("\"清理\" #clean ≥ 空");
    holds("2031年：≥40个");
    holds("完成 2031年：40个");
    holds("依据 \"计划\"");
    holds("分值 60分");
    lacks("注释");
    lacks("≥40个,");
    const auto text = laidOut(odd + "使用 示例.怪表@2031\n" + begun);
    ASSERT_TRUE(text) << begun;
    EXPECT_EQ(others(*text), "") << *text;
}

TEST(Heading, namesFilesAndForms) {
    pipeline::Shelf shelf({});
    const auto form = reference::formNamed("国家.项目支出绩效目标表", shelf.library());
    ASSERT_TRUE(form);
    EXPECT_EQ(heading({"甲/\"表\".biao"}, {form.get()}, Language::zh),
              "使用 \"甲/\\\"表\\\".biao\"\n使用 国家.项目支出绩效目标表@2015\n\n");
    EXPECT_EQ(heading({}, {form.get()}, Language::en), "use national.project_targets@2015\n\n");
    EXPECT_EQ(heading({}, {}, Language::en), "");
}

}  // namespace
}  // namespace biao::draft
