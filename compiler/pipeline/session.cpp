#include "pipeline/session.h"

#include <exception>

#include "diagnostics/phrases.h"
#include "pipeline/run.h"
#include "pipeline/standard_library.h"

namespace biao::pipeline {

struct Session::State {
    explicit State(const Limits& given)
        : limits(given), loader(sources, limits, unsaid), standard(limits, faulty) {
        std::vector<Trouble> none;
        standard.files = loadLibrary(std::nullopt, loader, none);
        standard.scope.library.add(standard.files, unsaid);
    }

    Limits limits;
    SourceSet sources;
    Findings unsaid;  // the library in the program has no faults: a test holds it to that
    FaultyRules faulty;
    Loader loader;
    Standard standard;
};

Session::Session(const Limits& limits) : state_(std::make_unique<State>(limits)) {}
Session::~Session() = default;

Report Session::check(Request request) {
    if (request.stdlib) return pipeline::check(request);
    request.limits = state_->limits;
    Report report;
    report.sources = state_->sources;
    run(request, report, &state_->standard);
    return report;
}

}  // namespace biao::pipeline
