#pragma once
// Holds a finished map against the reference mode (reference/reference.h) at drawn places outdoors: for each the level of its best server
// by exact rays, mirror images and diffraction beside the map's. Vegetation is taken out of the map's level, because the rays ignore it.
#include <cstdint>
#include <vector>

#include "engine/simulators/radio/scene.h"

namespace parktwin::radio {

/// Up to `count` places, drawn from the seed among the outdoor cells of the park that have a server; fewer where the park has fewer.
/// Parallel over places, the same bits for any number of threads. Precondition: no shadow fading was drawn.
[[nodiscard]] std::vector<GradedPlace> grade_map(const Park& park, const Scene& scene, const Result& result, std::size_t count,
                                                 std::uint64_t seed);

/// Mean, standard deviation and root mean square of map − reference, in sight and out of sight apart; empty without places.
[[nodiscard]] std::vector<Note> grading_notes(const std::vector<GradedPlace>& places);

}  // namespace parktwin::radio
