#pragma once
// The way over everything: a string pulled tight over the profile that the vertical plane through both ends cuts out of roofs and terrain
// (the upper convex hull). It exists for any two points, however built up the land between them. Each roof edge it bends around is taken
// as running across that plane; terrain bends as an absorbing knife edge. Roofs below the tight string are ignored.
#include <vector>

#include "engine/simulators/radio/reference/route.h"

namespace parktwin::radio::reference {

/// One stretched way.
struct RoofString {
  std::vector<Interaction> way;    ///< placed in the vertical plane; empty where nothing rises into the straight line
  std::vector<std::size_t> walls;  ///< whose roof edges it bends around, in order; empty when terrain takes part
};

[[nodiscard]] RoofString roof_string(const ParkMesh& mesh, const Ends& ends, Hertz frequency);

}  // namespace parktwin::radio::reference
