#include "engine/scenario/settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace parktwin {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Settings of(const std::string& text, const std::string& file) { return settings_of(yaml::parse_document(text, file).root, file); }

std::map<std::string, std::string> values_of(const Settings& settings) {
  std::map<std::string, std::string> values;
  for (const auto& [path, setting] : settings) values[path] = setting.value;
  return values;
}

TEST(Settings, LeafByLeafWithoutWhatEveryFileHasForItself) {
  const auto settings =
      of("name: x\nquestion: q\nbased_on: [b]\nchanges: []\nphases: []\npark: ../p\nseed: 4\noptions: {radio: {resolution_m: 2, wifi: {}, "
         "table_thresholds_dbm: [-1, -2]}, wired: {}}\ncosts: {prices: own/p.csv}\n",
         "a/s.yaml");
  EXPECT_EQ(values_of(settings), (std::map<std::string, std::string>{{"park", "p"},
                                                                     {"seed", "4"},
                                                                     {"options.radio.resolution_m", "2"},
                                                                     {"options.radio.table_thresholds_dbm", "[-1, -2]"},
                                                                     {"costs.prices", "a/own/p.csv"}}));
}

// A name is looked up in the data folder; a path lies beside the file that gives it.
TEST(Settings, TariffAndFactorsAreNamesOrPaths) {
  const auto named = of("tariff: t\nemission_factors: factors\n", "a/s.yaml");
  EXPECT_EQ(values_of(named), (std::map<std::string, std::string>{{"tariff", "t"}, {"emission_factors", "factors"}}));
  const auto given = of("tariff: own/t.yaml\nemission_factors: ../f/own\n", "a/s.yaml");
  EXPECT_EQ(values_of(given), (std::map<std::string, std::string>{{"tariff", "a/own/t.yaml"}, {"emission_factors", "f/own"}}));
  const auto beside = of("emission_factors: ./own\n", "s.yaml");
  EXPECT_EQ(beside.at("emission_factors").value, "./own");
}

TEST(Settings, AFilesOwnValueTakesThePlaceOfInheritedOnes) {
  const auto one = of("seed: 1\noptions: {radio: {resolution_m: 2}}\n", "one");
  const auto two = of("seed: 2\noptions: {cloud: {counted_level: platform}}\n", "two");
  Problems problems;
  const auto all = combined({&one, &two}, of("seed: 3\n", "own"), "own", "line 1", problems);
  EXPECT_THAT(problems.list(), IsEmpty());
  EXPECT_EQ(values_of(all), (std::map<std::string, std::string>{
                                {"seed", "3"}, {"options.radio.resolution_m", "2"}, {"options.cloud.counted_level", "platform"}}));
}

TEST(Settings, WhatTwoParentsGiveDifferentlyIsReported) {
  const auto one = of("seed: 1\ncriteria: c\n", "one");
  const auto two = of("seed: 2\ncriteria: c\n", "two");
  Problems problems;
  (void)combined({&one, &two}, {}, "own", "line 7", problems);
  ASSERT_EQ(problems.list().size(), 1U);
  EXPECT_EQ(to_string(problems.list()[0]),
            "own: line 7: based_on: found 1 for seed in one and 2 in two, expected one value: set it in this file");
}

// Both come from the same grandparent, and one of them overrode it: that is no disagreement.
TEST(Settings, AnOverriddenValueDoesNotComeBackThroughAnotherParent) {
  Problems problems;
  const auto top = of("seed: 1\nassessed_on: 2026-01-01\n", "top");
  const auto left = combined({&top}, of("seed: 2\n", "left"), "left", "", problems);
  const auto right = combined({&top}, of("criteria: c\n", "right"), "right", "", problems);
  for (const auto& parents : {std::vector<const Settings*>{&left, &right}, std::vector<const Settings*>{&right, &left}}) {
    const auto child = combined(parents, {}, "child", "", problems);
    EXPECT_EQ(child.at("seed").value, "2");
    EXPECT_EQ(child.at("seed").file, "left");
    EXPECT_EQ(child.at("criteria").value, "c");
  }
  EXPECT_THAT(problems.list(), IsEmpty());
}

TEST(Settings, AsOneMappingWithThePlacesOfTheFiles) {
  const auto settings =
      of("seed: 1\noptions:\n  radio:\n    resolution_m: 2\n    mode: reference\n  cloud: {counted_level: platform}\n", "one");
  const YAML::Node root = mapping_of(settings);
  EXPECT_EQ(root["seed"].Scalar(), "1");
  EXPECT_EQ(root["options"]["radio"]["resolution_m"].Scalar(), "2");
  EXPECT_EQ(root["options"]["radio"]["mode"].Scalar(), "reference");
  EXPECT_EQ(root["options"]["cloud"]["counted_level"].Scalar(), "platform");
  EXPECT_EQ(yaml::place_of(root["options"]["radio"]["mode"]), "line 5, column 11");
  EXPECT_EQ(root.size(), 2U);
}

}  // namespace
}  // namespace parktwin
