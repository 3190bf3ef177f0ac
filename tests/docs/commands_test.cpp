// The commands of the pages are run, in the order in which a reader would: a block that is called
// `biao 村道维修.biao` is that file from there on, a `console` block shows all that is printed, and
// the commands of an `sh` block do what they are asked. A page has a folder to itself, in which
// there are the examples of the project, and a folder of submissions, 2031.
#ifdef BIAO_PROGRAM
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "pages.h"
#include "process.h"

namespace biao::docs {
namespace {

namespace fs = std::filesystem;

const fs::path root = BIAO_SOURCE_DIR;

class Folder {
public:
    Folder() : path_(fs::path(testing::TempDir()) / ("biao-page-" + std::to_string(::getpid()))) {
        fs::remove_all(path_);
        fs::create_directories(path_ / "docs");
        fs::copy(root / "docs/example.biao", path_ / "docs");
        fs::copy(root / "examples", path_ / "examples", fs::copy_options::recursive);
        fs::copy(root / "examples/pingluo-2023/corrected", path_ / "2031");
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
    }

    golden::ProcessResult run(const std::vector<std::string>& words) const {
        return golden::run(words, path_.native(), std::chrono::seconds(60));
    }

private:
    fs::path path_;
};

bool speaksChinese(const Page& page) {
    return std::any_of(page.path.begin(), page.path.end(),
                       [](char c) { return (c & 0x80) != 0; }) ||
           page.path.find("zh-CN") != std::string::npos;
}

/// The words after `biao` or `./dev run`, in the language of the page; none if it is neither.
std::vector<std::string> programOf(const Page& page, const std::string& command) {
    for (const std::string begin : {"./dev run ", "biao "}) {
        if (!command.starts_with(begin)) continue;
        std::vector<std::string> words = {BIAO_PROGRAM};
        std::istringstream rest(command.substr(begin.size()));
        for (std::string word; rest >> word;)
            words.push_back(word);
        if (command.find("--lang") == std::string::npos && words.size() > 1)
            words.insert(words.begin() + 2, {"--lang", speaksChinese(page) ? "zh" : "en"});
        return words;
    }
    return {};
}

/// `$ biao …` and all that is printed, as often as it stands there.
void replay(const Page& page, const Block& block, const Folder& folder) {
    std::istringstream lines(block.text);
    std::string command;
    std::string shown;
    const auto compare = [&] {
        if (command.empty()) return;
        const auto words = programOf(page, command);
        ASSERT_FALSE(words.empty()) << page.place(block) << ": only biao is run: " << command;
        const auto result = folder.run(words);
        EXPECT_EQ(shown, result.out + result.err) << page.place(block) << ": " << command;
        EXPECT_NE(result.exit, 2) << page.place(block) << ": " << command;
    };
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("$ ")) {
            compare();
            command = line.substr(2);
            shown.clear();
        } else {
            shown += line + "\n";
        }
    }
    EXPECT_FALSE(command.empty()) << page.place(block) << ": begins with $ and a command";
    compare();
}

/// One command a line; what stands behind two blanks says what it is for.
void run(const Page& page, const Block& block, const Folder& folder, const std::string& devHelp) {
    std::istringstream lines(block.text);
    for (std::string line; std::getline(lines, line);) {
        const auto command = line.substr(0, line.find("  "));
        const auto words = programOf(page, command);
        if (!words.empty()) {
            const auto result = folder.run(words);
            EXPECT_NE(result.exit, 2) << page.place(block) << ": " << command << "\n" << result.err;
        } else {
            ASSERT_TRUE(command.starts_with("./dev ")) << page.place(block) << ": " << command;
            const auto word = command.substr(6, command.find(' ', 6) - 6);
            EXPECT_NE(devHelp.find("\n  " + word + " "), std::string::npos)
                << page.place(block) << ": " << command;
        }
    }
}

