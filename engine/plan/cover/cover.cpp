#include "engine/plan/cover/cover.h"

#include <algorithm>
#include <numeric>

#include "engine/core/check.h"
#include "engine/core/programme/mixed_programme.h"
#include "engine/plan/cover/cover_programme.h"

namespace parktwin::plan {

double cost_of(const CoverProblem& problem, const std::vector<std::size_t>& chosen) {
  return std::accumulate(chosen.begin(), chosen.end(), 0.0,
                         [&](double sum, std::size_t choice) { return sum + problem.choices[choice].cost; });
}

CoverSolution solve_cover(const CoverProblem& problem, const CoverOptions& options) {
  for (const CoverChoice& choice : problem.choices) PARKTWIN_CHECK(choice.cost >= 0.0, "a choice costs something");
  CoverSolution solution;
  std::vector<std::size_t> all(problem.choices.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  solution.reachable = covered_weight(problem, all);
  solution.covered.resize(problem.demands.size());
  if (!meets(problem, solution.reachable)) return solution;
  if (meets(problem, solution.covered)) {
    solution.outcome = CoverOutcome::optimal;
    return solution;
  }
  const auto model = cover_programme(problem);
  const auto relaxed = programme::solve(model);
  if (relaxed.outcome == programme::Outcome::infeasible) return solution;
  const auto mixed = programme::solve_mixed(model, {.gap = options.gap, .nodes = options.nodes});
  if (mixed.outcome == programme::Outcome::infeasible) return solution;
  std::vector<std::size_t> chosen = choices_in(mixed.values, problem);
  const std::vector<std::size_t> greedy = greedy_cover(problem);
  const bool searched = !mixed.values.empty() && meets(problem, covered_weight(problem, chosen));
  if (!searched || (!greedy.empty() && cost_of(problem, greedy) < cost_of(problem, chosen))) chosen = greedy;
  if (chosen.empty()) {
    solution.outcome = CoverOutcome::not_found;
    solution.bound = relaxed.objective;
    return solution;
  }
  solution.chosen = std::move(chosen);
  solution.cost = cost_of(problem, solution.chosen);
  const double bound = mixed.outcome == programme::Outcome::optimal ? std::max(mixed.bound, relaxed.objective) : relaxed.objective;
  solution.bound = std::min(bound, solution.cost);
  solution.covered = covered_weight(problem, solution.chosen);
  const bool closed = solution.cost - solution.bound <= options.gap * std::max(1.0, solution.cost);
  solution.outcome = closed ? CoverOutcome::optimal : CoverOutcome::feasible;
  return solution;
}

}  // namespace parktwin::plan
