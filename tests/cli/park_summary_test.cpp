#include "cli/park_summary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

namespace parktwin::cli {
namespace {

importers::LoadedPark two_buildings() {
  importers::LoadedPark loaded;
  Site site;
  site.name = "Two Houses";
  site.name_zh = "两栋楼";
  site.crs = "EPSG:4549";
  site.boundary = {{{{{0, 0}, {2000, 0}, {2000, 1000}, {0, 1000}}, {}}}};
  loaded.park.site = Part<Site>(site);
  Building first;
  first.id = "B-1";
  Building second;
  second.id = "B-2";
  second.height_assumed = true;
  loaded.park.buildings = Part<Table<Building>>(Table<Building>({first, second}));
  loaded.notes.push_back({NoteKind::assumption, "buildings", "1 height from floors"});
  return loaded;
}

TEST(ParkSummary, TextNamesAreaCountsAndAssumptions) {
  std::ostringstream out;
  Progress progress;
  Session session{.out = out, .err = out, .progress = progress};
  const auto text = park_summary_text(two_buildings(), session);
  EXPECT_THAT(text, testing::HasSubstr("Two Houses"));
  EXPECT_THAT(text, testing::HasSubstr("2.00 km2"));
  EXPECT_THAT(text, testing::ContainsRegex("buildings +2"));
  EXPECT_THAT(text, testing::ContainsRegex("assumed heights +1"));
  EXPECT_THAT(text, testing::HasSubstr("1 height from floors"));
  session.language = viz::Language::zh;
  EXPECT_THAT(park_summary_text(two_buildings(), session), testing::HasSubstr("两栋楼"));
}

TEST(ParkSummary, JsonHoldsEveryPartEvenWhenEmpty) {
  const auto document = nlohmann::json::parse(park_summary_json(two_buildings()));
  EXPECT_EQ(document["buildings"], 2);
  EXPECT_EQ(document["enterprises"], 0);
  EXPECT_EQ(document["assumed"]["building_heights"], 1);
  EXPECT_DOUBLE_EQ(document["area_m2"].get<double>(), 2e6);
}

}  // namespace
}  // namespace parktwin::cli
