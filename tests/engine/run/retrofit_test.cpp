#include "engine/run/retrofit.h"

#include <gtest/gtest.h>

namespace parktwin::retrofit {
namespace {

TEST(Retrofit, LessIsBetterOfCostDelayBoundAndUse) {
  for (const Measure measure : {Measure::yearly_cost_cny, Measure::delay_p50_ms, Measure::delay_p95_ms, Measure::delay_p99_ms,
                                Measure::delay_percentile_ms, Measure::worst_bound_us, Measure::busiest_link_utilisation}) {
    EXPECT_EQ(outcome_of(measure, 1000.0, 900.0), Outcome::improved) << name_of(measure);
    EXPECT_EQ(outcome_of(measure, 1000.0, 1100.0), Outcome::worse) << name_of(measure);
    EXPECT_EQ(outcome_of(measure, 1000.0, 1009.0), Outcome::unchanged) << name_of(measure);
    EXPECT_EQ(outcome_of(measure, 1000.0, 991.0), Outcome::unchanged) << name_of(measure);
  }
}

TEST(Retrofit, SharesAreJudgedByWhatIsMissing) {
  EXPECT_EQ(outcome_of(Measure::availability, 0.9999, 0.99995), Outcome::improved);  // half the downtime
  EXPECT_EQ(outcome_of(Measure::availability, 0.9999, 0.9998), Outcome::worse);
  EXPECT_EQ(outcome_of(Measure::samples_on_time_share, 0.5, 0.503), Outcome::unchanged);
  EXPECT_EQ(outcome_of(Measure::flows_met_share, 0.0, 1.0), Outcome::improved);
}

TEST(Retrofit, WhatMeansNothingIsNoDifference) {
  EXPECT_EQ(outcome_of(Measure::availability, 1.0, 1.0 - 1e-7), Outcome::unchanged);
  EXPECT_EQ(outcome_of(Measure::delay_p99_ms, 0.002, 0.0029), Outcome::unchanged);
  EXPECT_EQ(outcome_of(Measure::busiest_link_utilisation, 1e-5, 1e-4), Outcome::unchanged);
  EXPECT_EQ(outcome_of(Measure::yearly_cost_cny, 0.0, 0.5), Outcome::unchanged);
  EXPECT_EQ(outcome_of(Measure::worst_bound_us, 1.0, 1.05), Outcome::unchanged);
}

TEST(Retrofit, EveryMeasureHasOneAspect) {
  EXPECT_EQ(aspect_of(Measure::yearly_cost_cny), Aspect::cost);
  EXPECT_EQ(aspect_of(Measure::availability), Aspect::quality);
  EXPECT_EQ(aspect_of(Measure::flows_met_share), Aspect::quality);
  EXPECT_EQ(aspect_of(Measure::worst_bound_us), Aspect::efficiency);
  EXPECT_EQ(aspect_of(Measure::busiest_link_utilisation), Aspect::efficiency);
}

}  // namespace
}  // namespace parktwin::retrofit
