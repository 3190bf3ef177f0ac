// Run while building: biao_write_manual zh|en prints the manual page.
#include <string_view>

#include "cli/manual.h"
#include "cli/output.h"

int main(int count, char** words) {
    const bool english = count == 2 && std::string_view(words[1]) == "en";
    const auto language = english ? biao::Language::en : biao::Language::zh;
    return biao::cli::writeOutput(biao::cli::manual(language, BIAO_VERSION)) == 0 ? 0 : 1;
}
