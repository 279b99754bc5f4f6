#include "engine/simulators/radio/site_law.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "engine/simulators/radio/rural_path_loss.h"
#include "engine/simulators/radio/site_general.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using test::box;
using test::building;
using test::Draft;

constexpr Hertz carrier = gigahertz(3.5);
constexpr double device_m = 1.5;

/// An isotropic antenna (8 dBi) in a flat park of 600 m × 400 m.
Draft flat_park(double antenna_m) {
  Draft draft;
  draft.antennas[0].rows = 1;
  draft.antennas[0].front_to_back = Decibel(0.0);
  draft.sites = {test::site("S-1", {101.0, 201.0}, antenna_m)};
  draft.cells = {test::cell("C-1", 0, 90.0)};
  return draft;
}

/// Loss between the antenna and every map cell, as the map has it. 53 dBm + 8 dBi over 3276 subcarriers.
struct LossMap {
  Result result;
  LossMap(const Draft& draft, SiteLaw law) {
    Options options;
    options.mode = PropagationMode::site_general;
    options.site_law = law;
    result = test::simulated(draft.park(), options);
  }
  [[nodiscard]] double loss_db(std::int32_t column, std::int32_t row) const {
    return 61.0 - 10.0 * std::log10(3276.0) - static_cast<double>(result.rsrp_dbm.at(column, row));
  }
  [[nodiscard]] bool seen(std::int32_t column, std::int32_t row) const { return result.line_of_sight.at(column, row) != 0; }
  [[nodiscard]] double ground_m(std::int32_t column, std::int32_t row) const {
    return distance(result.place.frame.centre(column, row), {101.0, 201.0});
  }
};

/// Compares outdoor cells from 10 m with formula(ground_m, seen); returns how many were in sight and how many not.
template <class Formula>
std::pair<int, int> compare(const LossMap& map, const Formula& formula) {
  std::pair<int, int> compared = {0, 0};
  for (std::int32_t row = 0; row < 200; row += 3) {
    for (std::int32_t column = 0; column < 300; column += 3) {
      const double ground_m = map.ground_m(column, row);
      if (ground_m < 10.0 || map.result.place.at(column, row) != static_cast<std::uint8_t>(Place::outdoor)) continue;
      const bool seen = map.seen(column, row);
      ++(seen ? compared.first : compared.second);
      EXPECT_NEAR(map.loss_db(column, row), formula(ground_m, seen), 0.01) << column << " " << row << " " << seen;
    }
  }
  return compared;
}

double measured_loss_db(SiteGeneral clear, SiteGeneral blocked, double ground_m, double antenna_m, bool seen) {
  const double slant_m = std::hypot(ground_m, antenna_m - device_m);
  const double clear_db = site_general_loss_db(clear, carrier, slant_m);
  return seen ? clear_db : std::max(clear_db, site_general_loss_db(blocked, carrier, slant_m));
}

TEST(SiteLaw, EmptyParkHasTheUrbanRows) {
  for (const auto& [law, environment] :
       {std::pair{SiteLaw::uma, Environment::urban_macro}, std::pair{SiteLaw::umi, Environment::urban_micro}}) {
    for (const double antenna_m : {12.0, 30.0}) {
      const auto row = path_loss_law(environment, carrier, Metres(antenna_m), Metres(device_m));
      const auto [seen, hidden] = compare(LossMap(flat_park(antenna_m), law), [&](double ground_m, bool in_sight) {
        return path_loss_db(row, ground_m, antenna_m - device_m, in_sight);
      });
      EXPECT_GT(seen, 5000);
      EXPECT_EQ(hidden, 0);
    }
  }
}

TEST(SiteLaw, AutomaticIsOneOfThemByHeight) {
  for (const auto& [antenna_m, law] : {std::pair{19.0, SiteLaw::umi}, std::pair{20.0, SiteLaw::uma}}) {
    const LossMap automatic(flat_park(antenna_m), SiteLaw::automatic);
    EXPECT_EQ(automatic.result.rsrp_dbm.values, LossMap(flat_park(antenna_m), law).result.rsrp_dbm.values);
  }
}

TEST(SiteLaw, RuralInAnEmptyParkAndBehindABox) {
  for (const double height_m : {0.0, 18.0}) {
    Draft draft = flat_park(35.0);
    RuralSurroundings surroundings;
    if (height_m > 0.0) {
      draft.buildings = {building("B", box(180.0, 150.0, 20.0, 100.0), height_m)};
      surroundings.building_height = Metres(height_m);
    }
    const auto rural = rural_path_loss_law(carrier, Metres(35.0), Metres(device_m), surroundings);
    const auto [seen, hidden] = compare(LossMap(draft, SiteLaw::rma), [&](double ground_m, bool in_sight) {
      return rural_path_loss_db(rural, ground_m, 35.0 - device_m, in_sight);
    });
    EXPECT_GT(seen, 4000);
    EXPECT_EQ(hidden > 30, height_m > 0.0) << hidden;
  }
}

