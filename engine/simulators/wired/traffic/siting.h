#pragma once
// The fewest nodes where edge servers must stand so that every flow of a class that goes to the edge is on time at the percentile asked
// for, at the loads of the links as they are: delays from every flow to every candidate, then the smallest cover, exactly (set_cover.h).
// Candidates: aggregation switches, optical line terminals, core routers and the edge servers there are, as far as they are in service.
// Flows that no candidate serves in time are named and left out of the cover. Each site is given processors by Erlang's formula.
#include <vector>

#include "engine/simulators/wired/traffic/outcomes.h"

namespace parktwin::wired::traffic {

struct SitingPlan {
  Siting siting;
  std::vector<EdgeSite> sites;  ///< in the order of their nodes
  std::vector<BindingFlow> binding;
};

/// `flows` are complete.
[[nodiscard]] SitingPlan site_edge_servers(const Park& park, const std::vector<Flow>& flows, const Carriage& carriage);

}  // namespace parktwin::wired::traffic
