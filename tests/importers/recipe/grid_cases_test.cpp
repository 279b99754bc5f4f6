// Published grids through a recipe and the park's tables to a power flow: what comes out is what the solver gives for the grid itself, and
// what is published.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/errors.h"
#include "engine/simulators/energy/grid/power_flow.h"
#include "engine/simulators/energy/park_grid.h"
#include "importers/recipe/recipe.h"
#include "tests/importers/gdal_layers/temporary_folder.h"
#include "tests/importers/matpower/case_text.h"
#include "tests/importers/pandapower/small_net.h"

namespace parktwin::importers {
namespace {

using energy::grid::Grid;
using testing::TemporaryFolder;

std::string recipe_of(const std::string& preset, const std::string& file, const std::string& place) {
  std::string text = "recipe: grid\nname: Grid\ncrs: EPSG:4549\nsources:\n";
  for (const char* table : {"buses", "power_lines", "transformers", "power_loads", "generators"}) {
    const bool buses = std::string(table) == "buses";
    const bool plants = std::string(table) == "generators";
    text += fmt::format("  - {{table: {}, file: {}, preset: {}{}{}}}\n", table, file, preset, buses ? place : "",
                        plants ? ", fields: {rated_power_kw: active_power_kw}" : "");
  }
  return text;
}

const std::string schematic =
    ", crs: EPSG:4549, x: {field: schematic_x_m, plus: 500000, guess: true}, y: {field: schematic_y_m, plus: 3400000, guess: true}";

Park imported_case(const std::string& name, const Grid& grid, double written_kv) {
  const TemporaryFolder folder;
  static_cast<void>(folder.write("case.m", testing::case_text(name, grid, written_kv)));
  return import_by_recipe(folder.write("recipe.yaml", recipe_of("matpower", "case.m", schematic))).loaded.park;
}

/// The park's grid in the step in which its loads are at their peaks, with every plant at its rated power.
Grid state_at_peak(const Park& park) {
  const auto loads = energy::loads::loads(park, energy::loads::working_days(2025), {});
  const std::vector<std::vector<double>> full(park.generators->size(), std::vector<double>(energy::loads::steps_per_year, 1.0));
  const std::vector<std::vector<double>> none;
  Grid grid = energy::park_grid({park, loads, full, none}).grid;
  for (std::size_t i = 0; i < grid.loads.size(); ++i) {
    const auto& profile = loads.profiles[loads.consumers[i].profile];
    const double peak = *std::max_element(profile.begin(), profile.end());
    grid.loads[i].active_w *= peak;
    grid.loads[i].reactive_var *= peak;
  }
  return grid;
}

void expect_same_solution(const Park& park, const Grid& published) {
  const auto imported = energy::grid::power_flow(state_at_peak(park));
  const auto expected = energy::grid::power_flow(published);
  ASSERT_TRUE(imported.solved() && expected.solved());
  ASSERT_EQ(imported.buses.size(), expected.buses.size());
  for (std::size_t bus = 0; bus < expected.buses.size(); ++bus) {
    ASSERT_EQ(imported.buses[bus].state, expected.buses[bus].state) << bus;
    if (expected.buses[bus].state == energy::grid::BusState::dead) continue;
    EXPECT_NEAR(imported.buses[bus].voltage_pu, expected.buses[bus].voltage_pu, 1e-7) << bus;
    EXPECT_NEAR(imported.buses[bus].angle_rad, expected.buses[bus].angle_rad, 1e-7) << bus;
  }
  EXPECT_NEAR(imported.loss_w, expected.loss_w, 1e-5 * expected.loss_w);
}

TEST(GridCases, Case14GivesThePublishedVoltages) {
  const auto park = imported_case("case14", energy::grid::ieee14(), 0.0);
  EXPECT_EQ(park.buses->size(), 14U);
  EXPECT_EQ(park.power_lines->size(), 17U);
  EXPECT_EQ(park.transformers->size(), 3U);
  EXPECT_EQ(park.power_loads->size(), 11U);
  EXPECT_EQ(park.generators->size(), 4U);
  const auto flow = energy::grid::power_flow(state_at_peak(park));
  for (std::size_t bus = 0; bus < 14; ++bus) {
    EXPECT_NEAR(flow.buses[bus].voltage_pu, energy::grid::ieee14_voltages[bus].voltage_pu, 0.0015) << bus;
    EXPECT_NEAR(flow.buses[bus].angle_rad * 180.0 / std::numbers::pi, energy::grid::ieee14_voltages[bus].angle_deg, 0.02) << bus;
  }
  expect_same_solution(park, energy::grid::ieee14());
}

TEST(GridCases, Case9AndCase33bwGiveTheirSolutions) {
  expect_same_solution(imported_case("case9", energy::grid::chow9(), 345.0), energy::grid::chow9());
  const auto feeder = imported_case("case33bw", energy::grid::baran_wu33(), 12.66);
  const auto flow = energy::grid::power_flow(state_at_peak(feeder));
  EXPECT_NEAR(flow.loss_w, 202.7e3, 50.0);  // Baran and Wu 1989
  EXPECT_NEAR(flow.buses[17].voltage_pu, 0.9131, 0.00005);
  expect_same_solution(feeder, energy::grid::baran_wu33());
}

TEST(GridCases, APandapowerNetGivesTheSolutionOfItsElements) {
  const TemporaryFolder folder;
  static_cast<void>(folder.write("net.json", testing::small_net().dump()));
  const auto park = import_by_recipe(folder.write("recipe.yaml", recipe_of("pandapower", "net.json", ""))).loaded.park;
  ASSERT_EQ(park.buses->size(), 5U);
  Grid grid;
  for (const double volts : {110e3, 10e3, 10e3, 400.0, 10e3}) grid.buses.push_back({volts, 0.9, 1.1});
  grid.sources.push_back({0, 1.02});
  grid.transformers.push_back({0, 1, 40e6, 110e3, 10.5e3, 0.105, 160e3, 22e3, 0.001, 2.0, 0.015, 150.0 * std::numbers::pi / 180.0});
  grid.transformers.push_back({2, 3, 1.26e6, 10e3, 390.0, 0.06, 15.12e3, 2.2e3, 0.003, 0.0, 0.0, 150.0 * std::numbers::pi / 180.0});
  grid.lines.push_back({1, 2, 0.12, 0.075, 810e-9, 800.0});
  grid.shunts.push_back({2, 0.0, 0.6e6 / 1e8});
  grid.loads = {{2, 2e6, 0.75e6}, {3, 0.5e6, -0.1e6}, {3, -0.2e6, 0.0}};
  expect_same_solution(park, grid);
}

TEST(GridCases, StrictImportTakesNoSchematicPlan) {
  const TemporaryFolder folder;
  static_cast<void>(folder.write("case.m", testing::case_text("case9", energy::grid::chow9(), 345.0)));
  const auto file = folder.write("recipe.yaml", recipe_of("matpower", "case.m", schematic));
  try {
    static_cast<void>(import_by_recipe(file, true));
    FAIL() << "expected InputError";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("9 guessed: position; strict import takes no guesses"));
    EXPECT_THAT(error.what(), ::testing::HasSubstr("9 guessed: length_m: 1000 where the case has none"));
  }
}

}  // namespace
}  // namespace parktwin::importers
