// 实绩 项目 "甲"@2031 截至 2031-07-31 { … }: what was achieved and spent, of a submission that
// stands elsewhere. Its lines are those of the form, but a value without a name is what was
// achieved, not what was aimed at, and categories may be left out where the name alone tells the
// row.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/finding.h"
#include "model/overlay.h"
#include "syntax/ast.h"
#include "syntax/calendar_days.h"

namespace biao::model {

struct Actuals {
    const syntax::File* file = nullptr;  // with its source, outlives it
    const Source* source = nullptr;
    const syntax::Declaration* declaration = nullptr;
    std::string_view subject;  // as written: 项目
    std::string_view title;
    std::optional<int> year;
    std::optional<syntax::Day> until;  // none: of the whole time
    Span span;                         // of subject and title
};

/// Those of a file, in order; what is wrong with their first lines goes to `findings`.
std::vector<Actuals> actualsIn(const syntax::File& file, const Source& source, Findings& findings);

/// Two titles that name one thing: blanks and width do not tell them apart.
std::string titleKey(std::string_view title);

/// Its lines become cells of the submission; findings go to the overlay's.
void lay(const Actuals& actuals, Overlay& over);

}  // namespace biao::model
