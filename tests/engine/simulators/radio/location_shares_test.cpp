#include "engine/simulators/radio/location_shares.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "engine/simulators/radio/link/location_probability.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

Result empty_map(const GridFrame& frame, std::size_t radio_cells) {
  Result result;
  result.place = Grid<std::uint8_t>(frame, static_cast<std::uint8_t>(Place::outdoor));
  result.best_server = Grid<std::uint16_t>(frame, no_server);
  result.location_probability = Grid<float>(frame, std::nanf(""));
  result.cells.resize(radio_cells);
  return result;
}

// Radio cell 0 serves 1.0, 0.95 and 0.5; radio cell 1 serves 0.2; one map cell is served by nobody, one lies outside.
TEST(LocationShares, ByHand) {
  Result result = empty_map({.origin = {}, .cell_size = 10.0, .columns = 6, .rows = 1}, 3);
  result.best_server.values = {0, 0, 0, 1, no_server, no_server};
  result.location_probability.values = {1.0F, 0.95F, 0.5F, 0.2F, std::nanf(""), std::nanf("")};
  result.place.values[5] = static_cast<std::uint8_t>(Place::outside);
  put_location_shares({}, result);
  EXPECT_NEAR(result.cells[0].location_share, 2.45 / 3.0, 1e-7);
  EXPECT_NEAR(result.cells[0].reliable_share, 2.0 / 3.0, 1e-12);
  EXPECT_NEAR(result.cells[1].location_share, 0.2, 1e-7);
  EXPECT_EQ(result.cells[1].reliable_share, 0.0);
  EXPECT_EQ(result.cells[2].location_share, 0.0);
  EXPECT_NEAR(result.location_share, 2.65 / 5.0, 1e-7);
  EXPECT_NEAR(result.reliable_share, 2.0 / 5.0, 1e-12);
  Options strict;
  strict.location_target = 0.96;
  put_location_shares(strict, result);
  EXPECT_NEAR(result.cells[0].reliable_share, 1.0 / 3.0, 1e-12);
  EXPECT_NEAR(result.cells[0].location_share, 2.45 / 3.0, 1e-7);
}

// Jakes (editor), Microwave Mobile Communications, 1974, page 127: F = ½{1 − erf a + exp((1 − 2ab)/b²)·[1 − erf((1 − ab)/b)]} with
// a = (threshold − edge median)/(σ√2) and b = 10·n·lg e/(σ√2), for a round cell whose median falls by 10·n dB per decade.
double jakes_share(double edge_probability, double deviation_db, double exponent) {
  const double a = link::normal_quantile_exceeded(edge_probability) / std::numbers::sqrt2;
  const double b = 10.0 * exponent * std::numbers::log10e / (deviation_db * std::numbers::sqrt2);
  return 0.5 * (1.0 - std::erf(a) + std::exp((1.0 - 2.0 * a * b) / (b * b)) * (1.0 - std::erf((1.0 - a * b) / b)));
}

TEST(LocationShares, ARoundCellHasJakesShare) {
  // As commonly read from the curves of page 127: 75 % at the edge is about 90 % of the area for σ/n = 2.5; 50 % about 71 % for σ = 9 dB
  // and n = 3 (Rappaport, Wireless Communications, 2nd edition, section 4.9.3).
  EXPECT_NEAR(jakes_share(0.75, 10.0, 4.0), 0.90, 0.01);
  EXPECT_NEAR(jakes_share(0.50, 9.0, 3.0), 0.71, 0.01);
  constexpr double radius_m = 600.0;
  const GridFrame frame{.origin = {-radius_m, -radius_m}, .cell_size = 2.0, .columns = 600, .rows = 600};
  for (const auto& [edge, deviation_db, exponent] : {std::tuple{0.75, 10.0, 4.0}, {0.5, 9.0, 3.0}, {0.9, 6.0, 2.2}}) {
    Result result = empty_map(frame, 1);
    const double at_edge = link::normal_quantile_exceeded(edge);
    for (std::int32_t row = 0; row < frame.rows; ++row) {
      for (std::int32_t column = 0; column < frame.columns; ++column) {
        const Point centre = frame.centre(column, row);
        const double r = std::hypot(centre.x, centre.y) / radius_m;
        if (r > 1.0) continue;
        result.best_server.at(column, row) = 0;
        result.location_probability.at(column, row) =
            static_cast<float>(link::normal_exceedance(at_edge + 10.0 * exponent * std::log10(r) / deviation_db));
      }
    }
    put_location_shares({}, result);
    EXPECT_NEAR(result.cells[0].location_share, jakes_share(edge, deviation_db, exponent), 2e-4);
    EXPECT_GT(result.cells[0].location_share, edge);
    EXPECT_LT(result.location_share, 0.8);  // the corners of the square are served by nobody
  }
}

TEST(LocationShares, SameBitsForOneAndTwoThreads) {
  Result result = empty_map({.origin = {}, .cell_size = 2.0, .columns = 31, .rows = 900}, 2);
  const RandomSequence random(3, 0, 0);
  for (std::uint32_t i = 0; i < result.place.values.size(); ++i) {
    result.best_server.values[i] = static_cast<std::uint16_t>(random.below(2 * i, 2));
    result.location_probability.values[i] = static_cast<float>(random.uniform(2 * i + 1, 0.0, 1.0));
  }
  Result other = result;
  {
    const ThreadLimit limit(1);
    put_location_shares({}, result);
  }
  {
    const ThreadLimit limit(2);
    put_location_shares({}, other);
  }
  EXPECT_EQ(result.cells[0].location_share, other.cells[0].location_share);
  EXPECT_EQ(result.location_share, other.location_share);
  EXPECT_NEAR(result.location_share, 0.5, 0.02);
}

// A higher target never calls more ground reliable, a stronger cell never less.
TEST(LocationShares, OfARunFollowTargetAndPower) {
  auto draft = test::two_site_draft();
  Options options;
  options.resolution = Metres(4.0);
  options.location_threshold = Dbm(-80.0);
  double before = 1.0;
  for (const double target : {0.5, 0.9, 0.95, 0.99}) {
    options.location_target = target;
    const auto result = test::simulated(draft.park(), options);
    EXPECT_LT(result.reliable_share, before);
    before = result.reliable_share;
  }
  const auto weak = test::simulated(draft.park(), options);
  for (auto& cell : draft.cells) cell.transmit_power = cell.transmit_power + Decibel(6.0);
  const auto strong = test::simulated(draft.park(), options);
  EXPECT_GT(strong.reliable_share, weak.reliable_share);
  EXPECT_GT(strong.location_share, weak.location_share);
}

}  // namespace
}  // namespace parktwin::radio
