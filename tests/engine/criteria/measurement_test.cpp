#include "engine/criteria/measurement.h"

#include "gtest/gtest.h"
#include "tests/engine/criteria/small_world.h"

namespace parktwin::criteria {
namespace {

Measurement counted(double part, double whole) {
  Measurement measurement;
  measurement.part = part;
  measurement.whole = whole;
  return measurement;
}

TEST(Measurement, FullShareMeansEveryOne) {
  EXPECT_TRUE(holds(MetricKind::share, counted(180, 180), Comparator::at_least, 100.0));
  EXPECT_TRUE(holds(MetricKind::share, counted(180, 180), Comparator::equal, 100.0));
  EXPECT_FALSE(holds(MetricKind::share, counted(179, 180), Comparator::at_least, 100.0));
  const Measurement nearly = counted(999999999999.0, 1000000000000.0);
  EXPECT_FALSE(holds(MetricKind::share, nearly, Comparator::at_least, 100.0));
  EXPECT_FALSE(holds(MetricKind::share, nearly, Comparator::equal, 100.0));
  EXPECT_LT(value_of(MetricKind::share, nearly), 100.0);
}

TEST(Measurement, ThresholdItselfIsReached) {
  for (int whole = 1; whole < 400; ++whole) {
    for (int threshold : {20, 60, 80, 90}) {
      for (int part = 0; part <= whole; ++part) {
        ASSERT_EQ(holds(MetricKind::share, counted(part, whole), Comparator::at_least, threshold), 100 * part >= threshold * whole);
      }
    }
  }
}

TEST(Measurement, CountsCompareAsTheyAre) {
  EXPECT_TRUE(holds(MetricKind::count, counted(5, 0), Comparator::at_least, 5.0));
  EXPECT_FALSE(holds(MetricKind::count, counted(4, 0), Comparator::at_least, 5.0));
  EXPECT_TRUE(holds(MetricKind::count, counted(4, 4), Comparator::equal, 4.0));
  EXPECT_FALSE(holds(MetricKind::count, counted(5, 5), Comparator::equal, 4.0));
  EXPECT_DOUBLE_EQ(value_of(MetricKind::count, counted(7, 0)), 7.0);
}

TEST(Measurement, RatiosAndUpperLimits) {
  Measurement ratio;
  ratio.part = 50.0;
  ratio.whole = 250.0;
  EXPECT_DOUBLE_EQ(value_of(MetricKind::ratio, ratio), 0.2);
  EXPECT_TRUE(holds(MetricKind::ratio, ratio, Comparator::at_most, 0.2));
  EXPECT_TRUE(holds(MetricKind::ratio, ratio, Comparator::at_least, 0.2));
  ratio.part = 50.001;
  EXPECT_FALSE(holds(MetricKind::ratio, ratio, Comparator::at_most, 0.2));
  Measurement half;
  half.part = 1.0;
  half.whole = 2.0;
  EXPECT_TRUE(holds(MetricKind::share, half, Comparator::at_most, 50.0));
  EXPECT_FALSE(holds(MetricKind::share, half, Comparator::at_most, 49.9));
  EXPECT_TRUE(holds(MetricKind::count, half, Comparator::at_most, 1.0));
}

TEST(Measurement, EmptyWholeIsNotMeasured) {
  const Measurement measurement = share(0.0, 0.0, {"nothing there", "无"});
  EXPECT_FALSE(measurement.measured());
  EXPECT_EQ(measurement.unmeasured, (Text{"nothing there", "无"}));
  EXPECT_THROW((void)value_of(MetricKind::share, measurement), BrokenPromise);
  EXPECT_FALSE(share(0.0, std::numeric_limits<double>::quiet_NaN(), {"bad", "错"}).measured());
}

TEST(Measurement, RadioMapGaps) {
  SmallWorld world;
  EXPECT_FALSE(radio_map_gap(world.facts(), {}).empty());
  world.results.radio = radio_map({"oo"});
  EXPECT_TRUE(radio_map_gap(world.facts(), {}).empty());
  world.results.radio.shadowing_deviation_db = {};
  EXPECT_TRUE(radio_map_gap(world.facts(), {}).empty());
  Rule with_margin;
  with_margin.coverage.shadowing_margin_deviations = 1.0;
  EXPECT_FALSE(radio_map_gap(world.facts(), with_margin).empty());
}

}  // namespace
}  // namespace parktwin::criteria
