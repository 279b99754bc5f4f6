#pragma once
// What looks like a slip in the radio inventory, as notes; the map is made of it as it is. Masts outside the boundary, or out of reach of
// the map; two sites in one place; two cells of one channel in one place and direction; carriers outside the frequency ranges of NR.
// What cannot be (an unknown antenna, a height of nothing) a reader refuses before (engine/park/validate.h). Only what is on the air
// counts.
#include <vector>

#include "engine/core/note.h"
#include "engine/simulators/radio/radio.h"
#include "engine/simulators/radio/transmitters.h"

namespace parktwin::radio {

/// `frame` is the map's.
[[nodiscard]] std::vector<Note> inventory_notes(const Park& park, const Options& options, const Transmitters& transmitters,
                                                const GridFrame& frame);

}  // namespace parktwin::radio
