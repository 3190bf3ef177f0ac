#include "comparison/name.h"

#include <algorithm>

#include "base/utf8.h"
#include "definitions/pattern.h"

namespace biao::comparison {

using definitions::Kind;
using definitions::NameKnowledge;

namespace {

bool isDigit(char byte) {
    return byte >= '0' && byte <= '9';
}

bool isMark(char32_t point) {
    const bool punctuation = (point >= 0x2000 && point <= 0x206F) ||
                             (point >= 0x3000 && point <= 0x303F) ||
                             (point >= 0xFE30 && point <= 0xFE6F);
    return punctuation || point == 0xB7 || point == 0x2022 || point == 0x2027;
}

/// Letters, digits and 汉字, small. The point of a number stays.
std::string lettersOf(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = decodeAt(text, at);
        const char byte = text[at];
        const bool pointOfNumber = byte == '.' && at > 0 && isDigit(text[at - 1]) &&
                                   at + 1 < text.size() && isDigit(text[at + 1]);
        if (point >= 0x80) {
            if (!isMark(point)) out.append(text, at, length);
        } else if (byte >= 'A' && byte <= 'Z') {
            out += static_cast<char>(byte - 'A' + 'a');
        } else if (isDigit(byte) || (byte >= 'a' && byte <= 'z') || pointOfNumber) {
            out += byte;
        }
        at += length;
    }
    return out;
}

std::size_t digitsAt(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return end - at;
}

/// "2023" in a submission of 2023 is this year, in one of 2024 the last; years further off stand
/// for themselves.
std::string counted(std::string_view text, std::optional<int> year) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t digits = digitsAt(text, at);
        if (digits == 0) {
            out += text[at++];
            continue;
        }
        const std::string run(text.substr(at, digits));
        const bool isYear = digits == 4 && (run.starts_with("20") || run.starts_with("19"));
        const int from = isYear && year ? std::stoi(run) - *year : 0;
        const bool moves = isYear && year && from >= -1 && from <= 1;
        out += moves ? "<" + std::to_string(from) + ">" : run;
        at += digits;
    }
    return out;
}

std::u32string pointsOf(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = decodeAt(text, at);
        out += point;
        at += length;
    }
    return out;
}

/// Runs of numerals, written in digits or out; of years what counted() made of them.
std::vector<std::string> numeralsOf(std::string_view text) {
    std::vector<std::string> out;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = decodeAt(text, at);
        const bool marked = point == U'<' || point == U'>' || point == U'-' || point == U'.';
        if (marked || definitions::isNumeral(point)) {
            if (!inside) out.emplace_back();
            out.back().append(text, at, length);
            inside = true;
        } else {
            inside = false;
        }
        at += length;
    }
    std::sort(out.begin(), out.end());
    return out;
}

/// Those of `words` that stand in the text, the longer before what it holds.
std::vector<std::string> wordsIn(std::string_view text, const std::vector<std::string>& words) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::string* longest = nullptr;
        for (const std::string& word : words) {
            if (text.substr(at).starts_with(word) && (!longest || longest->size() < word.size()))
                longest = &word;
        }
        if (longest) out.push_back(*longest);
        at += longest ? longest->size() : decodeAt(text, at).length;
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

}  // namespace

NameReader::NameReader(const NameKnowledge& knowledge, const UnitTable& units)
    : knowledge_(knowledge), units_(units) {
    for (const auto& words : knowledge.sense.same) {
        // The first too: it is a word, and what shorter ones would make of it does not count.
        for (std::size_t i = 0; i < words.size(); ++i)
            same_.push_back({lettersOf(words[i]), lettersOf(words[0])});
    }
    std::stable_sort(same_.begin(), same_.end(),
                     [](const Same& a, const Same& b) { return a.word.size() > b.word.size(); });
    for (const auto& words : knowledge.sense.apart) {
        auto& list = apart_.emplace_back();
        for (const std::string& word : words)
            list.push_back(oneWord(lettersOf(word)));
    }
}

