#pragma once
// Counts the map's cells into the tables per zone, enterprise and building, in one pass over rows in parallel.
#include <span>
#include <vector>

#include "engine/park/ground_holders.h"
#include "engine/simulators/radio/answers/coverage_tables.h"
#include "engine/simulators/radio/answers/map_view.h"

namespace parktwin::radio::answers {

/// One row per record of each table, in its order.
struct CoverageCounts {
  std::vector<ZoneCoverage> zones;
  std::vector<EnterpriseCoverage> enterprises;
  std::vector<BuildingCoverage> buildings;
};

[[nodiscard]] CoverageCounts count_coverage(const Park& park, const MapView& map, const GroundHolders& holders, const ServedRule& rule,
                                            std::span<const double> thresholds_dbm);

}  // namespace parktwin::radio::answers
