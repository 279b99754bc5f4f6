#pragma once
// Passive optical access for several premises: where splitters stand, which of them feeds whom, and which trenches are dug, so that all
// together costs least. One stage of splitters: a cable leads from a line terminal to each splitter and one from the splitter to each of
// its units; a trench is paid once for all cables in it.
//     minimise Σ_{e dug} trench_e + Σ_{cables} cable + splitter · (number of splitters)
// Every unit has light within the class's range, as wired/optical judges it. Small graphs: an integer programme (splitter_programme.h)
// proves the plan. Else: splitters placed best on given trenches (wired/optical/splitters), trenches planned anew to these splitters
// (trench/), from several starts, until neither helps. Bound: the programme's, or the Steiner tree of trench and one cable (trench/) and
// the fewest splitters.
#include <cstdint>
#include <vector>

#include "engine/plan/trench/trench.h"
#include "engine/simulators/wired/optical/splitters/placement.h"

namespace parktwin::plan {

struct SplitterProblem {
  TrenchProblem trench;  ///< the root joins line terminals: the trench of such an edge is the price of the terminal; terminals: premises
  std::vector<double> length_m;  ///< per edge
  double cable_cny_per_m = 1.0;  ///< above 0; cable_cost of an edge is that times its length
  double splitter_cny = 0.0;     ///< of each splitter, and of connecting it
  double fibre_db_per_km = 0.35;
  double link_db = 0.0;  ///< splices and connectors of one link
  double least_db = 0.0;
  double most_db = 0.0;  ///< margin already taken off
  double reach_m = wired::optical::splitters::out_of_reach;
  std::vector<wired::optical::splitters::Stages> kinds;  ///< of one stage
};

struct SplitterTree {
  std::uint32_t vertex = 0;
  std::int32_t ways = 0;
  std::vector<std::uint32_t> units;               ///< numbers of terminals
  std::vector<std::uint32_t> feeder;              ///< edges from the root to the splitter
  std::vector<std::vector<std::uint32_t>> drops;  ///< per unit: edges from the splitter
};

struct SplitterTrees {
  std::vector<SplitterTree> trees;
  std::vector<std::uint32_t> unlit;  ///< units that nothing reaches, or no splitter gives the right light
  double cost = 0.0;
  double bound = 0.0;  ///< no plan costs less; of the units that are lit
  bool exact = false;  ///< no plan is cheaper
};

struct SplitterOptions {
  std::size_t programme_edges = 60;  ///< at most, to be solved by the integer programme
  std::int32_t nodes = 2000;         ///< of branch and bound
};

[[nodiscard]] SplitterTrees plan_splitters(const SplitterProblem& problem, const SplitterOptions& options = {});

/// The best splitters when only these edges may be used; what is not used is not paid. Edges without a trench may always be used.
[[nodiscard]] SplitterTrees splitters_within(const SplitterProblem& problem, const std::vector<std::uint8_t>& dug);

}  // namespace parktwin::plan