std::string NameReader::oneWord(std::string text) const {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto same = std::find_if(same_.begin(), same_.end(), [&](const Same& one) {
            return !one.word.empty() && std::string_view(text).substr(at).starts_with(one.word);
        });
        const std::size_t length =
            same == same_.end() ? decodeAt(text, at).length : same->word.size();
        out += same == same_.end() ? text.substr(at, length) : same->as;
        at += length;
    }
    return out;
}

std::string NameReader::keyOf(std::string_view written) const {
    std::string normal = knowledge_.normalForm.of(written);
    std::string key = lettersOf(normal);
    return key.empty() ? normal : key;
}

Name NameReader::read(std::string_view written, std::optional<int> year) const {
    Name name;
    const std::string normal = knowledge_.normalForm.of(written);
    name.key = keyOf(written);
    name.thisYear = counted(name.key, year);
    const std::string one = oneWord(name.key);
    name.letters = pointsOf(one);
    name.sorted = name.letters;
    std::sort(name.sorted.begin(), name.sorted.end());
    name.pairs = expression::bigrams(one);
    name.numerals = numeralsOf(name.key);
    name.numeralsThisYear = numeralsOf(name.thisYear);
    for (const auto& words : apart_)
        name.senses.push_back({wordsIn(one, words), words.size() == 1});
    name.promise = knowledge_.of(normal, units_);
    return name;
}

namespace {

template <class List>
std::size_t sharedBy(const List& a, const List& b) {
    std::size_t shared = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        shared += *x == *y;
        const bool next = *x <= *y;
        y += *y <= *x;
        x += next;
    }
    return shared;
}

/// Each side has something that the other lacks. Both are sorted.
bool differBothWays(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const std::size_t shared = sharedBy(a, b);
    return shared < a.size() && shared < b.size();
}

bool mayBeOne(const Kind& a, const Kind& b) {
    const auto open = [](const Kind& kind) {
        return kind.type == Kind::Type::any || kind.type == Kind::Type::measure;
    };
    const auto ratio = [](const Kind& kind) {
        return kind.type == Kind::Type::dimension && kind.dimension == Dimension();
    };
    if (open(a) || open(b)) return true;
    const bool counted = a.type == Kind::Type::count || b.type == Kind::Type::count;
    if (counted && a.measures() && b.measures()) return !ratio(a) && !ratio(b);
    return a.type == b.type && a.dimension == b.dimension && a.base == b.base;
}

/// What the names promise, of kind or direction, cannot be one thing.
bool promiseApart(const definitions::Promise& a, const definitions::Promise& b) {
    if (a.direction && b.direction && a.direction->direction != b.direction->direction) return true;
    if (!a.kind || !b.kind) return false;
    for (const Kind& one : a.kind->kinds) {
        for (const Kind& other : b.kind->kinds) {
            if (mayBeOne(one, other)) return false;
        }
    }
    return true;
}

bool meanApart(const Name& a, const Name& b) {
    if (differBothWays(a.numerals, b.numerals) &&
        differBothWays(a.numeralsThisYear, b.numeralsThisYear))
        return true;
    for (std::size_t i = 0; i < std::min(a.senses.size(), b.senses.size()); ++i) {
        const Name::Sense& one = a.senses[i];
        const Name::Sense& other = b.senses[i];
        const bool compared = one.alone || (!one.words.empty() && !other.words.empty());
        if (compared && one.words != other.words) return true;
    }
    return promiseApart(a.promise, b.promise);
}

/// A stretch of one name that stands where another does in the other name.
struct Gap {
    std::u32string before;
    std::u32string after;
};

/// 河道 and 道路: a letter taken away and another put beside the single one between them is one
/// word in the place of another, where that letter is in the middle of both.
void joined(std::vector<Gap>& gaps, const std::vector<std::size_t>& between,
            const std::u32string& a) {
    for (std::size_t i = 0; i + 1 < gaps.size(); ++i) {
        Gap& one = gaps[i];
        Gap& next = gaps[i + 1];
        if (between[i] == std::u32string::npos) continue;
        const bool there = one.before.size() == 1 && one.after.empty() && next.before.empty() &&
                           next.after.size() == 1;
        const bool back = one.before.empty() && one.after.size() == 1 && next.before.size() == 1 &&
                          next.after.empty();
        if (!there && !back) continue;
        const char32_t letter = a[between[i]];
        one.before = there ? one.before + letter : letter + next.before;
        one.after = there ? letter + next.after : one.after + letter;
        next.before.clear();
        next.after.clear();
    }
}

