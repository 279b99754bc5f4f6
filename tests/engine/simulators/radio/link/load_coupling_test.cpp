#include "engine/simulators/radio/link/load_coupling.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/core/check.h"
#include "engine/core/random.h"

namespace parktwin::radio::link {
namespace {

constexpr double noise_mw = 1e-12;

double shannon_mbit_s(double sinr) { return 100.0 * std::log2(1.0 + sinr); }

const RateAtSinr shannon = [](std::size_t, double sinr) { return shannon_mbit_s(sinr); };

// 10 Mbit/s at SINR 1 (100 Mbit/s) and 30 Mbit/s at SINR 3 (200 Mbit/s): 0.1 + 0.15.
TEST(LoadCoupling, LoneCell) {
  const std::vector<CoupledUser> users = {{0, 10.0, noise_mw}, {0, 30.0, noise_mw}};
  const auto loads = coupled_loads(1, users, std::vector<double>{1e-12, 3e-12}, shannon);
  EXPECT_TRUE(loads.converged);
  EXPECT_NEAR(loads.load[0], 0.25, 1e-12);
  EXPECT_TRUE(loads.overloaded.empty());
}

// Cells of other carriers have other rates: 10 Mbit/s of 100 and of 50.
TEST(LoadCoupling, RatesOfTheServingCell) {
  const std::vector<CoupledUser> users = {{0, 10.0, noise_mw}, {1, 10.0, noise_mw}};
  const auto rate = [](std::size_t cell, double) { return cell == 0 ? 100.0 : 50.0; };
  const auto loads = coupled_loads(2, users, std::vector<double>{1e-12, 0.0, 0.0, 1e-12}, rate);
  EXPECT_NEAR(loads.load[0], 0.1, 1e-12);
  EXPECT_NEAR(loads.load[1], 0.2, 1e-12);
}

// Two equal cells with one user each: load x solves x = 50 / rate(P / (N + x·I)), by bisection.
TEST(LoadCoupling, TwoEqualCells) {
  const double own = 8e-12;
  const double other = 4e-12;
  double low = 0.0;
  double high = 1.0;
  for (int step = 0; step < 100; ++step) {
    const double x = 0.5 * (low + high);
    (50.0 / shannon_mbit_s(own / (noise_mw + x * other)) > x ? low : high) = x;
  }
  const std::vector<CoupledUser> users = {{0, 50.0, noise_mw}, {1, 50.0, noise_mw}};
  const auto loads = coupled_loads(2, users, std::vector<double>{own, other, other, own}, shannon, {.tolerance = 1e-12});
  ASSERT_TRUE(loads.converged);
  EXPECT_NEAR(loads.load[0], low, 1e-10);
  EXPECT_EQ(loads.load[0], loads.load[1]);
  EXPECT_GT(loads.load[0], 50.0 / shannon_mbit_s(own / noise_mw));
}

// Cell by cell from full cells downwards, until nothing changes: another way to the same, only solution.
std::vector<double> loads_from_above(std::size_t cells, const std::vector<CoupledUser>& users, const std::vector<double>& power_mw) {
  std::vector<double> load(cells, 1.0);
  for (int round = 0; round < 3000; ++round) {
    for (std::size_t cell = 0; cell < cells; ++cell) {
      load[cell] = 0.0;
      double needed = 0.0;
      for (std::size_t i = 0; i < users.size(); ++i) {
        if (users[i].cell != cell) continue;
        double disturbance = users[i].noise_mw;
        for (std::size_t k = 0; k < cells; ++k) disturbance += std::min(1.0, load[k]) * power_mw[i * cells + k];
        needed += users[i].demand_mbit_s / shannon_mbit_s(power_mw[i * cells + cell] / disturbance);
      }
      load[cell] = needed;
    }
  }
  return load;
}

TEST(LoadCoupling, SameSolutionFromAbove) {
  const RandomSequence random(41, 0, 0);
  int overloaded = 0;
  for (std::uint32_t i = 0; i < 40; ++i) {
    const std::size_t cells = 2 + i % 5;
    std::vector<CoupledUser> users;
    std::vector<double> power_mw;
    for (std::uint32_t k = 0; k < 4 * cells; ++k) {
      const std::uint32_t draw = 1000 * i + 20 * k;
      std::vector<double> received;
      for (std::uint32_t c = 0; c < cells; ++c) received.push_back(std::pow(10.0, random.uniform(draw + c, -13.0, -9.0)));
      const auto best = std::max_element(received.begin(), received.end()) - received.begin();
      users.push_back({static_cast<std::size_t>(best), random.uniform(draw + 19, 0.0, 60.0), noise_mw});
      power_mw.insert(power_mw.end(), received.begin(), received.end());
    }
    const auto loads = coupled_loads(cells, users, power_mw, shannon, {.tolerance = 1e-11, .most_iterations = 10000});
    ASSERT_TRUE(loads.converged);
    const auto expected = loads_from_above(cells, users, power_mw);
    for (std::size_t c = 0; c < cells; ++c) EXPECT_NEAR(loads.load[c], expected[c], 1e-7);
    std::vector<std::size_t> above;
    for (std::size_t c = 0; c < cells; ++c) {
      if (expected[c] > 1.0) above.push_back(c);
    }
    EXPECT_EQ(loads.overloaded, above);
    overloaded += static_cast<int>(above.size());
  }
  EXPECT_GT(overloaded, 3);  // the cases hold both kinds
  EXPECT_LT(overloaded, 100);
}

TEST(LoadCoupling, MoreDemandNeverLowersALoad) {
  const RandomSequence random(42, 0, 0);
  const std::vector<double> power_mw = {8e-12, 1e-12, 2e-12, 1e-12, 9e-12, 3e-12, 2e-12, 2e-12, 7e-12};
  std::vector<CoupledUser> users = {{0, 20.0, noise_mw}, {1, 20.0, noise_mw}, {2, 20.0, noise_mw}};
  auto before = coupled_loads(3, users, power_mw, shannon, {.tolerance = 1e-12}).load;
  for (std::uint32_t i = 0; i < 60; ++i) {
    users[random.below(2 * i, 3)].demand_mbit_s += random.uniform(2 * i + 1, 0.0, 30.0);
    const auto after = coupled_loads(3, users, power_mw, shannon, {.tolerance = 1e-12}).load;
    for (std::size_t c = 0; c < 3; ++c) EXPECT_GE(after[c], before[c] - 1e-10);
    before = after;
  }
  EXPECT_GT(*std::max_element(before.begin(), before.end()), 1.0);
}

// With a rate that steps from 100 to 50 Mbit/s below SINR 2, loads 0.4 keep SINR 2.2 (100 Mbit/s: 0.4), while loads 0.8 would give SINR
// 1.4 (50 Mbit/s: 0.8): both solve the equations, and the lower is found.
TEST(LoadCoupling, StepsGiveTheLowestSolution) {
  const auto stepped = [](std::size_t, double sinr) { return sinr >= 2.0 ? 100.0 : 50.0; };
  const std::vector<CoupledUser> users = {{0, 40.0, noise_mw}, {1, 40.0, noise_mw}};
  const double own = 5e-12;
  const double other = 3.2e-12;  // N + 0.4·I = 2.28e-12: SINR 2.19; N + 0.8·I = 3.56e-12: SINR 1.40
  const auto loads = coupled_loads(2, users, std::vector<double>{own, other, other, own}, stepped);
  EXPECT_TRUE(loads.converged);
  EXPECT_NEAR(loads.load[0], 0.4, 1e-12);
}

TEST(LoadCoupling, OutOfReachOverloadsTheCell) {
  const auto limited = [](std::size_t, double sinr) { return sinr >= 0.5 ? shannon_mbit_s(sinr) : 0.0; };
  const std::vector<CoupledUser> users = {{0, 1.0, noise_mw}, {1, 10.0, noise_mw}};
  const auto loads = coupled_loads(2, users, std::vector<double>{1e-13, 0.0, 1e-12, 4e-12}, limited);
  EXPECT_TRUE(loads.converged);
  EXPECT_TRUE(std::isinf(loads.load[0]));
  EXPECT_EQ(loads.overloaded, std::vector<std::size_t>{0});
  EXPECT_NEAR(loads.load[1], 10.0 / shannon_mbit_s(2.0), 1e-12);  // disturbed by a full cell, not by an infinite one
}

TEST(LoadCoupling, SaysWhenItDidNotConverge) {
  const std::vector<CoupledUser> users = {{0, 50.0, noise_mw}, {1, 50.0, noise_mw}};
  const std::vector<double> power_mw = {8e-12, 4e-12, 4e-12, 8e-12};
  const auto cut = coupled_loads(2, users, power_mw, shannon, {.tolerance = 1e-12, .most_iterations = 3});
  EXPECT_FALSE(cut.converged);
  EXPECT_EQ(cut.iterations, 3);
  EXPECT_GT(cut.last_change, 1e-12);
  EXPECT_LT(cut.load[0], coupled_loads(2, users, power_mw, shannon).load[0]);
}

TEST(LoadCoupling, Promises) {
  const std::vector<CoupledUser> users = {{1, 50.0, noise_mw}};
  EXPECT_THROW((void)coupled_loads(1, users, std::vector<double>{1e-12}, shannon), BrokenPromise);
  EXPECT_THROW((void)coupled_loads(2, users, std::vector<double>{1e-12}, shannon), BrokenPromise);
  EXPECT_TRUE(coupled_loads(0, {}, {}, shannon).converged);
}

}  // namespace
}  // namespace parktwin::radio::link
