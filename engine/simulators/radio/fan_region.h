#pragma once
// Where a fan (fan_sweep.h) can reach and what it can depend on, as boxes: cells outside them have no say in it.
#include "engine/core/geometry.h"
#include "engine/simulators/radio/fan_sweep.h"

namespace parktwin::radio {

/// Bounds of all cells that the fan reaches and of those that stand in its way before it reaches one.
[[nodiscard]] Box region_of(const Fan& fan, double cell_m);
/// Bounds of the cells in which its paths begin: their heights of sight are all it asks of SiteView::lowest_seen_m.
[[nodiscard]] Box start_of(const Fan& fan, double cell_m);

}  // namespace parktwin::radio
