#include "engine/simulators/radio/calibration/correction.h"

#include <gtest/gtest.h>

namespace parktwin::radio::calibration {
namespace {

ClassCorrection sloped() {
  ClassCorrection correction;
  correction.propagation = PropagationClass::over_roof;
  correction.offset_db = -4.0;
  correction.slope_db_per_decade = 6.0;
  correction.pivot_lg_distance = 2.3;
  correction.lg_distance_from = 1.8;
  correction.lg_distance_to = 2.8;
  return correction;
}

TEST(Correction, LineOverLgDistanceThatStopsWhereTheMeasurementsDo) {
  const ClassCorrection correction = sloped();
  EXPECT_DOUBLE_EQ(apply(correction, 2.3).value(), -4.0);
  EXPECT_DOUBLE_EQ(apply(correction, 2.5).value(), -2.8);
  EXPECT_DOUBLE_EQ(apply(correction, 1.8).value(), -7.0);
  EXPECT_EQ(apply(correction, 0.5), apply(correction, 1.8));
  EXPECT_EQ(apply(correction, 3.4), apply(correction, 2.8));
}

TEST(Correction, OnlyItsOwnClass) {
  const Correction correction{.classes = {sloped()}, .origin = {}};
  EXPECT_DOUBLE_EQ(apply(correction, PropagationClass::over_roof, 2.3).value(), -4.0);
  EXPECT_EQ(apply(correction, PropagationClass::indoor, 2.3), Decibel(0.0));
  EXPECT_EQ(apply(Correction{}, PropagationClass::line_of_sight, 2.3), Decibel(0.0));
  EXPECT_EQ(apply(ClassCorrection{}, 2.3), Decibel(0.0));
}

}  // namespace
}  // namespace parktwin::radio::calibration
