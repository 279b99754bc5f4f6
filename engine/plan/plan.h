#pragma once
// Proposes the cheapest build that meets the coverage targets of a criteria pack: places for 5G sites, their azimuths and tilts, and the
// fibre to them. Partial cover of sampled ground by integer programming (cover/), then the whole map with interference (radio/tuning.h),
// and at last a whole run of the scenario that is proposed. What is covered is asked of the radio simulator, never of a formula here.
// Ignores capacity, power supply of the sites and what already lies in ducts.
#include <filesystem>
#include <string>
#include <vector>

#include "engine/core/progress.h"
#include "engine/criteria/pack.h"
#include "engine/park/park.h"
#include "engine/plan/proposal.h"
#include "engine/scenario/cost/price.h"
#include "engine/scenario/scenario.h"

namespace parktwin::plan {

struct Question {
  const Park& park;          ///< after the changes of the scenario
  const Scenario& scenario;  ///< options, plan, costs and seed count
  const criteria::Pack& pack;
  const std::vector<costs::Price>& prices;
  std::string assessed_on;  ///< YYYY-MM-DD; its year is the base year of costs that name none
  std::string based_on;     ///< path that the proposed scenario gives for the one it extends
};

/// Throws Interrupted, and InputError where the plan's antenna is not in the inventory. The same for any number of threads.
[[nodiscard]] Proposal propose(const Question& question, Progress& progress);

}  // namespace parktwin::plan
