// Reads a text, prints what the check finds as JSON, and then the text in its one layout.
#include <iostream>
#include <iterator>
#include <string>

#include <biao/biao.h>

int main() {
    const std::string text(std::istreambuf_iterator<char>(std::cin), {});

    biao::pipeline::Session session;  // opens the standard library, once for any number of checks
    biao::pipeline::Request request;
    request.texts = {{"input.biao", text}};
    const auto report = session.check(request);
    std::cout << biao::renderJson(report.findings, report.sources, report.summary,
                                  biao::Language::en);

    biao::SourceSet sources;
    const auto id = sources.add({"input.biao", text});
    biao::Findings mistakes;
    if (const auto laidOut = biao::format::format(sources[id], id, biao::Limits(), mistakes))
        std::cout << *laidOut;
    return report.findings.empty() ? 0 : 1;
}
