#pragma once
// What to build: choices that cover enough (cover/), each place joined to the network by trenches that places share (trench/). Both at
// once, since a place is cheap beside a trench that another one pays.
//     minimise Σ cost_j x_j + Σ cable_g Σ_{j of g} x_j + Σ trench_a z_a  with the rows of the cover problem and, for every set of vertices
//     without the root around the terminal of g,  Σ_{arcs into the set} z_a ≥ Σ_{j of g} x_j
// where cable_g is the shortest way of g's cable. The sets are those of a dual ascent (Wong 1984), then, round by round, those that the
// relaxation violates (least cuts). The relaxation bounds every build from below; the trenches of what CBC picks are then planned for good.
#include <vector>

#include "engine/plan/cover/cover.h"
#include "engine/plan/trench/trench.h"

namespace parktwin::plan {

struct SelectionProblem {
  CoverProblem cover;    ///< costs without trench and cable
  TrenchProblem trench;  ///< terminals[g] is the vertex of group g; no terminals: nothing is joined
};

struct Selection {
  CoverSolution cover;  ///< cost and bound with trenches and cables
  TrenchPlan trench;    ///< of the groups chosen, in the order of cover.chosen
  std::int32_t cuts = 0;
};

/// Precondition: every terminal can be reached.
[[nodiscard]] Selection select_build(const SelectionProblem& problem, const CoverOptions& options = {});

/// Trenches to the groups of some choices.
[[nodiscard]] TrenchPlan trenches_to(const SelectionProblem& problem, const std::vector<std::size_t>& chosen);

}  // namespace parktwin::plan
