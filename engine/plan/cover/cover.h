#pragma once
// Which of several choices to buy so that enough is covered at least cost: partial set cover with several demands (Church & ReVelle 1974
// call the sibling with a fixed budget maximal covering). Each place belongs to one demand and has a weight in it; a demand is met when the
// places covered weigh at least what it needs. At most one choice of a group is taken: the ways to equip one site.
//     minimise Σ cost_j x_j   with   y_i ≤ Σ_{j covers i} x_j,   Σ_{i of d} w_i y_i ≥ need_d,   Σ_{j of g} x_j ≤ 1,   x binary, 0 ≤ y ≤ 1
// Solved by branch and bound (CBC) from the linear relaxation, whose value bounds every plan from below; a greedy cover without its
// superfluous choices stands in where the search ends before it finds a better one. Places covered by the same choices are one place.
#include <cstdint>
#include <vector>

namespace parktwin::plan {

struct CoverChoice {
  double cost = 0.0;                   ///< not negative
  std::int32_t group = 0;              ///< site
  std::vector<std::uint32_t> covered;  ///< places, ascending, each once
};

struct CoverDemand {
  double need = 0.0;  ///< weight
};

struct CoverPlace {
  std::uint32_t demand = 0;
  double weight = 0.0;  ///< not negative
};

struct CoverProblem {
  std::vector<CoverChoice> choices;
  std::vector<CoverPlace> places;
  std::vector<CoverDemand> demands;
};

enum class CoverOutcome {
  optimal,     ///< no cover is cheaper by more than the gap
  feasible,    ///< meets every demand; the search ended before the gap was closed
  infeasible,  ///< no choice of every group meets every demand
  not_found,   ///< the search ended without a cover
};

struct CoverSolution {
  CoverOutcome outcome = CoverOutcome::infeasible;
  std::vector<std::size_t> chosen;  ///< ascending
  double cost = 0.0;
  double bound = 0.0;             ///< no cover costs less; of an infeasible problem 0
  std::vector<double> covered;    ///< weight per demand that the chosen ones cover
  std::vector<double> reachable;  ///< weight per demand that any choice covers, groups aside
};

struct CoverOptions {
  std::int32_t nodes = 200;
  double gap = 1e-3;  ///< of the cost
};

/// Weight per demand covered by some choices.
[[nodiscard]] std::vector<double> covered_weight(const CoverProblem& problem, const std::vector<std::size_t>& chosen);

[[nodiscard]] double cost_of(const CoverProblem& problem, const std::vector<std::size_t>& chosen);

[[nodiscard]] bool meets(const CoverProblem& problem, const std::vector<double>& covered);

/// Cheapest gain first, then without whatever is not needed, dearest first; empty when it meets not every demand.
[[nodiscard]] std::vector<std::size_t> greedy_cover(const CoverProblem& problem);

[[nodiscard]] CoverSolution solve_cover(const CoverProblem& problem, const CoverOptions& options = {});

}  // namespace parktwin::plan
