#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

using testing::HasSubstr;

TEST(ValidateCommand, KnowsWhatItIsGiven) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario();
  EXPECT_THAT(call({"validate", scenario}).out, HasSubstr("valid scenario"));
  EXPECT_THAT(call({"validate", workplace.path("park")}).out, HasSubstr("valid park"));
  EXPECT_THAT(call({"validate", workplace.path("park/park.yaml")}).out, HasSubstr("valid park"));
  EXPECT_THAT(call({"validate", std::string(PARKTWIN_SOURCE_DIR) + "/data/criteria/miit-2021.yaml"}).out, HasSubstr("valid criteria pack"));
  ASSERT_EQ(call({"run", scenario, "--out", workplace.path("run")}).code, 0);
  EXPECT_THAT(call({"validate", workplace.path("run"), "--json"}).out, HasSubstr(R"("kind":"run")"));
}

TEST(ValidateCommand, ReportsAllProblemsAtOnceWithTheirPlaces) {
  const Workplace workplace;
  static_cast<void>(workplace.small_scenario());
  const auto file = workplace.write("bad.yaml",
                                    "name: bad\n"
                                    "park: park\n"
                                    "colour: red\n"
                                    "seed: many\n"
                                    "assessed_on: yesterday\n"
                                    "options:\n"
                                    "  radio: {resolution_m: -2, receiver_hight_m: 1}\n"
                                    "  cloud: {counted_level: sky}\n");
  const auto outcome = call({"validate", file});
  EXPECT_EQ(outcome.code, 3);
  for (const char* place : {"line 3", "line 4", "line 5", "line 7", "line 8"}) EXPECT_THAT(outcome.err, HasSubstr(place));
  EXPECT_THAT(outcome.err, HasSubstr("6 problems"));
}

TEST(ValidateCommand, AChangeThatDoesNotFitTheParkIsFound) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario("changes:\n  - remove_radio_site: {id: S-999}\n");
  const auto outcome = call({"validate", scenario});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("S-999"));
}

TEST(ValidateCommand, ADoubtfulCableIsToldAndMakesNothingInvalid) {
  const Workplace workplace;
  static_cast<void>(workplace.small_scenario());
  EXPECT_THAT(call({"validate", workplace.path("park")}).out, testing::Not(HasSubstr("doubtful")));
  std::ofstream(workplace.path("park/cables.csv"), std::ios::app) << "C-spare,24,,10\n";
  const auto outcome = call({"validate", workplace.path("park")});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("doubtful: cables C-spare, field id: is a cable that no link uses"));
  EXPECT_THAT(call({"validate", workplace.path("park"), "--json"}).out,
              HasSubstr(R"("doubtful":["cables C-spare, field id: is a cable that no link uses"])"));
  std::ofstream more(workplace.path("park/cables.csv"), std::ios::app);
  for (int i = 1; i <= 12; ++i) more << "C-spare-" << i << ",24,,10\n";
  more.close();
  const std::string many = call({"validate", workplace.path("park")}).out;
  EXPECT_THAT(many, HasSubstr("C-spare-9,"));
  EXPECT_THAT(many, testing::Not(HasSubstr("C-spare-10")));
  EXPECT_THAT(many, HasSubstr("  3 more doubts; --json has all\n"));
  EXPECT_THAT(call({"validate", workplace.path("park"), "--json"}).out, HasSubstr("C-spare-12"));
}

TEST(ValidateCommand, MissingEmptyAndFolderInsteadOfFile) {
  const Workplace workplace;
  EXPECT_EQ(call({"validate", workplace.path("nothing.yaml")}).code, 3);
  EXPECT_EQ(call({"validate", workplace.write("empty.yaml", "")}).code, 3);
  EXPECT_EQ(call({"validate", workplace.folder().string()}).code, 3);
}

}  // namespace
}  // namespace parktwin::cli
