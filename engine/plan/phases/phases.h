#pragma once
// What is built first under a yearly budget: in which year each work is done, none before the works it needs. First as few years as will
// do, then the most gain as early as can be, by integer programming:
//     maximise Σ_w gain_w Σ_y x_wy   with   x_wy ≥ x_w,y−1,   x_wy ≤ x_vy for every v that w needs,   Σ_w cost_w (x_wy − x_w,y−1) ≤ budget
// where x_wy says that w stands by year y. What a year leaves of its budget lapses.
#include <cstdint>
#include <vector>

namespace parktwin::plan {

struct Work {
  double cost = 0.0;                 ///< outlay; not negative
  double gain = 0.0;                 ///< of each year in which it stands; not negative
  std::vector<std::uint32_t> needs;  ///< works that must stand by then
  bool at_once = false;              ///< must stand by the first year
};

struct PhaseProblem {
  std::vector<Work> works;
  double yearly_budget = 0.0;
  std::int32_t most_years = 1;
};

enum class PhaseOutcome {
  planned,
  work_too_dear,  ///< a single work costs more than a year's budget
  years_too_few,  ///< the works need more years
};

struct PhaseSolution {
  PhaseOutcome outcome = PhaseOutcome::planned;
  std::vector<std::int32_t> year;  ///< per work, 0: the first
  std::int32_t years = 0;          ///< that are needed
  double gain = 0.0;               ///< Σ gain · years in which it stands, up to the last
  double bound = 0.0;              ///< no order gains more
  std::uint32_t work = 0;          ///< the dearest, where one is too dear
};

[[nodiscard]] PhaseSolution order_works(const PhaseProblem& problem, std::int32_t search_nodes);

}  // namespace parktwin::plan
