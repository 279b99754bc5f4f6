#include "engine/scenario/calibrated_scenario.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "engine/core/errors.h"
#include "engine/core/hash.h"

namespace parktwin {
namespace {

using radio::calibration::ClassCorrection;
using radio::calibration::Correction;
using radio::calibration::PropagationClass;

class CalibratedScenario : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() / ("parktwin_" + std::string(test->name()) + "_" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  Scenario read(const std::string& text) {
    std::ofstream(folder_ / "s.yaml") << text;
    return read_scenario(folder_ / "s.yaml");
  }
  std::filesystem::path folder_;
};

Correction some_correction() {
  ClassCorrection seen;
  seen.offset_db = -4.0 / 3.0;
  seen.offset_standard_error_db = 0.3;
  seen.slope_db_per_decade = 7.1e-3;
  seen.pivot_lg_distance = 2.2;
  seen.lg_distance_from = 1.0;
  seen.lg_distance_to = 2.9;
  ClassCorrection indoor;
  indoor.propagation = PropagationClass::indoor;
  indoor.offset_db = 3.0;
  return {.classes = {seen, indoor}, .origin = "drive \"one\".csv: 40 points: #1"};
}

TEST_F(CalibratedScenario, ReadsBackWithItsCorrectionsAndAllElse) {
  const std::string text =
      "name: \"7\"\nquestion: 'Where: here #1?'\npark: parks/a\nassessed_on: \"2026-11-22\"\nseed: 42\n"
      "options:\n  radio: {resolution_m: 4, shadow_fading: true, mode: site_general}\n  wired: {topology: {check_availability: false}}\n"
      "changes:\n  - remove_tree: {id: \"12\"}\n  - add_tree: {id: T-9, position: [1.5, 2], height_m: 7}\n"
      "  - modify_radio_site: {id: \"true\", set: {building: null, name: \"0x1\"}}\n";
  const Scenario before = read(text);
  const Correction correction = some_correction();
  const Scenario after = read(calibrated_scenario(before, folder_, correction));
  EXPECT_EQ(after.name, "7-calibrated");
  EXPECT_EQ(after.question, before.question);
  EXPECT_EQ(after.assessed_on, before.assessed_on);
  EXPECT_EQ(after.seed, before.seed);
  EXPECT_EQ(after.park, before.park);
  EXPECT_EQ(after.changes.size(), before.changes.size());
  SimulationOptions expected = before.options;
  expected.radio.calibration = correction;
  EXPECT_EQ(content_hash(after.options), content_hash(expected));
  const auto again = read(calibrated_scenario(after, folder_, {}));  // earlier corrections go
  EXPECT_EQ(content_hash(again.options), content_hash(before.options));
}

TEST_F(CalibratedScenario, ScenarioWithoutOptions) {
  const Scenario after = read(calibrated_scenario(read("name: a\npark: /somewhere/p\n"), folder_, some_correction()));
  EXPECT_EQ(after.park, "/somewhere/p");
  EXPECT_EQ(content_hash(after.options.radio.calibration), content_hash(some_correction()));
}

TEST_F(CalibratedScenario, WhatItIsBasedOnIsSeenFromTheNewPlace) {
  std::ofstream(folder_ / "base.yaml") << "name: base\npark: parks/a\nseed: 5\noptions: {radio: {resolution_m: 7}}\n";
  const Scenario before = read("name: child\nbased_on: [base.yaml]\ncosts: {prices: mine/prices.csv, years: 4}\n");
  std::filesystem::create_directories(folder_ / "deeper" / "still");
  std::ofstream(folder_ / "deeper" / "still" / "s.yaml") << calibrated_scenario(before, folder_ / "deeper" / "still", some_correction());
  const Scenario after = read_scenario(folder_ / "deeper" / "still" / "s.yaml");
  EXPECT_EQ(after.name, "child-calibrated");
  EXPECT_EQ(after.park, before.park);
  EXPECT_EQ(after.seed, 5U);
  EXPECT_EQ(after.costs.prices, (folder_ / "mine" / "prices.csv").string());
  EXPECT_EQ(after.costs.years, 4);
  EXPECT_EQ(after.options.radio.resolution, Metres(7.0));
  EXPECT_EQ(content_hash(after.options.radio.calibration), content_hash(some_correction()));
}

TEST_F(CalibratedScenario, CorrectionsThatContradictThemselvesAreRefused) {
  Correction correction = some_correction();
  correction.classes[1].propagation = PropagationClass::line_of_sight;
  correction.classes[1].lg_distance_from = 2.0;
  const std::string text = calibrated_scenario(read("name: a\npark: p\n"), folder_, correction);
  try {
    (void)read(text);
    FAIL();
  } catch (const InputError& error) {
    ASSERT_EQ(error.problems().size(), 2U);
    EXPECT_EQ(error.problems()[0].message, "propagation: line_of_sight is given again, expected each way once");
    EXPECT_EQ(error.problems()[1].message, "lg_distance_from: found 2, expected at most lg_distance_to, 0");
  }
}

}  // namespace
}  // namespace parktwin
