#pragma once
// A plan over all parts that the criteria ask for: the network, then cloud policies, data centres and energy, each at least cost on the
// park as the parts before it leave it, so that data centres carry the adopters that policies bring and energy counts all equipment. One
// scenario builds them all, a whole run confirms every clause, and a yearly budget spreads all works together over years. The bound is the
// sum of the parts' bounds; cheaper mixes that would give up one part's least cost for another's are not looked for.
#include "engine/core/progress.h"
#include "engine/plan/proposal.h"
#include "engine/plan/question.h"
#include "engine/simulators/energy/options.h"

namespace parktwin::plan {

/// Parts of the question's scenario that the pack has a clause for.
[[nodiscard]] std::vector<PlanPart> parts_asked(const Question& question);

/// The proposal of the network alone where the pack asks for nothing else. Throws as propose().
[[nodiscard]] Proposal propose_all(const Question& question, const energy::Tables& tables, Progress& progress);

}  // namespace parktwin::plan
