#include "viz/report/tour_stops.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/viz/scene/hand_made_park.h"

namespace parktwin::viz::report {
namespace {

TEST(TourStops, AnEmptyRunHasAnOverview) {
  const Json stops = tour_stops({});
  ASSERT_EQ(stops.size(), 1U);
  EXPECT_EQ(stops[0]["layer"], "none");
  EXPECT_GT(stops[0]["distance"].get<double>(), 0.0);
}

TEST(TourStops, EverySubjectOfTheRunIsVisited) {
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
  const Json stops = tour_stops(run);
  std::set<std::string> layers;
  for (const Json& stop : stops) {
    layers.insert(stop["layer"].get<std::string>());
    for (const char* language : {"en", "zh"}) {
      EXPECT_FALSE(stop["title"][language].get<std::string>().empty());
      EXPECT_FALSE(stop["text"][language].get<std::string>().empty());
    }
  }
  EXPECT_EQ(layers, (std::set<std::string>{"none", "rsrp", "sinr", "unserved"}));
  EXPECT_EQ(stops[2]["at"][0], 700.0);
  EXPECT_NE(stops[2]["text"]["en"].get<std::string>().find("<b>Hall</b>: 1200 m² indoors"), std::string::npos);
  EXPECT_NE(stops[4]["text"]["en"].get<std::string>().find("B-9, cuts 3 enterprises off"), std::string::npos);
  EXPECT_TRUE(stops[4]["underground"]);
}

}  // namespace
}  // namespace parktwin::viz::report
