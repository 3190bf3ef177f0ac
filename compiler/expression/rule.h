// Rules in data: compiled against the form that holds them, then run over any number of
// submissions. Compiling finds every fault of the rule (names the form does not have, money
// compared with a ratio, a kind that was not narrowed); running finds only what the rule is about.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "definitions/form.h"
#include "definitions/library.h"
#include "diagnostics/finding.h"
#include "expression/world.h"

namespace biao::expression {

class CompiledRule;  // immutable, shared between threads

/// Null when the rule has a fault; the faults are added at their place in the form (B901, B904).
std::shared_ptr<const CompiledRule> compile(const definitions::Rule& rule,
                                            const definitions::Form& form,
                                            const definitions::Library& library,
                                            Findings& findings);

/// Elements the rule reads, for "dropping what a kept rule reads is an error in the form".
std::vector<definitions::ElementId> reads(const CompiledRule& rule);

/// Whether there is a case of which the rule knows that it holds or fails.
bool judges(const CompiledRule& rule, const World& world, const definitions::Library& library);

/// One finding for each case in which a rule fails; nothing where it holds or is undetermined.
/// The finding's code, name and severity are the rule's; its message has the numbers in it, its
/// arguments each {…} of the message as data.
/// Rules that look at one row at a time take turns at it; what each says goes where it stands in
/// `said`. A rule may be null.
void run(std::span<const CompiledRule* const> rules, const World& world,
         const definitions::Library& library, std::span<Findings> said);
void run(const CompiledRule& rule, const World& world, const definitions::Library& library,
         Findings& findings);

}  // namespace biao::expression
