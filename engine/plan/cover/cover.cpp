#include "engine/plan/cover/cover.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "engine/core/check.h"
#include "engine/core/programme/mixed_programme.h"

namespace parktwin::plan {
namespace {

/// Places of one demand that the same choices cover, as one.
struct Bundle {
  std::uint32_t demand = 0;
  double weight = 0.0;
  std::vector<std::uint32_t> choices;
};

std::vector<Bundle> bundles_of(const CoverProblem& problem) {
  std::vector<std::vector<std::uint32_t>> covering(problem.places.size());
  for (std::size_t j = 0; j < problem.choices.size(); ++j) {
    for (const std::uint32_t place : problem.choices[j].covered) covering[place].push_back(static_cast<std::uint32_t>(j));
  }
  std::map<std::pair<std::uint32_t, std::vector<std::uint32_t>>, double> weights;
  for (std::size_t i = 0; i < covering.size(); ++i) {
    if (!covering[i].empty()) weights[{problem.places[i].demand, std::move(covering[i])}] += problem.places[i].weight;
  }
  std::vector<Bundle> bundles;
  for (auto& [key, weight] : weights) bundles.push_back({key.first, weight, key.second});
  return bundles;
}

programme::LinearProgramme programme_of(const CoverProblem& problem, const std::vector<Bundle>& bundles) {
  programme::LinearProgramme model;
  const auto choices = problem.choices.size();
  static_cast<void>(model.add_columns(choices, 0.0, 1.0, 0.0));
  for (std::size_t j = 0; j < choices; ++j) {
    model.cost[j] = problem.choices[j].cost;
    model.whole[j] = 1;
  }
  const std::int32_t first_place = model.add_columns(bundles.size(), 0.0, 1.0, 0.0);
  const std::int32_t first_demand = model.add_rows(problem.demands.size(), 0.0, programme::unlimited);
  for (std::size_t d = 0; d < problem.demands.size(); ++d) {
    model.row_lower[static_cast<std::size_t>(first_demand) + d] = problem.demands[d].need;
  }
  const std::int32_t first_cover = model.add_rows(bundles.size(), -programme::unlimited, 0.0);
  for (std::size_t i = 0; i < bundles.size(); ++i) {
    const auto place = first_place + static_cast<std::int32_t>(i);
    const auto row = first_cover + static_cast<std::int32_t>(i);
    model.set(first_demand + static_cast<std::int32_t>(bundles[i].demand), place, bundles[i].weight);
    model.set(row, place, 1.0);
    for (const std::uint32_t choice : bundles[i].choices) model.set(row, static_cast<std::int32_t>(choice), -1.0);
  }
  std::map<std::int32_t, std::vector<std::size_t>> groups;
  for (std::size_t j = 0; j < choices; ++j) groups[problem.choices[j].group].push_back(j);
  for (const auto& [group, members] : groups) {
    if (members.size() < 2) continue;
    const std::int32_t row = model.add_rows(1, -programme::unlimited, 1.0);
    for (const std::size_t j : members) model.set(row, static_cast<std::int32_t>(j), 1.0);
  }
  return model;
}

double cost_of(const CoverProblem& problem, const std::vector<std::size_t>& chosen) {
  return std::accumulate(chosen.begin(), chosen.end(), 0.0,
                         [&](double sum, std::size_t choice) { return sum + problem.choices[choice].cost; });
}

std::vector<std::size_t> chosen_in(const programme::MixedSolution& solution, std::size_t choices) {
  std::vector<std::size_t> chosen;
  for (std::size_t j = 0; j < choices && j < solution.values.size(); ++j) {
    if (solution.values[j] > 0.5) chosen.push_back(j);
  }
  return chosen;
}

}  // namespace

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
  const auto model = programme_of(problem, bundles_of(problem));
  const auto relaxed = programme::solve(model);
  if (relaxed.outcome == programme::Outcome::infeasible) return solution;
  const auto mixed = programme::solve_mixed(model, {.gap = options.gap, .nodes = options.nodes});
  if (mixed.outcome == programme::Outcome::infeasible) return solution;
  std::vector<std::size_t> chosen = chosen_in(mixed, problem.choices.size());
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
