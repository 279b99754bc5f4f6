#pragma once
// Public land of the plan: road surfaces, water, greens along water and boundary, squares, car parks and pocket parks, as zones that do not
// overlap.
#include <string>
#include <vector>

#include "importers/synthetic/parcels.h"
#include "importers/synthetic/waters.h"

namespace parktwin::importers::synthetic {

struct ZonePlan {
  std::string name;
  std::string name_zh;
  ZoneKind kind = ZoneKind::green;
  bool is_public = true;
  MultiPolygon shape;
  Quarter quarter = Quarter::machinery;
  Rect lot;  ///< of squares, car parks and pocket parks; zero for others
};

/// Precondition: streets hold arterials, motorway and locals, named.
[[nodiscard]] std::vector<ZonePlan> plan_zones(const StreetGrid& grid, const std::vector<Superblock>& blocks, const std::vector<Lot>& lots,
                                               const std::vector<Street>& streets, const Waters& waters);

}  // namespace parktwin::importers::synthetic
