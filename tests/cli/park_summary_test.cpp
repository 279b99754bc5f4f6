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

TEST(ParkSummary, SaysOnceWhatIsNotedOfSeveralRecords) {
  std::ostringstream out;
  Progress progress;
  const Session session{.out = out, .err = out, .progress = progress};
  auto loaded = two_buildings();
  for (const char* id : {"E-1", "E-2", "E-3", "E-4"})
    loaded.notes.push_back({NoteKind::warning, std::string("enterprise ") + id, "is odd."});
  loaded.notes.push_back({NoteKind::warning, "enterprise E-5", "is odd in another way."});
  loaded.notes.push_back({NoteKind::information, "enterprise E-6", "is odd."});
  for (const char* id : {"B-1", "B-2"}) loaded.notes.push_back({NoteKind::warning, std::string("building ") + id, "is odd."});
  for (int i = 0; i < 2; ++i) loaded.notes.push_back({NoteKind::warning, "trees", "are odd."});
  const auto text = park_summary_text(loaded, session);
  EXPECT_THAT(text, testing::HasSubstr("  warning: 4 records, enterprise E-1, E-2, E-3, …: is odd.\n"));
  EXPECT_THAT(text, testing::HasSubstr("  warning: enterprise E-5: is odd in another way.\n"));
  EXPECT_THAT(text, testing::HasSubstr("  information: enterprise E-6: is odd.\n"));
  EXPECT_THAT(text, testing::HasSubstr("  warning: 2 records, building B-1, B-2: is odd.\n"));
  EXPECT_THAT(text, testing::HasSubstr("  warning: trees: are odd.\n  warning: trees: are odd."));
  EXPECT_EQ(nlohmann::json::parse(park_summary_json(loaded))["notes"].size(), 11U);
}

}  // namespace
}  // namespace parktwin::cli
