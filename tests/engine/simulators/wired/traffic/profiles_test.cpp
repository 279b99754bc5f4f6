#include "engine/simulators/wired/traffic/profiles.h"

#include <gtest/gtest.h>

namespace parktwin::wired::traffic {
namespace {

TEST(Profiles, EveryClassHasItsRowWithAnOrigin) {
  const auto all = profiles({});
  ASSERT_EQ(all.size(), class_count);
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(all[i].source, static_cast<SourceClass>(i));
    EXPECT_GT(all[i].sample_bytes, 0.0);
    EXPECT_GT(all[i].target_ms, 0.0);
    EXPECT_FALSE(all[i].basis.empty());
    EXPECT_EQ(all[i].samples_per_s > 0.0, all[i].source != SourceClass::other_elements);
  }
  EXPECT_NEAR(all[0].sample_bytes * 8.0 * all[0].samples_per_s, 4e6, 1.0);  // the video stream its origin speaks of
}

TEST(Profiles, AScenarioChangesWhatItNamesAndNothingElse) {
  ClassChange change;
  change.source = SourceClass::vehicles;
  change.target_ms = 20.0;
  ClassChange later = change;
  later.target_ms = 10.0;
  later.service = "NS-1";
  later.destination = Destination::service;
  later.processing_ms = 3.0;
  const auto usual = profiles({});
  const auto all = profiles({change, later});
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool changed = all[i].source == SourceClass::vehicles;
    EXPECT_EQ(all[i].target_ms, changed ? 10.0 : usual[i].target_ms);
    EXPECT_EQ(all[i].service, changed ? "NS-1" : "");
    EXPECT_EQ(all[i].basis != usual[i].basis, changed);
    EXPECT_EQ(all[i].sample_bytes, usual[i].sample_bytes);
  }
  EXPECT_EQ(all[1].destination, Destination::service);
  EXPECT_EQ(all[1].processing_ms, 3.0);
}

TEST(Profiles, ElementsAreKnownByTheirWords) {
  EXPECT_EQ(class_of_element("Automated guided vehicles"), SourceClass::vehicles);
  EXPECT_EQ(class_of_element("AGV"), SourceClass::vehicles);
  EXPECT_EQ(class_of_element("自动导引车"), SourceClass::vehicles);
  EXPECT_EQ(class_of_element("cameras and machine vision"), SourceClass::machine_vision);
  EXPECT_EQ(class_of_element("machine tools and robots"), SourceClass::machines);
  EXPECT_EQ(class_of_element("machine tools with sensors"), SourceClass::machines);
  EXPECT_EQ(class_of_element("sensors and meters"), SourceClass::sensors);
  EXPECT_EQ(class_of_element("handheld terminals"), SourceClass::terminals);
  EXPECT_EQ(class_of_element("工业机器人"), SourceClass::machines);
  EXPECT_EQ(class_of_element("staff"), SourceClass::other_elements);
  EXPECT_EQ(class_of_element(""), SourceClass::other_elements);
}

TEST(Profiles, OfficesAndCopiesAreNoCollectionOfFigures) {
  int collected = 0;
  for (const auto& entry : names_of(SourceClass{})) collected += collects(entry.value) ? 1 : 0;
  EXPECT_EQ(collected, static_cast<int>(class_count) - 3);
  EXPECT_FALSE(collects(SourceClass::office) || collects(SourceClass::cloud_sync));
}

}  // namespace
}  // namespace parktwin::wired::traffic
