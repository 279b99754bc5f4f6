// Scenarios that are based on others, and phases.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/hash.h"
#include "engine/scenario/scenario.h"
#include "tests/engine/scenario/random_park.h"
#include "tests/engine/scenario/scratch_scenarios.h"
#include "tests/engine/scenario/string_park.h"

namespace parktwin {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing_park::ScratchScenarios;

std::vector<std::string> problems_of(const ScratchScenarios& scratch, const std::string& text) {
  const auto file = scratch.write("s.yaml", text);
  return scratch.problems_of([&] { (void)read_scenario(file); });
}

TEST(ReadScenario, ChangesOfParentsComeFirstAndOptionsOfTheChildWin) {
  const ScratchScenarios scratch;
  scratch.write("base/base.yaml",
                "name: base\nquestion: old?\npark: ../park\nseed: 7\nassessed_on: 2026-01-31\ncosts: {years: 20}\noptions:\n  radio: "
                "{resolution_m: 4, shadow_fading: true}\nchanges:\n  - remove_tree: {id: T-1}\n");
  scratch.write("other.yaml", "name: other\nbased_on: [base/base.yaml]\nchanges:\n  - remove_tree: {id: T-2}\n");
  const auto file =
      scratch.write("s.yaml",
                    "name: child\nbased_on: [other.yaml, base/base.yaml]\noptions:\n  radio: {resolution_m: 8}\nchanges:\n  - "
                    "remove_tree: {id: T-3}\n");
  const Scenario scenario = read_scenario(file);
  EXPECT_EQ(scenario.name, "child");
  EXPECT_EQ(scenario.question, "");
  EXPECT_EQ(scenario.park, scratch.folder() / "park");
  EXPECT_EQ(scenario.seed, 7U);
  EXPECT_EQ(scenario.assessed_on, "2026-01-31");
  EXPECT_EQ(scenario.costs.years, 20);
  EXPECT_EQ(scenario.options.radio.resolution, Metres(8.0));
  EXPECT_TRUE(scenario.options.radio.shadow_fading);
  std::vector<std::string> trees;
  for (const auto& change : scenario.changes) trees.push_back(std::get<RemoveRecord<Tree>>(change.action).id);
  EXPECT_THAT(trees, ElementsAre("T-1", "T-2", "T-3"));
  EXPECT_EQ(scenario.changes[0].file, (scratch.folder() / "base/base.yaml").string());
  EXPECT_THAT(scenario.based_on, ElementsAre(scratch.folder() / "other.yaml", scratch.folder() / "base/base.yaml"));
}

TEST(ReadScenario, KeepsEveryFileWithItsHash) {
  const ScratchScenarios scratch;
  scratch.write("base.yaml", "name: base\npark: p\n");
  const auto file = scratch.write("s.yaml", "name: child\nbased_on: [base.yaml]\n");
  const Scenario before = read_scenario(file);
  ASSERT_EQ(before.files.size(), 2U);
  EXPECT_EQ(before.files[0].path, (scratch.folder() / "base.yaml").string());
  EXPECT_EQ(before.files[0].text, "name: base\npark: p\n");
  EXPECT_EQ(before.files[1].text, before.text);
  EXPECT_EQ(before.files[0].hash.size(), 32U);
  scratch.write("base.yaml", "name: base\npark: p\n# another day\n");
  const Scenario after = read_scenario(file);
  EXPECT_NE(after.files[0].hash, before.files[0].hash);
  EXPECT_EQ(after.files[1].hash, before.files[1].hash);
}

TEST(ReadScenario, ProblemsOfAllFilesAtOnceEachInItsFile) {
  const ScratchScenarios scratch;
  scratch.write("base.yaml", "name: base\nseed: -4\n");
  EXPECT_THAT(
      problems_of(scratch, "based_on: [base.yaml, none.yaml]\noptions: {radar: {}}\nchanges:\n  - remove_tree: {}\n"),
      testing::UnorderedElementsAre(
          HasSubstr("s.yaml: line 1, column 23: based_on: found \"none.yaml\""), HasSubstr("base.yaml: line 2, column 7: seed: found -4"),
          HasSubstr("base.yaml: line 1, column 1: park: missing"), HasSubstr("s.yaml: line 2, column 11: found the unknown key \"radar\""),
          HasSubstr("s.yaml: line 1, column 1: name: missing"), HasSubstr("s.yaml: line 4, column 18: id: missing")));
}

TEST(ReadScenario, ParentsThatDisagreeNeedAWordOfTheChild) {
  const ScratchScenarios scratch;
  scratch.write("a.yaml", "name: a\npark: p\nseed: 1\n");
  scratch.write("b.yaml", "name: b\npark: ./q/../p\nseed: 2\n");
  EXPECT_THAT(problems_of(scratch, "name: s\nbased_on: [a.yaml, b.yaml]\n"),
              ElementsAre("s.yaml: line 2, column 11: based_on: found 1 for seed in a.yaml and 2 in b.yaml, expected one value: set it in "
                          "this file"));
  EXPECT_THAT(problems_of(scratch, "name: s\nbased_on: [a.yaml, b.yaml]\nseed: 2\n"), IsEmpty());
}

TEST(ReadScenario, ViewsComeFromAStandardPlaceOrACamera) {
  const ScratchScenarios scratch;
  scratch.write("base.yaml",
                "name: base\npark: p\nviews:\n  - {name: Gate, name_zh: 大门, caption: Here., layer: rsrp, camera: {at: [120, 40], "
                "distance_m: 300, azimuth_deg: 20, pitch_deg: 50}, seconds: 4}\n  - {name: All, view: plan, underground: true}\n");
  const auto file = scratch.write("s.yaml", "name: child\nbased_on: [base.yaml]\n");
  const auto views = read_scenario(file).views;
  ASSERT_EQ(views.size(), 2U);
  EXPECT_EQ(views[0].name_zh, "大门");
  EXPECT_EQ(views[0].layer, MapLayer::rsrp);
  EXPECT_EQ(views[0].camera->at, (Point{120.0, 40.0}));
  EXPECT_EQ(views[0].camera->pitch, Degrees(50.0));
  EXPECT_EQ(views[0].seconds, 4.0);
  EXPECT_EQ(views[1].view, StandardView::plan);
  EXPECT_TRUE(views[1].underground);
  EXPECT_FALSE(views[1].camera.has_value());
}

TEST(ReadScenario, FaultyViewsAreReportedTogether) {
  const ScratchScenarios scratch;
  const auto problems =
      problems_of(scratch,
                  "name: s\npark: p\nviews:\n  - {name: A, layer: noise}\n  - {view: moon}\n  - {name: '', seconds: 0}\n"
                  "  - {name: B, camera: {at: [1, 2], distance_m: 5, pitch_deg: 91}}\n  - {name: C, camera: {at: [1, 2]}}\n");
  EXPECT_THAT(problems, ElementsAre(HasSubstr("line 4"), HasSubstr("line 5"), HasSubstr("line 5"), HasSubstr("line 6"), HasSubstr("line 7"),
                                    HasSubstr("line 7"), HasSubstr("line 8"), HasSubstr("line 6")));
}

TEST(ReadScenario, PhasesByYearWithTheirChanges) {
  const ScratchScenarios scratch;
  scratch.write("base.yaml",
                "name: base\npark: p\nphases:\n  - {year: 2028, name: Old name, changes: [{remove_tree: {id: T-1}}]}\n"
                "  - {year: 2031, name: Last, name_zh: 末期, changes: [{remove_tree: {id: T-2}}]}\n");
  const auto file = scratch.write("s.yaml",
                                  "name: s\nbased_on: [base.yaml]\nchanges: [{remove_tree: {id: T-0}}]\nphases:\n"
                                  "  - {year: 2027, changes: [{remove_tree: {id: T-3}}]}\n"
                                  "  - {year: 2028, name: New name, changes: [{remove_tree: {id: T-4}}]}\n");
  const Scenario scenario = read_scenario(file);
  ASSERT_EQ(scenario.phases.size(), 3U);
  EXPECT_EQ(scenario.phases[0].year, 2027);
  EXPECT_EQ(scenario.phases[0].name, "");
  EXPECT_EQ(scenario.phases[1].name, "New name");
  EXPECT_EQ(scenario.phases[2].name_zh, "末期");
  std::map<std::string, int> years;
  for (const auto& change : scenario.changes) years[std::get<RemoveRecord<Tree>>(change.action).id] = change.year;
  EXPECT_EQ(years, (std::map<std::string, int>{{"T-0", 0}, {"T-1", 2028}, {"T-2", 2031}, {"T-3", 2027}, {"T-4", 2028}}));
}

TEST(ReadScenario, FaultyPhasesAreReportedTogether) {
  const ScratchScenarios scratch;
  EXPECT_THAT(problems_of(scratch,
                          "name: s\npark: p\nphases:\n  - {year: 2028, changes: [{remove_tree: {id: T}}]}\n  - {year: 2028, changes: "
                          "[{remove_tree: {id: T}}]}\n  - {year: 1066, changes: []}\n  - {years: 2030}\n  - 5\n"),
              ElementsAre(HasSubstr("s.yaml: line 5, column 12: year: found 2028, expected a year after 2028"),
                          HasSubstr("s.yaml: line 6, column 12: year: found 1066, expected a whole number from 2000 to 2100"),
                          HasSubstr("s.yaml: line 6, column 27: changes: found a list of 0, expected at least one change"),
                          HasSubstr("s.yaml: line 7, column 6: found the unknown key \"years\", did you mean year?"),
                          HasSubstr("s.yaml: line 7, column 5: year: missing"), HasSubstr("s.yaml: line 7, column 5: changes: missing"),
                          HasSubstr("s.yaml: line 8, column 5: found 5, expected a mapping")));
  EXPECT_THAT(problems_of(scratch, "name: s\npark: p\nphases: {}\n"),
              ElementsAre(HasSubstr("phases: found a mapping, expected a list of phases")));
}

TEST(ReadScenario, TheAccountHoldsEveryPhase) {
  const ScratchScenarios scratch;
  const std::string phases =
      "name: s\npark: p\nphases: [{year: 2027, changes: [{remove_tree: {id: T}}]}, {year: 2030, changes: [{remove_tree: {id: U}}]}]\n";
  EXPECT_THAT(problems_of(scratch, phases + "costs: {base_year: 2028}\n"),
              ElementsAre("s.yaml: line 4, column 20: base_year: found 2028, expected at most the year of the first phase, 2027"));
  EXPECT_THAT(
      problems_of(scratch, phases + "costs: {years: 3}\n"),
      ElementsAre(
          "s.yaml: line 4, column 16: years: found 3, expected at least 4, so that the account from 2027 on holds the phase of 2030"));
  EXPECT_THAT(problems_of(scratch, phases + "costs: {years: 4}\n"), IsEmpty());
}

Change move(const std::string& id, Point to, int year) {
  return {"s.yaml", "line " + std::to_string(year), MoveRecord<Tree>{id, to}, year};
}

TEST(ApplyPhases, OneParkPerYearWhateverTheOrderOfTheChanges) {
  const Park park = testing_park::random_park(3);
  const std::string id = park.trees->records()[0].id;
  const auto parks = apply_phases(park, {move(id, {3, 3}, 2030), move(id, {1, 1}, 0), move(id, {2, 2}, 2027)});
  ASSERT_EQ(parks.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    const double at = static_cast<double>(i) + 1.0;
    EXPECT_EQ(parks[i].trees->records()[0].position, (Point{at, at}));
    EXPECT_EQ(&*parks[i].buildings, &*park.buildings);
  }
  EXPECT_EQ(content_hash_of(parktwin::apply(park, {move(id, {3, 3}, 2030), move(id, {1, 1}, 0), move(id, {2, 2}, 2027)})),
            content_hash_of(parks[2]));
}

// The slow answer: every phase as a scenario of its own over the park of the phase before.
TEST(ApplyPhases, TheSameAsScenariosOneAfterTheOther) {
  for (std::uint32_t entity = 0; entity < 60; ++entity) {
    const Park park = testing_park::random_park(entity);
    testing_park::Dice dice(900 + entity);
    std::vector<Change> changes;
    const auto add = [&](Action action, int year) { changes.push_back({"s.yaml", "line", std::move(action), year}); };
    for (const auto& tree : *park.trees) {
      const auto height = static_cast<double>(dice.below(20)) + 31.5;
      for (const int year : {0, 2026, 2028, 2031}) {
        ModifyRecord<Tree> taller;
        taller.id = tree.id;
        taller.values.height = Metres(height + (year == 0 ? 0 : year - 2025));
        taller.fields = {"height_m"};
        if (dice.chance(60)) add(taller, year);
      }
      if (dice.chance(50)) add(RemoveRecord<Tree>{tree.id}, 2035);
      AddRecord<Tree> again;
      again.record.id = tree.id;
      if (changes.size() > 0 && changes.back().year == 2035) add(again, 2036);
    }
    std::reverse(changes.begin(), changes.end());
    const auto parks = apply_phases(park, changes);
    Park standing = park;
    std::size_t phase = 0;
    for (const int year : {0, 2026, 2028, 2031, 2035, 2036}) {
      std::vector<Change> of_year;
      for (const auto& change : changes) {
        if (change.year != year) continue;
        of_year.push_back(change);
        of_year.back().year = 0;
      }
      if (of_year.empty() && year != 0) continue;
      standing = parktwin::apply(standing, of_year);
      ASSERT_LT(phase, parks.size());
      EXPECT_EQ(content_hash_of(parks[phase++]), content_hash_of(standing));
    }
    EXPECT_EQ(phase, parks.size());
  }
}

TEST(ApplyPhases, ContradictionsNameTheirFilesAndPhasesMayFollowEachOther) {
  const Park park = testing_park::random_park(2);
  const std::string id = park.trees->records()[0].id;
  const auto refusals = [&](const std::vector<Change>& changes) {
    std::vector<std::string> list;
    try {
      (void)apply_phases(park, changes);
    } catch (const InputError& error) {
      for (const auto& problem : error.problems()) list.push_back(to_string(problem));
    }
    return list;
  };
  const Change remove{"base.yaml", "line 9", RemoveRecord<Tree>{id}, 2027};
  EXPECT_THAT(refusals({remove, move(id, {1, 1}, 2027)}),
              ElementsAre("s.yaml: line 2027: tree " + id + " was removed on line 9 of base.yaml"));
  EXPECT_THAT(refusals({remove, move(id, {1, 1}, 2029)}),
              ElementsAre("s.yaml: line 2029: tree " + id + " was removed on line 9 of base.yaml"));
  EXPECT_THAT(
      refusals({move(id, {1, 1}, 2027), {"b.yaml", "line 1", MoveRecord<Tree>{id, {2, 2}}, 2027}}),
      ElementsAre("b.yaml: line 1: sets position of tree " + id + ", which was already set on line 2027 of s.yaml, expected one value"));
  EXPECT_THAT(refusals({move(id, {1, 1}, 2027), move(id, {1, 1}, 2029)}),
              ElementsAre("s.yaml: line 2029: changes nothing: found the place where tree " + id + " already stands, expected another"));
  EXPECT_THAT(refusals({move(id, {1, 1}, 2027), move(id, {2, 2}, 2029), {"s.yaml", "line 9", RemoveRecord<Tree>{id}, 2031}}), IsEmpty());
}

}  // namespace
}  // namespace parktwin
