// A real park: import, scorecard and picture, held against counts and areas worked out with shapely and pyproj (expected.py).
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "engine/core/errors.h"
#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

using nlohmann::json;

const std::string case_folder = std::string(PARKTWIN_SOURCE_DIR) + "/tests/cases/jurong-island/";

json expected() {
  const std::string command = "/usr/bin/python3 '" + case_folder + "expected.py' '" + PARKTWIN_SHARED_DIR + "/data/jurong-island'";
  std::string text;
  auto* pipe = popen(command.c_str(), "r");
  std::array<char, 4096> buffer{};
  while (const auto count = fread(buffer.data(), 1, buffer.size(), pipe)) text.append(buffer.data(), count);
  EXPECT_EQ(pclose(pipe), 0) << command;
  return json::parse(text);
}

/// The case's recipe and scenario with the shared folder of this build.
std::string scenario_in(const Workplace& workplace) {
  auto recipe = read_file(case_folder + "recipe.yaml");
  const std::string beside = "../../../../shared";
  for (auto at = recipe.find(beside); at != std::string::npos; at = recipe.find(beside))
    recipe.replace(at, beside.size(), PARKTWIN_SHARED_DIR);
  workplace.write("recipe.yaml", recipe);
  return workplace.write("scenario.yaml", read_file(case_folder + "scenario.yaml"));
}

TEST(JurongIsland, ImportsWhatTheLayersHold) {
  const Workplace workplace;
  static_cast<void>(scenario_in(workplace));
  const auto outcome = call({"import", workplace.path("recipe.yaml"), "--out", workplace.path("park"), "--json"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const auto park = json::parse(outcome.out);
  const auto truth = expected();
  for (const char* count : {"enterprises", "parcels", "buildings", "roads"}) EXPECT_EQ(park[count], truth[count]) << count;
  EXPECT_NEAR(park["area_m2"].get<double>(), truth["park_area_m2"].get<double>(), 0.002 * truth["park_area_m2"].get<double>());
  EXPECT_EQ(park["assumed"]["building_heights"], truth["buildings"]);
}

TEST(JurongIsland, BuildingsTakeTheirLotsOwner) {
  const Workplace workplace;
  static_cast<void>(scenario_in(workplace));
  ASSERT_EQ(call({"import", workplace.path("recipe.yaml"), "--out", workplace.path("park")}).code, 0);
  const auto layer = json::parse(read_file(workplace.path("park/buildings.geojson")));
  int owned = 0;
  for (const auto& feature : layer["features"]) {
    const auto& owner = feature["properties"]["enterprise"];
    owned += owner.is_string() && !owner.get<std::string>().empty() ? 1 : 0;
  }
  EXPECT_EQ(owned, expected()["buildings_with_enterprise"]);
}

TEST(JurongIsland, GivesAScorecardAndAPicture) {
  const Workplace workplace;
  const auto outcome = call({"run", scenario_in(workplace), "--out", workplace.path("run"), "--json"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  const auto truth = expected();
  const auto scorecard = json::parse(outcome.out);
  json by_id;
  for (const auto& clause : scorecard["clauses"]) by_id[clause["id"].get<std::string>()] = clause;
  EXPECT_EQ(by_id["K1-Q1"]["denominator"], truth["enterprises"]);
  // Public areas are the roads; the raster of 5 m cells may miss a little at their edges.
  EXPECT_NEAR(by_id["K1-Q2"]["denominator"].get<double>(), truth["road_area_m2"].get<double>(), 0.01 * truth["road_area_m2"].get<double>());
  EXPECT_NEAR(by_id["K1-Q3"]["denominator"].get<double>(), truth["park_area_m2"].get<double>(),
              0.005 * truth["park_area_m2"].get<double>());
  EXPECT_GT(by_id["K1-Q3"]["value"].get<double>(), 10.0);
  EXPECT_LT(by_id["K1-Q3"]["value"].get<double>(), 100.0);
  EXPECT_EQ(by_id["K1-Q4"]["status"], "missed");  // nobody recorded a cloud contract: nothing is met by default
  ASSERT_EQ(call({"render", workplace.path("run"), "--out", workplace.path("jurong.png")}).code, 0);
  EXPECT_GT(std::filesystem::file_size(workplace.path("jurong.png")), 100'000U);
}

// Green field: the real land with neither site nor fibre, to a network that meets the coverage targets.
TEST(JurongIsland, GreenFieldPlanMeetsTheCoverageTargets) {
  const Workplace workplace;
  static_cast<void>(scenario_in(workplace));
  const std::string recipe = read_file(workplace.folder() / "recipe.yaml");
  workplace.write("land.yaml", recipe.substr(0, recipe.find("radio_sites:")));
  const auto scenario = workplace.write("green.yaml",
                                        "name: green\npark: land.yaml\noptions: {radio: {resolution_m: 10}}\n"
                                        "plan: {resolution_m: 20, candidate_sites: 60, demand_points: 200}\n");
  const auto planned = call({"plan", scenario, "--out", workplace.path("plan"), "--json"});
  ASSERT_EQ(planned.code, 0) << planned.err << planned.out;
  const auto proposal = json::parse(planned.out);
  EXPECT_GT(proposal["sites"].size(), 1U);
  EXPECT_LE(proposal["lower_bound_cny"].get<double>(), proposal["present_value_cny"].get<double>());
  for (const auto& target : proposal["targets"]) {
    EXPECT_EQ(target["standing_percent"], 0.0);
    EXPECT_GE(target["confirmed_percent"].get<double>(), target["target_percent"].get<double>());
  }
}

}  // namespace
}  // namespace parktwin::cli
