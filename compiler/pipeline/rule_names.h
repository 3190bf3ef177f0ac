// The names of rules, for those who name one where no form is at hand: a workspace file, the
// command line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/finding.h"
#include "syntax/ast.h"

namespace biao::pipeline {

class RuleNames {
public:
    /// The rules that the forms and fragments of a file declare.
    void add(const syntax::File& file);
    /// `named`, tidy, is the name of one.
    bool has(std::string_view named) const;
    /// “，是不是……” of these and of the compiler's codes.
    Localized suggestion(std::string_view named) const;
    std::vector<std::string> candidates() const;

private:
    struct Name {
        std::string code;  // B3:国家.成本不超预算
        std::string english;
    };
    void add(const syntax::File& file, const syntax::Declaration& at, std::string_view issuer);
    std::vector<Name> list_;
};

}  // namespace biao::pipeline
