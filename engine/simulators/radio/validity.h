#pragma once
// What a reader of the coverage map should know about the models' validity and the assumptions taken, as notes.
#include <vector>

#include "engine/core/note.h"
#include "engine/simulators/radio/radio.h"
#include "engine/simulators/radio/transmitters.h"

namespace parktwin::radio {

[[nodiscard]] std::vector<Note> validity_notes(const Park& park, const Options& options, const Transmitters& transmitters);

}  // namespace parktwin::radio
