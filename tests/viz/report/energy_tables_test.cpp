#include <gtest/gtest.h>

#include "tests/viz/report/table_cells.h"
#include "viz/report/page_tables.h"

namespace parktwin::viz::report {
namespace {

using testing::cell;

storage::SavedRun run_with_flows() {
  storage::SavedRun run;
  run.results.energy.flows.links = {{"natural gas", "unit BO-1", 600.0, 120.0},
                                    {"unit BO-1", "heat", 500.0, 120.0},
                                    {"unit BO-1", "conversion losses", 100.0, 0.0},
                                    {"natural gas", "unit BO-2", 60.0, 12.0},
                                    {"unit BO-2", "heat", 60.0, 12.0},
                                    {"grid", "electricity", 340.0, 170.0},
                                    {"electricity", "charging EV-1", 30.0, 15},
                                    {"electricity", "charging EV-2", 20.0, 10},
                                    {"electricity", "unit CH-1", 40.0, 20.0},
                                    {"electricity", "grid losses", 7.0, 3.5},
                                    {"electricity", "equipment", 3.0, 1.5},
                                    {"electricity", "chemicals", 240.0, 120.0},
                                    {"heat", "chemicals", 560.0, 131.0},
                                    {"bought heat", "heat", 2.0, 0.5},
                                    {"heat", "textiles", 2.0, 1.0}};
  return run;
}

double sum_of(const Json& table, const char* column, const char* from, const char* to) {
  double sum = 0.0;
  for (std::size_t i = 0; i < table["rows"].size(); ++i) {
    const bool wanted = (*from == '\0' || cell(table, i, "from") == from) && (*to == '\0' || cell(table, i, "to") == to);
    if (wanted) sum += cell(table, i, column).get<double>();
  }
  return sum;
}

TEST(EnergyFlowTable, PutsMachinesOfOneKindTogether) {
  const Json table = energy_flow_table(run_with_flows());
  EXPECT_EQ(sum_of(table, "mwh", "natural_gas", "heat_units"), 660.0);
  EXPECT_EQ(sum_of(table, "t", "heat_units", "heat"), 132.0);
  EXPECT_EQ(sum_of(table, "mwh", "electricity", "charging"), 50.0);
  EXPECT_EQ(sum_of(table, "mwh", "electricity", "cooling_units"), 40.0);
  EXPECT_EQ(sum_of(table, "mwh", "", "losses"), 107.0);
}

TEST(EnergyFlowTable, LosesNothingOfWhatFlows) {
  const Json table = energy_flow_table(run_with_flows());
  for (const char* node : {"electricity", "heat", "heat_units"}) {
    EXPECT_EQ(sum_of(table, "mwh", node, ""), sum_of(table, "mwh", "", node)) << node;
  }
  EXPECT_EQ(sum_of(table, "mwh", "electricity", "small_uses"), 3.0);  // of 1,000 in all
  EXPECT_EQ(sum_of(table, "mwh", "heat", "small_uses"), 2.0);
  EXPECT_EQ(sum_of(table, "mwh", "small_sources", "heat"), 2.0);
  EXPECT_EQ(sum_of(table, "mwh", "", "equipment"), 0.0);
}

TEST(EnergyFlowTable, IsEmptyWithoutAnEnergyYear) { EXPECT_TRUE(energy_flow_table(storage::SavedRun{})["rows"].empty()); }

}  // namespace
}  // namespace parktwin::viz::report
