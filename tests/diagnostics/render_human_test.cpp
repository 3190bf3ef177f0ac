#include <gtest/gtest.h>

#include "base/width.h"
#include "diagnostics/render.h"
#include "sample.h"

namespace biao {
namespace {

class RenderHuman : public testing::Test {
protected:
    SourceSet sources;
    FileId file = sources.add(Source("a.biao", std::string(sample::project)));

    Span at(std::string_view text) const { return sample::at(sources, file, text); }

    std::string render(const std::vector<Finding>& findings, Language language = Language::zh,
                       Summary summary = {1, 1, 17}, bool colour = false) const {
        return renderHuman(findings, sources, summary, {language, colour});
    }

    Finding unknownUnit() const {
        return finding(Code::unknownUnit, at("5万员"), {{"unit", "万员"}, {"suggestion", ""}});
    }

    Finding sumDiffers() const {
        auto made = finding(Code::partsDoNotSum, at("23万元"),
                            {{"total", Localized("预算23万元", "budget 23万元")},
                             {"sum", "20 + 2 = 22万元"},
                             {"difference", "1万元"}});
        made.related = {{at("20万元"), Localized("一部分", "one part")},
                        {at("2万元\n"), Localized("另一部分", "the other part")}};
        made.fixes = {{Localized("改写总数", "change the total"), {{at("23万元"), "22万元"}}},
                      {Localized("去掉一部分", "drop a part"),
                       {{at(" + 其他资金 2万元"), ""}, {{file, 0, 0}, "// 待核\n"}}}};
        return made;
    }
};

TEST_F(RenderHuman, pointsUnderWideText) {
    EXPECT_EQ(render({unknownUnit()}),
              "a.biao:4:16: 错误[B201]: “万员”不是计量单位\n"
              "4 |     数量指标 { \"培训\" ≥ 5万员 }\n"
              "  |                         ^^^^^\n"
              "\n"
              "1 份文件，1 份填报，17 个指标：1 个错误\n");
}

TEST_F(RenderHuman, speaksEnglish) {
    EXPECT_EQ(render({unknownUnit()}, Language::en, {3, 1, 1}),
              "a.biao:4:16: error[B201]: `万员` is not a unit\n"
              "4 |     数量指标 { \"培训\" ≥ 5万员 }\n"
              "  |                         ^^^^^\n"
              "\n"
              "3 files, 1 submission, 1 indicator: 1 error\n");
}

TEST_F(RenderHuman, showsRelatedPlacesAndFixes) {
    EXPECT_EQ(render({sumDiffers()}),
              "a.biao:3:8: 错误[B301]: 预算23万元不等于各部分之和：20 + 2 = 22万元，相差1万元\n"
              "3 |     预算 23万元 = 财政拨款 20万元 + 其他资金 2万元\n"
              "  |          ^^^^^^\n"
              "a.biao:3:20: 附注: 一部分\n"
              "3 |     预算 23万元 = 财政拨款 20万元 + 其他资金 2万元\n"
              "  |                            ------\n"
              "a.biao:3:32: 附注: 另一部分\n"
              "3 |     预算 23万元 = 财政拨款 20万元 + 其他资金 2万元\n"
              "  |                                              -----\n"
              "  建议：改写总数\n"
              "    a.biao:3:8: `23万元` → `22万元`\n"
              "  建议：去掉一部分\n"
              "    a.biao:3:24: - ` + 其他资金 2万元`\n"
              "    a.biao:1:1: + `// 待核␊`\n"
              "\n"
              "1 份文件，1 份填报，17 个指标：1 个错误\n");
}

TEST_F(RenderHuman, countsEverySeverity) {
    auto warning = unknownUnit();
    warning.severity = Severity::warning;
    auto note = unknownUnit();
    note.severity = Severity::info;
    const auto lastLine = [](const std::string& text) {
        return text.substr(text.rfind('\n', text.size() - 2) + 1);
    };
    const std::vector<Finding> all = {unknownUnit(), unknownUnit(), warning, note};
    EXPECT_EQ(lastLine(render(all, Language::zh, {3, 4, 17})),
              "3 份文件，4 份填报，17 个指标：2 个错误，1 个警告，1 条知悉\n");
    EXPECT_EQ(lastLine(render(all, Language::en, {3, 4, 17})),
              "3 files, 4 submissions, 17 indicators: 2 errors, 1 warning, 1 info\n");
    EXPECT_EQ(lastLine(render({warning, warning}, Language::en, {0, 0, 0})),
              "0 files, 0 submissions, 0 indicators: 2 warnings\n");
}

TEST_F(RenderHuman, nothingToSayIsSaid) {
    EXPECT_EQ(render({}), "1 份文件，1 份填报，17 个指标：没有问题\n");
    EXPECT_EQ(render({}, Language::en), "1 file, 1 submission, 17 indicators: no findings\n");
}

TEST_F(RenderHuman, aFindingWithoutAPlace) {
    auto lost = finding(Code::importFailed, Span(), {{"what", "x.biao: No such file"}});
    lost.related = {{Span(), "somewhere"}};
    EXPECT_EQ(render({lost}, Language::en),
              "error[B013]: x.biao: No such file\n"
              "note: somewhere\n"
              "\n"
              "1 file, 1 submission, 17 indicators: 1 error\n");
}

TEST_F(RenderHuman, rulesInDataHaveTheirWholePath) {
    auto rule = unknownUnit();
    rule.code = "B3:国家.成本不超预算";
    EXPECT_TRUE(render({rule}).starts_with("a.biao:4:16: 错误[B3:国家.成本不超预算]: "));
}

TEST_F(RenderHuman, manyPlacesAndFixesAreCutShort) {
    auto folded = unknownUnit();
    for (int index = 0; index < 30; ++index) {
        folded.related.push_back({at("预算"), "这里"});
        folded.fixes.push_back({"改", {}});
    }
    EXPECT_EQ(render({folded}, Language::en),
              "a.biao:4:16: error[B201]: `万员` is not a unit\n"
              "4 |     数量指标 { \"培训\" ≥ 5万员 }\n"
              "  |                         ^^^^^\n"
              "a.biao:3:5: note: 这里\n"
              "a.biao:3:5: note: 这里\n"
              "a.biao:3:5: note: 这里\n"
              "a.biao:3:5: note: 这里\n"
              "a.biao:3:5: note: 这里\n"
              "a.biao:3:5: note: 这里\n"
              "a.biao:3:5: note: 这里\n"
              "a.biao:3:5: note: 这里\n"
              "  and 22 more places\n"
              "  help: 改\n"
              "  help: 改\n"
              "  help: 改\n"
              "  and 27 more suggestions\n"
              "\n"
              "1 file, 1 submission, 17 indicators: 1 error\n");
}

TEST_F(RenderHuman, inputCannotReachTheTerminal) {
    const auto evil =
        sources.add(Source("e\x1B[2J\n.biao", "a\x1B[31m\xC2\x9B\xE2\x80\xAE\x07z\n"));
    auto made = finding(Code::unknownUnit, {evil, 0, 1},
                        {{"unit", "\x1B]0;title\x07\xFF"}, {"suggestion", ""}});
    made.fixes = {{"\x1B[1m", {{{evil, 1, 6}, "\x1B\r\n"}}}};
    made.related = {{{evil, 0, 1}, "\r\x1B"}};
    const auto text = render({made});
    for (const char byte : text) {
        EXPECT_TRUE(static_cast<unsigned char>(byte) >= 0x20 || byte == '\n');
    }
    for (const auto* hidden : {"\xC2\x9B", "\xE2\x80\xAE", "\xFF"}) {
        EXPECT_EQ(text.find(hidden), std::string::npos);
    }
    EXPECT_NE(text.find("1 | a␛[31m\uFFFD\uFFFD␇z\n"), std::string::npos);
}

TEST_F(RenderHuman, coloursOnlyWhenAsked) {
    EXPECT_EQ(render({sumDiffers()}).find('\x1B'), std::string::npos);
    const auto coloured = render({sumDiffers()}, Language::zh, {1, 1, 17}, true);
    EXPECT_NE(coloured.find("\x1B["), std::string::npos);
    std::string bare;
    for (std::size_t from = 0; from < coloured.size();) {
        const auto escape = std::min(coloured.find('\x1B', from), coloured.size());
        bare += coloured.substr(from, escape - from);
        from = escape == coloured.size() ? escape : coloured.find('m', escape) + 1;
    }
    EXPECT_EQ(bare, render({sumDiffers()}));
}

}  // namespace
}  // namespace biao
