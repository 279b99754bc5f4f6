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
  ASSERT_EQ(saved.files.size(), 4U);
  EXPECT_EQ(saved.files[0].path, pack_file("miit-2021").string());
  EXPECT_EQ(saved.files[0].text, read_file(pack_file("miit-2021")));
  EXPECT_EQ(saved.files[1].path, (data_folder() / "factors" / "grid.csv").string());
  EXPECT_EQ(saved.files[2].path, (data_folder() / "factors" / "fuels.csv").string());
  EXPECT_EQ(saved.files[3].path, scenario);
  ASSERT_EQ(saved.plan.phases.size(), 1U);
  EXPECT_EQ(saved.plan.phases[0].targets.size(), 70U);
  EXPECT_EQ(saved.plan.account.prices, "");  // nothing was changed
}

TEST(JudgedRun, PhasesGoToTheSinkWithThePlanSoFar) {
  const Workplace workplace;
  ASSERT_FALSE(workplace.small_scenario().empty());
  const auto scenario = workplace.write("phased.yaml",
                                        "name: phased\nbased_on: [small.yaml]\nphases:\n"
                                        "  - {year: 2027, changes: [{add_radio_site: {id: S-900, height_m: 25, position: [100, 100]}}]}\n"
                                        "  - {year: 2030, changes: [{remove_radio_site: {id: S-900}}]}\n");
  std::ostringstream out;
  Progress progress;
  Session session{.out = out, .err = out, .progress = progress};
  std::vector<std::int32_t> years;
  std::vector<double> spent;
  const auto saved = carry_out(scenario, session, nullptr, [&](const storage::SavedRun& run, std::int32_t year) {
    years.push_back(year);
    spent.push_back(run.plan.account.present_value_likely_cny);
    EXPECT_EQ(run.plan.phases.size(), years.size());
  });
  EXPECT_EQ(years, (std::vector<std::int32_t>{0, 2027}));
  EXPECT_EQ(spent[0], 0.0);
  ASSERT_EQ(saved.plan.phases.size(), 3U);
  EXPECT_EQ(saved.plan.phases[2].year, 2030);
  EXPECT_EQ(saved.plan.phases[0].results_hash, saved.plan.phases[2].results_hash);  // built and taken down again
  EXPECT_GT(spent[1], saved.plan.account.present_value_likely_cny);                 // running costs end in 2030
  EXPECT_EQ(saved.plan.account.bill.lines.front().operating_until, 2030);
  EXPECT_EQ(saved.timings.size(), 8U);
}

TEST(JudgedRun, PacksAreFoundByNameOrPath) {
  EXPECT_TRUE(std::filesystem::exists(pack_file("miit-2021")));
  EXPECT_EQ(pack_file("mine/own.yaml"), "mine/own.yaml");
  const auto both = pack_files("miit-2021, mine/own.yaml");
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(both[0], pack_file("miit-2021"));
  EXPECT_EQ(both[1], "mine/own.yaml");
}

TEST(JudgedRun, SeveralPacksMakeOneScorecard) {
  const Workplace workplace;
  ASSERT_FALSE(workplace.small_scenario().empty());
  const auto scenario = workplace.write("two.yaml",
                                        "name: two\nbased_on: [small.yaml]\ncriteria: [miit-2021, zero-carbon-park-2025]\n"
                                        "options: {energy: {abatement: {measures: [{name: PV, kind: photovoltaic, size: 10}]}}}\n");
  std::ostringstream out;
  Progress progress;
  Session session{.out = out, .err = out, .progress = progress};
  const auto saved = carry_out(scenario, session);
  EXPECT_EQ(saved.criteria, "miit-2021, zero-carbon-park-2025");
  ASSERT_EQ(saved.verdicts.size(), 76U);
  EXPECT_EQ(saved.verdicts.back().id, "Z2-Q4");
  EXPECT_EQ(saved.files[1].path, pack_file("zero-carbon-park-2025").string());
  EXPECT_EQ(saved.files[2].path, price_file("assumed-2026").string());  // the measure has no price of its own
  EXPECT_EQ(with_priced_measures(read_scenario(scenario)).options.energy.abatement.measures.at(0).capital_cny_per_unit, 3400.0);
}

TEST(JudgedRun, TariffsAndFactorsAreFoundByNameOrPath) {
  const Workplace workplace;
  Scenario scenario;
  EXPECT_FALSE(energy_tables(scenario).tariff);
  EXPECT_FALSE(energy_tables(scenario).factors);
  scenario.tariff = "guangdong-pattern";
  scenario.emission_factors = "factors";
  const auto shipped = energy_tables(scenario);
  EXPECT_EQ(shipped.tariff->name, "guangdong-pattern");
  EXPECT_FALSE(shipped.factors->grid.empty());
  const std::filesystem::path own = workplace.write("mine.yaml", "name: mine\ndata_year: 2026\nbase_cny_per_kwh: [0.5]\n");
  scenario.tariff = own.string();
  EXPECT_EQ(energy_tables(scenario).tariff->name, "mine");
  EXPECT_EQ(factors_folder("mine/factors"), "mine/factors");
  scenario.tariff = "nowhere";
  EXPECT_THROW(static_cast<void>(energy_tables(scenario)), InputError);
}

TEST(JudgedRun, MetersAreReadFromTheirTable) {
  const Workplace workplace;
  Scenario scenario;
  EXPECT_TRUE(energy_tables(scenario).meters.empty());
  scenario.meters = workplace.write("meters.csv", "time,E-1_kw\n2025-01-01 00:00,1\n2025-01-01 01:00,2\n2025-01-01 03:00,4\n");
  const auto meters = energy_tables(scenario).meters;
  ASSERT_EQ(meters.size(), 1U);
  EXPECT_EQ(meters[0].kw, (std::vector<double>{1.0, 2.0, 3.0, 4.0})) << "a short gap is filled";
  EXPECT_EQ(meters[0].filled, 1);
  scenario.meters = "nowhere.h5";
  EXPECT_THROW(static_cast<void>(energy_tables(scenario)), InputError);
}

TEST(JudgedRun, PriceTablesAreFoundByNameOrPath) {
  EXPECT_TRUE(std::filesystem::exists(price_file("assumed-2026")));
  EXPECT_EQ(price_file("mine/own.csv"), "mine/own.csv");
}

TEST(JudgedRun, TodayIsADate) { EXPECT_TRUE(std::regex_match(today(), std::regex("20[0-9]{2}-[01][0-9]-[0-3][0-9]"))); }

}  // namespace
}  // namespace parktwin::cli
