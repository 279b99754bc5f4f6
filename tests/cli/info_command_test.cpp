#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

TEST(InfoCommand, OfAParkCountsEveryPartAndAssumedValues) {
  const Workplace workplace;
  static_cast<void>(workplace.small_scenario());
  const auto park = nlohmann::json::parse(call({"info", workplace.path("park"), "--json"}).out);
  for (const char* part : {"enterprises", "buildings", "parcels", "zones", "radio_sites", "network_nodes"})
    EXPECT_TRUE(park.contains(part)) << part;
  EXPECT_TRUE(park["assumed"].contains("building_heights"));
  EXPECT_THAT(call({"info", workplace.path("park")}).out, testing::HasSubstr("enterprises"));
}

TEST(InfoCommand, OfARunNamesHashAndTimings) {
  const Workplace workplace;
  ASSERT_EQ(call({"run", workplace.small_scenario(), "--out", workplace.path("run")}).code, 0);
  const auto run = nlohmann::json::parse(call({"info", workplace.path("run"), "--json"}).out);
  EXPECT_EQ(run["kind"], "run");
  EXPECT_FALSE(run["timings"].empty());
  EXPECT_EQ(run["park"]["enterprises"], 5);
  const auto text = call({"info", workplace.path("run")}).out;
  EXPECT_THAT(text, testing::HasSubstr(run["results_hash"].get<std::string>()));
  ASSERT_FALSE(run["notes"].empty());  // what the simulators remarked
  EXPECT_THAT(text, testing::HasSubstr(run["notes"][0]["text"].get<std::string>()));
}

// A slice added by a scenario, with traffic that no cell can carry and loads that follow from it.
TEST(InfoCommand, OfARunSaysWhereSlicesFallShort) {
  const Workplace workplace;
  auto scenario = read_file(workplace.small_scenario(
      "changes:\n  - add_network_slice: {id: NS-1, guaranteed_share: 0.2, highest_share: 0.5, element: machine tools and robots}\n"
      "  - modify_connected_assets: {id: CA-001, set: {element: machine tools and robots, bearer: nr, count: 1000, rate_down_mbps: "
      "50}}\n"));
  scenario.replace(scenario.find("resolution_m: 10"), 16, "resolution_m: 10, load_from_traffic: true");
  const auto outcome = call({"run", workplace.write("slices.yaml", scenario), "--out", workplace.path("run")});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const auto text = call({"info", workplace.path("run")}).out;
  EXPECT_THAT(text, testing::HasSubstr("network slice NS-1"));
  EXPECT_THAT(text, testing::HasSubstr("It falls short in the downlink"));
  EXPECT_THAT(text, testing::HasSubstr("Loads of radio cells follow from the downlink traffic"));
  const auto radio = nlohmann::json::parse(read_file(workplace.path("run/summary.json")))["headline"]["radio"];
  EXPECT_GT(radio["slices"]["rows"].get<int>(), 0);
  EXPECT_EQ(radio["slices"]["falls_short"], radio["slices"]["rows"]);
  EXPECT_GT(radio["location_share"].get<double>(), 0.5);
}

TEST(InfoCommand, OfARunWritesTheAddressingPlan) {
  const Workplace workplace;
  ASSERT_EQ(call({"run", workplace.small_scenario(), "--out", workplace.path("run")}).code, 0);
  const auto outcome = call({"info", workplace.path("run"), "--addressing-plan", workplace.path("plan.csv")});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  const std::string plan = read_file(workplace.path("plan.csv"));
  EXPECT_THAT(plan, testing::HasSubstr("2001:db8:5ee::/48,park,,park,,kept\n"));
  EXPECT_THAT(plan, testing::HasSubstr(",enterprise,E-005,"));
  EXPECT_EQ(call({"info", workplace.path("park"), "--addressing-plan", workplace.path("plan.csv")}).code, 3);
  EXPECT_EQ(call({"info", workplace.path("run"), "--addressing-plan", workplace.path("nowhere/plan.csv")}).code, 1);
}

TEST(InfoCommand, OfNothingIsInvalidInput) { EXPECT_EQ(call({"info", "nowhere-at-all"}).code, 3); }

}  // namespace
}  // namespace parktwin::cli
