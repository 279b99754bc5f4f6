#pragma once
// A basis to start a long programme from: its billing periods solved alone and in parallel, each with stores that end as they began. Only
// the levels at the seams are then still wrong, so that the long programme needs few iterations. Where capacities are sized, each period
// sizes them for itself, and the long programme has to agree on one size besides.
#include "engine/simulators/energy/dispatch/hub_programme.h"

namespace parktwin::energy::dispatch {

/// Empty when it would not help: one short stretch, a budget over all steps, or a period without a solution.
[[nodiscard]] Basis first_basis(const Hub& hub, const CarbonTerms& carbon, const HubProgramme& whole);

}  // namespace parktwin::energy::dispatch
