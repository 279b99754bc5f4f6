#include "engine/plan/phases/phases.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "engine/core/programme/mixed_programme.h"

namespace parktwin::plan {
namespace {

constexpr double rounding = 1e-9;

/// Column of work w in year y: y · works + w.
programme::LinearProgramme programme_of(const PhaseProblem& problem, std::int32_t years) {
  programme::LinearProgramme model;
  const auto works = static_cast<std::int32_t>(problem.works.size());
  const auto column = [works](std::size_t work, std::int32_t year) { return year * works + static_cast<std::int32_t>(work); };
  for (std::int32_t y = 0; y < years; ++y) {
    for (const Work& work : problem.works) {
      const std::int32_t added = model.add_columns(1, y + 1 == years || work.at_once ? 1.0 : 0.0, 1.0, -work.gain);
      model.whole[static_cast<std::size_t>(added)] = 1;
    }
  }
  for (std::int32_t y = 0; y < years; ++y) {
    const std::int32_t spent = model.add_rows(1, -programme::unlimited, problem.yearly_budget);
    for (std::size_t w = 0; w < problem.works.size(); ++w) {
      if (problem.works[w].cost > 0.0) {
        model.set(spent, column(w, y), problem.works[w].cost);
        if (y > 0) model.set(spent, column(w, y - 1), -problem.works[w].cost);
      }
      if (y > 0) {
        const std::int32_t stays = model.add_rows(1, 0.0, programme::unlimited);
        model.set(stays, column(w, y), 1.0);
        model.set(stays, column(w, y - 1), -1.0);
      }
      for (const std::uint32_t needed : problem.works[w].needs) {
        const std::int32_t after = model.add_rows(1, 0.0, programme::unlimited);
        model.set(after, column(needed, y), 1.0);
        model.set(after, column(w, y), -1.0);
      }
    }
  }
  return model;
}

std::optional<PhaseSolution> within(const PhaseProblem& problem, std::int32_t years, std::int32_t nodes) {
  const auto mixed = programme::solve_mixed(programme_of(problem, years), {.gap = 1e-6, .nodes = nodes});
  if (mixed.values.empty()) return std::nullopt;
  PhaseSolution solution;
  solution.years = years;
  solution.bound = -mixed.bound;
  const std::size_t works = problem.works.size();
  for (std::size_t w = 0; w < works; ++w) {
    std::int32_t year = 0;
    while (year + 1 < years && mixed.values[static_cast<std::size_t>(year) * works + w] < 0.5) ++year;
    solution.year.push_back(year);
    solution.gain += problem.works[w].gain * (years - year);
  }
  return solution;
}

}  // namespace

PhaseSolution order_works(const PhaseProblem& problem, std::int32_t search_nodes) {
  PhaseSolution solution;
  if (problem.works.empty()) return solution;
  const auto dearest =
      std::max_element(problem.works.begin(), problem.works.end(), [](const Work& a, const Work& b) { return a.cost < b.cost; });
  const double sum =
      std::accumulate(problem.works.begin(), problem.works.end(), 0.0, [](double s, const Work& work) { return s + work.cost; });
  if (dearest->cost > problem.yearly_budget + rounding) {
    solution.outcome = PhaseOutcome::work_too_dear;
    solution.work = static_cast<std::uint32_t>(dearest - problem.works.begin());
    return solution;
  }
  const double least = problem.yearly_budget > 0.0 ? std::ceil(sum / problem.yearly_budget - rounding) : 1.0;
  const auto fewest = static_cast<std::int32_t>(std::clamp(least, 1.0, 1e6));
  for (std::int32_t years = fewest; years <= problem.most_years; ++years) {
    if (const auto found = within(problem, years, search_nodes)) return *found;
  }
  solution.outcome = PhaseOutcome::years_too_few;
  solution.years = std::max(fewest, problem.most_years + 1);
  return solution;
}

}  // namespace parktwin::plan
