#include "engine/simulators/cloud/adoption/thresholds.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

#include "tests/engine/simulators/cloud/adoption/small_world.h"

namespace parktwin::cloud::adoption {
namespace {

constexpr std::uint32_t replicas = 20'000;

std::vector<std::int32_t> drawn(const Thresholds& thresholds, std::uint32_t replica, std::size_t count, std::size_t levels = 1) {
  std::vector<std::int32_t> row(count * levels, 0);
  thresholds.draw(replica, count, row);
  return row;
}

double logit(double p) { return std::log(p / (1.0 - p)); }

TEST(Thresholds, AreReachedAsOftenAsTheValueSays) {
  // P(θ ≤ v) = (G(v) − G₀) / (1 − G₀), whatever is common to all.
  const Park park = world(1, 0);
  for (const double common : {0.0, 0.5, 0.99}) {
    const Thresholds thresholds(park, 7, common, 1.0, {{0.3}});
    for (const double wanted : {0.4, 0.65, 0.95}) {
      int count = 0;
      for (std::uint32_t r = 0; r < replicas; ++r) count += drawn(thresholds, r, 1)[0] <= fixed(logit(wanted)) ? 1 : 0;
      const double expected = (wanted - 0.3) / 0.7;
      EXPECT_NEAR(count / double{replicas}, expected, 4.0 * std::sqrt(expected * (1.0 - expected) / replicas)) << common;
    }
  }
}

TEST(Thresholds, ShareWhatIsCommon) {
  const Park park = world(2, 0);
  for (const double common : {0.0, 0.6}) {
    const Thresholds thresholds(park, 7, common, 1.0, {{0.0, 0.0}});
    double both = 0.0;
    for (std::uint32_t r = 0; r < replicas; ++r) {
      const auto row = drawn(thresholds, r, 2);
      both += row[0] <= 0 && row[1] <= 0 ? 1.0 : 0.0;
    }
    // Orthant probability of two normals: 1/4 + asin(ρ) / (2π) (Sheppard 1899).
    EXPECT_NEAR(both / replicas, 0.25 + std::asin(common) / (2.0 * std::numbers::pi), 0.013) << common;
  }
}

TEST(Thresholds, HangOnTheEnterpriseAndTheReplicaAlone) {
  const Park park = world(3, 0);
  auto reversed = park.enterprises->records();
  std::swap(reversed[0], reversed[2]);
  reversed.pop_back();  // E0 goes
  const Park other = world(reversed);
  const Thresholds here(park, 7, 0.3, 1.0, {{0.1, 0.1, 0.1}, {0.0, 0.0, 0.0}});
  const Thresholds there(other, 7, 0.3, 1.0, {{0.1, 0.1}});
  const auto rows = drawn(here, 5, 3, 2);
  const auto other_row = drawn(there, 5, 2);
  EXPECT_EQ(rows[2], other_row[0]);
  EXPECT_EQ(rows[1], other_row[1]);
  EXPECT_NE(drawn(here, 6, 3, 2), rows);
  EXPECT_GT(rows[0], rows[3]);  // the same luck, but 0.1 of it used up
}

TEST(Thresholds, ZeroIsBelowAndInfinityAboveEveryValue) {
  const Park park = world(2, 0);
  const Thresholds none(park, 1, 0.2, 0.0, {{0.5, 0.0}});
  const Thresholds infinite(park, 1, 0.2, std::numeric_limits<double>::infinity(), {{0.5, 0.0}});
  for (std::uint32_t r = 0; r < 100; ++r) {
    for (const std::int32_t asked : drawn(none, r, 2)) EXPECT_LE(asked, fixed(-1000.0));
    for (const std::int32_t asked : drawn(infinite, r, 2)) EXPECT_GE(asked, fixed(1000.0));
  }
  EXPECT_EQ(fixed(std::numeric_limits<double>::infinity()), most_value);
  EXPECT_EQ(fixed(-1e9), -most_value);
  EXPECT_EQ(fixed(1.5), 98304);
}

}  // namespace
}  // namespace parktwin::cloud::adoption
