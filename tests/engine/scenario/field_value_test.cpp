#include "engine/scenario/field_value.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "engine/core/errors.h"

namespace parktwin {
namespace {

using ::testing::HasSubstr;

/// A scenario file that goes with the test.
class ScenarioFile {
 public:
  explicit ScenarioFile(const std::string& text)
      : path_(std::filesystem::temp_directory_path() /
              ("parktwin-field-value-" + std::to_string(::getpid()) + "-" + std::to_string(count_++) + ".yaml")) {
    std::ofstream(path_) << text;
  }
  ~ScenarioFile() { std::filesystem::remove(path_); }
  ScenarioFile(const ScenarioFile&) = delete;
  ScenarioFile& operator=(const ScenarioFile&) = delete;
  [[nodiscard]] Scenario with(const std::vector<FieldValue>& values) const { return read_scenario_with(path_, values); }
  [[nodiscard]] std::string problem_of(const FieldValue& value) const {
    try {
      static_cast<void>(with({value}));
    } catch (const InputError& error) {
      return to_string(error.problems().front());
    }
    return "";
  }

 private:
  static inline int count_ = 0;
  std::filesystem::path path_;
};

const char* const text =
    "name: base\npark: park\nseed: 3\nchanges:\n  - move_radio_site: {id: S-1, to: [10, 20]}\n"
    "phases:\n  - year: 2028\n    changes:\n      - modify_bus: {id: B-1, set: {nominal_kv: 10}}\n";

TEST(FieldValue, SetsOptionsSettingsAndFieldsOfChanges) {
  const ScenarioFile file(text);
  const Scenario scenario = file.with({{"options.radio.receiver_height_m", "2.5"},
                                       {"options.radio.site_law", "uma"},
                                       {"options.radio.shadow_fading", "true"},
                                       {"seed", "9"},
                                       {"costs.discount_rate", "0.05"},
                                       {"changes.0.move_radio_site.to.1", "77"}});
  EXPECT_EQ(scenario.options.radio.receiver_height, Metres(2.5));
  EXPECT_EQ(scenario.options.radio.site_law, radio::SiteLaw::uma);
  EXPECT_TRUE(scenario.options.radio.shadow_fading);
  EXPECT_EQ(scenario.seed, 9U);
  EXPECT_EQ(scenario.costs.discount_rate, 0.05);
  EXPECT_EQ(std::get<MoveRecord<RadioSite>>(scenario.changes.front().action).to.y, 77.0);
  EXPECT_EQ(file.with({}).seed, 3U);
}

TEST(FieldValue, AFieldOfARecordIsOneMoreChange) {
  const ScenarioFile file(text);
  const Scenario scenario = file.with({{"modify_radio_cell.S.1-2.electrical_downtilt_deg", "7.5"}});
  ASSERT_EQ(scenario.changes.size(), 3U);
  const auto& change = std::get<ModifyRecord<RadioCell>>(scenario.changes[1].action);
  EXPECT_EQ(change.id, "S.1-2");
  EXPECT_EQ(change.values.electrical_downtilt, Degrees(7.5));
}

TEST(FieldValue, PathsThatLeadNowhereAndValuesThatDoNotFitAreProblems) {
  const ScenarioFile file(text);
  for (const char* path : {"park", "changes.5.move_radio_site.id", "changes.x", "options.0.x", "modify_radio_cell.x", "seed.x", ""}) {
    EXPECT_THAT(file.problem_of({path, "1"}), HasSubstr("leads to no field")) << path;
  }
  EXPECT_THAT(ScenarioFile("name: base\npark: park\nchanges: none\n").problem_of({"modify_bus.B.nominal_kv", "1"}),
              HasSubstr("leads to no field"));
  EXPECT_THAT(file.problem_of({"options.radio.receiver_hight_m", "1"}), HasSubstr("receiver_height_m"));
  EXPECT_THAT(file.problem_of({"options.radio.receiver_height_m", "high"}), HasSubstr("expected"));
}

}  // namespace
}  // namespace parktwin
