#pragma once
// Everything the generator has decided so far: the plan, and the park's tables as far as they are filled. Later steps read earlier ones.
#include <string>
#include <vector>

#include "importers/synthetic/land_layout.h"
#include "importers/synthetic/parcels.h"
#include "importers/synthetic/plan.h"
#include "importers/synthetic/street_grid.h"
#include "importers/synthetic/waters.h"

namespace parktwin::importers::synthetic {

/// "B-007": a running number of at least three digits.
[[nodiscard]] std::string numbered(const char* prefix, std::size_t number, std::size_t digits = 3);

struct Draft {
  SyntheticOptions options;
  StreetGrid grid;
  std::vector<Superblock> blocks;
  Subdivision subdivision;
  std::vector<Street> streets;
  Waters waters;
  std::vector<ZonePlan> zone_plans;          ///< one per record of zones
  std::vector<BuildingPlan> building_plans;  ///< one per record of buildings
  std::vector<std::size_t> lot_of_enterprise;
  std::vector<std::size_t> building_of_enterprise;  ///< main building, where its access is
  PlanFrame frame;

  std::vector<Zone> zones;
  std::vector<Road> roads;
  std::vector<Parcel> parcels;
  std::vector<Building> buildings;
  std::vector<Enterprise> enterprises;
  std::vector<std::size_t> parcel_of_lot;  ///< lots.size() entries; parcels.size() for lots that are zones

  [[nodiscard]] const std::vector<Lot>& lots() const { return subdivision.lots; }
  /// First building of a use, else the first building.
  [[nodiscard]] std::size_t building_with(BuildingUse use) const;
  /// Centre of a building's footprint in the plan frame.
  [[nodiscard]] Point plan_centre(std::size_t building) const;
};

/// Streets, blocks, lots, waters, zones and building plans, and their records.
[[nodiscard]] Draft draw_plan(const SyntheticOptions& options);

/// Enterprises on their lots, as owners of parcels and buildings, and the names of all buildings.
void settle_enterprises(Draft& draft);

[[nodiscard]] std::vector<Tree> plant_trees(const Draft& draft);
[[nodiscard]] Terrain shape_terrain(const Draft& draft);

}  // namespace parktwin::importers::synthetic
