// Names as accountants write them in two years, and which of them are one: names-*.txt. What the
// matcher finds and misses of each kind is recorded here; it takes nothing for one that is not.
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "comparison/match.h"
#include "pipeline/check.h"

namespace biao::comparison {
namespace {

using Pairs = std::set<std::pair<std::size_t, std::size_t>>;

struct Case {
    std::string kind;
    std::vector<std::string> before;
    std::vector<std::string> after;
    Pairs one;
};

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(' ');
    return first == std::string::npos ? ""
                                      : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> cut(const std::string& text, char at) {
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, at);)
        out.push_back(trimmed(part));
    return out;
}

std::vector<Case> casesIn(const std::string& file) {
    std::ifstream in(std::string(BIAO_SOURCE_DIR) + "/tests/comparison/" + file);
    EXPECT_TRUE(in.is_open()) << file;
    std::vector<Case> out;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        const auto colon = line.find(": ");
        const auto parts = cut(line.substr(colon + 2), '|');
        EXPECT_EQ(parts.size(), 3U) << line;
        Case one{line.substr(0, colon), cut(parts[0], ';'), cut(parts[1], ';'), {}};
        if (parts[2] == "=") {
            for (std::size_t i = 0; i < one.before.size(); ++i)
                one.one.emplace(i + 1, i + 1);
        } else if (parts[2] != "-") {
            for (const std::string& pair : cut(parts[2], ','))
                one.one.emplace(pair[0] - '0', pair[2] - '0');
        }
        out.push_back(std::move(one));
    }
    return out;
}

/// Each list of rows as a submission; name and value apart by the last blank.
pipeline::Report read(const std::vector<Case>& cases, bool before) {
    std::string text = "使用 国家.项目支出绩效目标表@2015\n";
    for (std::size_t i = 0; i < cases.size(); ++i) {
        text += "项目 \"" + std::to_string(i) + "\" {\n年度 " + (before ? "2023" : "2024") +
                "\n产出指标 { 数量指标 {\n";
        for (const std::string& row : before ? cases[i].before : cases[i].after) {
            const auto blank = row.rfind(' ');
            std::string name;
            for (const char byte : row.substr(0, blank))
                name += byte == '"' ? std::string("\\\"") : std::string(1, byte);
            text += "\"" + name + "\" " + row.substr(blank + 1) + "\n";
        }
        text += "} }\n}\n";
    }
    pipeline::Request request;
    request.texts = {{before ? "2023.biao" : "2024.biao", text}};
    request.readOnly = true;
    return pipeline::check(request);
}

struct Tally {
    std::size_t pairs = 0;
    std::size_t found = 0;
    std::size_t missed = 0;
    std::size_t wrong = 0;
};

std::string told(const std::string& file) {
    const auto cases = casesIn(file);
    const auto before = read(cases, true);
    const auto after = read(cases, false);
    EXPECT_EQ(before.readings.size(), cases.size());
    EXPECT_EQ(after.readings.size(), cases.size());
    if (before.readings.size() != cases.size() || after.readings.size() != cases.size()) return "";
    std::map<std::string, Tally> tallies;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const auto& old = before.readings[i].kept.submission;
        const auto& now = after.readings[i].kept.submission;
        const auto indexOf = [](const model::Submission& in, RowIndex row) {
            std::size_t index = 0;
            for (std::uint32_t k = 0; k <= row.value; ++k)
                index += in.rows[k].kind == model::RowKind::indicator;
            return index;
        };
        Pairs found;
        for (const RowPair& pair : matchRows(old, now, *after.readings[i].library).pairs) {
            if (now[pair.after].kind == model::RowKind::indicator)
                found.emplace(indexOf(old, pair.before), indexOf(now, pair.after));
        }
        Tally& tally = tallies[cases[i].kind];
        tally.pairs += cases[i].one.size();
        for (const auto& pair : cases[i].one) {
            const bool has = found.contains(pair);
            ++(has ? tally.found : tally.missed);
            if (!has)
                std::cout << "  missed: " << cases[i].before[0] << " | " << cases[i].after[0]
                          << "\n";
        }
        for (const auto& pair : found) {
            if (cases[i].one.contains(pair)) continue;
            ++tally.wrong;
            std::cout << "  false: " << cases[i].before[pair.first - 1] << " | "
                      << cases[i].after[pair.second - 1] << "\n";
        }
    }
    std::ostringstream out;
    for (const auto& [kind, tally] : tallies)
        out << kind << ": " << tally.found << " of " << tally.pairs << " found, " << tally.missed
            << " missed, " << tally.wrong << " false\n";
    std::cout << out.str();
    return out.str();
}

std::string recorded(const std::string& file) {
    std::ifstream in(std::string(BIAO_SOURCE_DIR) + "/tests/comparison/" + file);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Names, thoseItWasTunedOn) {
    EXPECT_EQ(told("names-1.txt"), recorded("names-1.expect"));
}

/// Written when the matcher was finished. Of these it took one near miss for one (预算公开,
/// 决算公开) before it was mended.
TEST(Names, thoseItHadNotSeen) {
    EXPECT_EQ(told("names-2.txt"), recorded("names-2.expect"));
}

/// Written after that. Of these it took two parts of rows that were split and one near miss
/// (奖学金, 助学金) for one before it was mended again.
TEST(Names, thoseItHadNotSeenEither) {
    EXPECT_EQ(told("names-3.txt"), recorded("names-3.expect"));
}

/// Of other trades, written without a look at the matcher. Of these it took one near miss (河道,
/// 道路) and two parts of rows that were split for one before it was mended once more.
TEST(Names, thoseOfOtherTrades) {
    EXPECT_EQ(told("names-4.txt"), recorded("names-4.expect"));
}

/// Written after that.
TEST(Names, thoseOfMoreTrades) {
    EXPECT_EQ(told("names-5.txt"), recorded("names-5.expect"));
}

}  // namespace
}  // namespace biao::comparison
