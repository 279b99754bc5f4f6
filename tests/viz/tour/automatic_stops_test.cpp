#include "viz/tour/automatic_stops.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/viz/scene/hand_made_park.h"

namespace parktwin::viz::tour {
namespace {

TEST(AutomaticStops, AnEmptyRunHasAnOverview) {
  const auto stops = automatic_stops({});
  ASSERT_EQ(stops.size(), 1U);
  EXPECT_EQ(stops[0].layer, Layer::none);
  EXPECT_GT(stops[0].pose.distance_m, 0.0);
}

TEST(AutomaticStops, EverySubjectOfTheRunIsVisited) {
  storage::SavedRun run;
  run.park = testing::hand_made_park();
  run.results = testing::hand_made_results(run.park);
  radio::answers::UnservedPlace place;
  place.name = "<b>Hall</b>";
  place.area_m2 = 1200.0;
  place.indoor = true;
  place.position = {700.0, 300.0};
  run.results.radio.unserved_places = {place};
  Duct duct;
  duct.id = "D-1";
  run.park.ducts = Part<Table<Duct>>(Table<Duct>({duct}));
  wired::failures::Failure failure;
  failure.id = "B-9";
  failure.enterprises.resize(3);
  run.results.wired.failures.failures = {failure};
  const auto stops = automatic_stops(run);
  std::set<Layer> layers;
  for (const Stop& stop : stops) {
    layers.insert(stop.layer);
    for (const auto* text : {&stop.title_en, &stop.title_zh, &stop.text_en, &stop.text_zh}) EXPECT_FALSE(text->empty());
  }
  EXPECT_EQ(layers, (std::set<Layer>{Layer::none, Layer::rsrp, Layer::sinr, Layer::unserved}));
  EXPECT_EQ(stops[2].pose.at.x, 700.0);
  EXPECT_NE(stops[2].text_en.find("<b>Hall</b>: 1200 m² indoors"), std::string::npos);
  EXPECT_NE(stops[4].text_en.find("B-9, cuts 3 enterprises off"), std::string::npos);
  EXPECT_TRUE(stops[4].underground);
}

}  // namespace
}  // namespace parktwin::viz::tour
