#pragma once
// One lot of a use and quarter, planned alone.
#include <vector>

#include "importers/gdal_layers/shape_algebra.h"
#include "importers/synthetic/building_plans.h"

namespace parktwin::importers::synthetic {

inline Lot lot_of(LotUse use, Quarter quarter, double width, double depth, Side front = Side::south) {
  const bool along_x = front == Side::south || front == Side::north;
  return {{0.0, 0.0, along_x ? width : depth, along_x ? depth : width}, use, quarter, 0, front};
}

/// Number of faults: buildings outside the lot, invalid, or overlapping each other.
inline int plan_faults(const Lot& lot, const std::vector<BuildingPlan>& plans) {
  int faults = 0;
  const MultiPolygon inside{{lot.area.shrunk(1.9).polygon()}};
  for (std::size_t i = 0; i < plans.size(); ++i) {
    const MultiPolygon shape{{plans[i].footprint}};
    if (!valid_shape(shape) || signed_area(plans[i].footprint.outer) <= 0.0) ++faults;
    if (area(without(shape, inside)) > 0.01) ++faults;
    for (std::size_t j = i + 1; j < plans.size(); ++j) faults += area(common(shape, {{plans[j].footprint}})) > 0.01 ? 1 : 0;
  }
  return faults;
}

}  // namespace parktwin::importers::synthetic
