#pragma once
// The parts of a plan beside the network, each planned on a park and its results and told as works and a row of the proposal.
#include <optional>
#include <string>
#include <vector>

#include "engine/plan/part_proposal.h"
#include "engine/plan/planned_work.h"
#include "engine/plan/pricing/pricing.h"
#include "engine/plan/question.h"
#include "engine/run/live_run.h"

namespace parktwin::plan {

struct PlannedPart {
  PartProposal row;
  std::vector<PlannedWork> works;
  std::string options;                      ///< lines below `options:` of the scenario
  std::optional<double> green_power_share;  ///< that they set
};

struct PartQuestion {
  const Question& question;
  const Park& park;             ///< with what the parts before it build
  const criteria::Pack& asked;  ///< clauses of this part alone
  const Pricing& pricing;
};

/// `live` holds the results of that park.
[[nodiscard]] PlannedPart cloud_part(const PartQuestion& part, const Results& results);
[[nodiscard]] PlannedPart centres_part(const PartQuestion& part, const Results& results);
[[nodiscard]] PlannedPart energy_part(const PartQuestion& part, LiveRun& live, Progress& progress);

}  // namespace parktwin::plan
