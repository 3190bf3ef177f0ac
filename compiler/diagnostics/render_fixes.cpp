#include <nlohmann/json.hpp>

#include "diagnostics/excerpt.h"
#include "diagnostics/fixes.h"
#include "diagnostics/phrases.h"

namespace biao {

namespace {

using Json = nlohmann::ordered_json;

std::string line(Phrase how, const FixAt& fix, const std::string& brings, Language language) {
    const Localized title{harmless(fix.title.zh), harmless(fix.title.en)};
    return "  " +
           phrase(how, {{"line", std::to_string(fix.at.line)},
                        {"title", title},
                        {"code", fix.code},
                        {"brings", brings}})
               .in(language) +
           "\n";
}

Json jsonOf(const FixAt& fix, Language language) {
    Json out;
    out["code"] = fix.code;
    out["title"] = fix.title.in(language);
    out["line"] = fix.at.line;
    out["column"] = fix.at.column;
    return out;
}

}  // namespace

std::string renderFixes(const std::vector<MendedFile>& files, Language language) {
    std::string out;
    for (const MendedFile& file : files) {
        const auto count = std::to_string(file.made.size());
        const std::string path = harmless(file.path);
        out += phrase(Phrase::fixesOfFile, {{"path", path}, {"count", count}}).in(language) + "\n";
        for (const FixAt& fix : file.made)
            out += line(Phrase::fixMade, fix, {}, language);
        for (const FixLeft& left : file.left)
            out += line(Phrase::fixLeft, left.fix, left.brings, language);
    }
    return out;
}

std::string withFixes(std::string document, const std::vector<MendedFile>& files,
                      Language language) {
    Json out;
    auto& fixed = out["fixed"] = Json::array();
    for (const MendedFile& file : files) {
        Json one;
        one["path"] = file.path;
        one["made"] = Json::array();
        for (const FixAt& fix : file.made)
            one["made"].push_back(jsonOf(fix, language));
        one["left"] = Json::array();
        for (const FixLeft& left : file.left) {
            Json fix = jsonOf(left.fix, language);
            fix["brings"] = left.brings;
            one["left"].push_back(std::move(fix));
        }
        fixed.push_back(std::move(one));
    }
    // Both documents have their braces on lines of their own: the key goes before the last.
    const std::string key = out.dump(2, ' ', false, Json::error_handler_t::replace);
    document.resize(document.rfind('\n', document.rfind('}')));
    return document + "," + key.substr(1) + "\n";
}

}  // namespace biao
