// What a file is read against.
#pragma once

#include <vector>

#include "definitions/library.h"
#include "pipeline/rule_book.h"

namespace biao::pipeline {

/// Everything a file may name, and the rules of the forms among it.
struct Scope {
    Scope(const Limits& limits, FaultyRules& faulty) : library(limits), rules(library, faulty) {}
    /// The same, to which more may be added.
    Scope(const Scope& base, FaultyRules& faulty) : library(base.library), rules(library, faulty) {}

    definitions::Library library;
    RuleBook rules;
};

/// The standard library, open: its words and forms, and the files they stand in.
struct Standard {
    Standard(const Limits& limits, FaultyRules& faulty) : scope(limits, faulty) {}

    Scope scope;
    std::vector<const syntax::File*> files;
};

}  // namespace biao::pipeline
