#include "definitions/library.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "definitions/form_builder.h"

namespace biao::definitions {

using namespace syntax;

namespace {

/// Where a form or fragment is declared.
struct Declared {
    FormName name;
    std::string english;  // its path in English, if it has one
    const File* file;
    const Declaration* declaration;
};

/// Versions are compared part by part, numbers as numbers.
bool olderVersion(std::string_view a, std::string_view b) {
    while (!a.empty() || !b.empty()) {
        const auto partA = a.substr(0, a.find('.'));
        const auto partB = b.substr(0, b.find('.'));
        unsigned long long x = 0;
        unsigned long long y = 0;
        std::from_chars(partA.data(), partA.data() + partA.size(), x);
        std::from_chars(partB.data(), partB.data() + partB.size(), y);
        if (x != y) return x < y;
        if (partA != partB) return partA < partB;
        a.remove_prefix(std::min(a.size(), partA.size() + 1));
        b.remove_prefix(std::min(b.size(), partB.size() + 1));
    }
    return false;
}

}  // namespace

struct Library::State {
    explicit State(const Limits& bounds) : limits(bounds) {}

    Limits limits;
    Vocabulary vocabulary;
    std::vector<Declared> declared;
    std::map<std::string, std::shared_ptr<const Form>> built;
    std::vector<const Declaration*> building;

    const Declared* find(const FormName& name) const {
        const Declared* best = nullptr;
        for (const Declared& d : declared) {
            if (d.name.path != name.path && (d.english.empty() || d.english != name.path)) continue;
            if (!name.version.empty() && d.name.version != name.version) continue;
            if (!best || olderVersion(best->name.version, d.name.version)) best = &d;
        }
        return best;
    }

    /// That very version, under either name.
    bool declares(const FormName& name) const {
        const Declared* known = find(name);
        return known && known->name.version == name.version;
    }

    std::vector<std::string> names() const {
        std::vector<std::string> out;
        for (const Declared& d : declared) {
            out.push_back(d.name.text());
            if (!d.english.empty()) out.push_back(FormName{d.english, d.name.version}.text());
        }
        std::sort(out.begin(), out.end());
        return out;
    }

