#pragma once
// The stage of a plan that connects enterprises: on the park with the sites that are planned, for the first clause of the pack that counts
// accesses, confirmed by the simulators and judged with all clauses that were asked.
#include <string>

#include "engine/core/progress.h"
#include "engine/plan/proposal.h"
#include "engine/plan/question.h"

namespace parktwin::plan {

/// `built`: the changes of the proposal so far. With a yearly budget the access is a phase of its own after the others.
void put_access(const Question& question, const std::string& built, Proposal& proposal, Progress& progress);

}  // namespace parktwin::plan
