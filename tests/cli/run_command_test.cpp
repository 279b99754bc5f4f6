#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;

TEST(RunCommand, PrintsTheScorecardAndNamesTheFiles) {
  const Workplace workplace;
  const auto outcome = call({"run", workplace.small_scenario(), "--out", workplace.path("run")});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("K1-Q3"));
  for (const char* name : {"results.h5", "scorecard.json", "summary.json", "plan.json"}) {
    EXPECT_THAT(outcome.out, HasSubstr(workplace.path("run/") + name));
    EXPECT_TRUE(std::filesystem::exists(workplace.path("run/") + name)) << name;
  }
  const auto summary = json::parse(read_file(workplace.path("run/summary.json")));
  EXPECT_GT(summary["peak_memory_mib"].get<double>(), 1.0);
}

TEST(RunCommand, JsonIsOneDocumentAndStrictTellsOfMisses) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario();
  const auto outcome = call({"run", scenario, "--out", workplace.path("run"), "--json", "--strict"});
  const auto document = json::parse(outcome.out);
  ASSERT_EQ(document["clauses"].size(), 70U);
  int missed = 0;
  for (const auto& clause : document["clauses"]) missed += clause["status"] == "missed" ? 1 : 0;
  EXPECT_GT(missed, 0);  // the generated register lacks papers on purpose
  EXPECT_EQ(outcome.code, 4);
}

TEST(RunCommand, OneAndTwoThreadsGiveTheSameHashOfAllResults) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario();
  ASSERT_EQ(call({"run", scenario, "--out", workplace.path("one"), "--threads", "1"}).code, 0);
  ASSERT_EQ(call({"run", scenario, "--out", workplace.path("two"), "--threads", "2"}).code, 0);
  const auto one = json::parse(call({"info", workplace.path("one"), "--json"}).out);
  const auto two = json::parse(call({"info", workplace.path("two"), "--json"}).out);
  EXPECT_EQ(one["results_hash"], two["results_hash"]);
  EXPECT_EQ(one["results_hash"].get<std::string>().size(), 32U);
}

TEST(RunCommand, KeptGeometriesGiveTheSameResultsAndNeverEndARun) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario();
  const auto hash_with = [&](const std::string& run, const std::string& cache, const std::string& err) {
    std::vector<std::string> arguments = {"run", scenario, "--out", workplace.path(run)};
    if (!cache.empty()) arguments.insert(arguments.end(), {"--geometry-cache", workplace.path(cache)});
    const auto outcome = call(arguments);
    EXPECT_EQ(outcome.code, 0);
    EXPECT_THAT(outcome.err, err.empty() ? testing::Eq("") : testing::Matcher<const std::string&>(HasSubstr(err)));
    return json::parse(call({"info", workplace.path(run), "--json"}).out)["results_hash"].get<std::string>();
  };
  const auto without = hash_with("without", "", "");
  EXPECT_EQ(hash_with("first", "kept.h5", ""), without);
  const auto kept = read_file(workplace.path("kept.h5"));
  EXPECT_FALSE(kept.empty());
  EXPECT_EQ(hash_with("second", "kept.h5", ""), without);
  EXPECT_EQ(read_file(workplace.path("kept.h5")), kept);  // nothing new
  workplace.write("other", "a letter");
  EXPECT_EQ(hash_with("third", "other", "remark: "), without);
  EXPECT_EQ(read_file(workplace.path("other")), "a letter");
}

TEST(RunCommand, AChangeChangesTheResults) {
  const Workplace workplace;
  const auto before = workplace.small_scenario();
  ASSERT_EQ(call({"run", before, "--out", workplace.path("before")}).code, 0);
  const auto park = json::parse(call({"info", workplace.path("park"), "--json"}).out);
  ASSERT_GT(park["radio_sites"].get<int>(), 0);
  const auto after =
      workplace.write("after.yaml", read_file(before) + "changes:\n  - modify_radio_site: {id: S-001, set: {operational: false}}\n");
  const auto outcome = call({"run", after, "--out", workplace.path("after")});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_NE(json::parse(call({"info", workplace.path("before"), "--json"}).out)["results_hash"],
            json::parse(call({"info", workplace.path("after"), "--json"}).out)["results_hash"]);
}

