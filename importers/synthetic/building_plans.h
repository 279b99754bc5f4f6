#pragma once
// What stands on a lot: halls with offices before them, towers on podiums, laboratories around courts, warehouses with truck yards, tank
// farms, slabs of flats, the service centre, the data centre and the utilities. Every enterprise lot gets at least one building.
#include <vector>

#include "importers/synthetic/draws.h"
#include "importers/synthetic/plan.h"

namespace parktwin::importers::synthetic {

/// Buildings of all lots in their order. Guarantees: each inside its lot with a setback of at least 2 m, none overlapping another.
[[nodiscard]] std::vector<BuildingPlan> plan_buildings(const std::vector<Lot>& lots, std::uint64_t seed);

}  // namespace parktwin::importers::synthetic
