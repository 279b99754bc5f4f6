#include "engine/scenario/scenario.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "engine/core/errors.h"
#include "tests/engine/scenario/random_park.h"

namespace parktwin {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

class ScenarioFile : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() / (std::string("parktwin_scenario_") + test->name() + "_" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::filesystem::path write(const std::string& text) {
    std::ofstream(folder_ / "s.yaml") << text;
    return folder_ / "s.yaml";
  }
  std::vector<std::string> problems_of(const std::string& text) {
    std::vector<std::string> list;
    try {
      (void)read_scenario(write(text));
    } catch (const InputError& error) {
      for (const auto& problem : error.problems()) {
        EXPECT_EQ(problem.file, (folder_ / "s.yaml").string());
        list.push_back(problem.place + ": " + problem.message);
      }
    }
    return list;
  }
  std::filesystem::path folder_;
};

TEST_F(ScenarioFile, ReadsEveryKey) {
  const std::string text =
      "name: Densified\nquestion: How many sites are enough?\npark: ../parks/a\ncriteria: miit-2021\nassessed_on: 2026-11-22\nseed: 42\n"
      "options:\n  radio: {resolution_m: 4, shadow_fading: true}\n  wired: {topology: {check_availability: false}}\n"
      "  cloud: {counted_level: platform}\nchanges:\n  - remove_tree: {id: T-1}\n";
  const Scenario scenario = read_scenario(write(text));
  EXPECT_EQ(scenario.name, "Densified");
  EXPECT_EQ(scenario.question, "How many sites are enough?");
  EXPECT_EQ(scenario.park, folder_.parent_path() / "parks" / "a");
  EXPECT_THAT(scenario.criteria, ElementsAre("miit-2021"));
  EXPECT_EQ(scenario.assessed_on, "2026-11-22");
  EXPECT_EQ(scenario.seed, 42u);
  EXPECT_EQ(scenario.options.radio.resolution, Metres(4.0));
  EXPECT_TRUE(scenario.options.radio.shadow_fading);
  EXPECT_EQ(scenario.options.radio.noise_figure, Decibel(9.0));
  EXPECT_FALSE(scenario.options.wired.topology.check_availability);
  EXPECT_EQ(scenario.options.cloud.counted_level, CloudLevel::platform);
  ASSERT_EQ(scenario.changes.size(), 1u);
  EXPECT_EQ(scenario.changes[0].place, "line 12, column 5");
  EXPECT_EQ(scenario.text, text);
}

TEST_F(ScenarioFile, TakesMetersFromItsFolder) {
  EXPECT_EQ(read_scenario(write("name: x\npark: a\nmeters: year/meters.csv\n")).meters, (folder_ / "year" / "meters.csv").string());
  EXPECT_EQ(read_scenario(write("name: x\npark: a\nmeters: /data/meters.h5\n")).meters, "/data/meters.h5");
  EXPECT_EQ(read_scenario(write("name: x\npark: a\n")).meters, "");
}

TEST_F(ScenarioFile, HasDefaults) {
  const Scenario scenario = read_scenario(write("name: x\npark: /parks/a\n"));
  EXPECT_EQ(scenario.park, "/parks/a");
  EXPECT_THAT(scenario.criteria, ElementsAre("miit-2021"));
  EXPECT_EQ(scenario.assessed_on, "");
  EXPECT_EQ(scenario.seed, 1u);
  EXPECT_TRUE(scenario.changes.empty());
}

TEST_F(ScenarioFile, ReportsAllMistakesAtOnceEachOnItsLine) {
  EXPECT_THAT(problems_of("name: [Densified]\npark: \"\"\ncriterion: miit-2021\nassessed_on: 2026-02-30\nseed: -1\noptions:\n  radio:\n    "
                          "resolution_m: 0.1\n"
                          "    noise_figure_db: .nan\n    resolution: 2\n  wired: fast\n  cloud: {counted_level: platfrom}\nchanges:\n"
                          "  - add_radio_site: {id: S-1, height_m: tall}\n  - remove_tree: {}\n  - move_tree: {id: T-1, to: [1]}\n"),
              UnorderedElementsAre(
                  HasSubstr("line 3, column 1: found the unknown key \"criterion\", did you mean criteria?"),
                  "line 1, column 7: name: found a list of 1, expected a text",
                  HasSubstr("line 5, column 7: seed: found -1, expected a whole number from 0"),
                  "line 10, column 5: found the unknown key \"resolution\", did you mean resolution_m?",
                  "line 8, column 19: resolution_m: found 0.1, expected a number from 0.5 to 50 m",
                  "line 9, column 22: noise_figure_db: found .nan, expected a finite number from 0 to 20 dB",
                  "line 11, column 10: found \"fast\", expected a mapping of keys and values",
                  HasSubstr("line 12, column 26: counted_level: found \"platfrom\", expected one of none, infrastructure, platform"),
                  "line 2, column 7: park: found \"\", expected a text that is not empty",
                  "line 4, column 14: assessed_on: found \"2026-02-30\", expected a date YYYY-MM-DD",
                  "line 14, column 41: height_m: found \"tall\", expected a finite number from 0.5 to 300 m",
                  HasSubstr("line 14, column 21: position: missing"), HasSubstr("line 15, column 18: id: missing"),
                  HasSubstr("line 16, column 30: to: found a list of 1, expected a point [x, y]")));
}

TEST_F(ScenarioFile, ReportsWhatIsMissing) {
  EXPECT_THAT(problems_of("question: what?\n"),
              ElementsAre("line 1, column 1: name: missing, expected name of the scenario", HasSubstr("line 1, column 1: park: missing")));
  EXPECT_THAT(problems_of("- a\n- b\n"), ElementsAre(HasSubstr("line 1, column 1: found a list of 2, expected a mapping")));
  EXPECT_THAT(problems_of(""), ElementsAre(": the file is empty"));
  EXPECT_THAT(problems_of("name: a\nname: b\npark: p\n"), ElementsAre(HasSubstr("line 2, column 1: found the key \"name\" again")));
  EXPECT_THROW((void)read_scenario(folder_), InputError);
  EXPECT_THROW((void)read_scenario(folder_ / "none.yaml"), InputError);
}

std::vector<std::string> refusals(const Park& park, const std::vector<Change>& changes) {
  std::vector<std::string> list;
  try {
    (void)apply(park, changes);
  } catch (const InputError& error) {
    for (const auto& problem : error.problems()) list.push_back(to_string(problem));
  }
  return list;
}

TEST(Apply, LeadsFindingsOfTheValidationBackToTheirChange) {
  const Park park = testing_park::random_park(1);
  AddRecord<Building> bow_tie;
  bow_tie.record.id = "B-9";
  bow_tie.record.footprint.outer = {{0, 0}, {10, 10}, {10, 0}, {0, 12}};
  ModifyRecord<Tree> far;
  far.id = park.trees->records()[0].id;
  far.fields = {"position"};
  far.values.position = {1e9, 0};
  const auto problems = refusals(park, {{"s.yaml", "line 4, column 5", bow_tie}, {"s.yaml", "line 5, column 5", far}});
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_THAT(problems[0], HasSubstr("s.yaml: line 5, column 5: trees tree-0, field position"));
  EXPECT_THAT(problems[1], HasSubstr("s.yaml: line 4, column 5: buildings B-9, field footprint"));
}

TEST(Apply, HoldsChangesAgainstTheRulesOfTheGrid) {
  Park park;
  Site site;
  site.name = "Grid";
  site.crs = "EPSG:4549";
  site.boundary.polygons = {{{{-100, -100}, {100, -100}, {100, 100}, {-100, 100}}, {}}};
  park.site = Part<Site>(site);
  std::vector<Bus> buses(2);
  buses[0].id = "B-1";
  buses[1].id = "B-2";
  buses[1].nominal_voltage = Kilovolts(0.4);
  std::vector<Transformer> units(2);
  units[0].id = "T-1";
  units[1].id = "T-2";
  for (auto& unit : units) {
    unit.high = Id<Bus>(0);
    unit.low = Id<Bus>(1);
  }
  units[1].copper_loss_percent = 8.0;  // was wrong before: not the scenario's fault
  park.buses = Part(Table(buses));
  park.transformers = Part(Table(units));
  ModifyRecord<Transformer> lossy;
  lossy.id = "T-1";
  lossy.fields = {"copper_loss_percent"};
  lossy.values.copper_loss_percent = 9.0;
  const auto problems = refusals(park, {{"s.yaml", "line 4", lossy}});
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_THAT(problems[0], HasSubstr("s.yaml: line 4: transformers T-1, field copper_loss_percent: found 9 %"));
  ModifyRecord<Transformer> tapped = lossy;
  tapped.fields = {"tap_position"};
  tapped.values.tap_position = 2;
  EXPECT_TRUE(refusals(park, {{"s.yaml", "line 4", tapped}}).empty());
}

TEST(Apply, ReportsAllChangesThatDoNotFit) {
  const Park park = testing_park::random_park(2);
  EXPECT_THAT(refusals(park, {{"s.yaml", "line 1", RemoveRecord<Tree>{"none"}}, {"s.yaml", "line 2", MoveRecord<Bus>{"none", {}}}}),
              ElementsAre(HasSubstr("s.yaml: line 1: found no tree with the id \"none\""),
                          HasSubstr("s.yaml: line 2: found no bus with the id \"none\"")));
}

TEST(Apply, LeavesTheGivenParkAlone) {
  const Park park = testing_park::random_park(4);
  const ContentHash before = content_hash_of(park);
  const Park changed = apply(park, {{"s.yaml", "line 1", MoveRecord<Tree>{park.trees->records()[0].id, {-5, -5}}}});
  EXPECT_EQ(content_hash_of(park), before);
  EXPECT_NE(content_hash_of(changed), before);
  EXPECT_EQ(&*changed.buildings, &*park.buildings);
}

TEST(ReadyScenarios, AllRead) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(PARKTWIN_SOURCE_DIR) / "scenarios")) {
    if (entry.path().extension() != ".yaml") continue;
    const Scenario scenario = read_scenario(entry.path());
    EXPECT_FALSE(scenario.question.empty()) << entry.path();
    ++count;
  }
  EXPECT_GE(count, 2u);
}

TEST(ReadyScenarios, TheReferenceRunChangesNothing) {
  const Scenario scenario = read_scenario(std::filesystem::path(PARKTWIN_SOURCE_DIR) / "scenarios" / "reference.yaml");
  EXPECT_EQ(scenario.park, std::filesystem::path(PARKTWIN_SOURCE_DIR) / "data" / "reference-park");
  EXPECT_THAT(scenario.criteria, ElementsAre("miit-2021"));
  EXPECT_EQ(scenario.assessed_on, "2026-11-22");
  EXPECT_EQ(scenario.options.radio.resolution, Metres(2.0));
  EXPECT_TRUE(scenario.changes.empty());
}

}  // namespace
}  // namespace parktwin
