// Submissions begun: what there is to fill in, and with it what stays of last year's. All of it is
// source text: it is laid out like any file, and what is to be written says so by being blank.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "definitions/library.h"
#include "model/submission.h"

namespace biao::draft {

/// What stands before the submissions: files to use, by the paths to write; forms, none where the
/// submissions name theirs.
std::string heading(const std::vector<std::string>& files,
                    const std::vector<const definitions::Form*>& forms, Language language);

/// One submission of the form. `language` chooses names and words where there are two. With `last`,
/// a submission a year older, maybe of another form: what is in both forms under the same permanent
/// ids goes over, save what is new every year (roles and kinds tell), which is shown in a comment.
/// `naming`: the submission names its form.
struct Wanted {
    const definitions::Form& form;
    const definitions::Library& library;
    Language language = Language::zh;
    const model::Submission* last = nullptr;
    bool naming = false;
};
std::string submission(const Wanted& wanted);

/// What of last year's submission has no place in the form: fields, funds, categories, indicators,
/// lines, of what stands inside one another the outermost.
std::vector<Localized> leftBehind(const model::Submission& last, const definitions::Form& form);

/// The whole text in its one layout; nothing only where this part made a text that cannot be read.
std::optional<std::string> laidOut(const std::string& text);

}  // namespace biao::draft