/// The commands of ours in a service's configuration; an `entry` is handed files by the service.
std::string commandsIn(const std::string& yaml) {
    std::string out;
    std::istringstream lines(yaml);
    for (std::string line; std::getline(lines, line);) {
        line.erase(0, line.find_first_not_of(' '));
        bool entry = false;
        for (const std::string begin : {"- ", "run: ", "entry: "}) {
            if (!line.starts_with(begin)) continue;
            line.erase(0, begin.size());
            entry = begin == "entry: ";
        }
        if (line.starts_with("biao ")) out += line + (entry ? " 2031\n" : "\n");
    }
    return out;
}

std::string devHelp() {
    return golden::run({(root / "dev").native(), "help"}, root.native(), std::chrono::seconds(60))
        .out;
}

TEST(Commands, doWhatThePagesShow) {
    const auto help = devHelp();
    std::size_t transcripts = 0;
    for (const Page& page : pages()) {
        if (std::none_of(page.blocks.begin(), page.blocks.end(), [](const Block& block) {
                return block.isFile() || block.is("console", "") || block.is("sh", "") ||
                       block.is("yaml", "");
            }))
            continue;
        const Folder folder;
        for (const Block& block : page.blocks) {
            if (block.isFile()) folder.write(block.words[1], block.text);
            if (block.is("sh", "")) run(page, block, folder, help);
            if (block.is("yaml", "")) {
                const Block commands{block.words, commandsIn(block.text), block.line};
                EXPECT_FALSE(commands.text.empty()) << page.place(block) << ": holds no command";
                EXPECT_EQ(block.text.find('\t'), std::string::npos) << page.place(block);
                run(page, commands, folder, help);
            }
            if (!block.is("console", "")) continue;
            replay(page, block, folder);
            ++transcripts;
        }
    }
    EXPECT_GT(transcripts, 10U);
}

/// The hooks that others name are those that the page shows, and do what they are asked.
TEST(Commands, theHooksOfPreCommit) {
    std::ifstream file(root / ".pre-commit-hooks.yaml");
    const std::string text(std::istreambuf_iterator<char>(file), {});
    EXPECT_EQ(commandsIn(text), "biao check 2031\nbiao fmt 2031\n");
    const Folder folder;
    run({".pre-commit-hooks.yaml", text, {}}, {{}, commandsIn(text), 1}, folder, "");
    std::istringstream lines(text);
    const auto all = pages();
    const auto page = std::find_if(all.begin(), all.end(),
                                   [](const Page& one) { return one.path == "docs/ci.md"; });
    ASSERT_NE(page, all.end());
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("#") || line.find("description:") != line.npos) continue;
        line.erase(0, line.find_first_not_of(" -"));
        EXPECT_NE(page->text.find(line + "\n"), std::string::npos) << line;
    }
}

/// So that nothing is shown that nobody runs: a block is biao, console, sh, or `text`, which holds
/// no command; or `sh not-run:` and the reason. What is shown in cpp and cmake is the program that
/// tests/install builds, and held equal to it there.
TEST(Commands, everyBlockSaysWhatItIs) {
    for (const Page& page : pages()) {
        for (const Block& block : page.blocks) {
            const bool reasoned = block.is("sh", "not-run:") && block.words.size() > 4;
            const bool program =
                page.path == "docs/library.md" && (block.is("cpp", "") || block.is("cmake", ""));
            EXPECT_TRUE(reasoned || program || block.is("console", "") || block.is("sh", "") ||
                        block.is("yaml", "") || block.is("text", "") || block.isFile() ||
                        (!block.words.empty() && block.words[0] == "biao"))
                << page.place(block) << ": biao, console, sh, sh not-run: why, yaml, or text";
            if (!block.is("text", "")) continue;
            for (const char* command : {"\nbiao ", "\n./dev ", "\n$ "}) {
                EXPECT_EQ(("\n" + block.text).find(command), std::string::npos)
                    << page.place(block) << ": a command that is not run";
            }
        }
    }
}

}  // namespace
}  // namespace biao::docs
#endif
