#pragma once
// The splitter problem without light as an integer programme: whole numbers of splitters y_v and trenches z_e, feeder cables f and drops g
// as flows of whole cables.
//     Σ f into v − Σ f out of v = y_v,   Σ g into v − Σ g out of v + a_v = units at v,   a_v ≤ ways · y_v,   f_e, g_e ≤ units · z_e
// Light only forbids, so its bound holds with light too; of its solution the trenches are taken.
#include "engine/plan/access/splitter_trees.h"

namespace parktwin::plan {

struct ProgrammedTrenches {
  std::vector<std::uint8_t> dug;  ///< per edge; empty when nothing was found
  double bound = 0.0;
};

[[nodiscard]] ProgrammedTrenches programme_splitters(const SplitterProblem& problem, std::int32_t nodes);

}  // namespace parktwin::plan
