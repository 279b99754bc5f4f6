#include "engine/plan/selection/selection.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "engine/core/check.h"
#include "engine/core/programme/mixed_programme.h"
#include "engine/plan/cover/cover_programme.h"
#include "engine/plan/selection/least_cut.h"
#include "engine/plan/trench/dual_ascent.h"
#include "engine/plan/trench/trench_ways.h"

namespace parktwin::plan {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr int cut_rounds = 40;
constexpr int mixed_rounds = 4;
constexpr double least_violation = 1e-3;
constexpr double least_gain = 1e-9;
constexpr double least_rise = 1e-5;  // of the relaxation, in a round

/// The programme of a build, with the cuts that are known so far.
class Model {
 public:
  explicit Model(const SelectionProblem& problem)
      : problem_(problem), programme_(cover_programme(problem.cover)), of_group_(problem.trench.terminals.size()) {
    const auto& trench = problem.trench;
    const std::vector<double> cable = cable_costs();
    for (std::size_t j = 0; j < problem.cover.choices.size(); ++j) {
      const auto group = static_cast<std::size_t>(problem.cover.choices[j].group);
      programme_.cost[j] += cable[group];
      of_group_[group].push_back(static_cast<std::int32_t>(j));
    }
    first_arc_ = programme_.add_columns(2 * trench.edges.size(), 0.0, 1.0, 0.0);
    for (std::size_t e = 0; e < trench.edges.size(); ++e) {
      programme_.cost[arc(e)] = programme_.cost[arc(e) + 1] = trench.edges[e].trench_cost;
    }
    std::vector<double> costs;
    for (const auto& edge : trench.edges) costs.push_back(edge.trench_cost);
    for (const TrenchCut& cut : ascend(trench, costs).cuts) add(cut.terminal, cut.inside);
  }

  /// Adds what the relaxation violates until it rises no more. False when it has no solution.
  bool tighten() {
    double last = -infinite;
    for (int round = 0; round < cut_rounds; ++round) {
      const auto relaxed = programme::solve(programme_, basis_);
      if (relaxed.outcome == programme::Outcome::infeasible) return false;
      if (relaxed.outcome != programme::Outcome::optimal) break;
      bound_ = std::max(bound_, relaxed.objective);
      basis_ = relaxed.basis;
      if (separate(relaxed.values) == 0 || relaxed.objective - last < least_rise * std::max(1.0, relaxed.objective)) break;
      last = relaxed.objective;
    }
    return true;
  }

  /// Cuts that a solution violates, one per group at most.
  std::size_t separate(const std::vector<double>& values) {
    const auto& trench = problem_.trench;
    std::vector<FlowArc> arcs;
    for (std::size_t e = 0; e < trench.edges.size(); ++e) {
      const bool free = trench.edges[e].trench_cost <= 0.0;
      arcs.push_back({trench.edges[e].from, trench.edges[e].to, free ? 1.0 : values[arc(e)]});
      arcs.push_back({trench.edges[e].to, trench.edges[e].from, free ? 1.0 : values[arc(e) + 1]});
    }
    std::size_t added = 0;
    for (std::uint32_t group = 0; group < of_group_.size(); ++group) {
      double taken = 0.0;
      for (const std::int32_t choice : of_group_[group]) taken += values[static_cast<std::size_t>(choice)];
      if (taken < least_violation) continue;
      const LeastCut cut = least_cut(trench.vertices, arcs, trench.root, trench.terminals[group], taken);
      if (cut.flow > taken - least_violation) continue;
      add(group, cut.sink_side);
      ++added;
    }
    return added;
  }

  [[nodiscard]] const programme::LinearProgramme& programme() const { return programme_; }
  [[nodiscard]] double bound() const { return bound_; }
  [[nodiscard]] std::int32_t cuts() const { return cuts_; }

 private:
  [[nodiscard]] std::size_t arc(std::size_t edge) const { return static_cast<std::size_t>(first_arc_) + 2 * edge; }

  [[nodiscard]] std::vector<double> cable_costs() const {
    const auto& trench = problem_.trench;
    std::vector<double> start(trench.vertices, infinite);
    start[trench.root] = 0.0;
    const auto ways = trench_ways(trench, TrenchNeighbours(trench), std::move(start),
                                  [&](std::uint32_t e, std::uint32_t) { return trench.edges[e].cable_cost; });
    std::vector<double> costs;
    for (const std::uint32_t terminal : trench.terminals) costs.push_back(ways.cost[terminal]);
    return costs;
  }

  void add(std::uint32_t group, const std::vector<std::uint8_t>& inside) {
    const auto& edges = problem_.trench.edges;
    const std::int32_t row = programme_.add_rows(1, 0.0, programme::unlimited);
    for (std::size_t e = 0; e < edges.size(); ++e) {
      if (inside[edges[e].from] == inside[edges[e].to]) continue;
      const std::size_t column = inside[edges[e].to] != 0 ? arc(e) : arc(e) + 1;
      programme_.set(row, static_cast<std::int32_t>(column), 1.0);
    }
    for (const std::int32_t choice : of_group_[group]) programme_.set(row, choice, -1.0);
    if (!basis_.rows.empty()) basis_.rows.push_back(1);  // Clp's coding of a basic row
    ++cuts_;
  }