// The slow answer: the scenario of each phase by itself.
TEST(RunCommand, PhasesAreTheRunsOfTheirChangesAlone) {
  const Workplace workplace;
  const auto base = workplace.small_scenario();
  const std::string first = "{modify_radio_site: {id: S-001, set: {operational: false}}}";
  const std::string later = "{modify_radio_site: {id: S-001, set: {operational: true, height_m: 41}}}";
  const std::string both = "{modify_radio_site: {id: S-001, set: {height_m: 41}}}";
  const auto phased =
      workplace.write("phased.yaml", "name: phased\nbased_on: [small.yaml]\nphases:\n  - {year: 2027, name: One, changes: [" + first +
                                         "]}\n  - {year: 2029, changes: [" + later + "]}\n");
  const auto outcome = call({"run", phased, "--out", workplace.path("run")});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, testing::ContainsRegex("phase +start +2027 +2029\n"));
  EXPECT_THAT(outcome.out, HasSubstr("not priced: modify_radio_site S-001: operational"));
  EXPECT_THAT(outcome.out, HasSubstr(workplace.path("run/phases/2027")));
  const auto hash_of = [&](const std::string& run) {
    return json::parse(call({"info", workplace.path(run), "--json"}).out)["results_hash"].get<std::string>();
  };
  const auto alone = [&](const std::string& name, const std::string& change) {
    const auto file = workplace.write(name + ".yaml", "name: " + name + "\nbased_on: [small.yaml]\nchanges: [" + change + "]\n");
    EXPECT_EQ(call({"run", file, "--out", workplace.path(name)}).code, 0);
    return hash_of(name);
  };
  ASSERT_EQ(call({"run", base, "--out", workplace.path("base")}).code, 0);
  EXPECT_EQ(hash_of("run/phases/start"), hash_of("base"));
  EXPECT_EQ(hash_of("run/phases/2027"), alone("only-first", first));
  EXPECT_EQ(hash_of("run"), alone("only-both", both));
  EXPECT_FALSE(std::filesystem::exists(workplace.path("run/phases/2029")));
  const auto info = json::parse(call({"info", workplace.path("run"), "--json"}).out);
  ASSERT_EQ(info["phases"].size(), 3U);
  EXPECT_EQ(info["phases"][1]["results_hash"], hash_of("run/phases/2027"));
  EXPECT_EQ(info["files"].size(), 6U);  // criteria, prices, two tables of factors, base and the scenario
  EXPECT_THAT(call({"info", workplace.path("run")}).out, HasSubstr("read from " + workplace.path("small.yaml")));
}

TEST(RunCommand, CostsChangeWithThePriceTableAndItsOptions) {
  const Workplace workplace;
  const auto base = workplace.small_scenario();
  const std::string changes = "changes:\n  - add_radio_site: {id: S-900, height_m: 25, position: [100, 100]}\n";
  workplace.write(
      "mine.csv",
      "item,name_en,name_zh,change,field,value,measure,per,unit,capital_low_cny,capital_likely_cny,capital_high_cny,operating_low_cny,"
      "operating_likely_cny,operating_high_cny,origin,source\nmast,Mast,杆,add_radio_site,,,height_m,1,m,1000,2000,3000,0,10,20,user,"
      "offer\n");
  const auto present_value = [&](const std::string& costs) {
    const auto file = workplace.write("costs.yaml", "name: costs\nbased_on: [small.yaml]\n" + changes + costs);
    const auto outcome = call({"run", file, "--out", workplace.path("run")});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    const auto summary = json::parse(read_file(workplace.path("run/summary.json")));
    EXPECT_EQ(summary["costs"]["not_priced"], 0);
    return summary["costs"]["present_value_cny"][1].get<double>();
  };
  EXPECT_NEAR(present_value("costs: {prices: mine.csv, years: 2, discount_rate: 0.25}\n"), 50000.0 + 250.0 + 200.0, 1e-6);
  EXPECT_NEAR(present_value("costs: {prices: mine.csv, years: 1, discount_rate: 0.25}\n"), 50250.0, 1e-6);
  EXPECT_NEAR(present_value("costs: {prices: mine.csv, years: 2, discount_rate: 0.25, base_year: 2020}\n"), 50450.0, 1e-6);
  EXPECT_GT(present_value(""), 130000.0);  // assumed-2026: a site
  const auto faulty = workplace.write("faulty.yaml", "name: faulty\nbased_on: [small.yaml]\n" + changes + "costs: {prices: none}\n");
  EXPECT_EQ(call({"validate", faulty}).code, 3);
  EXPECT_EQ(call({"run", faulty, "--out", workplace.path("faulty")}).code, 3);
  EXPECT_FALSE(std::filesystem::exists(workplace.path("faulty")));
}

TEST(RunCommand, ABadScenarioLeavesAnEarlierRunWhole) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario();
  ASSERT_EQ(call({"run", scenario, "--out", workplace.path("run")}).code, 0);
  const auto scorecard = read_file(workplace.path("run/scorecard.json"));
  const auto broken = workplace.write("broken.yaml", "name: broken\npark: park\nsede: 4\noptions:\n  radio: {resolution_m: fine}\n");
  const auto outcome = call({"run", broken, "--out", workplace.path("run")});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("line 3"));
  EXPECT_THAT(outcome.err, HasSubstr("line 5"));
  EXPECT_EQ(read_file(workplace.path("run/scorecard.json")), scorecard);
}

TEST(RunCommand, AnUnwritableFolderIsAFailureInside) {
  const Workplace workplace;
  workplace.write("file", "not a folder");
  const auto outcome = call({"run", workplace.small_scenario(), "--out", workplace.path("file/run")});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr(workplace.path("file")));
  EXPECT_THAT(outcome.err, HasSubstr("Not a directory"));
  EXPECT_EQ(read_file(workplace.path("file")), "not a folder");
}

}  // namespace
}  // namespace parktwin::cli
