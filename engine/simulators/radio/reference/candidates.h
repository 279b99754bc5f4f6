#pragma once
// Ways that geometry allows between two ends, with the field each would bring were nothing in between: the list paths.h picks from.
#include <vector>

#include "engine/simulators/radio/reference/paths.h"

namespace parktwin::radio::reference {

struct Candidate {
  PathKind kind = PathKind::direct;
  std::vector<Interaction> way;
  Ray ray;
};

/// In a fixed order. Without the string over the roofs.
[[nodiscard]] std::vector<Candidate> list_candidates(const ParkMesh& mesh, const Ends& ends, const EndSights& sights,
                                                     const PathLimits& limits);

}  // namespace parktwin::radio::reference
