#include "viz/report/page_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "engine/criteria/criteria.h"
#include "tests/engine/storage/random_run.h"
#include "viz/report/page.h"

namespace parktwin::viz::report {
namespace {

criteria::Pack shipped_pack() { return criteria::read_pack(std::string(PARKTWIN_SOURCE_DIR) + "/data/criteria/miit-2021.yaml"); }

/// A run of an empty park, judged by the shipped pack.
storage::SavedRun judged_run() {
  storage::SavedRun run;
  Site site;
  site.name = "Lakeside";
  site.name_zh = "湖滨园区";
  run.park.site = Part<Site>(site);
  run.version = "0.1.0";
  run.scenario_name = "baseline";
  run.criteria = "miit-2021";
  run.assessed_on = "2026-06-30";
  run.seed = 7;
  run.timings = {{"import", 0.5}};
  run.results.wired.topology.notes.push_back({NoteKind::warning, "node N-1", "It stands alone."});
  run.verdicts = criteria::assess(run.results, run.park, shipped_pack(), run.assessed_on);
  return run;
}

/// Every text, number and reference at random.
storage::SavedRun any_run(std::uint64_t seed) {
  storage::testing::RandomFill random(seed);
  storage::SavedRun run;
  random.fill(run.park);
  random.fill(run.results);
  random.fill(run.verdicts);
  return run;
}

TEST(PageData, HoldsAllSeventyClausesWithTheirTexts) {
  const auto run = judged_run();
  const Json data = page_data(run, shipped_pack(), {});
  ASSERT_EQ(data["clauses"].size(), 70U);
  EXPECT_EQ(data["directions"].size(), 17U);
  std::set<std::string> directions;
  for (const auto& direction : data["directions"]) directions.insert(direction["id"].get<std::string>());
  for (std::size_t i = 0; i < 70; ++i) {
    const Json& clause = data["clauses"][i];
    EXPECT_EQ(clause["id"], run.verdicts[i].id);
    EXPECT_EQ(clause["status"], std::string(name_of(run.verdicts[i].status)));
    EXPECT_TRUE(directions.contains(clause["direction"].get<std::string>()));
    for (const char* language : {"en", "zh"}) {
      EXPECT_FALSE(clause["title"][language].get<std::string>().empty()) << clause["id"];
      EXPECT_FALSE(clause["text"][language].get<std::string>().empty()) << clause["id"];
      EXPECT_FALSE(clause["definition"][language].get<std::string>().empty()) << clause["id"];
    }
  }
}

TEST(PageData, NamesTheRun) {
  const auto run = judged_run();
  const Json head = page_data(run, shipped_pack(), {})["run"];
  EXPECT_EQ(head["park"]["zh"], "湖滨园区");
  EXPECT_EQ(head["scenario"], "baseline");
  EXPECT_EQ(head["seed"], 7);
  EXPECT_EQ(head["results_hash"], storage::results_hash(run.results).hex());
  EXPECT_EQ(head["timings"][0]["stage"], "import");
  EXPECT_TRUE(head["records"].empty());
}

TEST(PageData, TellsTheRemarksOfEveryPartOfTheResults) {
  const Json notes = page_data(judged_run(), shipped_pack(), {})["notes"];
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0], (Json{{"part", "wired/topology"}, {"kind", "warning"}, {"place", "node N-1"}, {"text", "It stands alone."}}));
}

TEST(PageData, PicturesAreDataUris) {
  const Json data = page_data(judged_run(), shipped_pack(), {{{"View", "视图"}, "image/jpeg", "foo"}});
  EXPECT_EQ(data["pictures"][0]["uri"], "data:image/jpeg;base64,Zm9v");
}

TEST(PageData, WithoutItsPackTheDirectionsAreTheirIds) {
  const Json data = page_data(judged_run(), {}, {});
  EXPECT_EQ(data["clauses"].size(), 70U);
  EXPECT_EQ(data["directions"].size(), 17U);
  EXPECT_EQ(data["directions"][0]["name"]["en"], data["directions"][0]["id"]);
}

// Any text and any reference, none included: rows match their columns, and what is written is JSON a page can read.
TEST(PageData, TakesRunsWithAnyContent) {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const auto run = any_run(seed);
    const Json data = page_data(run, {}, {});
    std::set<std::string> ids;
    for (const auto& table : data["tables"]) {
      EXPECT_TRUE(ids.insert(table["id"].get<std::string>()).second) << table["id"];
      for (const auto& row : table["rows"]) EXPECT_EQ(row.size(), table["columns"].size()) << table["id"];
    }
    EXPECT_EQ(Json::parse(embedded_json(data)), data);
  }
}

}  // namespace
}  // namespace parktwin::viz::report
