#include "definitions/reading.h"

#include <algorithm>

#include "base/utf8.h"

namespace biao::definitions {

using namespace syntax;

Localized nameOf(const Declaration& declaration) {
    const std::string zh(declaration.name.text);
    if (declaration.aliases.empty()) return zh;
    return {zh, std::string(declaration.aliases.front().text)};
}

std::vector<std::string> spellingsOf(const Declaration& declaration) {
    std::vector<std::string> out{std::string(declaration.name.text)};
    for (const Word& alias : declaration.aliases)
        out.emplace_back(alias.text);
    return out;
}

const Attribute* attribute(const File& file, const Declaration& declaration, Property property) {
    for (const Attribute& a : file.of(declaration.attributes)) {
        if (wordFrom<Property>(a.name.text) == property) return &a;
    }
    return nullptr;
}

std::vector<Word> wordsOf(const File& file, ExprId value) {
    std::vector<Word> out;
    if (!value) return out;
    const Expr& e = file[value];
    if (e.kind == ExprKind::list || e.kind == ExprKind::tuple) {
        for (const Operand& o : file.of(e.operands)) {
            for (const Word& w : wordsOf(file, o.expr))
                out.push_back(w);
        }
    } else if (e.kind == ExprKind::name || e.kind == ExprKind::text) {
        out.push_back({e.text, e.span});
    }
    return out;
}

Localized textsOf(const std::vector<Text>& texts) {
    Localized out;
    for (const Text& t : texts) {
        const std::string text(t.text.text);
        if (!t.language || t.language.text == "zh") out.zh = text;
        if (!t.language || t.language.text == "en") out.en = text;
    }
    return out;
}

bool has(const Declaration& declaration, Flag flag) {
    const auto& flags = declaration.flags;
    return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

std::optional<Severity> severityIn(const std::vector<Flag>& flags) {
    for (const Flag flag : flags) {
        if (flag == Flag::error) return Severity::error;
        if (flag == Flag::warning) return Severity::warning;
        if (flag == Flag::info) return Severity::info;
    }
    return std::nullopt;
}

std::optional<std::string> pathOf(const File& file, ExprId value) {
    if (!value) return std::nullopt;
    const Expr& e = file[value];
    if (e.kind == ExprKind::name || e.kind == ExprKind::role || e.kind == ExprKind::code) {
        return std::string(e.text);
    }
    if (e.kind != ExprKind::member) return std::nullopt;
    const auto object = pathOf(file, file.of(e.operands)[0].expr);
    if (!object) return std::nullopt;
    return *object + "." + std::string(e.text);
}

Localized didYouMean(std::string_view name, const std::vector<std::string>& candidates) {
    const auto best = nearest(name, candidates);
    if (!best) return {};
    return phrase(Phrase::didYouMean, {{"name", candidates[*best]}});
}

}  // namespace biao::definitions