std::vector<Gap> gapsBetween(const std::u32string& a, const std::u32string& b) {
    constexpr std::size_t longest = 120;  // letters of a name that are looked at so closely
    const std::size_t n = std::min(a.size(), longest);
    const std::size_t m = std::min(b.size(), longest);
    std::vector<std::uint8_t> common((n + 1) * (m + 1));
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint8_t& {
        return common[i * (m + 1) + j];
    };
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t j = m; j-- > 0;) {
            at(i, j) = a[i] == b[j] ? static_cast<std::uint8_t>(at(i + 1, j + 1) + 1)
                                    : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    std::vector<Gap> gaps(1);
    std::vector<std::size_t> between;  // gaps: the letter of a, where it is one
    for (std::size_t i = 0, j = 0; i < n || j < m;) {
        if (i < n && j < m && a[i] == b[j]) {
            if (!gaps.back().before.empty() || !gaps.back().after.empty()) {
                gaps.emplace_back();
                between.push_back(i);
            } else if (!between.empty()) {
                between.back() = std::u32string::npos;
            }
            ++i, ++j;
        } else if (j == m || (i < n && at(i + 1, j) >= at(i, j + 1))) {
            gaps.back().before += a[i++];
        } else {
            gaps.back().after += b[j++];
        }
    }
    joined(gaps, between, a);
    // A word that only stands elsewhere is no other word.
    for (Gap& gap : gaps) {
        for (Gap& other : gaps) {
            if (gap.before.empty() || gap.before != other.after) continue;
            gap.before.clear();
            other.after.clear();
        }
    }
    return gaps;
}

/// Nothing was put in the place of anything; one letter was; more.
enum class Replaced : std::uint8_t { nothing, letter, word };

Replaced replacedIn(const std::vector<Gap>& gaps) {
    auto most = Replaced::nothing;
    for (const Gap& gap : gaps) {
        if (gap.before.empty() || gap.after.empty()) continue;
        const bool letter = gap.before.size() == 1 && gap.after.size() == 1;
        most = std::max(most, letter ? Replaced::letter : Replaced::word);
    }
    return most;
}

}  // namespace

bool areParts(const Name& one, const Name& other, const Name& whole) {
    const auto within = [&](const Name& part) {
        auto at = whole.letters.begin();
        return std::all_of(part.letters.begin(), part.letters.end(), [&](char32_t letter) {
            at = std::find(at, whole.letters.end(), letter);
            return at != whole.letters.end() && (++at, true);
        });
    };
    const std::size_t shared = sharedBy(one.sorted, other.sorted);
    return shared < one.sorted.size() && shared < other.sorted.size() && within(one) &&
           within(other);
}

int likeness(const Name& a, const Name& b) {
    if (a.key == b.key || a.thisYear == b.thisYear) return 100;
    if (meanApart(a, b)) return 0;
    if (a.letters == b.letters) return 100;
    const auto dice = [](std::size_t shared, std::size_t all) {
        return all == 0 ? 0 : static_cast<int>(2000 * shared / all);
    };
    const int pairs = dice(sharedBy(a.pairs, b.pairs), a.pairs.size() + b.pairs.size());
    const std::size_t common = sharedBy(a.sorted, b.sorted);
    const int letters = dice(common, a.sorted.size() + b.sorted.size());
    const int alike = (pairs + letters) / 20;
    // A word in the place of another says something else, unless there is much around it.
    const auto around = [&](int enough, int each) {
        return std::min(30, each * std::max(0, static_cast<int>(common) - enough));
    };
    switch (replacedIn(gapsBetween(a.letters, b.letters))) {
        case Replaced::nothing:
            return alike;
        case Replaced::letter:
            return std::min(alike, 48 + around(9, 3));
        case Replaced::word:
            break;
    }
    return std::min(alike, 40 + around(10, 2));
}

}  // namespace biao::comparison
