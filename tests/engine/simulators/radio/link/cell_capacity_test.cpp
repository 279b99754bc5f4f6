#include "engine/simulators/radio/link/cell_capacity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

#include "engine/core/check.h"
#include "engine/core/random.h"

namespace parktwin::radio::link {
namespace {

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

// Two users of 100 and 50 Mbit/s alone, 20 and 20 Mbit/s wanted: 0.2 + 0.4 of the cell.
TEST(CellCapacity, EveryoneIsServedBelowSaturation) {
  const std::vector<CellUser> users = {{100.0, 20.0}, {50.0, 20.0}};
  for (const auto sharing : {Sharing::equal, Sharing::proportional}) {
    const auto capacity = cell_capacity(users, sharing);
    EXPECT_NEAR(capacity.required_share, 0.6, 1e-15);
    EXPECT_EQ(capacity.load, capacity.required_share);
    EXPECT_FALSE(capacity.saturated);
    EXPECT_EQ(capacity.served_mbit_s, (std::vector<double>{20.0, 20.0}));
  }
}

// Needs 0.1, 0.8, 1.1. Equal: a third each, of which the first needs 0.1; the rest gives the others 0.45. Proportional: half of each.
TEST(CellCapacity, SaturatedCellsByHand) {
  const std::vector<CellUser> users = {{100.0, 10.0}, {100.0, 80.0}, {10.0, 11.0}};
  const auto equal = cell_capacity(users, Sharing::equal);
  EXPECT_TRUE(equal.saturated);
  EXPECT_EQ(equal.load, 1.0);
  EXPECT_NEAR(equal.required_share, 2.0, 1e-12);
  EXPECT_NEAR(equal.served_mbit_s[0], 10.0, 1e-12);
  EXPECT_NEAR(equal.served_mbit_s[1], 45.0, 1e-12);
  EXPECT_NEAR(equal.served_mbit_s[2], 4.5, 1e-12);
  const auto proportional = cell_capacity(users, Sharing::proportional);
  for (std::size_t i = 0; i < users.size(); ++i) EXPECT_NEAR(proportional.served_mbit_s[i], 0.5 * users[i].demand_mbit_s, 1e-12);
}

TEST(CellCapacity, UsersOutOfReach) {
  const auto capacity = cell_capacity(std::vector<CellUser>{{0.0, 5.0}, {0.0, 0.0}, {10.0, 5.0}}, Sharing::equal);
  EXPECT_EQ(capacity.users_out_of_reach, 1U);
  EXPECT_EQ(capacity.required_share, 0.5);
  EXPECT_EQ(capacity.served_mbit_s, (std::vector<double>{0.0, 0.0, 5.0}));
  EXPECT_EQ(cell_capacity({}, Sharing::equal).load, 0.0);
  EXPECT_THROW((void)cell_capacity(std::vector<CellUser>{{-1.0, 5.0}}, Sharing::equal), BrokenPromise);
}

// Max-min shares are min(need, weight·level) at the level that uses what there is, found by bisection.
std::vector<double> shares_by_level(const std::vector<double>& needs, const std::vector<double>& weights, double available) {
  double low = 0.0;
  double high = 1e6;
  std::vector<double> shares(needs.size());
  for (int step = 0; step < 200; ++step) {
    const double level = 0.5 * (low + high);
    for (std::size_t i = 0; i < needs.size(); ++i) shares[i] = std::min(needs[i], weights[i] * level);
    (sum(shares) < available ? low : high) = level;
  }
  return shares;
}

TEST(CellCapacity, WeightedSharesAgainstALevel) {
  const RandomSequence random(31, 0, 0);
  for (std::uint32_t i = 0; i < 300; ++i) {
    std::vector<double> needs;
    std::vector<double> weights;
    for (std::uint32_t k = 0; k < 1 + i % 12; ++k) {
      needs.push_back(random.below(100 * i + 3 * k, 4) == 0 ? 0.0 : random.uniform(100 * i + 3 * k + 1));
      weights.push_back(random.uniform(100 * i + 3 * k + 2, 0.1, 5.0));
    }
    const double available = random.uniform(100 * i + 99, 0.0, 4.0);
    const auto shares = weighted_shares(needs, weights, available);
    const auto expected = shares_by_level(needs, weights, available);
    for (std::size_t k = 0; k < needs.size(); ++k) EXPECT_NEAR(shares[k], expected[k], 1e-12);
    EXPECT_NEAR(sum(shares), std::min(available, sum(needs)), 1e-12);
  }
}

TEST(CellCapacity, HeavyWeightsLeaveTheRestToOthers) {
  EXPECT_EQ(weighted_shares(std::vector<double>{0.25, 1.0}, std::vector<double>{1e17, 1.0}, 1.0), (std::vector<double>{0.25, 0.75}));
  EXPECT_THROW((void)weighted_shares(std::vector<double>{0.25}, std::vector<double>{0.0}, 1.0), BrokenPromise);
}

// Nobody gets more than wanted, a saturated cell is used up, and equal sharing serves the worst-off share best.
TEST(CellCapacity, Invariants) {
  const RandomSequence random(32, 0, 0);
  for (std::uint32_t i = 0; i < 300; ++i) {
    std::vector<CellUser> users;
    for (std::uint32_t k = 0; k < 1 + i % 15; ++k) {
      users.push_back({random.uniform(100 * i + 2 * k, 1.0, 300.0), random.uniform(100 * i + 2 * k + 1, 0.0, 60.0)});
    }
    double least_equal = std::numeric_limits<double>::infinity();
    double least_proportional = least_equal;
    for (const auto sharing : {Sharing::equal, Sharing::proportional}) {
      const auto capacity = cell_capacity(users, sharing);
      double used = 0.0;
      for (std::size_t k = 0; k < users.size(); ++k) {
        EXPECT_LE(capacity.served_mbit_s[k], users[k].demand_mbit_s);
        const double share = capacity.served_mbit_s[k] / users[k].full_rate_mbit_s;
        used += share;
        double& least = sharing == Sharing::equal ? least_equal : least_proportional;
        if (capacity.served_mbit_s[k] < users[k].demand_mbit_s * (1.0 - 1e-12)) least = std::min(least, share);
      }
      EXPECT_NEAR(used, capacity.load, 1e-12);
      EXPECT_EQ(capacity.saturated, capacity.required_share > 1.0);
    }
    EXPECT_GE(least_equal, least_proportional - 1e-12);
  }
}

}  // namespace
}  // namespace parktwin::radio::link
