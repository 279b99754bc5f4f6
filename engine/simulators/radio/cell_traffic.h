#pragma once
// How much each radio cell can carry, and whether it carries what enterprises' connected assets of bearer nr ask of it. An enterprise's
// traffic is spread evenly over the footprints of its buildings, without buildings over its parcels, and falls to the best server of each
// map cell. Its part in one cell is one user whose full rate is the harmonic mean over its ground there, as if its devices took turns
// (link/cell_capacity.h, equal shares when the cell is saturated). Interference counts the loads of the inventory: the loads that the
// traffic itself would cause (link/load_coupling.h) are not fed back.
#include "engine/simulators/radio/radio.h"
#include "engine/simulators/radio/surface.h"

namespace parktwin::radio {

/// Completes result.cells, one per radio cell, from the maps of server and rates; adds notes on traffic nobody reaches.
void put_cell_traffic(const Park& park, const Grid<SurfaceCell>& surface, Result& result);

}  // namespace parktwin::radio
