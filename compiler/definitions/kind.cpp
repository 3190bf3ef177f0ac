#include "definitions/kind.h"

#include "diagnostics/phrases.h"

namespace biao::definitions {

Localized describe(const std::vector<Kind>& kinds) {
    Localized out;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (i > 0) {
            const Localized join =
                phrase(i + 1 == kinds.size() ? Phrase::listOr : Phrase::listSeparatorInside);
            out.zh += join.zh;
            out.en += join.en;
        }
        out.zh += kinds[i].name.zh;
        out.en += kinds[i].name.en;
    }
    return out;
}

}  // namespace biao::definitions
