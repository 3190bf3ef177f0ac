#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "diagnostics/render.h"
#include "sample.h"

namespace biao {
namespace {

class RenderJson : public testing::Test {
protected:
    SourceSet sources;
    FileId file = sources.add(Source("子/a.biao", std::string(sample::project)));

    Span at(std::string_view text) const { return sample::at(sources, file, text); }
};

TEST_F(RenderJson, hasThePublishedShape) {
    auto made = finding(
        Code::partsDoNotSum, at("23万元"),
        {{"total", Localized("预算", "budget")}, {"sum", "22万元"}, {"difference", "1万元"}});
    made.related = {{at("20万元"), Localized("一部分", "one part")}};
    made.fixes = {{Localized("改写总数", "change the total"), {{at("23万元"), "22万元"}}, true}};
    EXPECT_EQ(renderJson({made}, sources, {1, 1, 17}, Language::en), R"({
  "version": 1,
  "findings": [
    {
      "code": "B301",
      "name": "parts-do-not-sum",
      "severity": "error",
      "message": "budget is not the sum of its parts: 22万元; they differ by 1万元",
      "path": "子/a.biao",
      "range": {
        "start": {
          "line": 3,
          "column": 8
        },
        "end": {
          "line": 3,
          "column": 12
        }
      },
      "related": [
        {
          "path": "子/a.biao",
          "range": {
            "start": {
              "line": 3,
              "column": 20
            },
            "end": {
              "line": 3,
              "column": 24
            }
          },
          "message": "one part"
        }
      ],
      "fixes": [
        {
          "title": "change the total",
          "certain": true,
          "edits": [
            {
              "path": "子/a.biao",
              "range": {
                "start": {
                  "line": 3,
                  "column": 8
                },
                "end": {
                  "line": 3,
                  "column": 12
                }
              },
              "text": "22万元"
            }
          ]
        }
      ],
      "operands": {
        "total": "budget",
        "sum": "22万元",
        "difference": "1万元"
      }
    }
  ],
  "summary": {
    "files": 1,
    "submissions": 1,
    "indicators": 17,
    "errors": 1,
    "warnings": 0,
    "infos": 0
  }
}
)");
}

TEST_F(RenderJson, nothingFound) {
    EXPECT_EQ(renderJson({}, sources, {}, Language::zh), R"({
  "version": 1,
  "findings": [],
  "summary": {
    "files": 0,
    "submissions": 0,
    "indicators": 0,
    "errors": 0,
    "warnings": 0,
    "infos": 0
  }
}
)");
}

TEST_F(RenderJson, aRangeMaySpanLines) {
    const auto begin = at("{").begin;
    const auto end = static_cast<std::uint32_t>(sources[file].text().size());
    const auto made = finding(Code::unclosed, {file, begin, end}, {});
    const auto json = nlohmann::json::parse(renderJson({made}, sources, {}, Language::zh));
    const auto& range = json["findings"][0]["range"];
    EXPECT_EQ(range["start"], (nlohmann::json{{"line", 2}, {"column", 8}}));
    EXPECT_EQ(range["end"], (nlohmann::json{{"line", 6}, {"column", 1}}));
}

TEST_F(RenderJson, aFindingWithoutAPlaceHasAnEmptyPath) {
    const auto made = finding(Code::importFailed, Span(), {{"what", "x"}});
    const auto json = nlohmann::json::parse(renderJson({made}, sources, {}, Language::zh));
    EXPECT_EQ(json["findings"][0]["path"], "");
    EXPECT_EQ(json["findings"][0]["range"]["start"]["line"], 1);
}

TEST_F(RenderJson, brokenBytesDoNotBreakIt) {
    const auto broken = sources.add(Source("p\xFF.biao", "预\xE9\xA2\n\xFF"));
    auto made = finding(Code::unknownUnit, {broken, 3, 7},
                        {{"unit", "\xE9\xA2"}, {"suggestion", std::string("\0\x1B", 2)}});
    made.fixes = {{"\xFF", {{{broken, 3, 4}, "\xC0"}}}};
    const auto text = renderJson({made}, sources, {}, Language::zh);
    const auto json = nlohmann::json::parse(text);
    EXPECT_EQ(json["findings"][0]["path"], "p\uFFFD.biao");
    EXPECT_EQ(json["findings"][0]["operands"]["unit"], "\uFFFD");
    EXPECT_EQ(json["findings"][0]["range"]["start"]["column"], 2);
    EXPECT_EQ(json["findings"][0]["range"]["end"], (nlohmann::json{{"line", 2}, {"column", 2}}));
}

TEST_F(RenderJson, countsEverySeverity) {
    Finding warning;
    warning.severity = Severity::warning;
    Finding note;
    note.severity = Severity::info;
    const auto json =
        nlohmann::json::parse(renderJson({warning, note, note}, sources, {}, Language::zh));
    EXPECT_EQ(json["summary"]["errors"], 0);
    EXPECT_EQ(json["summary"]["warnings"], 1);
    EXPECT_EQ(json["summary"]["infos"], 2);
}

}  // namespace
}  // namespace biao
