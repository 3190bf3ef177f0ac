#include "cpp_text.h"

#include <algorithm>
#include <cctype>

namespace biao::meta {

namespace {

/// Copies source to `out`, blanking what is not wanted.
class Reader {
public:
    Reader(std::string_view source, bool keepLiterals)
        : source_(source), keepLiterals_(keepLiterals) {}

    std::string read() && {
        while (at_ < source_.size()) {
            if (rest().starts_with("//")) {
                pass(source_.find('\n', at_), false);
            } else if (rest().starts_with("/*")) {
                pass(after("*/", at_ + 2), false);
            } else if (isWord(source_[at_])) {
                word();
            } else if (source_[at_] == '"' || source_[at_] == '\'') {
                literal();
            } else {
                pass(at_ + 1, true);
            }
        }
        return std::move(out_);
    }

private:
    static bool isWord(char byte) {
        return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '_';
    }

    std::string_view rest() const { return source_.substr(at_); }

    std::size_t after(std::string_view end, std::size_t from) const {
        const auto found = source_.find(end, from);
        return found == std::string_view::npos ? found : found + end.size();
    }

    void pass(std::size_t end, bool keep) {
        for (end = std::min(end, source_.size()); at_ < end; ++at_) {
            out_.push_back(keep || source_[at_] == '\n' ? source_[at_] : ' ');
        }
    }

    /// A name, a number (where ' only separates digits), or what stands before a raw string.
    void word() {
        const bool number = std::isdigit(static_cast<unsigned char>(source_[at_])) != 0;
        auto end = at_;
        while (
            end < source_.size() &&
            (isWord(source_[end]) || (number && (source_[end] == '\'' || source_[end] == '.')))) {
            ++end;
        }
        const auto name = source_.substr(at_, end - at_);
        const bool raw =
            name == "R" || name == "u8R" || name == "uR" || name == "UR" || name == "LR";
        pass(end, true);
        if (raw && rest().starts_with('"')) {
            const auto open = source_.find('(', at_);
            const auto mark = source_.substr(at_ + 1, open - at_ - 1);
            pass(after(")" + std::string(mark) + "\"", open), keepLiterals_);
        }
    }

    void literal() {
        const char quote = source_[at_];
        auto end = at_ + 1;
        while (end < source_.size() && source_[end] != quote && source_[end] != '\n') {
            end += source_[end] == '\\' ? 2 : 1;
        }
        pass(end + 1, keepLiterals_);
    }

    std::string_view source_;
    bool keepLiterals_;
    std::size_t at_ = 0;
    std::string out_;
};

}  // namespace

std::string withoutComments(std::string_view source) {
    return Reader(source, true).read();
}

std::string codeOnly(std::string_view source) {
    return Reader(source, false).read();
}

}  // namespace biao::meta
