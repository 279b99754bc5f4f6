#include "viz/report/described_tables.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace parktwin::viz::report {
namespace {

const Json* find(const std::vector<Json>& tables, const std::string& id) {
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const Json& table) { return table["id"] == id; });
  return found == tables.end() ? nullptr : &*found;
}

TEST(DescribedTables, AListOfResultsIsATableWithItsFields) {
  storage::SavedRun run;
  Enterprise enterprise;
  enterprise.id = "E-7";
  run.park.enterprises = Part<Table<Enterprise>>(Table<Enterprise>({enterprise}));
  energy::EnterpriseEnergy figures;
  figures.enterprise = Id<Enterprise>(0);
  figures.consumption_mwh = 1234.5678;
  figures.peak_kw = std::numeric_limits<double>::quiet_NaN();
  run.results.energy.enterprises = {figures};
  const auto tables = described_tables(run);
  const Json* table = find(tables, "energy/enterprises");
  ASSERT_NE(table, nullptr);
  EXPECT_EQ((*table)["columns"][0]["key"], "enterprise");
  EXPECT_EQ((*table)["columns"][1]["unit"], "MWh");
  EXPECT_EQ((*table)["columns"][1]["about"], "electricity consumed");
  EXPECT_EQ((*table)["rows"][0][0], "E-7");
  EXPECT_EQ((*table)["rows"][0][1], 1234.6);
  EXPECT_TRUE((*table)["rows"][0][2].is_null());
  EXPECT_EQ(find(tables, "energy/generators"), nullptr);  // empty
}

TEST(DescribedTables, LongListsEndAndSaySo) {
  storage::SavedRun run;
  run.results.energy.months.resize(12);
  const auto tables = described_tables(run, 5);
  EXPECT_EQ((*find(tables, "energy/months"))["rows"].size(), 5U);
  EXPECT_NE((*find(tables, "energy/months"))["about"]["en"].get<std::string>().find("the first 5 of 12"), std::string::npos);
}

TEST(DescribedTables, PackedTablesAreASmallBase64Text) {
  Json tables = Json::array();
  for (int i = 0; i < 2000; ++i) tables.push_back({{"id", "energy/months"}, {"rows", i}});
  const std::string packed = packed_tables(tables);
  EXPECT_LT(packed.size(), tables.dump().size() / 5);
  EXPECT_EQ(packed.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="), std::string::npos);
}

TEST(DescribedTables, TheTypicalDayIsTheMeanOfItsHours) {
  storage::SavedRun run;
  auto& series = run.results.energy.series;
  for (int step = 0; step < 3 * 96; ++step) {
    series.load_kw.push_back(100.0 + step / 96 * 10.0 + step % 96 / 4);
    series.pv_kw.push_back(step % 96 / 4 == 12 ? 40.0 : 0.0);
  }
  const Json day = day_table(run);
  ASSERT_EQ(day["rows"].size(), 24U);
  EXPECT_EQ(day["rows"][7][1], 117.0);  // mean of 100, 110, 120 plus the hour
  EXPECT_EQ(day["rows"][12][2], 40.0);
  EXPECT_EQ(day["rows"][13][2], 0.0);
  EXPECT_TRUE(day["rows"][0][3].is_null());
  EXPECT_TRUE(day_table({})["rows"].empty());
}

}  // namespace
}  // namespace parktwin::viz::report
