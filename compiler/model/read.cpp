#include "model/read.h"

#include <algorithm>

#include "base/utf8.h"
#include "definitions/reading.h"
#include "diagnostics/phrases.h"
#include "model/reader.h"

namespace biao::model {

using namespace syntax;
using definitions::FormName;

namespace {

/// A 使用 of the file, or 按 of one submission.
struct Use {
    FormName name;
    Word subject;  // 于: for which kind of subject
    Span span;
    Span whole;  // with the version
    bool known = true;
};

std::vector<std::string> namesOf(const definitions::Library& library) {
    std::vector<std::string> out;
    for (const FormName& name : library.forms())
        out.push_back(name.text());
    return out;
}

class FileReader {
public:
    FileReader(const File& file, definitions::Library& library, Findings& findings)
        : file_(file), library_(library), findings_(findings) {}

    std::vector<Written> run() {
        for (const TopLevel& top : file_.lines) {
            if (top.declaration) use(file_[top.declaration]);
        }
        std::vector<Written> out;
        for (const TopLevel& top : file_.lines) {
            if (!top.submission) continue;
            if (auto form = formFor(file_[top.submission])) {
                out.push_back({top.submission, std::move(form)});
            }
        }
        return out;
    }

private:
    void use(const Declaration& d) {
        if (d.keyword != Keyword::use || d.nameIsText || d.broken) return;
        Use u;
        u.name = {std::string(d.name.text), std::string(d.version.text)};
        u.span = d.name.span;
        u.whole = d.version ? cover(d.name.span, d.version.span) : d.name.span;
        for (const Attribute& a : file_.of(d.attributes)) {
            if (wordFrom<Property>(a.name.text) == Property::forSubject && a.value) {
                u.subject = {file_[a.value].text, file_[a.value].span};
            } else {
                findings_.add(finding(Code::unknownName, a.name.span,
                                      {{"name", std::string(a.name.text)},
                                       {"place", spelling(Keyword::use)},
                                       {"suggestion", ""}}));
            }
        }
        u.known = formOf(u) != nullptr;
        uses_.push_back(u);
    }

    std::shared_ptr<const definitions::Form> formOf(const Use& u) {
        auto form = library_.form(u.name, findings_);
        if (!form) {
            const auto names = namesOf(library_);
            Finding f = finding(Code::unknownForm, u.span,
                                {{"name", u.name.text()},
                                 {"suggestion", definitions::didYouMean(u.name.text(), names)}});
            if (const auto best = nearest(u.name.text(), names)) {
                f.fixes.push_back({phrase(Phrase::fixWrite, {{"text", names[*best]}}),
                                   {{u.whole, names[*best]}},
                                   false});
            }
            findings_.add(std::move(f));
            return nullptr;
        }
        if (form->isAbstract) {
            findings_.add(
                finding(Code::badExtension, u.span,
                        {{"what", phrase(Phrase::abstractForm, {{"name", u.name.text()}})}}));
            return nullptr;
        }
        return form->broken ? nullptr : form;
    }

    std::shared_ptr<const definitions::Form> formFor(const Item& item) {
        const auto subject = library_.subject(item.head.text);
        if (!subject) {
            const auto candidates = library_.subjectSpellings();
            findings_.add(
                finding(Code::unknownName, item.head.span,
                        {{"name", std::string(item.head.text)},
                         {"place", phrase(Phrase::subjects)},
                         {"suggestion", definitions::didYouMean(item.head.text, candidates)}}));
            return nullptr;
        }
        auto form = choose(item, *subject);
        if (!form) return nullptr;
        if (!form->subject.empty() && form->subject != subject->zh) {
            const auto wanted = library_.subject(form->subject);
            findings_.add(finding(Code::wrongSubject, item.head.span,
                                  {{"form", form->name.text()},
                                   {"expected", wanted ? *wanted : Localized(form->subject)},
                                   {"found", *subject}}));
            return nullptr;
        }
        return form;
    }

    std::shared_ptr<const definitions::Form> choose(const Item& item, const Localized& subject) {
        for (const Attribute& a : file_.of(item.attributes)) {
            if (wordFrom<Property>(a.name.text) != Property::by || !a.value) continue;
            Use u;
            const Word& version = file_[a.value].unit;
            u.span = file_[a.value].span;
            u.whole = version ? cover(u.span, version.span) : u.span;
            u.name.path = definitions::pathOf(file_, a.value).value_or("");
            u.name.version = std::string(version.text);
            return formOf(u);
        }
        const Use* best = nullptr;
        for (const Use& u : uses_) {
            const bool own = u.subject.text == subject.zh || u.subject.text == subject.en;
            if (u.subject && !own) continue;
            if (!u.known) return nullptr;  // said already; which form was meant is not guessed
            if (own) best = &u;
        }
        std::vector<const Use*> fitting;
        for (const Use& u : uses_) {
            if (best || u.subject) continue;
            Findings silent;
            const auto form = library_.form(u.name, silent);
            if (!form || (!form->subject.empty() && form->subject != subject.zh)) continue;
            fitting.push_back(&u);
        }
        if (fitting.size() > 1) {
            // Said once, at the form that is one too many; which was meant is not guessed.
            if (!twoForms_) {
                Finding f = finding(Code::duplicate, fitting[1]->span,
                                    {{"what", phrase(Phrase::formFor, {{"subject", subject}})}});
                f.related.push_back({fitting[0]->span, phrase(Phrase::firstGiven)});
                findings_.add(std::move(f));
            }
            twoForms_ = true;
            return nullptr;
        }
        if (!fitting.empty()) best = fitting.front();
        if (!best && !uses_.empty()) best = &uses_.front();
        if (best) {
            Findings silent;
            return library_.form(best->name, silent);
        }
        findings_.add(
            finding(Code::noForm, item.head.span,
                    {{"name", std::string(item.title ? item.title.text : item.head.text)}}));
        return nullptr;
    }

    const File& file_;
    definitions::Library& library_;
    Findings& findings_;
    std::vector<Use> uses_;
    bool twoForms_ = false;
};

}  // namespace

std::vector<Written> submissionsIn(const File& file, definitions::Library& library,
                                   Findings& findings) {
    return FileReader(file, library, findings).run();
}

Submission readItem(const Item& item, const File& file, const Source& source,
                    std::shared_ptr<const definitions::Form> form,
                    const definitions::Library& library, const Limits& limits, Findings& findings) {
    return SubmissionReader(file, source, std::move(form), library, limits, findings)
        .read(item, item.block);
}

Submission readLines(const std::vector<ItemId>& lines, const File& file, const Source& source,
                     std::shared_ptr<const definitions::Form> form,
                     const definitions::Library& library, const Limits& limits,
                     Findings& findings) {
    Item head;
    if (!lines.empty()) head.span = head.head.span = file[lines.front()].span;
    return SubmissionReader(file, source, std::move(form), library, limits, findings)
        .read(head, lines);
}

std::vector<Submission> read(const File& file, const Source& source, definitions::Library& library,
                             const Limits& limits, Findings& findings) {
    std::vector<Submission> out;
    for (const Written& one : submissionsIn(file, library, findings)) {
        out.push_back(readItem(file[one.item], file, source, one.form, library, limits, findings));
    }
    return out;
}

}  // namespace biao::model
