#pragma once
// How much each radio cell can carry, and whether it carries what enterprises' connected assets of bearer nr ask of it, spread over their
// ground and fallen to the best server of each map cell (traffic_ground.h). An enterprise's part in one cell is one user whose full rate is
// the harmonic mean over its ground there, as if its devices took turns (link/cell_capacity.h, equal shares when the cell is saturated;
// cell_slices.h where slices divide it). Interference counts the loads that the map was made with: typed, or those that the traffic itself
// causes (traffic_loads.h).
#include "engine/simulators/radio/radio.h"
#include "engine/simulators/radio/surface.h"

namespace parktwin::radio {

/// Completes result.cells, one per radio cell, from the maps of server and rates, and replaces result.slices; adds notes on traffic nobody
/// reaches and on slices.
void put_cell_traffic(const Park& park, const Grid<SurfaceCell>& surface, Result& result);

}  // namespace parktwin::radio
