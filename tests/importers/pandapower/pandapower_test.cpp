#include "importers/pandapower/pandapower.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/damaged_copies.h"
#include "tests/importers/gdal_layers/temporary_folder.h"
#include "tests/importers/pandapower/small_net.h"

namespace parktwin::importers::pandapower {
namespace {

PowerCase made(const nlohmann::json& document) {
  Problems problems;
  const auto net = parse_net(document, "n.json", problems);
  const auto grid = net ? power_case(*net, "n.json", problems) : std::nullopt;
  for (const auto& problem : problems.list()) ADD_FAILURE() << to_string(problem);
  return grid.value_or(PowerCase());
}

TEST(Pandapower, ElementsBecomeRecords) {
  const auto grid = made(testing::small_net());
  ASSERT_EQ(grid.buses.size(), 5U);  // a closed switch joins two
  EXPECT_EQ(grid.buses[0].kind, BusKind::slack);
  EXPECT_EQ(grid.buses[0].held_pu, std::optional(1.02));
  EXPECT_EQ(grid.buses[2].number, "3");
  EXPECT_NEAR(grid.buses[2].shunt_kvar, 600.0, 1e-9);
  EXPECT_EQ(grid.buses[2].position, std::optional(Point{120.71, 31.30}));
  ASSERT_EQ(grid.lines.size(), 2U);
  EXPECT_EQ(grid.lines[0].from, 1U);
  EXPECT_NEAR(grid.lines[0].resistance_ohm, 0.12, 1e-12);
  EXPECT_NEAR(grid.lines[0].capacitance_nf, 810.0, 1e-9);
  EXPECT_NEAR(grid.lines[0].rated_ka, 0.8, 1e-12);
  EXPECT_TRUE(grid.lines[0].operational);
  EXPECT_FALSE(grid.lines[1].operational);
  ASSERT_EQ(grid.transformers.size(), 2U);
  EXPECT_EQ(grid.transformers[0].tap_position, 2);
  EXPECT_EQ(grid.transformers[0].tap_step_percent, 1.5);
  EXPECT_NEAR(grid.transformers[1].low_rated_kv, 0.39, 1e-12);  // a tap on the low side
  EXPECT_EQ(grid.transformers[1].rated_mva, std::optional(1.26));
  EXPECT_NEAR(grid.transformers[1].no_load_loss_kw, 2.2, 1e-12);
  ASSERT_EQ(grid.loads.size(), 2U);
  EXPECT_EQ(grid.loads[0].active_kw, 2000.0);
  EXPECT_EQ(grid.loads[1].reactive_kvar, -100.0);
  ASSERT_EQ(grid.generators.size(), 1U);
  EXPECT_EQ(grid.generators[0].kind, GeneratorKind::photovoltaic);
  EXPECT_EQ(grid.generators[0].rated_kw, 250.0);
  EXPECT_THAT(grid.remarks, ::testing::Contains(::testing::Field(&Remark::place, "1 trafo3w")));
}

TEST(Pandapower, MachinesHoldTheirBusesAndPlacesMayStandInGeo) {
  nlohmann::json net = testing::small_net();
  net["_object"]["gen"] = testing::frame({"bus", "p_mw", "vm_pu", "slack"}, {{3, 1.5, 1.01, false}, {0, 1.0, 1.05, false}});
  net["_object"]["bus"] = testing::frame(
      {"vn_kv", "geo"},
      {{110, R"({"type":"Point","coordinates":[1,2]})"}, {10, nullptr}, {10, nullptr}, {10, nullptr}, {0.4, nullptr}, {10, nullptr}});
  const auto grid = made(net);
  EXPECT_EQ(grid.buses[2].kind, BusKind::pv);
  EXPECT_EQ(grid.buses[2].held_pu, std::optional(1.01));
  EXPECT_EQ(grid.buses[0].held_pu, std::optional(1.02));  // the infeed stays
  EXPECT_EQ(grid.buses[0].position, std::optional(Point{1, 2}));
}

TEST(Pandapower, CellsThatDoNotFitAreNamed) {
  nlohmann::json net = testing::small_net();
  net["_object"]["load"] = testing::frame({"bus", "p_mw"}, {{77, 1.0}, {3, "much"}, {3, nullptr}});
  Problems problems;
  const auto parsed = parse_net(net, "n.json", problems);
  EXPECT_FALSE(power_case(*parsed, "n.json", problems));
  ASSERT_EQ(problems.list().size(), 3U);
  EXPECT_EQ(to_string(problems.list()[0]), "n.json: table load, index 0, column bus: expected the index of a bus");
  EXPECT_EQ(to_string(problems.list()[1]), "n.json: table load, index 1, column p_mw: expected a number");
}

TEST(Pandapower, DamagedFilesAreReadOrRefused) {
  const testing::TemporaryFolder folder;
  std::size_t refused = 0;
  testing::each_damaged_copy(testing::small_net().dump(), 400, [&](const std::string& text) {
    Problems problems;
    const auto read = read_pandapower(folder.write("n.json", text), problems);
    EXPECT_EQ(read.has_value(), problems.empty());
    refused += read ? 0 : 1;
  });
  EXPECT_GT(refused, 200U);
}

}  // namespace
}  // namespace parktwin::importers::pandapower
