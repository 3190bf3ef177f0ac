#include "report/report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/rules.h"
#include "report/uri.h"
#include "report/xml.h"

namespace biao::report {
namespace {

TEST(Uri, isRelativeWhereThePathIs) {
    EXPECT_EQ(uriOf("2031/a.biao"), "2031/a.biao");
    EXPECT_EQ(uriOf("./2031//b/../a.biao"), "2031/a.biao");
    EXPECT_EQ(uriOf("../a.biao"), "../a.biao");
    EXPECT_EQ(uriOf("/data/a b.biao"), "file:///data/a%20b.biao");
}

TEST(Uri, encodesWhatMeansSomethingElse) {
    EXPECT_EQ(uriOf("甲 #1?50%.biao"), "%E7%94%B2%20%231%3F50%25.biao");
    EXPECT_EQ(uriOf("c:x.biao"), "c%3Ax.biao");
    EXPECT_EQ(uriOf("p\xFF.biao"), "p%FF.biao");
}

TEST(Xml, escapesWhatIsMarkup) {
    EXPECT_EQ(xmlEscaped("<a b=\"c\">&amp;]]>"), "&lt;a b=&quot;c&quot;&gt;&amp;amp;]]&gt;");
    EXPECT_EQ(xmlEscaped("甲\t乙\n丙\r"), "甲\t乙\n丙&#13;");
}

TEST(Xml, holdsNothingThatXmlForbids) {
    EXPECT_EQ(xmlEscaped(std::string_view("\0\x1B\x0C", 3)), "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(xmlEscaped("\xEF\xBF\xBE\xEF\xBF\xBF"), "\uFFFD\uFFFD");
    EXPECT_EQ(xmlEscaped("\xED\xA0\x80\xFF"), "\uFFFD\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(xmlEscaped("\U0001F600"), "\U0001F600");
}

/// A report of one file with one finding whose texts hold what each format must escape.
class Odd : public testing::Test {
protected:
    Odd() {
        file = report.sources.add(Source("./a,b:c 100%.biao", "项目 \"甲\" {\n    x\n}\n"));
        report.summary.files = 1;
        report.summary.submissions = 1;
        report.checked = {{file, {{"甲 <1> & \"2\"", {file, 0, 22}}}}};
        Finding& finding = report.findings.emplace_back();
        finding.code = "B4:示例,规则";
        finding.name = "odd-message";
        finding.span = {file, 19, 20};
        finding.message = "50%: [a](1) \x1B[31m\r\n::stop";
        finding.related = {{{file, 0, 6}, "一"}, {Span(), "二"}};
        finding.fixes = {{"改", {{{file, 19, 20}, ""}}, true}, {"没有地方", {{Span(), "y"}}}};
    }

    nlohmann::json log() const {
        return nlohmann::json::parse(sarif(report, rulesOf(report, {}), {"1.2.3"}, Language::zh));
    }

    pipeline::Report report;
    FileId file;
};

TEST_F(Odd, sarif) {
    const auto run = log()["runs"][0];
    const auto& result = run["results"][0];
    EXPECT_EQ(result["message"]["text"], "50%: \\[a\\](1) \x1B\\[31m\r\n::stop");
    EXPECT_EQ(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
              "a%2Cb%3Ac%20100%25.biao");
    EXPECT_EQ(result["relatedLocations"][1],
              (nlohmann::json{{"id", 2}, {"message", {{"text", "二"}}}}));
    ASSERT_EQ(result["fixes"].size(), 1U) << "a fix without a place is none";
    const auto& replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    EXPECT_FALSE(replacement.contains("insertedContent")) << "it only deletes";
    // Nobody declares the rule: what the finding knows of it is all there is.
    EXPECT_EQ(run["tool"]["driver"]["rules"], nlohmann::json::parse(R"([{
        "id": "B4:示例,规则", "name": "odd-message",
        "shortDescription": {"text": "odd-message"}, "fullDescription": {"text": "odd-message"},
        "help": {"text": "B4:示例,规则 odd-message（错误）\n"},
        "defaultConfiguration": {"level": "error"}}])"));
}

TEST_F(Odd, github) {
    const auto text = github(report, Language::zh);
    EXPECT_TRUE(
        text.starts_with("::error file=a%2Cb%3Ac 100%25.biao,line=2,endLine=2,col=5,endColumn=6,"
                         "title=B4%3A示例%2C规则::50%25: [a](1) ␛[31m␍␊::stop%0A"
                         "a,b:c 100%25.biao:1:1: 一%0A二%0A建议：改%0A建议：没有地方\n1 "))
        << text;
}

TEST_F(Odd, junit) {
    const auto text = junit(report, Severity::error, Language::zh);
    EXPECT_NE(text.find(R"(name="甲 &lt;1&gt; &amp; &quot;2&quot;")"), text.npos) << text;
    EXPECT_NE(text.find("message=\"50%: [a](1) ␛[31m␍␊::stop\""), text.npos) << text;
    EXPECT_EQ(text.find('\x1B'), text.npos);
}

TEST_F(Odd, aFindingOfNoPlace) {
    report.findings[0].span = Span();
    EXPECT_FALSE(log()["runs"][0]["results"][0].contains("locations"));
    EXPECT_EQ(gitlab(report, Language::zh), "[]\n");
    EXPECT_TRUE(github(report, Language::zh).starts_with("::error title=B4"));
    EXPECT_NE(
        junit(report, Severity::error, Language::zh).find("<testsuite name=\"biao\" tests=\"1\""),
        std::string::npos);
}

TEST_F(Odd, whatIsDeniedFails) {
    report.findings[0].severity = Severity::warning;
    EXPECT_NE(junit(report, Severity::error, Language::zh).find("<system-out>"), std::string::npos);
    EXPECT_NE(junit(report, Severity::warning, Language::zh).find("<failure "), std::string::npos);
}

TEST_F(Odd, rulesOfSetsThatWereNotEvaluated) {
    report.summary.notEvaluated = {{"B3:甲.乙", "2031"}, {"B3:甲.丙", ""}};
    const auto notes = log()["runs"][0]["invocations"][0];
    EXPECT_EQ(notes["executionSuccessful"], true);
    EXPECT_EQ(notes["toolExecutionNotifications"].size(), 2U);
    EXPECT_NE(junit(report, Severity::error, Language::en).find("skipped=\"2\""),
              std::string::npos);
    const auto text = github(report, Language::en);
    EXPECT_NE(text.find("\n::notice::1 rule across submissions not evaluated: the whole set "
                        "`2031` was not read in full\n"),
              std::string::npos)
        << text;
}

}  // namespace
}  // namespace biao::report
