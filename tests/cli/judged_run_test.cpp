#include "cli/judged_run.h"

#include <gtest/gtest.h>

#include <regex>
#include <sstream>

#include "engine/core/errors.h"
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

TEST(JudgedRun, TariffsAndFactorsAreFoundByNameOrBesideTheScenario) {
  const Workplace workplace;
  Scenario scenario;
  EXPECT_FALSE(energy_tables(scenario, "a.yaml").tariff);
  EXPECT_FALSE(energy_tables(scenario, "a.yaml").factors);
  scenario.tariff = "guangdong-pattern";
  scenario.emission_factors = "factors";
  const auto shipped = energy_tables(scenario, "a.yaml");
  EXPECT_EQ(shipped.tariff->name, "guangdong-pattern");
  EXPECT_FALSE(shipped.factors->grid.empty());
  const std::filesystem::path own = workplace.write("mine.yaml", "name: mine\ndata_year: 2026\nbase_cny_per_kwh: [0.5]\n");
  scenario.tariff = "mine.yaml";
  EXPECT_EQ(energy_tables(scenario, own.parent_path() / "a.yaml").tariff->name, "mine");
  scenario.tariff = "nowhere";
  EXPECT_THROW(static_cast<void>(energy_tables(scenario, "a.yaml")), InputError);
}

TEST(JudgedRun, TodayIsADate) { EXPECT_TRUE(std::regex_match(today(), std::regex("20[0-9]{2}-[01][0-9]-[0-3][0-9]"))); }

}  // namespace
}  // namespace parktwin::cli
