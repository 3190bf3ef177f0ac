// What the compiler has to say: one Finding for one cause.
// Producers fill in values; renderers choose the language and the shape. A finding about no place
// in any source (a file that cannot be read) has a span with the default FileId.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.h"
#include "base/span.h"
#include "diagnostics/catalogue.h"

namespace biao {

/// A further place that belongs to the finding, and what it has to do with it.
struct Related {
    Span span;
    Localized message;
};

struct Edit {
    Span span;  // replaced by `text`; an empty span inserts
    std::string text;
};

/// A change that would settle the finding. `certain` ones may be applied without asking.
struct Fix {
    Localized title;
    std::vector<Edit> edits;
    bool certain = false;
};

/// A number or name of the message, kept as data: {expected}, {found}, {difference}, ...
struct Argument {
    std::string name;
    Localized value;
};

/// Somebody answers for the finding: it is shown, and counts no longer.
struct Accepted {
    std::string reason;
    Span where;  // the acceptance
};

struct Finding {
    std::string code;  // "B301", or the whole path of a rule in data: "B3:国家.成本不超预算"
    std::string name;  // kebab-case English name
    Severity severity = Severity::error;
    Span span;
    Localized message;
    std::vector<Argument> arguments;
    std::vector<Related> related = {};
    std::vector<Fix> fixes = {};
    /// Findings of one file, code and group (a table, a category) fold into one beyond a limit;
    /// those without a group never do.
    std::string group = {};
    /// Another finding says it better: finish() leaves this one out.
    bool silenced = false;
    /// Cannot be weighed otherwise, nor accepted: what a form calls not negotiable.
    bool firm = false;
    std::optional<Accepted> accepted = {};
    bool baseline = false;  // known of old: shown on request, and counts no longer
    /// The row it is about, where a baseline is asked for.
    std::string element = {};

    /// Somebody has to deal with it.
    bool counts() const { return !accepted && !baseline; }
};

/// A finding of the catalogue: its message templates filled with `arguments`.
Finding finding(Code code, Span span, std::initializer_list<Argument> arguments = {});

/// Fills {name} in `pattern`; `{{` and `}}` stand for themselves; an unknown name stays as written.
/// {name?row|rows} is the first word when the argument reads "1", else the second (English counts).
std::string fill(std::string_view pattern, const std::vector<Argument>& arguments,
                 Language language);

/// A value as it stands in a message: what is longer than so many bytes is cut, and says so.
std::string brief(std::string_view value, std::size_t most = 2000);

class SourceSet;

/// Where parts hand their findings in. Not shared between threads; sinks are merged and sorted.
class Findings {
public:
    Finding& add(Finding finding) { return list_.emplace_back(std::move(finding)); }
    void take(Findings other);
    const std::vector<Finding>& list() const { return list_; }
    std::vector<Finding>& list() { return list_; }
    bool empty() const { return list_.empty(); }

    /// Without those silenced; by path, place, code, message; equal ones once.
    static std::vector<Finding> sorted(std::vector<Finding> list, const SourceSet& sources);
    /// More than `foldBeyond` of one code, severity and group, alike accepted and alike in the
    /// baseline, become the first, the others' places in its `related`, their fixes among its own
    /// and their number in its message. Takes them sorted and gives them back sorted.
    static std::vector<Finding> folded(std::vector<Finding> list, std::size_t foldBeyond = 20);
    /// Both.
    static std::vector<Finding> finish(std::vector<Finding> list, const SourceSet& sources,
                                       std::size_t foldBeyond = 20);

private:
    std::vector<Finding> list_;
};

}  // namespace biao
