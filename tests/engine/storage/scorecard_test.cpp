#include "engine/storage/scorecard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "engine/core/errors.h"
#include "tests/engine/storage/random_run.h"
#include "tests/engine/storage/scratch_folder.h"

namespace parktwin::storage {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

SavedRun small_run() {
  SavedRun run;
  Site site;
  site.name = "Lakeside";
  site.name_zh = "湖滨园区";
  run.park.site = Part(site);
  run.version = "0.1.0";
  run.scenario_name = "baseline";
  run.criteria = "miit-2021";
  run.assessed_on = "2026-11-22";
  criteria::Verdict verdict;
  verdict.id = "K1-Q3";
  verdict.status = criteria::Status::missed;
  verdict.value = 57.5;
  verdict.threshold = 60.0;
  verdict.comparator = ">=";
  verdict.unit = "%";
  verdict.unit_en = "percent";
  verdict.definition_en = "covered over all";
  verdict.definition_zh = "覆盖/全部";
  verdict.where_en = {"Zone 3 (Z-3): unserved", "Road (Z-4): unserved"};
  verdict.where_zh = {"三区（Z-3）：未覆盖", "道路（Z-4）：未覆盖"};
  verdict.alternatives = {{"outdoors only", "仅室外", 61.0, 61.0, std::numeric_limits<double>::quiet_NaN(), criteria::Status::met}};
  run.verdicts = {verdict, criteria::Verdict{}};
  return run;
}

TEST(Scorecard, HasTheKeysOfTheCommandLineContract) {
  const json document = json::parse(scorecard_json(small_run()));
  EXPECT_EQ(document.at("park").at("zh"), "湖滨园区");
  EXPECT_EQ(document.at("scenario"), "baseline");
  EXPECT_EQ(document.at("criteria"), "miit-2021");
  EXPECT_EQ(document.at("assessed_on"), "2026-11-22");
  EXPECT_EQ(document.at("version"), "0.1.0");
  EXPECT_EQ(document.at("counts"), json({{"met", 0}, {"missed", 1}, {"not_assessed", 1}, {"declared", 0}}));
  const json& record = document.at("clauses").at(0);
  for (const char* key : {"id", "status", "value", "threshold", "comparator", "unit", "numerator", "denominator", "definition", "where",
                          "alternatives", "direction", "title", "threshold_origin", "margin", "reason", "sources"}) {
    EXPECT_TRUE(record.contains(key)) << key;
  }
  EXPECT_EQ(record.at("status"), "missed");
  EXPECT_EQ(record.at("value"), 57.5);
  EXPECT_TRUE(record.at("numerator").is_null());
  EXPECT_EQ(record.at("definition"), json({{"en", "covered over all"}, {"zh", "覆盖/全部"}}));
  EXPECT_EQ(record.at("unit_en"), "percent");  // no unit_zh beside it, so not a pair
  EXPECT_EQ(record.at("where").at("en"), json::array({"Zone 3 (Z-3): unserved", "Road (Z-4): unserved"}));
  EXPECT_EQ(record.at("where").at("zh"), json::array({"三区（Z-3）：未覆盖", "道路（Z-4）：未覆盖"}));
  EXPECT_EQ(record.at("where").size(), 2U);
  EXPECT_TRUE(record.at("alternatives").at(0).at("denominator").is_null());
  EXPECT_EQ(record.at("alternatives").at(0).at("definition").at("en"), "outdoors only");
}

TEST(Scorecard, VerdictsComeBack) {
  const testing::ScratchFolder scratch("scorecard");
  const auto file = scratch.path() / "scorecard.json";
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    SavedRun run;
    testing::RandomFill(seed).fill(run.verdicts);
    testing::write_file(file, scorecard_json(run));
    EXPECT_EQ(content_hash(read_scorecard(file)), content_hash(run.verdicts)) << "seed " << seed;
  }
}

TEST(Scorecard, WhereItFailsComesBackInBothLanguages) {
  const testing::ScratchFolder scratch("where");
  const auto file = scratch.path() / "scorecard.json";
  const SavedRun run = small_run();
  testing::write_file(file, scorecard_json(run));
  const auto read = read_scorecard(file);
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[0].where_en, run.verdicts[0].where_en);
  EXPECT_EQ(read[0].where_zh, run.verdicts[0].where_zh);
  EXPECT_TRUE(read[1].where_en.empty() && read[1].where_zh.empty());
}

TEST(Scorecard, TextsThatAreNotUtf8DoNotBreakIt) {
  SavedRun run = small_run();
  run.verdicts[0].where_en = {"broken \xFF\xFE name"};
  EXPECT_THAT(json::parse(scorecard_json(run)).at("clauses").at(0).at("where").at("en").at(0).get<std::string>(), HasSubstr("broken"));
}

TEST(Scorecard, EveryProblemOfADamagedOneIsReported) {
  const testing::ScratchFolder scratch("damaged");
  const auto file = scratch.path() / "scorecard.json";
  const auto problems = [&file] {
    try {
      (void)read_scorecard(file);
    } catch (const InputError& error) {
      return error.problems();
    }
    return std::vector<Problem>{};
  };
  EXPECT_THAT(problems().at(0).message, HasSubstr("missing"));
  testing::write_file(file, scorecard_json(small_run()).substr(0, 300));
  EXPECT_THAT(problems().at(0).place, HasSubstr("byte 30"));
  testing::write_file(file, "[]");
  EXPECT_EQ(problems().at(0).place, "clauses");
  json document = json::parse(scorecard_json(small_run()));
  document["clauses"][0]["status"] = "perhaps";
  document["clauses"][0]["value"] = "57.5";
  document["clauses"][1].erase("definition");
  testing::write_file(file, document.dump());
  std::vector<std::string> places;
  for (const Problem& problem : problems()) places.push_back(problem.place);
  EXPECT_THAT(places,
              ::testing::ElementsAre("clauses[0].status", "clauses[0].value", "clauses[1].definition_en", "clauses[1].definition_zh"));
}

}  // namespace
}  // namespace parktwin::storage
