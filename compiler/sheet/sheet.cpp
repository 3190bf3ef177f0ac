#include "sheet/sheet.h"

#include <algorithm>
#include <new>
#include <csv.h>

#include "base/utf8.h"

namespace biao::sheet {

namespace {

constexpr std::string_view blanks = " \t";

/// What stands most often between the names of the first line.
unsigned char separatorOf(std::string_view text) {
    const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
    const auto count = [&](char mark) { return std::count(first.begin(), first.end(), mark); };
    char best = ',';
    for (const char mark : {';', '\t'}) {
        if (count(mark) > count(best)) best = mark;
    }
    return static_cast<unsigned char>(best);
}

/// libcsv, told of every byte by itself: where a cell ends is where it says so.
class Reader {
public:
    Reader(const Source& source, FileId id) : text_(source.text()), id_(id) {
        csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI);
        csv_set_delim(&parser_, separatorOf(text_));
    }
    ~Reader() { csv_free(&parser_); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    std::variant<Sheet, Fault> run() {
        for (at_ = 0; at_ < text_.size(); ++at_) {
            if (csv_parse(&parser_, text_.data() + at_, 1, cellEnds, lineEnds, this) == 1) continue;
            if (csv_error(&parser_) != CSV_EPARSE) throw std::bad_alloc();
            return fault(Fault::What::strayQuote);
        }
        if (csv_fini(&parser_, cellEnds, lineEnds, this) != 0) return fault(Fault::What::openQuote);
        return std::move(sheet_);
    }

private:
    static void cellEnds(void* text, std::size_t size, void* self) {
        static_cast<Reader*>(self)->cell({static_cast<const char*>(text), size});
    }
    static void lineEnds(int, void* self) { static_cast<Reader*>(self)->line(); }

    /// The cell ends before the byte that is looked at. The line ends before it are not its own:
    /// libcsv passes over empty lines.
    void cell(std::string_view read) {
        std::size_t from = from_;
        if (line_.cells.empty()) {
            while (from < at_ && (text_[from] == '\r' || text_[from] == '\n'))
                ++from;
        }
        from_ = at_ + 1;
        std::string_view written = text_.substr(from, at_ - from);
        const auto trim = [&] {
            const auto first = written.find_first_not_of(blanks);
            if (first == std::string_view::npos) {
                written = {};
                return;
            }
            from += first;
            written = written.substr(first, written.find_last_not_of(blanks) + 1 - first);
        };
        trim();
        Cell cell{written, span(from, from + written.size())};
        if (written.size() >= 2 && written.front() == '"') {
            const std::string_view inside = written.substr(1, written.size() - 2);
            if (inside == read) {
                written = inside;
                ++from;
                trim();
                cell = {written, span(from, from + written.size())};
            } else {
                cell.text = sheet_.rewritten.emplace_back(read);
                cell.plain = false;
            }
        }
        if (cell.empty()) cell.span = span(from, from);
        line_.cells.push_back(cell);
    }

    void line() {
        from_ = at_ + 1;
        const bool filled = std::any_of(line_.cells.begin(), line_.cells.end(),
                                        [](const Cell& cell) { return !cell.empty(); });
        if (filled) {
            line_.span = cover(line_.cells.front().span, line_.cells.back().span);
            sheet_.lines.push_back(std::move(line_));
        }
        line_ = {};
    }

    Span span(std::size_t from, std::size_t to) const {
        return {id_, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
    }

    Fault fault(Fault::What what) const {
        const std::size_t end = std::min(at_ + 1, text_.size());
        std::size_t begin = what == Fault::What::openQuote ? from_ : at_;
        while (begin < end && (text_[begin] == '\r' || text_[begin] == '\n'))
            ++begin;
        const auto stop = text_.find_first_of("\r\n", begin);
        return {what,
                span(begin, what == Fault::What::openQuote ? std::min(stop, text_.size()) : end)};
    }

    std::string_view text_;
    FileId id_;
    csv_parser parser_{};
    std::size_t at_ = 0;
    std::size_t from_ = 0;  // where the cell begins
    Line line_;
    Sheet sheet_;
};

}  // namespace

std::variant<std::string, NoText> textOf(std::string bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("\xD0\xCF\x11\xE0"sv))
        return NoText{{}, true};
    if (const auto encoding = otherUnicode(bytes); !encoding.empty()) return NoText{encoding};
    if (!firstInvalidUtf8(bytes)) return bytes;
    if (auto text = fromGb18030(bytes)) return *std::move(text);
    return NoText{};
}

std::variant<Sheet, Fault> readSheet(const Source& source, FileId id) {
    return Reader(source, id).run();
}

}  // namespace biao::sheet
