#include "pipeline/imports.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "diagnostics/phrases.h"

namespace biao::pipeline {

namespace fs = std::filesystem;

namespace {

class Imports {
public:
    Imports(Loader& loader, Findings& findings) : loader_(loader), findings_(findings) {}

    void visit(const LoadedFile& file) {
        open_.push_back(&file);
        for (const auto& top : file.tree.lines) {
            if (!top.declaration) continue;
            const auto& declaration = file.tree[top.declaration];
            if (declaration.keyword == syntax::Keyword::use && declaration.nameIsText &&
                !declaration.broken) {
                use(file, declaration.name);
            }
        }
        open_.pop_back();
    }

    std::vector<const LoadedFile*> take() && { return std::move(done_); }

private:
    void use(const LoadedFile& from, const syntax::Word& name) {
        const auto* file = find(from, name);
        if (!file || file->standard || !seen_.insert(file).second) return;
        if (open_.size() >= loader_.limits().importDepth) {
            findings_.add(finding(Code::limitExceeded, name.span,
                                  {{"what", phrase(Phrase::importDepth)},
                                   {"limit", std::to_string(loader_.limits().importDepth)}}));
            return;
        }
        visit(*file);
        done_.push_back(file);
    }

    const LoadedFile* find(const LoadedFile& from, const syntax::Word& name) {
        const fs::path here = loader_.source(from).path();
        const std::string path = (here.parent_path() / name.text).lexically_normal().native();
        std::error_code error;
        const auto status = fs::status(path, error);
        if (fs::exists(status) && !fs::is_regular_file(status)) {
            return failed(name, phrase(Phrase::importNoFile, {{"path", path}}));
        }
        const auto loaded = loader_.load({path, identityOf(path)});
        if (const auto* trouble = std::get_if<FileError>(&loaded)) {
            return failed(name, phrase(Phrase::importUnreadable,
                                       {{"path", path}, {"reason", reasonOf(*trouble)}}));
        }
        auto* file = std::get<LoadedFile*>(loaded);
        if (std::find(open_.begin(), open_.end(), file) != open_.end()) {
            return failed(name, phrase(Phrase::importCircle, {{"path", path}}));
        }
        file->imported = true;
        return file;
    }

    const LoadedFile* failed(const syntax::Word& name, Localized what) {
        findings_.add(finding(Code::importFailed, name.span, {{"what", std::move(what)}}));
        return nullptr;
    }

    Loader& loader_;
    Findings& findings_;
    std::vector<const LoadedFile*> open_;  // those being looked through, the innermost last
    std::vector<const LoadedFile*> done_;
    std::set<const LoadedFile*> seen_;
};

}  // namespace

std::vector<const LoadedFile*> importsOf(const LoadedFile& file, Loader& loader,
                                         Findings& findings) {
    Imports imports(loader, findings);
    imports.visit(file);
    return std::move(imports).take();
}

}  // namespace biao::pipeline