  const SelectionProblem& problem_;
  programme::LinearProgramme programme_;
  std::vector<std::vector<std::int32_t>> of_group_;
  std::int32_t first_arc_ = 0;
  programme::Basis basis_;
  double bound_ = 0.0;
  std::int32_t cuts_ = 0;
};

/// Keeps the cheapest of the covers that are offered, with its trenches.
class Best {
 public:
  explicit Best(const SelectionProblem& problem) : problem_(problem) {}
  void offer(const std::vector<std::size_t>& chosen) {
    if (chosen.empty() || cost_of(problem_.cover, chosen) >= cost_) return;
    if (!meets(problem_.cover, covered_weight(problem_.cover, chosen))) return;
    TrenchPlan trench = trenches_to(problem_, chosen);
    const double cost = cost_of(problem_.cover, chosen) + trench.cost;
    if (cost >= cost_) return;
    cost_ = cost;
    chosen_ = chosen;
    trench_ = std::move(trench);
  }
  /// Leaves a choice out, or takes another in its place, while that costs less.
  void exchange() {
    for (bool better = !chosen_.empty(); better;) {
      const double before = cost_;
      const std::vector<std::size_t> now = chosen_;
      for (std::size_t i = 0; i < now.size(); ++i) {
        std::vector<std::size_t> rest = now;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
        offer(rest);
        for (std::size_t j = 0; j < problem_.cover.choices.size(); ++j) {
          if (is_taken(rest, j)) continue;
          std::vector<std::size_t> other = rest;
          other.insert(std::upper_bound(other.begin(), other.end(), j), j);
          offer(other);
        }
      }
      better = cost_ < before - least_gain;
    }
  }

  void put(Selection& solution, double bound, double gap) {
    solution.cover.bound = std::min(bound, cost_);
    if (chosen_.empty()) {
      solution.cover.outcome = CoverOutcome::not_found;
      return;
    }
    solution.cover.chosen = chosen_;
    solution.cover.cost = cost_;
    solution.cover.covered = covered_weight(problem_.cover, chosen_);
    solution.trench = std::move(trench_);
    const bool closed = cost_ - solution.cover.bound <= gap * std::max(1.0, cost_);
    solution.cover.outcome = closed ? CoverOutcome::optimal : CoverOutcome::feasible;
  }
  [[nodiscard]] double cost() const { return cost_; }

 private:
  [[nodiscard]] bool is_taken(const std::vector<std::size_t>& chosen, std::size_t choice) const {
    const auto& choices = problem_.cover.choices;
    return std::any_of(chosen.begin(), chosen.end(), [&](std::size_t other) { return choices[other].group == choices[choice].group; });
  }

  const SelectionProblem& problem_;
  double cost_ = infinite;
  std::vector<std::size_t> chosen_;
  TrenchPlan trench_;
};

}  // namespace

TrenchPlan trenches_to(const SelectionProblem& problem, const std::vector<std::size_t>& chosen) {
  TrenchProblem part = problem.trench;
  part.terminals.clear();
  if (!problem.trench.terminals.empty()) {
    for (const std::size_t choice : chosen) {
      part.terminals.push_back(problem.trench.terminals[static_cast<std::size_t>(problem.cover.choices[choice].group)]);
    }
  }
  TrenchPlan plan = plan_trenches(part);
  PARKTWIN_CHECK(plan.connected, "every terminal can be reached");
  return plan;
}

Selection select_build(const SelectionProblem& problem, const CoverOptions& options) {
  Selection solution;
  if (problem.trench.terminals.empty()) {
    solution.cover = solve_cover(problem.cover, options);
    solution.trench.connected = true;
    return solution;
  }
  std::vector<std::size_t> all(problem.cover.choices.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  solution.cover.reachable = covered_weight(problem.cover, all);
  solution.cover.covered.resize(problem.cover.demands.size());
  if (!meets(problem.cover, solution.cover.reachable)) return solution;
  if (meets(problem.cover, solution.cover.covered)) {
    solution.cover.outcome = CoverOutcome::optimal;
    solution.trench.connected = true;
    return solution;
  }
  Model model(problem);
  if (!model.tighten()) return solution;
  double bound = model.bound();
  Best best(problem);
  best.offer(greedy_cover(problem.cover));
  for (int round = 0; round < mixed_rounds; ++round) {
    const auto mixed = programme::solve_mixed(model.programme(), {.gap = options.gap, .nodes = options.nodes});
    if (mixed.outcome == programme::Outcome::infeasible) return solution;
    if (mixed.outcome == programme::Outcome::optimal) bound = std::max(bound, mixed.bound);
    if (mixed.values.empty()) break;
    best.offer(choices_in(mixed.values, problem.cover));
    if (best.cost() - bound <= options.gap * best.cost() || model.separate(mixed.values) == 0) break;
  }
  best.exchange();
  solution.cuts = model.cuts();
  best.put(solution, bound, options.gap);
  return solution;
}

}  // namespace parktwin::plan
