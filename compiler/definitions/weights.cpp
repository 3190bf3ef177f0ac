#include "definitions/weights.h"

namespace biao::definitions {

namespace {

Localized shown(const Quantity& quantity) {
    return {text(quantity, Language::zh), text(quantity, Language::en)};
}

Localized marked(const char* mark, const Quantity& quantity) {
    const Localized amount = shown(quantity);
    return {mark + amount.zh, mark + amount.en};
}

}  // namespace

Localized shownDemand(const Weight& weight) {
    const auto& least = weight.least;
    const auto& most = weight.most;
    if (!least && !most) return weight.rest ? Localized("?") : Localized();
    if (!most) return marked(weight.above ? ">" : "\u2265", *least);
    if (!least) return marked(weight.below ? "<" : "\u2264", *most);
    const Localized from = shown(*least);
    if (least->value == most->value) return from;
    const Localized to = shown(*most);
    return {from.zh + "~" + to.zh, from.en + "~" + to.en};
}

}  // namespace biao::definitions
