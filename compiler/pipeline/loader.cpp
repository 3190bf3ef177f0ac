#include "pipeline/loader.h"

#include <utility>

#include "base/parallel.h"
#include "parse/parse.h"

namespace biao::pipeline {

const std::string& Loader::shownPath(const Input& input) const {
    const auto given = paths_.find(input.identity);
    return given == paths_.end() ? input.path : given->second;
}

Loader::Text Loader::read(const Input& input) const {
    if (input.text) return *input.text;
    if (edited_) {
        const auto text = edited_->find(input.identity);
        if (text != edited_->end()) return text->second;
    }
    return readFile(shownPath(input), limits_.fileBytes);
}

LoadedFile* Loader::keep(const Input& input, std::unique_ptr<LoadedFile> file) {
    return files_.emplace(input.identity, std::move(file)).first->second.get();
}

void Loader::prepare(std::span<const Input> inputs, unsigned jobs) {
    struct Prepared {
        const Input* input;
        std::variant<std::monostate, Source, FileError> source;
        std::unique_ptr<LoadedFile> file;
        Findings findings;
    };
    std::vector<Prepared> all;
    for (const Input& input : inputs) {
        if (!files_.contains(input.identity)) all.push_back({&input, {}, nullptr, {}});
    }
    inParallel(all.size(), jobs, [&](std::size_t at) {
        Text text = read(*all[at].input);
        if (auto* error = std::get_if<FileError>(&text)) {
            all[at].source = std::move(*error);
        } else {
            all[at].source.emplace<Source>(shownPath(*all[at].input),
                                           std::get<std::string>(std::move(text)));
        }
    });
    for (Prepared& one : all) {
        if (auto* error = std::get_if<FileError>(&one.source)) {
            failed_.emplace(one.input->identity, std::move(*error));
            continue;
        }
        one.file = std::make_unique<LoadedFile>();
        one.file->id = sources_.add(std::get<Source>(std::move(one.source)));
    }
    inParallel(all.size(), jobs, [&](std::size_t at) {
        Prepared& one = all[at];
        if (!one.file) return;
        one.file->tree = parse::parse(sources_[one.file->id], one.file->id, limits_, one.findings);
    });
    for (Prepared& one : all) {
        findings_.take(std::move(one.findings));
        if (one.file) keep(*one.input, std::move(one.file));
    }
}

std::variant<LoadedFile*, FileError> Loader::load(const Input& input) {
    if (const auto known = files_.find(input.identity); known != files_.end()) {
        return known->second.get();
    }
    if (const auto failed = failed_.find(input.identity); failed != failed_.end()) {
        return failed->second;
    }
    auto text = read(input);
    if (auto* error = std::get_if<FileError>(&text)) {
        return std::move(*error);
    }
    return keep(input, parsed(Source(shownPath(input), std::get<std::string>(std::move(text)))));
}

LoadedFile* Loader::add(const std::string& path, std::string_view text) {
    return texts_.emplace_back(parsed(Source(path, std::string(text)))).get();
}

void Loader::release(const Input& input) {
    const auto known = files_.find(input.identity);
    if (known == files_.end()) return;
    if (!known->second->standard && !known->second->imported) files_.erase(known);
}

std::unique_ptr<LoadedFile> Loader::parsed(Source source) {
    auto file = std::make_unique<LoadedFile>();
    file->id = sources_.add(std::move(source));
    file->tree = parse::parse(sources_[file->id], file->id, limits_, findings_);
    return file;
}

}  // namespace biao::pipeline
