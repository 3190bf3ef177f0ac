#include "syntax/calendar.h"

#include <fmt/format.h>

namespace biao::syntax {
namespace {

enum class Piece : std::uint8_t {
#define CALENDAR(symbol, spellings) symbol,
#include "syntax/calendar.def"
};

std::string_view spellingsOf(Piece piece) {
    switch (piece) {
#define CALENDAR(symbol, spellings) \
    case Piece::symbol:             \
        return spellings;
#include "syntax/calendar.def"
    }
    return {};
}

/// Walks over the token; every function leaves the place alone when it finds nothing.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    std::optional<Calendar> run() {
        Calendar calendar;
        if (take(Piece::everyYear))
            calendar.recurrence = Recurrence::yearly;
        else if (take(Piece::everyQuarter))
            calendar.recurrence = Recurrence::quarterly;
        else if (take(Piece::everyMonth))
            calendar.recurrence = Recurrence::monthly;
        if (!point(calendar.begin)) return std::nullopt;
        if (const std::uint8_t month = half()) {
            calendar.end = calendar.begin;
            calendar.begin.month = month;
            calendar.end->month = static_cast<std::uint8_t>(month + 5);
        } else if (take(Piece::to)) {
            calendar.end.emplace();
            if (!point(*calendar.end)) return std::nullopt;
            complete(calendar.begin, *calendar.end);
        }
        calendar.deadline = take(Piece::deadline) != 0;
        const bool whole =
            rest_.empty() && exists(calendar.begin) && (!calendar.end || exists(*calendar.end));
        return whole ? std::optional(calendar) : std::nullopt;
    }

private:
    void blanks() {
        while (!rest_.empty() && rest_.front() == ' ')
            rest_.remove_prefix(1);
    }

    /// Which spelling of the piece stands here, counted from 1; 0 when none does.
    std::uint8_t take(Piece piece) {
        blanks();
        std::string_view list = spellingsOf(piece);
        for (std::uint8_t number = 1; !list.empty(); ++number) {
            const auto one = list.substr(0, list.find(' '));
            if (rest_.starts_with(one)) {
                rest_.remove_prefix(one.size());
                return number;
            }
            list.remove_prefix(one.size() < list.size() ? one.size() + 1 : one.size());
        }
        return 0;
    }

    std::size_t digitsAhead() const {
        std::size_t count = 0;
        while (count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9')
            ++count;
        return count;
    }
    std::optional<std::uint16_t> number(std::size_t digits) {
        if (digits == 0 || digits > 4) return std::nullopt;
        std::uint16_t value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            value = static_cast<std::uint16_t>(value * 10 + (rest_[i] - '0'));
        }
        rest_.remove_prefix(digits);
        return value;
    }
    std::optional<std::uint8_t> small() {
        blanks();
        const std::size_t digits = digitsAhead();
        if (digits > 2) return std::nullopt;
        const auto value = number(digits);
        return value ? std::optional(static_cast<std::uint8_t>(*value)) : std::nullopt;
    }

    bool point(CalendarPoint& p) {
        if (take(Piece::endOf))
            p.edge = Edge::end;
        else if (take(Piece::startOf))
            p.edge = Edge::start;
        if (take(Piece::fiscalYear)) return (p.year = number(digitsAhead())).has_value();
        if (take(Piece::englishQuarter)) return (p.quarter = small()).has_value();
        if (const std::uint8_t month = take(Piece::englishMonths)) {
            p.month = month;
            return true;
        }
        if (take(Piece::ordinal)) return quarter(p);
        blanks();
        if (digitsAhead() == 4) return dated(p);
        if (digitsAhead() == 0) return edge(p);  // 每季度末
        return monthOrDay(p);
    }

    /// 上半年, 下半年 behind a year: the month it begins with; 0 where there is neither.
    std::uint8_t half() {
        if (take(Piece::firstHalf)) return 1;
        return take(Piece::secondHalf) ? 7 : 0;
    }

    /// 2031年三季度, 2031年3季度: behind a year a quarter needs no 第.
    bool quarterAhead() {
        const std::string_view here = rest_;
        CalendarPoint unused;
        const bool found = quarter(unused);
        rest_ = here;
        return found;
    }

    bool quarter(CalendarPoint& p) {
        p.quarter = small();
        if (!p.quarter) {
            p.quarter = take(Piece::first)    ? 1
                        : take(Piece::second) ? 2
                        : take(Piece::third)  ? 3
                        : take(Piece::fourth) ? 4
                                              : 0;
        }
        if (!take(Piece::quarter)) return false;
        edge(p);
        return true;
    }

