#include "importers/synthetic/footprints.h"

#include <gtest/gtest.h>

#include <numbers>

namespace parktwin::importers::synthetic {
namespace {

const Rect lot{10.0, 20.0, 110.0, 80.0};
const Side sides[] = {Side::south, Side::east, Side::north, Side::west};

TEST(Footprints, AreTheSameFromEveryFrontAndCounterClockwise) {
  for (const Side side : sides) {
    const LotFrame frame(lot, side);
    const Span span{1.0, 2.0, 51.0, 42.0};  // 50 by 40
    EXPECT_NEAR(signed_area(box(frame, span).outer), 2000.0, 1e-9);
    EXPECT_NEAR(signed_area(l_plan(frame, span, 10.0, 20.0, false).outer), 1800.0, 1e-9);
    EXPECT_NEAR(signed_area(l_plan(frame, span, 10.0, 20.0, true).outer), 1800.0, 1e-9);
    EXPECT_NEAR(signed_area(u_plan(frame, span, 10.0).outer), 2000.0 - 30.0 * 30.0, 1e-9);
    EXPECT_NEAR(area(court_plan(frame, span, 10.0)), 2000.0 - 30.0 * 20.0, 1e-9);
    EXPECT_NEAR(signed_area(comb_plan(frame, span, 3, 10.0).outer), 500.0 + 3.0 * 10.0 * 30.0, 1e-9);
  }
}

TEST(Footprints, FrontEdgeLiesOnTheFrontSide) {
  EXPECT_EQ(LotFrame(lot, Side::south).at(0.0, 0.0), (Point{10.0, 20.0}));
  EXPECT_EQ(LotFrame(lot, Side::east).at(0.0, 0.0), (Point{110.0, 20.0}));
  EXPECT_EQ(LotFrame(lot, Side::north).at(0.0, 0.0), (Point{110.0, 80.0}));
  EXPECT_EQ(LotFrame(lot, Side::west).at(0.0, 0.0), (Point{10.0, 80.0}));
  EXPECT_EQ(LotFrame(lot, Side::east).width(), 60.0);
}

TEST(Footprints, CourtsAreHolesRunningClockwise) {
  const Polygon court = court_plan(LotFrame(lot, Side::west), {0.0, 0.0, 40.0, 40.0}, 10.0);
  ASSERT_EQ(court.holes.size(), 1U);
  EXPECT_NEAR(signed_area(court.holes[0]), -400.0, 1e-9);
}

TEST(Footprints, TanksAreNearlyRound) {
  const double circle = std::numbers::pi * 100.0;
  EXPECT_NEAR(signed_area(round_plan(LotFrame(lot, Side::south), 20.0, 20.0, 10.0).outer), circle, 0.03 * circle);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
