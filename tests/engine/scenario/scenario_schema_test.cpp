#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

#include "engine/core/yaml_reader.h"
#include "engine/scenario/change_reader.h"
#include "engine/scenario/scenario.h"
#include "tests/engine/core/schema_check.h"
#include "tests/engine/scenario/random_park.h"
#include "tests/engine/scenario/string_park.h"

namespace parktwin {
namespace {

using testing_schema::Json;

const Json& schema() {
  static const Json parsed = Json::parse(scenario_schema());
  return parsed;
}

TEST(ScenarioSchema, HoldsEveryChangeAndEveryOption) {
  EXPECT_EQ(schema()["$schema"], "https://json-schema.org/draft/2020-12/schema");
  EXPECT_EQ(schema()["required"], Json::array({"name"}));
  const Json& change = schema()["properties"]["changes"]["items"];
  EXPECT_EQ(change["properties"].size(), 3 * ParkRecords::size + 5);
  EXPECT_EQ(change["additionalProperties"], false);
  EXPECT_EQ(change["properties"]["add_radio_cell"]["required"],
            Json::array({"id", "site", "antenna", "azimuth_deg", "frequency_hz", "bandwidth_hz", "transmit_power_dbm"}));
  EXPECT_FALSE(change["properties"]["add_radio_cell"]["properties"]["transmit_power_dbm"].contains("default"));
  EXPECT_EQ(change["properties"]["add_radio_site"]["required"], Json::array({"id", "height_m", "position"}));
  EXPECT_EQ(change["properties"]["modify_radio_cell"]["properties"]["set"]["properties"]["load"]["maximum"], 1);
  const SimulationOptions options;
  describe(
      [&](const Field& simulator, const auto& group) {
        describe(
            [&](const Field& field, const auto&) {
              EXPECT_TRUE(schema()["properties"]["options"]["properties"][std::string(simulator.name)]["properties"].contains(
                  std::string(field.name)));
            },
            group);
      },
      options);
}

TEST(ScenarioSchema, AcceptsTheReadyScenarios) {
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(PARKTWIN_SOURCE_DIR) / "scenarios")) {
    if (entry.path().extension() == ".yaml") {
      EXPECT_TRUE(testing_schema::satisfies(yaml::read_document(entry.path()).text, schema())) << entry.path();
    }
  }
}

class Agreement : public testing::Test {
 protected:
  void SetUp() override { file_ = std::filesystem::temp_directory_path() / ("parktwin_agreement_" + std::to_string(getpid()) + ".yaml"); }
  void TearDown() override { std::filesystem::remove(file_); }
  void expect_agreement(const std::string& text) {
    std::ofstream(file_) << text;
    std::string problem;
    try {
      (void)read_scenario(file_);
    } catch (const InputError& error) {
      problem = error.what();
    }
    const bool valid = testing_schema::satisfies(text, schema());
    accepted_ += valid ? 1 : 0;
    refused_ += valid ? 0 : 1;
    EXPECT_EQ(problem.empty(), valid) << text << problem;
  }
  std::filesystem::path file_;
  std::size_t accepted_ = 0;
  std::size_t refused_ = 0;
};

// An editor that checks against the schema and the strict reader have to agree about every field of every change.
TEST_F(Agreement, OnChangesWithOneValueExchanged) {
  const std::string junk[] = {"-1e7", "0.5", "3",      "700", "1e12",   "text",   "\"\"", "true",
                              "~",    "[]",  "[5, 5]", "{}",  "[a, a]", "[b, c]", "nr",   "1.5e9"};
  testing_park::Dice dice(77);
  for (std::uint32_t entity = 0; entity < 40; ++entity) {
    for (const auto& [type, records] : testing_park::strings_of(testing_park::random_park(entity))) {
      testing_park::StringChange change{dice.chance(50) ? "add" : "modify", type, "changed", records[dice.below(records.size())]};
      if (change.verb == "modify") change.values.erase("id");
      auto field = change.values.begin();
      std::advance(field, dice.below(change.values.size()));
      if (dice.chance(20)) {
        change.values.erase(field);
      } else if (dice.chance(80)) {
        field->second = junk[dice.below(std::size(junk))];
      }
      expect_agreement("name: x\npark: p\nchanges:\n" + change.yaml());
      if (HasFailure()) return;
    }
  }
  EXPECT_GT(accepted_, 200u);
  EXPECT_GT(refused_, 200u);
}

