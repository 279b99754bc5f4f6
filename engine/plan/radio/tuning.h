#pragma once
// A set of sites made better on the map of all of them, interference included: azimuths and tilts turned where that serves more of what is
// missing, and sites left out where the targets hold without them.
#include <vector>

#include "engine/core/progress.h"
#include "engine/plan/radio/air.h"
#include "engine/plan/radio/demand.h"

namespace parktwin::plan {

/// Coordinate descent over the sectors, until nothing is missing or a round over all of them changes nothing, at most `rounds`. Returns the
/// share that is still missing.
double turn_sectors(std::vector<PlannedSite>& sites, Air& air, const std::vector<RadioDemand>& demands, double margin_share, int rounds,
                    Progress& progress);

/// Leaves out sites, the dearest first, as long as no demand is missed. `costs` in step with `sites`.
void drop_superfluous_sites(std::vector<PlannedSite>& sites, std::vector<double>& costs, Air& air, const std::vector<RadioDemand>& demands,
                            double margin_share, Progress& progress);

}  // namespace parktwin::plan
