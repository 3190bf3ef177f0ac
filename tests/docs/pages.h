// The pages of the project: every page under docs/ and the READMEs, with their
// fenced blocks.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace biao::docs {

/// ```biao wrong B301 … ```
struct Block {
    std::vector<std::string> words;  // what stands after the fence: "biao", "wrong", "B301"
    std::string text;
    std::size_t line = 0;  // of the fence

    bool is(const std::string& first, const std::string& second) const;
    /// ```biao 村道维修.biao, ```text 实绩.csv: a file by that name.
    bool isFile() const;
};

struct Page {
    std::string path;  // from the root of the project
    std::string text;
    std::vector<Block> blocks;

    std::string place(const Block& block) const;
};

/// Every page under docs/ and the other folders, then those of the root.
std::vector<Page> pages();

/// Where the page's links go, without those that leave the project.
std::vector<std::string> linksOf(const Page& page);

}  // namespace biao::docs
