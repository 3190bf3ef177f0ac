#include "pages.h"

#include <sstream>
#include <variant>

#include "base/files.h"
#include "sources.h"

namespace biao::docs {

namespace {

std::vector<Block> blocksOf(const std::string& text) {
    std::vector<Block> blocks;
    bool inside = false;
    std::size_t number = 0;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (line.starts_with("```")) {
            inside = !inside;
            if (!inside) continue;
            Block& block = blocks.emplace_back();
            block.line = number;
            std::istringstream words(line.substr(3));
            for (std::string word; words >> word;)
                block.words.push_back(word);
        } else if (inside) {
            blocks.back().text += line + "\n";
        }
    }
    return blocks;
}

}  // namespace

bool Block::is(const std::string& first, const std::string& second) const {
    return !words.empty() && words[0] == first &&
           (second.empty() ? words.size() == 1 : words.size() > 1 && words[1] == second);
}

bool Block::isFile() const {
    return words.size() == 2 && ((words[0] == "biao" && words[1].ends_with(".biao")) ||
                                 (words[0] == "text" && words[1].ends_with(".csv")));
}

std::string Page::place(const Block& block) const {
    return path + ":" + std::to_string(block.line);
}

std::vector<Page> pages() {
    std::vector<Page> out;
    for (const auto* folder : {"docs", "compiler", "tests", "stdlib", "examples", "grammar",
                               "benchmarks", "packaging"}) {
        for (auto& file : meta::sourcesUnder(folder, {".md"}))
            out.push_back({file.path, file.text, blocksOf(file.text)});
    }
    for (const auto* name : {"CONTRIBUTING.md", "README.md", "README.zh-CN.md"}) {
        auto text = readFile(std::string(BIAO_SOURCE_DIR) + "/" + name, std::size_t{1} << 24U);
        auto& page = std::get<std::string>(text);
        out.push_back({name, page, blocksOf(page)});
    }
    return out;
}

std::vector<std::string> linksOf(const Page& page) {
    std::vector<std::string> links;
    for (auto at = page.text.find("]("); at != std::string::npos;
         at = page.text.find("](", at + 1)) {
        const auto end = page.text.find(')', at);
        const auto link = page.text.substr(at + 2, end - at - 2);
        const bool leaves = link.find("://") != std::string::npos || link.starts_with("#");
        if (!leaves) links.push_back(link.substr(0, link.find('#')));
    }
    return links;
}

}  // namespace biao::docs