// The breakpoint of a low antenna at 0.7 GHz lies 110 m away: the map turns there, and so does its deviation.
TEST(SiteLaw, RuralBeyondItsBreakpoint) {
  Draft draft = flat_park(10.0);
  draft.cells[0].frequency = gigahertz(0.7);
  draft.cells[0].bandwidth = megahertz(20.0);
  draft.cells[0].subcarrier_spacing = Hertz(15e3);
  const auto rural = rural_path_loss_law(gigahertz(0.7), Metres(10.0), Metres(device_m));
  ASSERT_NEAR(rural.breakpoint_m, 2.0 * std::numbers::pi * 10.0 * 1.5 * 0.7 / 0.3, 1e-9);
  const LossMap map(draft, SiteLaw::rma);
  for (const std::int32_t column : {80, 100, 150, 250}) {
    const double ground_m = map.ground_m(column, 100);
    const double level_dbm = 61.0 - 10.0 * std::log10(12.0 * 106.0) - rural_path_loss_db(rural, ground_m, 10.0 - device_m, true);
    EXPECT_NEAR(map.result.rsrp_dbm.at(column, 100), level_dbm, 0.01);
    EXPECT_EQ(map.result.shadowing_deviation_db.at(column, 100), ground_m <= rural.breakpoint_m ? 4.0F : 6.0F);
  }
}

TEST(SiteLaw, MeasuredRowsBehindABox) {
  struct Case {
    double antenna_m, box_m;
    SiteGeneral clear, blocked;
  };
  for (const auto& known : {Case{25.0, 20.0, SiteGeneral::above_roofs_clear, SiteGeneral::above_roofs_blocked_high_rise},
                            Case{10.0, 20.0, SiteGeneral::below_roofs_clear, SiteGeneral::below_roofs_blocked_high_rise},
                            Case{6.0, 8.0, SiteGeneral::below_roofs_clear, SiteGeneral::below_roofs_blocked_low_rise}}) {
    Draft draft = flat_park(known.antenna_m);
    draft.buildings = {building("B", box(180.0, 150.0, 20.0, 100.0), known.box_m)};
    const LossMap map(draft, SiteLaw::p1411);
    const auto [seen, hidden] = compare(map, [&](double ground_m, bool in_sight) {
      return measured_loss_db(known.clear, known.blocked, ground_m, known.antenna_m, in_sight);
    });
    EXPECT_GT(seen, 3000);
    EXPECT_GT(hidden, 30);
    EXPECT_FLOAT_EQ(map.result.shadowing_deviation_db.at(10, 10), static_cast<float>(site_general_deviation_db(known.clear)));
    ASSERT_FALSE(map.seen(105, 100));
    EXPECT_FLOAT_EQ(map.result.shadowing_deviation_db.at(105, 100), static_cast<float>(site_general_deviation_db(known.blocked)));
  }
  const auto [seen, hidden] = compare(LossMap(flat_park(6.0), SiteLaw::p1411), [&](double ground_m, bool in_sight) {
    return measured_loss_db(SiteGeneral::above_roofs_clear, SiteGeneral::above_roofs_blocked_high_rise, ground_m, 6.0, in_sight);
  });
  EXPECT_GT(seen, 5000);
  EXPECT_EQ(hidden, 0);
}

TEST(SiteLaw, OtherModesDoNotAskForIt) {
  Draft draft = flat_park(10.0);
  draft.buildings = {building("B", box(180.0, 150.0, 20.0, 100.0), 20.0)};
  Options options;
  const auto plain = test::simulated(draft.park(), options);
  options.site_law = SiteLaw::rma;
  EXPECT_EQ(content_hash(test::simulated(draft.park(), options)), content_hash(plain));
}

// Two boxes of 10 m and 30 m, the second four times as large, and one beyond 250 m that does not count.
TEST(SiteLaw, RoofsAroundAreWeighedByTheirGround) {
  const std::vector<Building> buildings = {building("A", box(100.0, 100.0, 20.0, 20.0), 10.0),
                                           building("B", box(200.0, 100.0, 40.0, 40.0), 30.0),
                                           building("C", box(500.0, 100.0, 40.0, 40.0), 90.0)};
  const auto surface = make_surface({}, buildings, frame_covering({{0, 0}, {600, 400}}, 2.0));
  const auto around = built_height_around(surface, {150.0, 150.0});
  ASSERT_TRUE(around.has_value());
  EXPECT_NEAR(around->value(), (10.0 + 4.0 * 30.0) / 5.0, 1e-6);
  EXPECT_FALSE(built_height_around(surface, {-400.0, 150.0}).has_value());
  EXPECT_FALSE(built_height_around(surface, {150.0, 4000.0}).has_value());
}

TEST(SiteLaw, RulesOfP1411) {
  const auto environment = [](double antenna_m, std::optional<Metres> built) {
    return environment_of(SiteLaw::p1411, Metres(antenna_m), built);
  };
  EXPECT_EQ(environment(3.0, std::nullopt), Environment::above_roofs);
  EXPECT_EQ(environment(12.1, Metres(12.0)), Environment::above_roofs);
  EXPECT_EQ(environment(12.0, Metres(12.0)), Environment::below_high_roofs);
  EXPECT_EQ(environment(8.0, Metres(9.0)), Environment::below_high_roofs);
  EXPECT_EQ(environment(8.0, Metres(8.9)), Environment::below_low_roofs);
}

TEST(SiteLaw, SurroundingsOfARuralCellStayWithinTheTable) {
  const auto blocked_db = [](std::optional<Metres> built) {
    return site_path_loss_law(Environment::rural_macro, carrier, Metres(35.0), Metres(1.5), built).blocked_offset_db;
  };
  EXPECT_EQ(blocked_db(std::nullopt), blocked_db(Metres(5.0)));
  EXPECT_EQ(blocked_db(Metres(3.0)), blocked_db(Metres(5.0)));
  EXPECT_EQ(blocked_db(Metres(80.0)), blocked_db(Metres(50.0)));
  EXPECT_NE(blocked_db(Metres(20.0)), blocked_db(Metres(5.0)));
}

}  // namespace
}  // namespace parktwin::radio
