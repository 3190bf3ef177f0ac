#include "parse/remarks.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "parse/scene.h"
#include "parse/strings.h"
#include "syntax/calendar.h"
#include "syntax/words.h"

namespace biao::parse {
namespace {

Span part(Span whole, std::size_t from, std::size_t to) {
    return {whole.file, whole.begin + static_cast<std::uint32_t>(from),
            whole.begin + static_cast<std::uint32_t>(to)};
}

class Remarks {
public:
    Remarks(const Tokens& tokens, FileId file, std::string_view source, const Limits& limits,
            Mistakes& mistakes, Findings& findings)
        : tokens_(tokens),
          file_(file),
          source_(source),
          limits_(limits),
          mistakes_(mistakes),
          findings_(findings) {}

    void run(TokenRange range) {
        for (TokenIndex at = range.begin; at < range.end; ++at) {
            const auto type = tokens_[at].type;
            if (tokens_[at].end - tokens_[at].begin > limits_.textBytes) {
                tooLong(at);
            } else if (type == P::STRING) {
                string(at);
            }
        }
        for (TokenIndex at = range.begin; at < range.end; ++at) {
            const auto type = tokens_[at].type;
            bracket(type, at);
            if (type == P::NUMBER || type == P::RATIO || type == P::GROUPED_NUMBER) number(at);
            if (type == P::DATE || type == P::DATE_RANGE) date(at);
            if (type == P::NAME) name(at);
        }
    }

private:
    Scene scene(TokenIndex at) const { return {at, tokens_, file_, source_}; }

    /// Says it unless the statement has its finding already.
    void once(TokenIndex at, Finding finding) {
        if (mistakes_.faulty(at)) return;
        findings_.add(std::move(finding));
        mistakes_.spoil(at);
    }

    void tooLong(TokenIndex at) {
        const bool number = isNumber(tokens_[at].type);
        once(at, finding(Code::limitExceeded, scene(at).span(),
                         {{"what", phrase(number ? Phrase::digitsOfNumber : Phrase::lengthOfText)},
                          {"limit", number ? fmt::to_string(limits_.digits)
                                           : fmt::format("{} MiB", limits_.textBytes >> 20)}}));
    }

    void string(TokenIndex at) {
        const Scene s = scene(at);
        const Quotes quotes = quotesOf(s.view());
        if (quotes.mates || mistakes_.spoiled(at)) return;
        if (quotes.close == 0) {
            unclosed(s, at, s.text(), quotes);
            return;
        }
        const Span span = s.span();
        const std::uint32_t size = span.end - span.begin;
        Finding f = finding(Code::oddSpelling, span, {{"what", phrase(Phrase::wrongQuotes)}});
        std::vector<Edit> edits;
        const auto put = [&](Span where, std::size_t from, std::size_t length, const char* mark) {
            if (s.view().substr(from, length) != mark) edits.push_back({where, mark});
        };
        put(part(span, 0, quotes.open), 0, quotes.open, "\u201c");
        put(part(span, size - quotes.close, size), size - quotes.close, quotes.close, "\u201d");
        f.fixes.push_back(rewrite(phrase(Phrase::fixQuotes), std::move(edits), true));
        findings_.add(std::move(f));
    }

    void unclosed(const Scene& s, TokenIndex at, const std::string& text, const Quotes& quotes) {
        const Span quote = part(s.span(), 0, quotes.open);
        mistakes_.spoil(at);
        if (s.touchesPrevious() && s.first() == -1) {  // 丢前引号" 5人
            Finding f = finding(
                Code::unclosed, quote,
                {{"what", phrase(Phrase::thisQuote)}, {"mate", phrase(Phrase::otherQuote)}});
            f.fixes.push_back(insert(s.span(-1), text.substr(0, quotes.open)));
            findings_.add(std::move(f));
            return;
        }
        const bool toTheEnd = endsStatement(s.type(1));
        Finding f = finding(
            Code::unclosed, quote,
            {{"what", phrase(Phrase::openingQuote)},
             {"mate", phrase(toTheEnd ? Phrase::closingQuoteToTheEnd : Phrase::closingQuote)}});
        if (!toTheEnd || !goesOn(f, at, quotes.straight)) closeIt(f, s.span(), text, quotes);
        findings_.add(std::move(f));
    }

