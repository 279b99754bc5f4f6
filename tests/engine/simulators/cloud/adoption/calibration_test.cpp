#include "engine/simulators/cloud/adoption/calibration.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/engine/simulators/cloud/adoption/small_world.h"

namespace parktwin::cloud::adoption {
namespace {

double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

TEST(Calibration, TheRegistryGivesTheCurveWhenItDatesThreeYears) {
  Park park = world(40, 30);
  const CurveChoice choice = choose_curve(park, {});
  EXPECT_TRUE(choice.fitted);
  EXPECT_EQ(choice.dated_enterprises, 30);
  EXPECT_EQ(choice.first_year, 2016);
  EXPECT_NEAR(choice.curve.share(10.0), 0.75, 0.1);
  Options given;
  given.curve_source = CurveSource::given;
  EXPECT_FALSE(choose_curve(park, given).fitted);
  EXPECT_EQ(choose_curve(park, given).curve.imitation_per_year, given.bass_imitation_per_year);
  auto enterprises = park.enterprises->records();
  for (auto& enterprise : enterprises) {
    if (enterprise.cloud_since_year) enterprise.cloud_since_year = 2016 + *enterprise.cloud_since_year % 2;
  }
  EXPECT_FALSE(choose_curve(world(enterprises), {}).fitted);
}

TEST(Calibration, EnterprisesWithoutAYearAreSpreadLikeTheOthers) {
  auto enterprises = enterprises_in_a_row(400, 300);
  const CurveChoice all = choose_curve(world(enterprises), {});
  int dated = 0;
  for (auto& enterprise : enterprises) {
    if (enterprise.cloud_since_year && ++dated % 2 == 0) enterprise.cloud_since_year.reset();
  }
  const CurveChoice half = choose_curve(world(enterprises), {});
  EXPECT_EQ(half.dated_enterprises, 150);
  EXPECT_NEAR(half.curve.share(10.0), all.curve.share(10.0), 0.03);
}

TEST(Calibration, TargetsBeginTodayAndNeverFall) {
  const BassCurve curve{0.03, 0.38, 0.9};
  const auto target = targets(curve, 0.3, 240);
  ASSERT_EQ(target.size(), 241U);
  EXPECT_EQ(target[0], 0.3);
  EXPECT_NEAR(target[24], curve.share(curve.years_until(0.3) + 2.0), 1e-12);
  EXPECT_NEAR(target[240], 0.9, 0.01);
  for (const double share : targets(curve, 0.95, 12)) EXPECT_EQ(share, 0.95);
  EXPECT_NEAR(targets(curve, 0.0, 12)[12], curve.share(1.0), 1e-12);
}

/// Expected adopters without network effects, from the definition.
double expected_adopters(const Situation& situation, const Drivers& drivers, const LevelCurve& level, std::size_t month,
                         const Options& options) {
  double sum = 0.0;
  for (std::size_t i = 0; i < situation.state.adopted.size(); ++i) {
    if (situation.state.adopted[i] != 0) {
      sum += 1.0;
    } else if (situation.barred[i] == 0) {
      const double before = level.adopted_before[i];
      sum += (logistic(own_value(drivers, i, 0.0, options) + level.push[month]) - before) / (1.0 - before);
    }
  }
  return sum;
}

TEST(Calibration, WithoutPeersTheExpectedNumberIsThatOfTheCurve) {
  const Park park = world(80, 30);
  Options options;
  options.peer_weight = 0.0;
  const Drivers drivers = drivers_of(park, {}, options);
  const auto states = states_today(park);
  const BassCurve curve{0.03, 0.38, 0.95};
  for (std::size_t level = 0; level < level_count; ++level) {
    Situation situation{states[level], std::vector<std::uint8_t>(80, 0)};
    situation.barred[1] = situation.barred[7] = 1;
    const LevelCurve calibrated = calibrate(curve, situation, drivers, peer_graph(park, options), options, 60);
    ASSERT_EQ(calibrated.push.size(), 61U);
    for (std::size_t month = 1; month <= 60; ++month) {
      EXPECT_NEAR(expected_adopters(situation, drivers, calibrated, month, options), 80.0 * calibrated.target[month], 1e-6);
    }
    EXPECT_EQ(calibrated.adopted_before[1], 0.0);
    EXPECT_GT(calibrated.adopted_before[2], 0.0);
  }
}

TEST(Calibration, WhoeverIsOpenCannotGiveMoreThanThereIs) {
  const Park park = world(10, 5);
  const Options options;
  Situation situation{states_today(park)[0], std::vector<std::uint8_t>(10, 1)};
  for (std::size_t i = 0; i < 10; ++i) situation.barred[i] = i < 7 ? 1 : 0;
  const LevelCurve calibrated =
      calibrate({0.5, 0.5, 1.0}, situation, drivers_of(park, {}, options), peer_graph(park, options), options, 240);
  EXPECT_GT(calibrated.target.back(), 0.99);
  EXPECT_TRUE(std::isfinite(calibrated.push.back()));
  EXPECT_LE(std::abs(calibrated.push.back()), 60.0);
}

TEST(Calibration, LevelsOfTodayIncludeTheOnesBefore) {
  const Park park = world(8, 8);  // levels 1 2 3 4 1 2 3 4
  const auto states = states_today(park);
  EXPECT_EQ(states[0].share, 1.0);
  EXPECT_EQ(states[1].share, 0.75);
  EXPECT_EQ(states[3].share, 0.25);
  EXPECT_EQ(states[3].adopted, (std::vector<std::uint8_t>{0, 0, 0, 1, 0, 0, 0, 1}));
}

}  // namespace
}  // namespace parktwin::cloud::adoption
