// Every file of the corpus through what the fuzzers do, under the sanitizers: what was once found
// stays mended.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "entry.h"

namespace biao::fuzz {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> corpus() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(BIAO_SOURCE_DIR "/tests/fuzz/corpus"))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

void each(void (*entry)(std::string_view)) {
    const auto files = corpus();
    EXPECT_GT(files.size(), 100u);
    for (const auto& file : files) {
        std::fprintf(stderr, "%s\n", file.filename().c_str());  // the last one is the one to blame
        std::ifstream in(file, std::ios::binary);
        entry(std::string{std::istreambuf_iterator<char>(in), {}});
    }
}

TEST(Corpus, isParsed) {
    each(parseOnce);
}

TEST(Corpus, isChecked) {
    each(checkOnce);
}

}  // namespace
}  // namespace biao::fuzz
