#include "cli/judged_run.h"

#include <gtest/gtest.h>

#include <regex>
#include <sstream>

#include "tests/cli/program.h"

namespace parktwin::cli {
namespace {

TEST(JudgedRun, CarriesOutAScenarioAndKeepsWhatBelongsToIt) {
  const Workplace workplace;
  const auto scenario = workplace.small_scenario();
  std::ostringstream out;
  Progress progress;
  Session session{.out = out, .err = out, .progress = progress};
  const auto saved = carry_out(scenario, session);
  EXPECT_EQ(saved.scenario_name, "small");
  EXPECT_EQ(saved.scenario_text, read_file(scenario));
  EXPECT_EQ(saved.assessed_on, "2026-06-30");
  EXPECT_EQ(saved.seed, 3U);
  EXPECT_EQ(saved.verdicts.size(), 70U);
  EXPECT_EQ(saved.timings.size(), 4U);
  EXPECT_GT(saved.peak_memory_mib, 1.0);
}

TEST(JudgedRun, PacksAreFoundByNameOrPath) {
  EXPECT_TRUE(std::filesystem::exists(pack_file("miit-2021")));
  EXPECT_EQ(pack_file("mine/own.yaml"), "mine/own.yaml");
}

TEST(JudgedRun, TodayIsADate) { EXPECT_TRUE(std::regex_match(today(), std::regex("20[0-9]{2}-[01][0-9]-[0-3][0-9]"))); }

}  // namespace
}  // namespace parktwin::cli
