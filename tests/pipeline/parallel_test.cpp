// One thread or many, a program for each check or one session for all: the report is the same.
#include <gtest/gtest.h>

#include "diagnostics/render.h"
#include "pipeline/session.h"
#include "workspace.h"

namespace biao::pipeline::test {
namespace {

/// Everything a report says, in one text.
std::string shown(const Report& report) {
    std::string text = renderJson(report.findings, report.sources, report.summary, Language::zh);
    for (const Trouble& one : report.trouble)
        text += one.path + ": " + one.what.zh + "\n";
    for (const std::string& each : report.emitted)
        text += each;
    return text;
}

std::vector<std::string> titles(const model::Submission& submission, const definitions::Library&) {
    return {std::string(submission.title) + "\n", std::to_string(submission.rows.size()) + "\n"};
}

/// `count` files in a tree, every third of them wrong in one of several ways, all of one form.
void fill(const Workspace& files, std::size_t count) {
    files.put("甲.biao", form());
    for (std::size_t at = 0; at < count; ++at) {
        const std::string path =
            "单位" + std::to_string(at % 97) + "/" + std::to_string(at) + ".biao";
        std::string text = submission("使用 \"../甲.biao\"\n", at % 3 == 0 ? "7" : "8");
        if (at % 5 == 0) text += submission("", "9");
        if (at % 11 == 0) text += "项目 \"坏\" { 预算 预算 }\n";
        if (at % 13 == 0) text = form("字段 备注 : 文本") + text;
        if (at % 4 == 0) text.insert(text.find("    年度 2031"), "    接受 B301 \"已核\"\n");
        files.put(path, text);
    }
    files.put("单位3/工作区.biao", "工作区 { 规则 B301 提示; 删 B011; 规则 没有的规则 知悉 }\n");
    files.put("没有.biao", "使用 \"没有的.biao\"\n");
    files.put("不是.biao", "\xFF");
}

Request all(const Workspace& files, unsigned jobs) {
    Request request;
    request.paths = {files / ""};
    request.emitter = titles;
    request.jobs = jobs;
    return request;
}

TEST(Parallel, TenThousandFilesGiveTheSameOnOneThreadAndOnMany) {
    const Workspace files;
    fill(files, 10'000);
    const Report alone = check(all(files, 1));
    EXPECT_EQ(alone.summary.files, 10'004u);
    EXPECT_GT(alone.findings.size(), 1'000u);
    ASSERT_EQ(alone.emitted.size(), 2u);
    const std::string text = shown(alone);
    for (const unsigned jobs : {0u, 2u, 7u})
        EXPECT_TRUE(shown(check(all(files, jobs))) == text) << jobs << " threads";
}

TEST(Parallel, ManySubmissionsOfOneFile) {
    const Workspace files;
    std::string text = form();
    for (int at = 0; at < 500; ++at)
        text += submission("", at % 4 == 0 ? "6" : "8");
    files.put("全部.biao", text);
    const std::string alone = shown(check(all(files, 1)));
    EXPECT_TRUE(shown(check(all(files, 3))) == alone);
}

TEST(Session, ChecksLikeAProgramOfItsOwn) {
    const Workspace files;
    fill(files, 50);
    Session session;
    for (int round = 0; round < 3; ++round)
        EXPECT_EQ(shown(session.check(all(files, 2))), shown(check(all(files, 2))));
}

TEST(Session, TextsAreCheckedLikeFiles) {
    const Workspace files;
    const std::string text = form() + submission("", "7");
    files.put("甲.biao", text);
    Session session;
    Request request;
    request.texts = {{files / "甲.biao", text}};
    const Report report = session.check(request);
    ASSERT_EQ(report.findings.size(), 1u);
    EXPECT_EQ(report.findings[0].code, "B301");
    EXPECT_EQ(shown(report), shown(check({{files / "甲.biao"}, std::nullopt, {}})));
    EXPECT_EQ(session.check({}).summary.files, 0u);
}

}  // namespace
}  // namespace biao::pipeline::test
