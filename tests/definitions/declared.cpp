#include "declared.h"

#include <gtest/gtest.h>

#include <variant>

#include "base/files.h"
#include "parse/parse.h"

namespace biao::test {

using definitions::ElementId;
using definitions::Form;

Declared::Declared(std::string_view text) : library_(Limits()) {
    constexpr std::size_t largest = std::size_t{1} << 24U;
    for (const auto& path : filesUnder(BIAO_SOURCE_DIR "/stdlib", ".biao").files)
        read(path, std::get<std::string>(readFile(path, largest)));
    read("test.biao", std::string(text));
    std::vector<const syntax::File*> files;
    for (const auto& file : files_)
        files.push_back(file.get());
    library_.add(files, findings_);
}

void Declared::read(std::string path, std::string text) {
    const FileId id = sources_.add(Source(std::move(path), std::move(text)));
    files_.push_back(
        std::make_unique<syntax::File>(parse::parse(sources_[id], id, Limits(), findings_)));
}

std::shared_ptr<const Form> Declared::form(std::string_view path, std::string_view version) {
    auto form = library_.form({std::string(path), std::string(version)}, findings_);
    if (form) return form;
    ADD_FAILURE() << "there is no form " << path;
    return std::make_shared<Form>();
}

std::vector<std::string> Declared::said() const {
    std::vector<std::string> all;
    for (const Finding& f : findings_.list())
        all.push_back(f.code + " " + std::string(sources_[f.span.file].slice(f.span)));
    return all;
}

std::string names(const Form& form, const std::vector<ElementId>& list) {
    std::string out;
    for (const ElementId id : list) {
        if (form[id].dropped) continue;
        out += (out.empty() ? "" : " ") + form[id].name.zh;
    }
    return out;
}

}  // namespace biao::test
