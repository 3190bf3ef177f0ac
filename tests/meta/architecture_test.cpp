// The picture of the parts, held against what the sources include.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <sstream>

#include "cpp_text.h"
#include "exemptions.h"
#include "sources.h"

namespace biao::meta {
namespace {

using Parts = std::map<std::string, std::set<std::string>>;

/// The KNOWS lists of compiler/*/CMakeLists.txt.
Parts knowsLists() {
    Parts parts;
    for (const auto& file : sourcesUnder("compiler", {"/CMakeLists.txt"})) {
        const auto begin = file.text.find("biao_part(");
        if (begin == std::string::npos) {
            continue;
        }
        std::istringstream words(
            file.text.substr(begin + 10, file.text.find(')', begin) - begin - 10));
        std::string name;
        words >> name;
        EXPECT_EQ(name, partOf(file.path)) << file.path << ": a part is called like its folder";
        auto& knows = parts[name];
        bool listed = false;
        for (std::string word; words >> word;) {
            const bool keyword = std::all_of(word.begin(), word.end(), [](unsigned char byte) {
                return std::isupper(byte) != 0 || byte == '_';
            });
            if (keyword) {
                listed = word == "KNOWS";
            } else if (listed) {
                knows.insert(word);
            }
        }
    }
    return parts;
}

/// Everything `part` knows, at first or second hand.
void addKnown(const Parts& parts, const std::string& part, std::set<std::string>& known) {
    if (!known.insert(part).second) {
        return;
    }
    const auto row = parts.find(part);
    for (const auto& next : row == parts.end() ? std::set<std::string>() : row->second) {
        addKnown(parts, next, known);
    }
}

TEST(Architecture, partsKnowOnlyPartsThatExistAndNeverInACircle) {
    const auto parts = knowsLists();
    EXPECT_TRUE(parts.contains("base"));
    for (const auto& [part, knows] : parts) {
        for (const auto& other : knows) {
            EXPECT_TRUE(parts.contains(other)) << part << " knows " << other;
            std::set<std::string> known;
            addKnown(parts, other, known);
            EXPECT_FALSE(known.contains(part)) << part << " and " << other << " know each other";
        }
    }
}

TEST(Architecture, includesGoTheWayDataFlows) {
    const auto parts = knowsLists();
    for (const auto& file : sourcesUnder("compiler", {".h", ".cpp"})) {
        const auto part = partOf(file.path);
        if (!parts.contains(part)) {
            continue;  // headers that nothing is built from yet
        }
        std::set<std::string> known;
        addKnown(parts, part, known);
        std::istringstream lines(withoutComments(file.text));
        for (std::string line; std::getline(lines, line);) {
            if (!line.starts_with("#include \"")) {
                continue;
            }
            const auto path = line.substr(10, line.find('"', 10) - 10);
            const auto other = path.substr(0, path.find('/'));
            if (path.find('/') != std::string::npos && parts.contains(other)) {
                EXPECT_TRUE(known.contains(other))
                    << file.path << " includes " << path << ", but " << part << " does not know "
                    << other << " (KNOWS in compiler/" << part << "/CMakeLists.txt)";
            }
        }
    }
}

TEST(Architecture, antlrStaysInParse) {
    for (const auto& file : sourcesUnder("compiler", {".h", ".cpp", ".def", "CMakeLists.txt"})) {
        if (partOf(file.path) != "parse") {
            EXPECT_EQ(file.text.find("antlr4"), std::string::npos) << file.path;
        }
    }
}

TEST(Architecture, filesAreShort) {
    constexpr std::ptrdiff_t mostLines = 600;
    Exemptions exempt("long");
    for (const auto* folder : {"compiler", "tests"}) {
        for (const auto& file : sourcesUnder(folder, {".h", ".cpp", ".def"})) {
            const auto lines = std::count(file.text.begin(), file.text.end(), '\n');
            if (lines > mostLines && !exempt.covers(file.path)) {
                ADD_FAILURE() << file.path << " has " << lines << " lines, over " << mostLines;
            }
        }
    }
    EXPECT_EQ(exempt.unneeded(), std::vector<std::string>());
}

}  // namespace
}  // namespace biao::meta
