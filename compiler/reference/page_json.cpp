// A page for programs.
#include "reference/json.h"
#include "reference/page.h"

namespace biao::reference {

std::string renderPagesJson(const std::vector<Page>& pages) {
    Json out;
    out["version"] = 1;
    out["pages"] = Json::array();
    for (const Page& page : pages) {
        Json one;
        one["code"] = page.code;
        one["name"] = page.name;
        one["rule"] = page.isRule();
        one["severity"] = severityName(page.severity);
        one["what"] = both(page.what);
        one["why"] = both(page.why);
        one["wrong"] = page.wrong;
        one["right"] = page.right;
        one["noExample"] = both(page.noExample);
        one["fix"] = both(page.fix);
        one["source"] = both(page.source);
        one["message"] = both(page.message);
        one["forms"] = page.forms;
        out["pages"].push_back(std::move(one));
    }
    return document(out);
}

}  // namespace biao::reference
