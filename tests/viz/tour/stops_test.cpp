#include "viz/tour/stops.h"

#include <gtest/gtest.h>

#include "tests/viz/scene/hand_made_park.h"

namespace parktwin::viz::tour {
namespace {

TEST(Stops, AreTheViewsOfTheScenarioInTheirOrder) {
  storage::SavedRun run;
  run.park = testing::hand_made_park();
  SavedView close;
  close.name = "Gate";
  close.caption = "The gate.";
  close.caption_zh = "大门。";
  close.layer = MapLayer::sinr;
  close.camera = ViewCamera{{300.0, 200.0}, Metres(450.0), Degrees(15.0), Degrees(50.0)};
  close.seconds = 4.0;
  SavedView plan;
  plan.name = "Plan";
  plan.name_zh = "平面图";
  plan.view = StandardView::plan;
  plan.underground = true;
  run.views = {close, plan};
  const auto stops = stops_of(run);
  ASSERT_EQ(stops.size(), 2U);
  EXPECT_EQ(stops[0].title_zh, "Gate");
  EXPECT_EQ(stops[0].text_zh, "大门。");
  EXPECT_EQ(stops[0].layer, Layer::sinr);
  EXPECT_EQ(stops[0].pose.at, (Point{300.0, 200.0}));
  EXPECT_EQ(stops[0].pose.distance_m, 450.0);
  EXPECT_EQ(stops[0].pose.azimuth_deg, 15.0);
  EXPECT_EQ(stops[0].pose.pitch_deg, 50.0);
  EXPECT_EQ(stops[0].seconds, 4.0);
  EXPECT_EQ(stops[1].title_zh, "平面图");
  EXPECT_TRUE(stops[1].underground);
  EXPECT_EQ(stops[1].pose.pitch_deg, 90.0);
  EXPECT_FALSE(stops[1].seconds.has_value());
}

TEST(Stops, WithoutViewsTheRunShowsItself) { EXPECT_FALSE(stops_of({}).empty()); }

}  // namespace
}  // namespace parktwin::viz::tour
