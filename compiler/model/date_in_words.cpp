// 十月底前, 二〇二六年十二月: a date written out in words; read, and remarked on.
#include <algorithm>

#include "base/utf8.h"
#include "diagnostics/phrases.h"
#include "model/read_value.h"

namespace biao::model {
namespace {

using namespace syntax;

/// 十二 is 12, 二〇二六 is 2026; what is no digit stays. Empty where no digit stands in it.
std::string inDigits(std::string_view text) {
    std::string out;
    std::string figures;  // one after the other: 二〇二六
    int total = 0;        // or with tens and hundreds: 十二
    int last = 0;
    bool places = false;
    bool any = false;
    const auto flush = [&] {
        out += places ? std::to_string(total + last) : figures;
        figures.clear();
        total = last = 0;
        places = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto length = decodeAt(text, at).length;
        const auto letter = text.substr(at, length);
        at += length;
        const Digit d = wordFrom<Digit>(letter);
        if (d == Digit::none) {
            flush();
            out += letter;
            continue;
        }
        any = true;
        if (d == Digit::ten || d == Digit::hundred) {
            total += std::max(last, 1) * (d == Digit::ten ? 10 : 100);
            last = 0;
            places = true;
        } else {
            last = static_cast<int>(d) - static_cast<int>(Digit::zero);
            figures += std::to_string(last);
        }
        if (figures.size() > 4 || total > 1000) return {};
    }
    if (!figures.empty() || places) return {};  // 十二, with nothing to say of what
    return any ? out : std::string();
}

}  // namespace

std::optional<Value> ValueReader::dateInWords(const Expr& word) {
    const std::string digits = inDigits(word.text);
    const auto date = digits.empty() ? std::nullopt : readCalendar(digits);
    if (!date) return std::nullopt;
    Finding f = finding(Code::oddSpelling, word.span,
                        {{"what", phrase(Phrase::dateInWords,
                                         {{"text", std::string(word.text)}, {"digits", digits}})}});
    f.fixes.push_back({phrase(Phrase::fixWrite, {{"text", digits}}), {{word.span, digits}}, true});
    findings_.add(std::move(f));
    Value value;
    value.type = Value::Type::date;
    value.date = date;
    value.text = word.text;
    value.span = word.span;
    return value;
}

}  // namespace biao::model
