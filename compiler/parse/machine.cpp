#include "parse/machine.h"

namespace biao::parse {

bool parseRule(std::uint8_t rule, const Tokens& tokens, TokenIndex& at, Tree& tree) {
    struct Call {
        std::uint32_t node;
        std::uint16_t next;  // the step to go on with
    };
    static thread_local std::vector<Call> calls;
    calls.clear();
    tree.clear();
    const auto open = [&](std::uint8_t called, std::uint16_t next) {
        calls.push_back({static_cast<std::uint32_t>(tree.size()), next});
        tree.push_back({called, false, false, at, at, 0});
        return parserBegin[called];
    };
    constexpr std::uint16_t nowhere = 0xFFFF;
    std::uint16_t step = open(rule, nowhere);
    while (step != nowhere) {
        const Step& now = parserSteps[step];
        const std::uint8_t type = tokens[at].type;
        switch (now.kind) {
            case Step::match:
            case Step::oneOf: {
                const bool fits =
                    now.kind == Step::match ? type == now.argument : parserSets[now.argument][type];
                if (!fits) return false;
                const auto self = static_cast<std::uint32_t>(tree.size());
                tree.push_back({type, true, false, at, at + 1, self + 1});
                if (type != P::END_OF_FILE) ++at;
                step = now.next;
                break;
            }
            case Step::call:
                step = open(now.argument, now.next);
                break;
            case Step::choose:
                step = parserChoices[now.argument][type];
                if (step == nowhere) return false;
                break;
            case Step::done:
                tree[calls.back().node].past = at;
                tree[calls.back().node].after = static_cast<std::uint32_t>(tree.size());
                step = calls.back().next;
                calls.pop_back();
                break;
        }
    }
    return true;
}

}  // namespace biao::parse
