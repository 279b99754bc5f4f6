#pragma once
// What network slices get in each radio cell. A slice needs, for each enterprise whose traffic it carries, demand over full rate, as the
// cell does (cell_traffic.h); the cell is divided among the slices that have traffic on its ground (link/slice_shares.h), down and up
// apart, and inside a slice equally (link/cell_capacity.h). Traffic that no slice carries counts as one more, without guarantee or limit
// and of weight 1. Slices keep nothing where they carry nothing, so that guarantees may exceed one cell and fit another.
#include <span>
#include <vector>

#include "engine/simulators/radio/radio.h"
#include "engine/simulators/radio/traffic_ground.h"

namespace parktwin::radio {

/// Replaces result.slices, and what the cells carry; adds a note for each slice that falls short, for one without traffic, and on cells
/// whose guarantees are too many. Changes nothing in a park without slices. `down` and `up` as ground_parts() makes them.
void put_cell_slices(const Park& park, std::span<const EnterpriseTraffic> traffic, std::span<const std::vector<GroundPart>> down,
                     std::span<const std::vector<GroundPart>> up, Result& result);

}  // namespace parktwin::radio