TEST_F(Agreement, OnTheShapeOfAScenario) {
  for (const std::string text : {"name: x\npark: p\n",
                                 "name: x\n",
                                 "name: \"\"\npark: p\n",
                                 "name: 5\npark: p\n",
                                 "name: x\npark: p\nseed: 1.5\n",
                                 "name: x\npark: p\nseed: 7\n",
                                 "name: x\npark: p\nseed: -7\n",
                                 "name: x\npark: p\nassessed_on: 2026-11-22\n",
                                 "name: x\npark: p\nassessed_on: tomorrow\n",
                                 "name: x\npark: p\nassessed_on: \"\"\n",
                                 "name: x\npark: p\noptions: {}\n",
                                 "name: x\npark: p\noptions: {radio: {resolution_m: 4}}\n",
                                 "name: x\npark: p\noptions: {radio: {resolution_m: 400}}\n",
                                 "name: x\npark: p\noptions: {radar: {}}\n",
                                 "name: x\npark: p\nbased_on: []\n",
                                 "name: x\nbased_on: []\n",
                                 "name: x\nbased_on: [\"\"]\n",
                                 "name: x\npark: p\nbased_on: base.yaml\n",
                                 "name: x\npark: p\ncosts: {}\n",
                                 "name: x\npark: p\ncosts: {prices: \"\"}\n",
                                 "name: x\npark: p\ncosts: {discount_rate: 2}\n",
                                 "name: x\npark: p\ncosts: {base_year: 2030, years: 5}\n",
                                 "name: x\npark: p\ncosts: {base_year: ~}\n",
                                 "name: x\npark: p\nphases: []\n",
                                 "name: x\npark: p\nphases: {}\n",
                                 "name: x\npark: p\nphases: [{}]\n",
                                 "name: x\npark: p\nphases: [{year: 2027}]\n",
                                 "name: x\npark: p\nphases: [{year: 2027, changes: []}]\n",
                                 "name: x\npark: p\nphases: [{year: 2027, changes: [{remove_tree: {id: T}}]}]\n",
                                 "name: x\npark: p\nphases: [{year: 1027, changes: [{remove_tree: {id: T}}]}]\n",
                                 "name: x\npark: p\nphases: [{changes: [{remove_tree: {id: T}}]}]\n",
                                 "name: x\npark: p\nphases: [{year: 2027, colour: red, changes: [{remove_tree: {id: T}}]}]\n",
                                 "name: x\npark: p\nchanges: []\n",
                                 "name: x\npark: p\nchanges: {}\n",
                                 "name: x\npark: p\nchanges: [{}]\n",
                                 "name: x\npark: p\nchanges: [{remove_tree: {id: T}}]\n",
                                 "name: x\npark: p\nchanges: [{remove_tree: {id: T}, remove_zone: {id: Z}}]\n",
                                 "name: x\npark: p\nchanges: [{remove_tree: {id: T, why: x}}]\n",
                                 "name: x\npark: p\nchanges: [{move_tree: {id: T, to: [1, 2]}}]\n",
                                 "name: x\npark: p\nchanges: [{move_tree: {id: T}}]\n",
                                 "name: x\npark: p\nchanges: [{modify_tree: {id: T, set: {}}}]\n",
                                 "name: x\npark: p\nchanges: [{modify_tree: {id: T, set: {id: U}}}]\n"}) {
    expect_agreement(text);
  }
}

}  // namespace
}  // namespace parktwin