    /// A text over two lines: the mate stands alone in the next statement, whose mistake is this
    /// one.
    bool goesOn(Finding& f, TokenIndex at, bool straight) {
        const auto next = mistakes_.statement(at) + 1;
        for (++at; at < tokens_.size() && mistakes_.statement(at) <= next; ++at) {
            const Scene s = scene(at);
            const bool inNext = mistakes_.statement(at) == next && !endsStatement(s.type());
            if (!inNext || endsStatement(s.type(-1)) || quoteAt(s.text()) == 0) continue;
            if (s.type() == P::STRING && quotesOf(s.text()).close != 0) continue;
            const auto length = quoteAt(s.text());
            if ((length == 1) != straight) continue;
            f.related.push_back({part(s.span(), 0, length), phrase(Phrase::quoteGoesOn)});
            mistakes_.spoil(at);
            return true;
        }
        return false;
    }

    /// Where the lost quote most likely belongs: at the one other mark in the text, else before the
    /// first blank that a number or a sign of comparison follows, else at the end.
    static void closeIt(Finding& f, Span span, const std::string& text, const Quotes& quotes) {
        const std::string mate = quotes.straight ? "\"" : "\u201d";
        std::size_t other = std::string::npos;
        for (std::size_t i = quotes.open; i < text.size(); ++i) {
            if (quoteAt(std::string_view(text).substr(i)) == 0) continue;
            if (other != std::string::npos) return;  // several: nobody knows
            other = i;
        }
        if (other != std::string::npos) {
            const auto length = quoteAt(std::string_view(text).substr(other));
            f.fixes.push_back(replace(part(span, other, other + length), mate));
            return;
        }
        std::size_t end = text.find(" //");  // what was meant as a comment is no value
        if (end == std::string::npos) end = text.size();
        for (std::size_t i = quotes.open + 1; i + 1 < end; ++i) {
            const auto rest = std::string_view(text).substr(i + 1);
            const bool value = (rest.front() >= '0' && rest.front() <= '9') ||
                               rest.front() == '<' || rest.front() == '>' ||
                               rest.starts_with("\u2265") || rest.starts_with("\u2264");
            if (text[i] != ' ' || !value) continue;
            f.fixes.push_back(insert(part(span, i, i), mate));
            return;
        }
        while (end > quotes.open && text[end - 1] == ' ')
            --end;
        if (end > quotes.open) f.fixes.push_back(insert(part(span, end, end), mate));
    }

    /// Which bracket the numbers stand in: a comma in a list or a call parts two of them.
    void bracket(std::uint8_t type, TokenIndex at) {
        if (endsStatement(type)) lists_.clear();
        if (type == P::LBRACK) lists_.push_back(true);
        if (type == P::PARTS) lists_.push_back(false);
        if (type == P::LPAREN) lists_.push_back(at > 0 && tokens_[at - 1].type == P::NAME);
        if ((type == P::RPAREN || type == P::RBRACK) && !lists_.empty()) lists_.pop_back();
    }

