#pragma once
// How 5G serves the plants on a finished map: factories, warehouses and buildings with a radio site inside, and by what bearers their
// enterprises' production elements are connected.
#include "engine/simulators/radio/radio.h"
#include "engine/simulators/radio/surface.h"

namespace parktwin::radio {

/// Replaces result.plants. `surface` is on the result's frame. Covered is what the options' thresholds for tables say.
void put_plant_figures(const Park& park, const Options& options, const Grid<SurfaceCell>& surface, Result& result);

}  // namespace parktwin::radio
