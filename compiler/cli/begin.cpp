#include "cli/begin.h"

#include <algorithm>
#include <filesystem>
#include <memory>

#include "base/files.h"
#include "diagnostics/count.h"
#include "diagnostics/excerpt.h"
#include "diagnostics/phrases.h"
#include "draft/draft.h"
#include "pipeline/inputs.h"
#include "pipeline/shelf.h"
#include "reference/forms.h"

namespace biao::cli {

namespace fs = std::filesystem;

namespace {

using definitions::Form;
using FormPtr = std::shared_ptr<const Form>;

class Beginning {
public:
    Beginning(const Options& options, Language language, Begun& out)
        : options_(options), language_(language), out_(out), shelf_(request()) {}

    void run() {
        for (const auto& trouble : shelf_.trouble())
            out_.trouble.push_back(trouble);
        if (!options_.asked.empty() && !(form_ = formAsked())) return;
        if (!out_.trouble.empty()) return;
        const auto text = options_.from.empty() ? skeleton() : renewed();
        if (!text) return;
        auto laid = draft::laidOut(*text);
        if (!laid) return fail("", phrase(Phrase::internalError));
        give(*std::move(laid));
    }

private:
    pipeline::Request request() const {
        pipeline::Request request = options_.request;
        if (!options_.from.empty()) request.paths.push_back(options_.from);
        return request;
    }

    void fail(std::string path, Localized what) {
        out_.trouble.push_back({std::move(path), std::move(what)});
    }

    FormPtr formAsked() {
        auto& library = shelf_.library();
        const auto form = reference::formNamed(options_.asked, library);
        if (!form) {
            const auto near =
                reference::formSuggestion(options_.asked, reference::allForms(library));
            fail("", phrase(Phrase::noSuchForm, {{"name", options_.asked}, {"suggestion", near}}));
            return nullptr;
        }
        const Phrase why = form->broken ? Phrase::faultyForm : Phrase::abstractForm;
        if (form->broken || form->isAbstract) {
            fail("", phrase(why, {{"name", form->name.text()}}));
            return nullptr;
        }
        return form;
    }

    std::string skeleton() {
        return draft::heading(filesFor({form_->name}), {form_.get()}, language_) +
               draft::submission({*form_, shelf_.library(), language_});
    }

    /// The submissions of last year's file, each in both ways to say its form, and those names.
    std::optional<std::string> renewed() {
        pipeline::Request request = options_.request;
        request.paths = {options_.from};
        request.emitter = [this](const model::Submission& last,
                                 const definitions::Library& library) {
            const Form& form = form_ ? *form_ : *last.form;
            const auto subject = library.subject(last.subject);
            if (!form.subject.empty() && subject && form.subject != subject->zh) {
                return std::vector<std::string>{
                    "", "", "",
                    phrase(Phrase::draftNotFor, {{"title", harmless(last.title)},
                                                 {"subject", *subject},
                                                 {"form", form.name.text()}})
                            .in(language_) +
                        "\n"};
            }
            std::string left;
            for (const Localized& name : draft::leftBehind(last, form))
                left += noPlace(form, name) + "\n";
            return std::vector<std::string>{
                draft::submission({form, library, language_, &last}) + "\n",
                draft::submission({form, library, language_, &last, true}) + "\n",
                form.name.text() + "\n", left};
        };
        const auto report = pipeline::check(request);
        for (const auto& trouble : report.trouble)
            out_.trouble.push_back(trouble);
        if (!out_.trouble.empty()) return std::nullopt;
        for (const auto& left : linesOf(report.emitted, 3))
            out_.notes.push_back({options_.from, left});
        const auto names = linesOf(report.emitted, 2);
        if (names.empty()) {
            fail(options_.from, phrase(Phrase::draftNothing));
            return std::nullopt;
        }
        if (const auto errors = countSeverities(report.findings).errors; errors > 0) {
            out_.notes.push_back({options_.from, phrase(Phrase::draftLostSome,
                                                        {{"count", std::to_string(errors)}})});
        }
        return putTogether(names, report.emitted);
    }

    std::string noPlace(const Form& form, const Localized& name) const {
        const auto place = phrase(Phrase::formNamed, {{"name", form.name.text()}});
        const Localized shown{harmless(name.zh), harmless(name.en)};
        return finding(Code::unknownName, {},
                       {{"place", place}, {"name", shown}, {"suggestion", ""}})
            .message.in(language_);
    }

    std::optional<std::string> putTogether(const std::vector<std::string>& names,
                                           const std::vector<std::string>& emitted) {
        std::vector<definitions::FormName> forms;
        Findings unsaid;
        std::vector<FormPtr> held;
        for (const std::string& name : names) {
            const auto at = name.rfind('@');
            const bool versioned = at != std::string::npos;
            const definitions::FormName one{name.substr(0, at),
                                            versioned ? name.substr(at + 1) : ""};
            if (std::find(forms.begin(), forms.end(), one) != forms.end()) continue;
            forms.push_back(one);
            held.push_back(shelf_.library().form(one, unsaid));
        }
        std::vector<const Form*> used;
        if (held.size() == 1 && held.front()) used.push_back(held.front().get());
        return draft::heading(filesFor(forms), used, language_) + emitted[used.empty() ? 1 : 0];
    }

    static std::vector<std::string> linesOf(const std::vector<std::string>& emitted,
                                            std::size_t which) {
        std::vector<std::string> out;
        if (which >= emitted.size()) return out;
        const std::string& text = emitted[which];
        for (std::size_t at = 0; at < text.size();) {
            const auto end = text.find('\n', at);
            out.push_back(text.substr(at, end - at));
            at = end + 1;
        }
        return out;
    }

    /// The user's files that declare these forms, as the new file has to call them.
    std::vector<std::string> filesFor(const std::vector<definitions::FormName>& forms) {
        std::vector<std::string> out;
        const fs::path target = options_.output;
        const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
        for (const std::string& path : shelf_.ownFilesOf(forms)) {
            std::error_code error;
            const auto near = fs::proximate(path, folder, error);
            const std::string name = error ? path : near.native();
            if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
        }
        return out;
    }

    void give(std::string text) {
        if (options_.output.empty()) {
            out_.text = std::move(text);
            return;
        }
        std::error_code error;
        if (!options_.force && fs::exists(fs::symlink_status(options_.output, error)))
            return fail(options_.output, phrase(Phrase::draftIsThere));
        const auto written = writeFileAtomically(options_.output, text);
        if (const auto* why = std::get_if<FileError>(&written)) {
            fail(why->path, phrase(Phrase::outputFailed, {{"reason", pipeline::reasonOf(*why)}}));
        }
    }

    const Options& options_;
    const Language language_;
    Begun& out_;
    pipeline::Shelf shelf_;
    FormPtr form_;
};

}  // namespace

Begun begin(const Options& options, Language language) {
    Begun out;
    Beginning(options, language, out).run();
    return out;
}

}  // namespace biao::cli