    void number(TokenIndex at) {
        const Scene s = scene(at);
        const bool grouped = s.type() == P::GROUPED_NUMBER;
        if (!grouped && s.view().size() <= limits_.digits) return;
        const std::string text = s.folded();
        if (text.size() > limits_.digits) {
            once(at, finding(Code::limitExceeded, s.span(),
                             {{"what", phrase(Phrase::digitsOfNumber)},
                              {"limit", fmt::to_string(limits_.digits)}}));
            return;
        }
        if (!grouped) return;
        std::string plain;
        std::string apart;
        for (const char byte : text) {
            if (byte != ',') plain += byte;
            apart += byte == ',' ? ", " : std::string(1, byte);
        }
        if (!lists_.empty() && lists_.back()) {
            Finding f = unexpected(s, Phrase::commaInList);
            f.fixes.push_back(replace(s.span(), apart));
            f.fixes.push_back(replace(s.span(), plain));
            once(at, std::move(f));
            return;
        }
        Finding f = finding(
            Code::oddSpelling, s.span(),
            {{"what", phrase(Phrase::groupedNumber, {{"text", s.text()}, {"plain", plain}})}});
        f.fixes.push_back(replace(s.span(), plain, true));
        if (!mistakes_.faulty(at)) findings_.add(std::move(f));
    }

    void date(TokenIndex at) {
        const Scene s = scene(at);
        const auto times = [](std::uint8_t type) { return type == P::MUL || type == P::DIV; };
        // A line that is led by its month may have a slash for its value: not applicable.
        const bool slash = s.type(1) == P::DIV && endsStatement(s.type(-1));
        if (!times(s.type(-1)) && (slash || !times(s.type(1)))) return;
        const auto calendar = syntax::readCalendar(s.folded());
        if (!calendar) return;  // a day that does not exist is for those who read values
        syntax::Calendar month;
        month.begin.month = calendar->begin.month;
        if (!month.begin.month || *calendar != month) return;
        Finding f = unexpected(s, Phrase::monthIsPoint);
        f.fixes.push_back(replace(
            s.span(),
            fmt::format("{}{}", *month.begin.month, syntax::spelling(syntax::Joint::months).zh),
            true));
        once(at, std::move(f));
    }

    void name(TokenIndex at) {
        const Scene s = scene(at);
        // 5人x800元: the letter for the sign
        if (isNumber(s.type(-1))) {
            const std::string_view text = s.view();
            const auto x = text.find_first_of("xX");
            const bool sign = x != std::string::npos && x + 1 < text.size() && text[x + 1] >= '0' &&
                              text[x + 1] <= '9' &&
                              (x == 0 || static_cast<signed char>(text[x - 1]) < 0);
            if (!sign) return;
            const Span letter = part(s.span(), x, x + 1);
            Finding f = unexpected(
                letter, phrase(Phrase::quoted, {{"text", std::string(text.substr(x, 1))}}),
                phrase(Phrase::timesSign));
            f.fixes.push_back(replace(letter, " \u00d7 ", true));
            once(at, std::move(f));
            return;
        }
        // 预算23万元: understood, and apart in the one spelling
        const auto next = s.type(1);
        const bool value = isNumber(next) || next == P::DATE || next == P::DATE_RANGE;
        if (!value || !endsStatement(s.type(-1)) || !s.touchesPrevious(1)) return;
        if (mistakes_.faulty(at)) return;
        // 维修道路长度2 | ≥2公里: the name of a row may end in a number, and lost its quotes.
        if (isNumber(next) && s.type(2) == P::BAR) return;
        const bool ofRow = next == P::NUMBER && endsStatement(s.type(2)) && s.view(1).size() != 4;
        Finding f = finding(Code::oddSpelling, cover(s.span(), s.span(1)),
                            {{"what", phrase(Phrase::blankBeforeNumber)}});
        f.fixes.push_back(rewrite(phrase(Phrase::fixBlank), {{startOf(s.span(1)), " "}}, !ofRow));
        findings_.add(std::move(f));
    }

    const Tokens& tokens_;
    FileId file_;
    std::string_view source_;
    const Limits& limits_;
    Mistakes& mistakes_;
    Findings& findings_;
    std::vector<bool> lists_;
};

}  // namespace

void remarkOnTokens(const Tokens& tokens, TokenRange range, FileId file, std::string_view source,
                    const Limits& limits, Mistakes& mistakes, Findings& findings) {
    Remarks(tokens, file, source, limits, mistakes, findings).run(range);
}

}  // namespace biao::parse
