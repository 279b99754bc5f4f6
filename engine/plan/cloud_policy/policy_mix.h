#pragma once
// The cheapest mix of measures that reaches a target, where only a simulation tells what a mix reaches and costs. Each measure is taken at
// one of its steps, 0: not at all. More of any measure never reaches less and never costs less: so a mix below one that misses misses too,
// one above a mix that reaches is dearer, and one above a mix that was simulated costs no less than it. Mixes are simulated in the order of
// the least that they can cost (best-first branch and bound, Land & Doig 1960) until none that is left can be cheaper.
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace parktwin::plan {

using Mix = std::vector<std::size_t>;

struct MixOutcome {
  double reached = 0.0;
  double cost = 0.0;
};

struct MixProblem {
  std::vector<std::size_t> steps;  ///< per measure, its highest step
  double target = 0.0;
  std::function<MixOutcome(const Mix&)> simulate;
  std::function<double(const Mix&)> least_cost;  ///< known without simulating; rises with every step
  std::int32_t most_simulations = 1000;
};

struct MixSolution {
  bool found = false;
  Mix mix;
  MixOutcome outcome;
  MixOutcome everything;  ///< with each measure at its highest step
  double bound = 0.0;     ///< no mix that reaches the target costs less
  std::int32_t simulations = 0;
};

[[nodiscard]] MixSolution cheapest_mix(const MixProblem& problem);

}  // namespace parktwin::plan