    /// 2031年…, 2031-07-31, 2031.07, or the bare 2031 of 2031-2035年.
    bool dated(CalendarPoint& p) {
        p.year = number(4);
        if (take(Piece::year)) {
            if (take(Piece::ordinal) || quarterAhead()) return quarter(p);
            blanks();
            if (digitsAhead() > 0) return monthOrDay(p);
            edge(p);
            return true;
        }
        const auto next = [&](char mark) {
            return rest_.size() > 2 && rest_[0] == mark && rest_[1] >= '0' && rest_[1] <= '9' &&
                   rest_[2] >= '0' && rest_[2] <= '9' &&
                   (rest_.size() == 3 || rest_[3] < '0' || rest_[3] > '9');
        };
        if (!next('.') && !next('-')) return true;
        rest_.remove_prefix(1);
        p.month = small();
        if (next('-')) {
            rest_.remove_prefix(1);
            p.day = small();
        }
        return true;
    }

    /// 12月, 12月底, 12月上旬, 12月31日; 10日; or the bare 3 of 3-5月.
    bool monthOrDay(CalendarPoint& p) {
        const auto value = small();
        if (!value) return false;
        if (take(Piece::day)) {
            p.day = value;
            return true;
        }
        p.month = value;
        if (!take(Piece::month)) return true;
        if (edge(p)) return true;
        blanks();
        if (digitsAhead() == 0) return true;
        p.day = small();
        return p.day && take(Piece::day) != 0;
    }

    bool edge(CalendarPoint& p) {
        if (take(Piece::end))
            p.edge = Edge::end;
        else if (take(Piece::start))
            p.edge = Edge::start;
        else if (take(Piece::early))
            p.edge = Edge::early;
        else if (take(Piece::mid))
            p.edge = Edge::mid;
        else if (take(Piece::late))
            p.edge = Edge::late;
        else
            return false;
        return true;
    }

    /// 2022年3月-11月 ends in 2022; 2022年9月-3月 says no year for its end.
    static void complete(const CalendarPoint& begin, CalendarPoint& end) {
        if (end.year || !begin.year) return;
        if (begin.month && end.month && *end.month < *begin.month) return;
        if (begin.quarter && end.quarter && *end.quarter < *begin.quarter) return;
        end.year = begin.year;
    }

    static bool exists(const CalendarPoint& p) {
        if (p.month && (*p.month < 1 || *p.month > 12)) return false;
        if (p.quarter && (*p.quarter < 1 || *p.quarter > 4)) return false;
        if (!p.day) return true;
        return *p.day >= 1 && *p.day <= (p.month ? daysInMonth(*p.month, p.year) : 31);
    }

    std::string_view rest_;
};

std::string canonical(const CalendarPoint& p) {
    std::string text = p.year ? fmt::format("{:04}", *p.year) : "";
    const auto join = [&](const std::string& piece) { text += (text.empty() ? "" : "-") + piece; };
    if (p.quarter) join(fmt::format("Q{}", *p.quarter));
    if (p.month) join(fmt::format("{:02}", *p.month));
    if (p.day) join(p.month ? fmt::format("{:02}", *p.day) : fmt::format("day {}", *p.day));
    switch (p.edge) {
        case Edge::none:
            break;
        case Edge::start:
            text += "/start";
            break;
        case Edge::end:
            text += "/end";
            break;
        case Edge::early:
            text += "/early";
            break;
        case Edge::mid:
            text += "/mid";
            break;
        case Edge::late:
            text += "/late";
            break;
    }
    return text;
}

}  // namespace

std::uint8_t daysInMonth(std::uint8_t month, std::optional<std::uint16_t> year) {
    if (month == 2) {
        const bool leap = !year || (*year % 4 == 0 && (*year % 100 != 0 || *year % 400 == 0));
        return leap ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::optional<Calendar> readCalendar(std::string_view token) {
    return Reader(token).run();
}

std::string canonical(const Calendar& calendar) {
    std::string text = calendar.deadline ? "by " : "";
    switch (calendar.recurrence) {
        case Recurrence::once:
            break;
        case Recurrence::yearly:
            text += "yearly ";
            break;
        case Recurrence::quarterly:
            text += "quarterly ";
            break;
        case Recurrence::monthly:
            text += "monthly ";
            break;
    }
    text += canonical(calendar.begin);
    if (calendar.end) text += ".." + canonical(*calendar.end);
    return text;
}

}  // namespace biao::syntax
