#include "pipeline/check.h"

#include <exception>

#include "pipeline/loader.h"
#include "pipeline/run.h"
#include "syntax/dump.h"

namespace biao::pipeline {

Report check(const Request& request) {
    Report report;
    run(request, report, nullptr);
    return report;
}

Tree dumpTree(const std::string& path, const Limits& limits) {
    Tree tree;
    try {
        Findings findings;
        Loader loader(tree.report.sources, limits, findings);
        const auto loaded = loader.load({path, identityOf(path)});
        if (const auto* error = std::get_if<FileError>(&loaded)) {
            tree.report.trouble.push_back({error->path, reasonOf(*error)});
            return tree;
        }
        tree.text = syntax::dump(std::get<LoadedFile*>(loaded)->tree);
        tree.report.findings = Findings::finish(findings.list(), tree.report.sources);
        tree.report.summary.files = 1;
    } catch (const std::exception& error) {
        tree.report.trouble.push_back({path, reasonOf(error)});
    }
    return tree;
}

}  // namespace biao::pipeline
