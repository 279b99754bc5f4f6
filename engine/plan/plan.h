#pragma once
// Proposes the cheapest build that meets the targets of a criteria pack. A pipeline: what is asked (radio/demand.h) -> what is built for it
// (radio/, with the fibre of fibre/ and trench/) -> a scenario that builds it (plan_text.h) -> its confirmation by the simulators that the
// asked clauses read (confirmation/), and once more with a larger margin where that misses.
#include "engine/core/progress.h"
#include "engine/plan/proposal.h"
#include "engine/plan/question.h"

namespace parktwin::plan {

/// Throws Interrupted, and InputError where the plan's antenna is not in the inventory. The same for any number of threads.
[[nodiscard]] Proposal propose(const Question& question, Progress& progress);

}  // namespace parktwin::plan
