#include "git/repository.h"

#include <cerrno>
#include <utility>

#include "diagnostics/excerpt.h"
#include "diagnostics/phrases.h"

namespace biao::git {

std::variant<Ran, Localized> ask(const std::vector<std::string>& words, std::string_view input) {
    constexpr std::size_t limit = std::size_t{1} << 30U;
    std::vector<std::string> all{"git"};
    all.insert(all.end(), words.begin(), words.end());
    auto ran = runProgram(all, input, limit);
    if (auto* done = std::get_if<Ran>(&ran)) return std::move(*done);
    const auto& error = std::get<FileError>(ran);
    if (error.number == ENOENT) return phrase(Phrase::gitMissing);
    return phrase(Phrase::gitFailed, {{"reason", error.reason}});
}

std::string firstLine(std::string_view text) {
    return std::string(text.substr(0, text.find_first_of("\r\n")));
}

std::variant<std::string, Localized> tell(const std::vector<std::string>& words,
                                          std::string_view input) {
    auto asked = ask(words, input);
    if (auto* error = std::get_if<Localized>(&asked)) return std::move(*error);
    auto& ran = std::get<Ran>(asked);
    if (ran.status == 0) return std::move(ran.output);
    return phrase(Phrase::gitFailed, {{"reason", harmless(firstLine(ran.complaints))}});
}

std::variant<std::string, Localized> workingTree() {
    auto asked = ask({"rev-parse", "--git-dir"});
    if (auto* error = std::get_if<Localized>(&asked)) return std::move(*error);
    if (std::get<Ran>(asked).status != 0) return phrase(Phrase::gitNoRepository);
    auto top = ask({"rev-parse", "--show-toplevel"});
    if (auto* error = std::get_if<Localized>(&top)) return std::move(*error);
    const Ran& ran = std::get<Ran>(top);
    return ran.status == 0 ? firstLine(ran.output) : std::string();
}

}  // namespace biao::git
