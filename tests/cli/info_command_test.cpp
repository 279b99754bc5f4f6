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

TEST(InfoCommand, OfNothingIsInvalidInput) { EXPECT_EQ(call({"info", "nowhere-at-all"}).code, 3); }

}  // namespace
}  // namespace parktwin::cli
