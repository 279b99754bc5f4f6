#include "engine/plan/cloud_policy/policy_mix.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace parktwin::plan {
namespace {

/// Random measures that rise in every step, with what they do together.
struct Instance {
  std::vector<std::vector<double>> effect;
  std::vector<std::vector<double>> fixed;
  double together = 0.0;
  double payment = 0.0;

  explicit Instance(std::uint32_t seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> size(0.0, 1.0);
    const std::size_t measures = 2 + seed % 3;
    for (std::size_t i = 0; i < measures; ++i) {
      effect.push_back({0.0});
      fixed.push_back({0.0});
      for (std::size_t step = 1; step < 3 + i % 2; ++step) {
        effect.back().push_back(effect.back().back() + size(random));
        fixed.back().push_back(fixed.back().back() + size(random));
      }
    }
    together = size(random);
    payment = size(random);
  }

  [[nodiscard]] double fixed_cost(const Mix& mix) const {
    double cost = 0.0;
    for (std::size_t i = 0; i < mix.size(); ++i) cost += fixed[i][mix[i]];
    return cost;
  }

  [[nodiscard]] MixOutcome simulate(const Mix& mix) const {
    MixOutcome outcome;
    double product = together;
    for (std::size_t i = 0; i < mix.size(); ++i) {
      outcome.reached += effect[i][mix[i]];
      product *= 1.0 + effect[i][mix[i]];
    }
    outcome.reached += product;
    outcome.cost = fixed_cost(mix) + payment * outcome.reached;
    return outcome;
  }

  [[nodiscard]] MixProblem problem(double target) const {
    MixProblem made;
    for (const auto& steps : effect) made.steps.push_back(steps.size() - 1);
    made.target = target;
    made.simulate = [this](const Mix& mix) { return simulate(mix); };
    made.least_cost = [this](const Mix& mix) { return fixed_cost(mix); };
    return made;
  }
};

/// The next mix as an odometer has it; false after the last.
bool advance(Mix& mix, const Mix& steps) {
  for (std::size_t i = 0; i < mix.size(); ++i) {
    if (mix[i] < steps[i]) {
      ++mix[i];
      return true;
    }
    mix[i] = 0;
  }
  return false;
}

double cheapest_of_all(const Instance& instance, const MixProblem& problem) {
  double cheapest = std::numeric_limits<double>::infinity();
  Mix mix(problem.steps.size(), 0);
  do {
    const MixOutcome outcome = instance.simulate(mix);
    if (outcome.reached >= problem.target) cheapest = std::min(cheapest, outcome.cost);
  } while (advance(mix, problem.steps));
  return cheapest;
}

TEST(PolicyMix, IsTheCheapestOfAllMixes) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const Instance instance(seed);
    const MixProblem problem = instance.problem(0.5 + 0.02 * (seed % 150));
    const double cheapest = cheapest_of_all(instance, problem);
    const MixSolution solution = cheapest_mix(problem);
    ASSERT_EQ(solution.found, cheapest < std::numeric_limits<double>::infinity()) << seed;
    if (!solution.found) {
      EXPECT_LT(solution.everything.reached, problem.target);
      continue;
    }
    EXPECT_DOUBLE_EQ(solution.outcome.cost, cheapest) << seed;
    EXPECT_DOUBLE_EQ(solution.bound, cheapest) << seed;
    EXPECT_EQ(instance.simulate(solution.mix).cost, solution.outcome.cost);
    EXPECT_GE(instance.simulate(solution.mix).reached, problem.target);
  }
}

TEST(PolicyMix, StoppedEarlyItsBoundLiesBelowTheCheapest) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const Instance instance(seed);
    MixProblem problem = instance.problem(1.0 + 0.01 * (seed % 100));
    problem.most_simulations = 2 + static_cast<std::int32_t>(seed % 7);
    const double cheapest = cheapest_of_all(instance, problem);
    const MixSolution solution = cheapest_mix(problem);
    if (!solution.found) continue;
    EXPECT_LE(solution.simulations, problem.most_simulations);
    EXPECT_LE(solution.bound, cheapest + 1e-12) << seed;
    EXPECT_GE(solution.outcome.cost, cheapest - 1e-12) << seed;
  }
}

TEST(PolicyMix, BuysNothingWhereNothingIsAskedFor) {
  const Instance instance(7);
  const MixProblem problem = instance.problem(-1.0);
  const MixSolution solution = cheapest_mix(problem);
  EXPECT_EQ(solution.mix, Mix(problem.steps.size(), 0));
}

}  // namespace
}  // namespace parktwin::plan
