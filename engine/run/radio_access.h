#pragma once
// What traffic needs to know of the radio result: the frames of every cell, and which cells carry the devices of each enterprise with
// connected assets of bearer nr at which rate: the best server of each map cell of its buildings' footprints, without buildings of its
// parcels; rates as harmonic means, as if devices there took turns. Where a device alone would have less than 1 Mbit/s up,
// nobody serves it.
#include "engine/park/park.h"
#include "engine/simulators/radio/radio.h"
#include "engine/simulators/wired/traffic/radio_access.h"

namespace parktwin {

/// With `loads_from_traffic` the loads of cells are those of the same connected assets, else those of the inventory count as others'.
[[nodiscard]] wired::traffic::RadioAccess radio_access(const Park& park, const radio::Result& radio, bool loads_from_traffic);

}  // namespace parktwin
