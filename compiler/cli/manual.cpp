#include "cli/manual.h"

#include <cctype>
#include <vector>

#include "cli/help.h"
#include "diagnostics/phrases.h"

namespace biao::cli {

namespace {

using Kind = HelpLine::Kind;

/// A hyphen stays one that can be copied; no line begins with a request to the formatter.
std::string roff(std::string_view text) {
    std::string out;
    for (const char byte : text) {
        if (byte == '-' || byte == '\\') out += '\\';
        out += byte == '\\' ? 'e' : byte;
    }
    const bool request = out.starts_with('.') || out.starts_with('\'');
    return (request ? "\\&" : "") + out;
}

/// What is typed as it stands is bold; what stands for something else, in capitals, is slanted.
std::string typed(std::string_view text) {
    std::string out;
    char font = 'R';
    const auto turn = [&](char wanted) {
        if (font != wanted) out.append("\\f").append(1, wanted);
        font = wanted;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view marks = " []|,";
        if (marks.find(text[at]) != std::string_view::npos) {
            if (text[at] != ' ') turn('R');
            out += text[at++];
            continue;
        }
        auto word = text.substr(at, text.find_first_of(marks, at) - at);
        at += word.size();
        const bool more = word.ends_with("...");
        if (more) word.remove_suffix(3);
        std::size_t capitals = 0;
        for (const char byte : word)
            capitals += std::isupper(static_cast<unsigned char>(byte)) != 0 ? 1 : 0;
        turn(!word.empty() && capitals == word.size() ? 'I' : 'B');
        out += roff(word);
        if (more) {
            turn('R');
            out += "...";
        }
    }
    turn('R');
    return out;
}

class Manual {
public:
    Manual(Language language, std::string_view version) : language_(language) {
        // Where a line of Chinese may be broken is known to the formatter, if it is asked for.
        if (language == Language::zh) out_ = ".mso zh.tmac\n";
        out_ += ".TH BIAO 1 \"\" \"biao " + roff(version) + "\"\n";
        out_ += ".nh\n.ad l\n";  // words stay whole, to be copied
    }

    std::string write() {
        heading(Phrase::manualName);
        for (const HelpLine* line : linesOf(Topic::manual)) {
            if (line->kind == Kind::text) out_ += "biao \\- " + said(line->text) + "\n";
        }
        heading(Phrase::manualSynopsis);
        const auto general = linesOf(Topic::general);
        usage(general);
        heading(Phrase::manualDescription);
        for (const HelpLine* line : general) {
            if (line->kind == Kind::text) out_ += said(line->text) + "\n";
        }
        heading(Phrase::manualOptions);
        for (const HelpLine* line : general) {
            if (line->kind == Kind::row && line->left.starts_with('-')) row(*line);
        }
        heading(Phrase::manualCommands);
        for (const CommandRow& command : commands())
            tell(command);
        for (const HelpLine* line : linesOf(Topic::manual)) {
            if (line->kind == Kind::section) out_ += ".SH " + said(line->text) + "\n";
            if (line->kind == Kind::row) row(*line);
        }
        return std::move(out_);
    }

private:
    static std::vector<const HelpLine*> linesOf(Topic topic) {
        std::vector<const HelpLine*> out;
        for (const HelpLine& line : helpLines()) {
            if (line.topic == topic) out.push_back(&line);
        }
        return out;
    }

    std::string said(const Localized& text) const { return roff(text.in(language_)); }

    void heading(Phrase which) { out_ += ".SH " + said(phrase(which)) + "\n"; }

    /// The ways to call the program, one a line.
    void usage(const std::vector<const HelpLine*>& lines) {
        out_ += ".nf\n";
        for (const HelpLine* line : lines) {
            if (line->kind == Kind::row && line->left.starts_with("biao "))
                out_ += typed(line->left) + "\n";
        }
        out_ += ".fi\n";
    }

    void row(const HelpLine& line) {
        out_ += ".TP\n" + typed(line.left) + "\n" + said(line.text) + "\n";
    }

    void tell(const CommandRow& command) {
        out_ += ".SS " + std::string(command.word) + "\n";
        std::size_t sections = 0;
        for (const HelpLine* line : linesOf(command.topic)) {
            if (line->kind == Kind::text) {
                out_ += said(line->text) + "\n";
            } else if (line->kind == Kind::section) {
                // The first two are how it is called and its options, which show what they are.
                if (++sections > 2) out_ += ".PP\n" + said(line->text) + "\n";
            } else if (line->text.in(language_).empty()) {
                out_ += ".PP\n" + typed(line->left) + "\n";
            } else {
                row(*line);
            }
        }
    }

    Language language_;
    std::string out_;
};

}  // namespace

std::string manual(Language language, std::string_view version) {
    return Manual(language, version).write();
}

}  // namespace biao::cli
