#include "report/rules.h"

#include <map>
#include <set>
#include <string>

#include "pipeline/inputs.h"
#include "pipeline/shelf.h"
#include "pipeline/standard_library.h"
#include "reference/code_pages.h"
#include "reference/rule_pages.h"

namespace biao::report {

namespace {

using Pages = std::map<std::string, reference::Page>;

/// Puts in the pages that are wanted and still without a text.
void take(std::vector<reference::Page> from, Pages& pages, std::set<std::string>& wanted) {
    for (reference::Page& page : from) {
        if (wanted.erase(page.code) > 0) pages.at(page.code) = std::move(page);
    }
}

std::vector<reference::Page> pagesOn(const pipeline::Request& request) {
    pipeline::Shelf shelf(request);
    return reference::rulePages(shelf.library(), shelf.files(), shelf.sources());
}

/// The library alone, the one that was checked with.
pipeline::Request libraryOf(const pipeline::Request& request) {
    pipeline::Request library;
    library.limits = request.limits;
    library.stdlib = request.stdlib;
    std::vector<pipeline::Trouble> said;
    if (!library.stdlib)
        library.stdlib = pipeline::libraryFolder(pipeline::inputsOf(request.paths, said));
    return library;
}

}  // namespace

std::vector<reference::Page> rulesOf(const pipeline::Report& report,
                                     const pipeline::Request& request) {
    Pages pages;
    std::set<std::string> wanted;
    for (const Finding& finding : report.findings) {
        if (!wanted.insert(finding.code).second) continue;
        reference::Page& page = pages[finding.code];
        page.code = finding.code;
        page.name = finding.name;
        page.severity = finding.severity;
    }
    take(reference::codePages(), pages, wanted);
    pipeline::Request where = libraryOf(request);
    if (!wanted.empty()) take(pagesOn(where), pages, wanted);
    // Rules that the files declare or use themselves.
    std::set<std::string> files;
    for (const Finding& finding : report.findings) {
        if (wanted.contains(finding.code) && finding.span.file.value < report.sources.size())
            files.insert(report.sources[finding.span.file].path());
    }
    where.paths.assign(files.begin(), files.end());
    if (!files.empty()) take(pagesOn(where), pages, wanted);

    std::vector<reference::Page> out;
    for (auto& [code, page] : pages)
        out.push_back(std::move(page));
    return out;
}

}  // namespace biao::report