    std::shared_ptr<const Form> build(const Declared& d, Span where, Findings& findings) {
        const std::string key = d.name.text();
        if (const auto known = built.find(key); known != built.end()) return known->second;
        const bool circle =
            std::find(building.begin(), building.end(), d.declaration) != building.end();
        if (circle || building.size() >= limits.importDepth) {
            findings.add(
                finding(Code::badExtension, where,
                        {{"what", phrase(circle ? Phrase::extendsItself : Phrase::extendsTooDeep,
                                         {{"name", key}})}}));
            return nullptr;
        }
        building.push_back(d.declaration);
        FormBuilder builder(
            *d.file, vocabulary,
            [&](const FormName& name, Span from) -> std::shared_ptr<const Form> {
                if (const Declared* other = find(name)) return build(*other, from, findings);
                if (from.file == FileId{}) return nullptr;  // left out on purpose
                findings.add(finding(
                    Code::unknownForm, from,
                    {{"name", name.text()}, {"suggestion", didYouMean(name.text(), names())}}));
                return nullptr;
            },
            findings);
        auto form = builder.build(*d.declaration);
        building.pop_back();
        built.emplace(key, form);
        return form;
    }
};

Library::Library(const Limits& limits) : state_(std::make_unique<State>(limits)) {}
Library::Library(const Library& base) : Library(base.state_->limits) {
    state_->vocabulary = base.state_->vocabulary;
    state_->declared = base.state_->declared;
}
Library::~Library() = default;

void Library::add(const std::vector<const File*>& files, Findings& findings) {
    readVocabulary(files, state_->vocabulary, findings);
    for (const File* file : files) {
        for (const TopLevel& top : file->lines) {
            if (!top.declaration) continue;
            const Declaration& d = (*file)[top.declaration];
            if (d.broken) continue;
            switch (d.keyword) {
                case Keyword::form:
                case Keyword::fragment: {
                    const FormName name{std::string(d.name.text), std::string(d.version.text)};
                    const std::string english(d.aliases.empty() ? "" : d.aliases.front().text);
                    const FormName inEnglish{english, name.version};
                    const bool taken = state_->declares(name);
                    if (taken || (!english.empty() && state_->declares(inEnglish))) {
                        findings.add(finding(Code::declaredTwice,
                                             taken ? d.name.span : d.aliases.front().span,
                                             {{"name", (taken ? name : inEnglish).text()}}));
                        break;
                    }
                    state_->declared.push_back({name, english, file, &d});
                    break;
                }
                case Keyword::use:
                case Keyword::dimension:
                case Keyword::unit:
                case Keyword::countClass:
                case Keyword::scale:
                case Keyword::choices:
                case Keyword::subject:
                case Keyword::actuals:
                    break;  // read above, or by whoever opens files
                case Keyword::workspace: {
                    const Localized word = spelling(d.keyword);
                    findings.add(
                        finding(Code::misplaced, d.keywordSpan,
                                {{"what", word},
                                 {"place", phrase(Phrase::inOtherFiles, {{"name", word}})}}));
                    break;
                }
                case Keyword::field:
                case Keyword::fund:
                case Keyword::table:
                case Keyword::column:
                case Keyword::columns:
                case Keyword::line:
                case Keyword::tree:
                case Keyword::category:
                case Keyword::drop:
                case Keyword::change:
                case Keyword::rename:
                case Keyword::include:
                case Keyword::rule:
                    findings.add(finding(
                        Code::misplaced, d.keywordSpan,
                        {{"what", spelling(d.keyword)}, {"place", phrase(Phrase::topOfFile)}}));
                    break;
                default:
                    findings.add(finding(Code::notSupported, d.keywordSpan,
                                         {{"what", phrase(Phrase::declarationOf,
                                                          {{"word", spelling(d.keyword)}})}}));
                    break;
            }
        }
    }
}

const Limits& Library::limits() const {
    return state_->limits;
}

const UnitTable& Library::units() const {
    return state_->vocabulary.units;
}

std::optional<Kind> Library::kind(std::string_view name) const {
    const auto known = state_->vocabulary.kinds.find(name);
    if (known == state_->vocabulary.kinds.end()) return std::nullopt;
    return known->second;
}

std::vector<Kind> Library::kinds() const {
    std::vector<Kind> out;
    for (const auto& [spelled, kind] : state_->vocabulary.kinds) {
        if (spelled == kind.name.zh) out.push_back(kind);
    }
    return out;
}

const std::vector<Scale>& Library::scales() const {
    return state_->vocabulary.scales;
}

const Scale* Library::scale(std::string_view name) const {
    for (const Scale& scale : scales()) {
        if (scale.name.zh == name || scale.name.en == name) return &scale;
    }
    return nullptr;
}

std::optional<Localized> Library::subject(std::string_view spelling) const {
    const auto known = state_->vocabulary.subjects.find(spelling);
    if (known == state_->vocabulary.subjects.end()) return std::nullopt;
    return known->second;
}

std::vector<std::string> Library::subjectSpellings() const {
    std::vector<std::string> out;
    for (const auto& [spelled, name] : state_->vocabulary.subjects)
        out.push_back(spelled);
    return out;
}

std::shared_ptr<const Form> Library::form(const FormName& name, Findings& findings) {
    const Declared* declared = state_->find(name);
    if (!declared) return nullptr;
    return state_->build(*declared, declared->declaration->span, findings);
}

std::vector<FormName> Library::forms() const {
    std::vector<FormName> out;
    for (const Declared& d : state_->declared) {
        if (d.declaration->keyword == Keyword::form) out.push_back(d.name);
    }
    std::sort(out.begin(), out.end(),
              [](const FormName& a, const FormName& b) { return a.text() < b.text(); });
    return out;
}

std::vector<FormName> Library::declaredIn(const File& file) const {
    std::vector<FormName> out;
    for (const Declared& d : state_->declared) {
        if (d.file == &file) out.push_back(d.name);
    }
    return out;
}

}  // namespace biao::definitions
