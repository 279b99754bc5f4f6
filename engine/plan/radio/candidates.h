#pragma once
// Places where a new radio site could stand: roofs, and poles beside roads. The tallest buildings of their surroundings come first; the
// places kept are those that lie furthest from each other and from the sites that stand.
#include <vector>

#include "engine/park/park.h"
#include "engine/plan/fibre/centimetres.h"
#include "engine/scenario/plan_options.h"

namespace parktwin::plan {

struct Candidate {
  Point position;         ///< to the centimetre, so that a scenario file gives it back to the bit
  Id<Building> building;  ///< whose roof carries it; none: a pole
  Metres height;          ///< above the roof or the ground
};

/// At most `candidate_sites`, in the order in which they were chosen: each the furthest from those before it and from `standing`, ties by
/// roof before pole and lower number. None nearer than `least_spacing`, outside the boundary or inside a building that it does not stand
/// on.
[[nodiscard]] std::vector<Candidate> find_candidates(const Park& park, const std::vector<Point>& standing, const PlanOptions& options);

}  // namespace parktwin::plan
