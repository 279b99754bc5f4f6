#include "viz/report/tour_stops.h"

#include <gtest/gtest.h>

#include "tests/viz/scene/hand_made_park.h"

namespace parktwin::viz::report {
namespace {

TEST(TourStops, AnEmptyRunHasAnOverview) {
  const Json stops = tour_stops({});
  ASSERT_EQ(stops.size(), 1U);
  EXPECT_EQ(stops[0]["layer"], "none");
  EXPECT_GT(stops[0]["distance"].get<double>(), 0.0);
}

TEST(TourStops, SavedViewsComeWithWordsInBothLanguagesAndAPlaceOnTheGround) {
  storage::SavedRun run;
  run.park = testing::hand_made_park();
  SavedView view;
  view.name = "Gate";
  view.name_zh = "大门";
  view.caption = "Here.";
  view.layer = MapLayer::rsrq;
  view.underground = true;
  view.camera = ViewCamera{{300.0, 200.0}, Metres(450.0), Degrees(15.0), Degrees(50.0)};
  run.views = {view};
  const Json stops = tour_stops(run);
  ASSERT_EQ(stops.size(), 1U);
  EXPECT_EQ(stops[0]["title"], (Json{{"en", "Gate"}, {"zh", "大门"}}));
  EXPECT_EQ(stops[0]["text"], (Json{{"en", "Here."}, {"zh", "Here."}}));
  EXPECT_EQ(stops[0]["layer"], "sinr") << "the page has no map of RSRQ";
  EXPECT_TRUE(stops[0]["underground"]);
  EXPECT_EQ(stops[0]["at"].size(), 3U);
  EXPECT_EQ(stops[0]["at"][0], 300.0);
  EXPECT_EQ(stops[0]["distance"], 450.0);
  EXPECT_EQ(stops[0]["azimuth"], 15.0);
  EXPECT_EQ(stops[0]["pitch"], 50.0);
}

}  // namespace
}  // namespace parktwin::viz::report
