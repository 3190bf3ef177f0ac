// What the tests of this folder and of model/ share: a library made of the
// standard one's files and a text.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "definitions/library.h"
#include "syntax/ast.h"

namespace biao::test {

class Declared {
public:
    explicit Declared(std::string_view text);

    definitions::Library& library() { return library_; }
    const UnitTable& units() const { return library_.units(); }
    const syntax::File& file() const { return *files_.back(); }
    const Source& source() const { return sources_[file().id]; }
    /// Not null: a form that is missing is a failure, and an empty one comes
    /// back.
    std::shared_ptr<const definitions::Form> form(std::string_view path,
                                                  std::string_view version = "");
    Findings& findings() { return findings_; }
    /// "B902 text it points at" of each finding so far.
    std::vector<std::string> said() const;

private:
    void read(std::string path, std::string text);

    SourceSet sources_;
    std::deque<std::unique_ptr<syntax::File>> files_;
    definitions::Library library_;
    Findings findings_;
};

/// The Chinese names of elements, joined by blanks; those that are dropped left
/// out.
std::string names(const definitions::Form& form, const std::vector<definitions::ElementId>& list);

}  // namespace biao::test
