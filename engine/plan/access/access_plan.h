#pragma once
// Passive optical access for the enterprises that lack one, as changes of a scenario: line terminals that stand or that are bought beside a
// router or aggregation switch, splitters in manholes, at road junctions and at premises, trenches along the roads and in ducts that are
// there or that the plan of the sites digs (engine/plan/fibre). Rates of others on the same port are not taken into account.
#include <string>

#include "engine/plan/access/newcomers.h"
#include "engine/plan/access/proposed_access.h"
#include "engine/plan/pricing/pricing.h"
#include "engine/simulators/wired/optical/options.h"

namespace parktwin::plan {

struct AccessPlan {
  ProposedAccess proposed;
  std::string changes;  ///< items of a list; empty when nothing is to be built
  PricedChanges priced;
};

/// `park`: with all that the plan builds before.
[[nodiscard]] AccessPlan plan_access(const Park& park, const Newcomers& newcomers, const wired::optical::Options& optical,
                                     const Pricing& pricing);

}  // namespace parktwin::plan
