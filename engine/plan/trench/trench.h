#pragma once
// Cables from one root to several terminals over places where a trench can be dug or is there already. A trench is paid once, whoever lies
// in it; every terminal has a cable of its own, paid along its whole way (the cable-trench problem, Vasko et al. 2002; without cable costs
// the Steiner tree problem in graphs).
//     minimise Σ_{e used} trench_e + Σ_t Σ_{e on the way to t} cable_e
// Few terminals: exact, by dynamic programming over sets of terminals (Dreyfus & Wagner 1971; for costs that are concave in what passes,
// Erickson, Monma & Veinott 1987). More: terminals are joined one by one where that costs least (Takahashi & Matsuyama 1980), taken out and
// joined again while that helps. Bound: dual ascent (Wong 1984) on the trenches beside the shortest ways of the cables, or on trench and
// one cable together, whichever is higher.
#include <cstddef>
#include <cstdint>
#include <vector>

namespace parktwin::plan {

struct TrenchEdge {
  std::uint32_t from = 0;
  std::uint32_t to = 0;      ///< either way
  double trench_cost = 0.0;  ///< not negative; 0: there is a duct
  double cable_cost = 0.0;   ///< of each cable; not negative
};

struct TrenchProblem {
  std::size_t vertices = 0;
  std::vector<TrenchEdge> edges;
  std::uint32_t root = 0;
  std::vector<std::uint32_t> terminals;
};

struct TrenchPlan {
  bool connected = false;                          ///< false: some terminal cannot be reached, and the rest is empty
  std::vector<std::vector<std::uint32_t>> routes;  ///< per terminal: edges from the root outwards; together a tree
  double cost = 0.0;
  double bound = 0.0;  ///< no plan costs less
  bool exact = false;  ///< no plan is cheaper
};

struct TrenchOptions {
  std::size_t exact_terminals = 9;  ///< at most, to be solved exactly
};

[[nodiscard]] TrenchPlan plan_trenches(const TrenchProblem& problem, const TrenchOptions& options = {});

/// What given routes cost.
[[nodiscard]] double cost_of_routes(const TrenchProblem& problem, const std::vector<std::vector<std::uint32_t>>& routes);

/// Exact; work grows with 3^terminals. Precondition: every terminal can be reached.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> send_and_split(const TrenchProblem& problem);

/// Good, not exact. Precondition: every terminal can be reached.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> grow_trenches(const TrenchProblem& problem);

}  // namespace parktwin::plan
