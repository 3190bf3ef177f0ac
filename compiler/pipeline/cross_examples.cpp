#include "pipeline/cross_examples.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "definitions/reading.h"
#include "diagnostics/phrases.h"
#include "model/read.h"
#include "pipeline/cross_rule.h"

namespace biao::pipeline {

using definitions::Form;
using definitions::FormName;
using definitions::Rule;
using syntax::Clause;
using syntax::ClauseKind;
using syntax::Item;
using syntax::Property;

namespace {

class CrossExamples {
public:
    CrossExamples(const Rule& rule, const LoadedFile& file, const Source& source,
                  definitions::Library& library, const Limits& limits, Findings& findings)
        : rule_(rule),
          file_(file.tree),
          source_(source),
          library_(library),
          limits_(limits),
          findings_(findings),
          forms_(formsFor(rule.across, library, findings)) {}

    void run() {
        const CrossRule cross(rule_, library_, {}, findings_);
        if (!cross.good()) return;
        for (const Clause& clause : rule_.declaration->clauses) {
            const bool example =
                clause.kind == ClauseKind::wrong || clause.kind == ClauseKind::right;
            if (example && !clause.broken) tryExample(clause, cross);
        }
    }

private:
    void tryExample(const Clause& clause, const CrossRule& cross) {
        std::deque<model::Submission> submissions;
        std::vector<model::SetWorld::Member> members;
        for (const syntax::ItemId id : clause.items) {
            const Item& item = file_[id];
            const auto subject = library_.subject(item.head.text);
            const auto& across = rule_.across;
            if (!subject || std::find(across.begin(), across.end(), subject->zh) == across.end()) {
                findings_.add(finding(Code::ruleFault, item.head.span,
                                      {{"what", phrase(Phrase::exampleOfWhat,
                                                       {{"name", std::string(item.head.text)}})}}));
                return;
            }
            const auto form = formOf(item, subject->zh);
            if (!form) {
                findings_.add(finding(Code::noForm, item.head.span,
                                      {{"name", std::string(item.title.text)}}));
                return;
            }
            submissions.push_back(
                model::readItem(item, file_, source_, form, library_, limits_, findings_));
            members.push_back({&submissions.back(), subject->zh, &library_.units()});
        }
        Findings said;
        cross.run(members, library_.units(), said);
        judge(clause, said, findings_);
    }

    std::shared_ptr<const Form> formOf(const Item& item, const std::string& subject) {
        for (const syntax::Attribute& a : file_.of(item.attributes)) {
            if (syntax::wordFrom<Property>(a.name.text) != Property::by || !a.value) continue;
            const FormName name{definitions::pathOf(file_, a.value).value_or(""),
                                std::string(file_[a.value].unit.text)};
            const auto form = library_.form(name, findings_);
            return form && !form->broken ? form : nullptr;
        }
        const std::string issuer = rule_.code.substr(rule_.code.find(':') + 1);
        std::shared_ptr<const Form> best;
        int worth = -1;
        for (const auto& form : forms_) {
            if (form->subject != subject) continue;
            const bool holds = std::any_of(form->rules.begin(), form->rules.end(),
                                           [&](const Rule& one) { return one.span == rule_.span; });
            const std::string own = form->name.path.substr(0, form->name.path.rfind('.')) + ".";
            const int value = (holds ? 2 : 0) + (issuer.starts_with(own) ? 1 : 0);
            if (value > worth) best = form;
            worth = std::max(worth, value);
        }
        return best;
    }

    const Rule& rule_;
    const syntax::File& file_;
    const Source& source_;
    definitions::Library& library_;
    const Limits& limits_;
    Findings& findings_;
    CrossRule::Forms forms_;
};

}  // namespace

void tryCross(const Rule& rule, const LoadedFile& file, const Source& source,
              definitions::Library& library, const Limits& limits, Findings& findings) {
    CrossExamples(rule, file, source, library, limits, findings).run();
}

void judge(const Clause& clause, const Findings& said, Findings& findings) {
    const auto fault = [&](Localized what) -> Finding& {
        return findings.add(finding(Code::ruleFault, clause.span, {{"what", std::move(what)}}));
    };
    if (clause.kind == ClauseKind::wrong && said.empty()) {
        fault(phrase(Phrase::wrongExamplePasses));
    } else if (clause.kind == ClauseKind::right && !said.empty()) {
        const Finding& first = said.list().front();
        fault(phrase(Phrase::rightExampleFails, {{"message", first.message}}))
            .related.push_back({first.span, first.message});
    }
}

}  // namespace biao::pipeline
