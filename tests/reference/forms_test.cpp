#include <gtest/gtest.h>

#include "reference/forms.h"
#include "shelf.h"

namespace biao::reference {
namespace {

constexpr std::string_view own = R"(
片段 甲县.片段@2031 { 字段 页码 (page) : 数 }
表单 甲县.表@2031 (jia.form) {
    来源 "通知"
    适用 项目
    金额单位 万元
    字段 题目 (title) 必填 : 文本
    字段 旧项 (old) : 文本
    字段 得分 (points) : 得分, 单位 分, 上限 100分
    资金 经费 (money) 必填 = [按来源] 拨款 (grant) + 自筹 (own) 其中 结转 (carried), 非负
    表 清单表 (list), 自由行 { 列 名目 (what) : 文本, 键; 列 数额 (amount) : 金额; 行 共计 (all) = 合计(行) }
    指标 产出 (output) { 数量 (quantity) 必填 硬性 : 数量, 至少行数 2 }
}
表单 甲县.表@2032 (jia.form) 继承 甲县.表@2031 { 删 旧项 }
表单 甲县.错表@2031 { 字段 题目 : 文夲 }
)";

class FormPages : public testing::Test {
protected:
    std::string shown(std::string_view name, Language language = Language::zh) {
        const auto form = formNamed(name, shelf_->library());
        return form ? renderForm(*form, shelf_->library(), language) : "none";
    }

    std::unique_ptr<pipeline::Shelf> shelf_ = test::shelf(own);
};

TEST_F(FormPages, showWhatThereIsToFillIn) {
    EXPECT_EQ(shown("甲县.表@2031"),
              "甲县.表@2031 (jia.form@2031)\n"
              "  适用      项目\n"
              "  来源      通知\n"
              "  金额单位  万元\n"
              "\n"
              "  字段 题目 (title)   必填       文本\n"
              "  字段 旧项 (old)                文本\n"
              "  字段 得分 (points)             得分  上限 100分，单位 分\n"
              "  资金 经费 (money)   必填       金额  = [按来源] 拨款 + 自筹，其中 结转，非负\n"
              "    拨款 (grant)                 金额\n"
              "    自筹 (own)                   金额\n"
              "    结转 (carried)               金额\n"
              "  表 清单表 (list)                     自由行\n"
              "    列 名目 (what)               文本  键\n"
              "    列 数额 (amount)             金额\n"
              "    行 共计 (all)                      = 合计(行)\n"
              "  指标 产出 (output)\n"
              "    数量 (quantity)   必填 硬性  数量  至少行数 2\n");
}

TEST_F(FormPages, sayWhatIsExtendedAndLeaveOutWhatIsDropped) {
    const auto text = shown("甲县.表", Language::en);
    EXPECT_NE(text.find("extends     甲县.表@2031"), std::string::npos) << text;
    EXPECT_EQ(text.find("old"), std::string::npos) << text;
    EXPECT_NE(text.find("quantity (数量)         required hard  measure"), std::string::npos)
        << text;
}

TEST_F(FormPages, areFoundByEitherName) {
    EXPECT_EQ(shown("jia.form@2032"), shown("甲县.表"));
    EXPECT_EQ(shown("ｊｉａ．ｆｏｒｍ＠２０３２"), shown("甲县.表"));
    EXPECT_EQ(shown("甲县.表@2033"), "none");
    EXPECT_EQ(shown("甲县.片段"), "none") << "a fragment is no form";
    const auto all = allForms(shelf_->library());
    EXPECT_NE(formSuggestion("jia.from", all).en.find("jia.form"), std::string::npos);
}

TEST_F(FormPages, aFaultyFormIsKnownAsSuch) {
    EXPECT_TRUE(formNamed("甲县.错表", shelf_->library())->broken);
}

TEST_F(FormPages, everyFormOfTheLibraryHasAnEnglishName) {
    for (const auto& form : allForms(test::shelf()->library()))
        EXPECT_NE(englishName(*form), "") << form->name.text();
}

}  // namespace
}  // namespace biao::reference
