#include "importers/power_tables/power_tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <complex>
#include <numbers>

#include "importers/park_folder/attribute_values.h"

namespace parktwin::importers {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> row(const ForeignTable& from, std::size_t i, const std::vector<std::string>& columns) {
  std::vector<std::string> values;
  for (const auto& column : columns) values.push_back(text_of(from.layer.features.at(i).attributes[from.layer.column(column).value()]));
  return values;
}

PowerCase small() {
  PowerCase grid;
  grid.buses.resize(4);
  for (std::size_t i = 0; i < 4; ++i) grid.buses[i].number = std::to_string(i + 1);
  grid.buses[0].kind = BusKind::slack;
  grid.buses[0].nominal_kv = 110.0;
  return grid;
}

TEST(PowerTables, LinesWithoutALengthAreOneKilometre) {
  auto grid = small();
  CaseLine line;
  line.number = "1";
  line.from = 1;
  line.to = 2;
  line.resistance_ohm = 0.5;
  grid.lines = {line, line};
  grid.lines[1].length_m = 2500.0;
  const auto tables = power_tables(grid);
  EXPECT_THAT(row(tables[1], 0, {"from", "to", "resistance_ohm_per_km", "length_m"}), ElementsAre("2", "3", "0.5", "1000"));
  EXPECT_THAT(row(tables[1], 1, {"resistance_ohm_per_km", "length_m"}), ElementsAre("0.2", "2500"));
  ASSERT_EQ(tables[1].remarks.size(), 1U);
  EXPECT_EQ(tables[1].remarks[0].kind, NoteKind::assumption);
}

TEST(PowerTables, LoadsTellTheSideOfTheirReactivePower) {
  auto grid = small();
  grid.loads = {{1, "1", "", 1, 300.0, 400.0}, {2, "2", "", 2, 300.0, -400.0}, {3, "3", "", 3, 0.0, 5.0}, {4, "4", "", 3, -10.0, 0.0}};
  const auto tables = power_tables(grid);
  ASSERT_EQ(tables[3].layer.features.size(), 2U);
  EXPECT_THAT(row(tables[3], 0, {"peak_power_kw", "power_factor", "leading"}), ElementsAre("300", "0.6", "0"));
  EXPECT_THAT(row(tables[3], 1, {"peak_power_kw", "power_factor", "leading"}), ElementsAre("300", "0.6", "1"));
  EXPECT_EQ(tables[3].remarks.size(), 2U);
}

TEST(PowerTables, GeneratorsAtTheReferenceAreTheGridAbove) {
  auto grid = small();
  grid.generators.resize(2);
  grid.generators[1].bus = 2;
  const auto tables = power_tables(grid);
  EXPECT_EQ(tables[4].layer.features.size(), 1U);
  EXPECT_EQ(tables[4].remarks[0].kind, NoteKind::information);
}

TEST(PowerTables, TheSchematicPlanGoesByDistanceFromTheInfeed) {
  auto grid = small();
  CaseLine line;
  line.from = 0;
  line.to = 2;
  grid.lines = {line, line};
  grid.lines[1].from = 2;
  grid.lines[1].to = 1;
  const auto tables = power_tables(grid);
  EXPECT_THAT(row(tables[0], 0, {"schematic_x_m", "schematic_y_m"}), ElementsAre("0", "0"));
  EXPECT_THAT(row(tables[0], 2, {"schematic_x_m", "schematic_y_m"}), ElementsAre("0", "-200"));
  EXPECT_THAT(row(tables[0], 1, {"schematic_x_m", "schematic_y_m"}), ElementsAre("0", "-400"));
  EXPECT_THAT(row(tables[0], 3, {"schematic_x_m", "schematic_y_m"}), ElementsAre("0", "-600"));  // nothing leads there
}

using Complex = std::complex<double>;
struct TwoPort {
  Complex hh, hl, lh, ll;
};

/// Pi section behind an ideal ratio at the high side (Zimmerman et al. 2011), per unit of nominal voltages and 1 MVA; no charging.
TwoPort two_port(const CaseTransformer& unit, double high_kv, double low_kv) {
  const double base = std::pow(unit.low_rated_kv / low_kv, 2) / unit.rated_mva.value_or(unit.base_mva);
  const double x = std::sqrt(unit.short_circuit_share * unit.short_circuit_share - unit.copper_loss_share * unit.copper_loss_share);
  const Complex y = 1.0 / (Complex(unit.copper_loss_share, x) * base);
  const double turns = unit.high_rated_kv * (1.0 + unit.tap_position * unit.tap_step_percent / 100.0) / high_kv;
  const Complex ratio = std::polar(turns / (unit.low_rated_kv / low_kv), unit.phase_shift_deg * std::numbers::pi / 180.0);
  return {y / std::norm(ratio), -y / std::conj(ratio), -y / ratio, y};
}

TEST(PowerTables, AUnitTurnedRoundIsTheSameTwoPort) {
  CaseTransformer unit;
  unit.high = 3;
  unit.low = 0;
  unit.base_mva = 40.0;
  unit.short_circuit_share = 0.12;
  unit.copper_loss_share = 0.01;
  unit.high_rated_kv = 10.3;
  unit.low_rated_kv = 115.0;
  unit.tap_position = 2;
  unit.tap_step_percent = 1.25;
  unit.phase_shift_deg = 30.0;
  const auto turned = turned_round(unit, 10.0, 110.0);
  EXPECT_EQ(turned.high, 0U);
  const auto before = two_port(unit, 10.0, 110.0);
  const auto after = two_port(turned, 110.0, 10.0);
  EXPECT_NEAR(std::abs(before.hh - after.ll), 0.0, 1e-9);
  EXPECT_NEAR(std::abs(before.ll - after.hh), 0.0, 1e-9);
  EXPECT_NEAR(std::abs(before.hl - after.lh), 0.0, 1e-9);
  EXPECT_NEAR(std::abs(before.lh - after.hl), 0.0, 1e-9);
}

}  // namespace
}  // namespace parktwin::importers
