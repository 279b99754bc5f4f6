#include "engine/simulators/wired/optical/splitters/placement.h"

#include <algorithm>
#include <utility>

#include "engine/core/check.h"
#include "engine/simulators/wired/optical/splitters/bound.h"
#include "engine/simulators/wired/optical/splitters/exact.h"
#include "engine/simulators/wired/optical/splitters/improved.h"
#include "engine/simulators/wired/optical/splitters/level.h"

namespace parktwin::wired::optical::splitters {
namespace {

constexpr double same_m = 1e-6;

/// Units that some place can light, or that join something.
std::vector<std::size_t> served_units(const Problem& problem, const Stages& stages) {
  std::vector<double> least = problem.join_m;
  const std::size_t firsts = stages.two() ? problem.places() : 1;
  for (std::size_t first = 0; first < firsts; ++first) {
    const Level level = level_of(problem, stages, stages.two() ? first : none);
    for (const auto& metres : level.unit_m) {
      for (std::size_t unit = 0; unit < problem.units(); ++unit) least[unit] = std::min(least[unit], metres[unit]);
    }
  }
  std::vector<std::size_t> units;
  for (std::size_t unit = 0; unit < problem.units(); ++unit) {
    if (least[unit] < out_of_reach) units.push_back(unit);
  }
  return units;
}

Problem only(const Problem& problem, const std::vector<std::size_t>& units) {
  Problem part = problem;
  const auto pick = [&](const std::vector<double>& all) {
    std::vector<double> some;
    for (const std::size_t unit : units) some.push_back(all[unit]);
    return some;
  };
  part.join_m = pick(problem.join_m);
  for (auto& drops : part.drop_m) drops = pick(drops);
  return part;
}

/// The search found no place of the first stage below which all of them are lit.
Plan nothing_placed(const Problem& problem) {
  Plan plan;
  plan.exact = false;
  for (std::size_t unit = 0; unit < problem.units(); ++unit) plan.left_out.push_back(unit);
  return plan;
}

}  // namespace

bool lit(const Problem& problem, const Stages& stages, double path_m) {
  const double loss_db = stages.loss_db + (stages.two() ? 3 : 2) * problem.link_db + path_m / 1000.0 * problem.fibre_db_per_km;
  return path_m <= problem.reach_m && loss_db >= problem.least_db && loss_db <= problem.most_db;
}

Plan place(const Problem& problem, const Stages& stages) {
  const auto units = served_units(problem, stages);
  const Problem part = only(problem, units);
  Plan plan;
  if (!units.empty() && units.size() <= exact_units) {
    plan = shortest_plan(part, stages);
  } else if (!units.empty()) {
    plan = improved_plan(part, stages);
    if (!(plan.effort_m < out_of_reach)) return nothing_placed(problem);
    plan.least_possible_m = least_possible_effort(part, stages, plan.effort_m);
  }
  const auto rename = [&](std::vector<std::size_t>& list) {
    for (std::size_t& unit : list) unit = units[unit];
    std::sort(list.begin(), list.end());
  };
  for (Splitter& splitter : plan.splitters) rename(splitter.units);
  rename(plan.joined);
  for (std::size_t unit = 0; unit < problem.units(); ++unit) {
    if (!std::binary_search(units.begin(), units.end(), unit)) plan.left_out.push_back(unit);
  }
  return plan;
}

Choice best_of(const Problem& problem, std::span<const Stages> kinds) {
  PARKTWIN_CHECK(!kinds.empty(), "no kind of splitters to choose from");
  Choice best;
  double bound = out_of_reach;
  for (const Stages& stages : kinds) {
    Plan plan = place(problem, stages);
    const bool first = &stages == kinds.data();
    const auto left = plan.left_out.size();
    const auto least = first ? left : best.plan.left_out.size();
    if (first || left < least) bound = out_of_reach;
    if (left <= least) bound = std::min(bound, plan.least_possible_m);
    const bool as_long = plan.effort_m < best.plan.effort_m + same_m;
    const bool simpler = std::pair(plan.splitters.size(), stages.loss_db) < std::pair(best.plan.splitters.size(), best.stages.loss_db);
    const bool shorter = plan.effort_m < best.plan.effort_m - same_m || (as_long && simpler);
    if (first || left < least || (left == least && shorter)) best = {stages, std::move(plan)};
  }
  best.plan.least_possible_m = bound;
  return best;
}

}  // namespace parktwin::wired::optical::splitters
