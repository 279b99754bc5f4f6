#include "importers/matpower/matpower.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/gdal_layers/temporary_folder.h"
#include "tests/importers/matpower/case_text.h"

namespace parktwin::importers::matpower {
namespace {

using ::testing::Contains;
using ::testing::Field;

PowerCase made(const std::string& text) {
  Problems problems;
  const auto parsed = parse_case(text, "c.m", problems);
  for (const auto& problem : problems.list()) ADD_FAILURE() << to_string(problem);
  return parsed ? power_case(*parsed) : PowerCase();
}

TEST(Matpower, BranchesBecomeLinesAndTransformers) {
  const auto grid = made(testing::case_text("case14", energy::grid::ieee14(), 100.0));
  EXPECT_EQ(grid.buses.size(), 14U);
  EXPECT_EQ(grid.lines.size(), 17U);
  ASSERT_EQ(grid.transformers.size(), 3U);
  EXPECT_EQ(grid.loads.size(), 11U);
  EXPECT_EQ(grid.generators.size(), 5U);
  EXPECT_NEAR(grid.lines[0].resistance_ohm, 1.938, 1e-9);
  EXPECT_NEAR(grid.lines[0].capacitance_nf, 0.0528 / 100.0 / (100.0 * std::numbers::pi) * 1e9, 1e-6);
  EXPECT_NEAR(grid.transformers[0].high_rated_kv, 97.8, 1e-9);
  EXPECT_NEAR(grid.transformers[0].short_circuit_share, 0.20912, 1e-12);
  EXPECT_EQ(grid.buses[0].held_pu, std::optional(1.06));
  EXPECT_EQ(grid.buses[7].held_pu, std::optional(1.09));
  EXPECT_NEAR(grid.buses[8].shunt_kvar, 19000.0, 1e-6);
  EXPECT_NEAR(grid.loads[2].reactive_kvar, -3900.0, 1e-9);
}

TEST(Matpower, WhatAParkDoesNotHoldIsRemarked) {
  const auto grid = made(
      "mpc.version = '2';\nmpc.baseMVA = 100;\nmpc.bus = [1 3 0 0 0 0 1 1 5 0 1 1.1 0.9; 2 2 0 0 0 0 1 1 0 10 1 1.1 0.9];\n"
      "mpc.gen = [1 0 0 10 -10 1 100 1 10 0; 1 0 0 10 -10 1.02 100 1 10 0; 2 0 0 10 -10 1 100 0 10 0];\n"
      "mpc.branch = [1 2 0.01 -0.1 0.02 50 0 0 0 0 1 -360 360];\nmpc.gencost = [2 0 0 3 0 1 0];\nmpc.dcline = [1 2 1];\n");
  const auto has = [&](NoteKind kind, const std::string& text) {
    EXPECT_THAT(grid.remarks, Contains(::testing::AllOf(Field(&Remark::kind, kind), Field(&Remark::text, ::testing::HasSubstr(text)))))
        << text;
  };
  has(NoteKind::assumption, "nominal_kv: 110 where the case has none");
  has(NoteKind::information, "angles of reference buses");
  has(NoteKind::warning, "voltages of further generators at one bus");
  has(NoteKind::information, "without a generator in service are load buses");
  has(NoteKind::warning, "charging of transformers");
  has(NoteKind::warning, "negative reactances");
  has(NoteKind::warning, "costs of generation");
  has(NoteKind::warning, "fields of the case that are not read");
  EXPECT_EQ(grid.transformers[0].rated_mva, std::optional(50.0));
  EXPECT_NEAR(grid.transformers[0].short_circuit_share, std::hypot(0.01, 0.1) / 2.0, 1e-12);
}

TEST(Matpower, FilesBecomeTables) {
  const testing::TemporaryFolder folder;
  Problems problems;
  const auto tables = read_matpower(folder.write("c.m", testing::case_text("case9", energy::grid::chow9(), 345.0)), problems);
  ASSERT_TRUE(tables);
  EXPECT_EQ((*tables)[1].layer.features.size(), 9U);
  EXPECT_FALSE(read_matpower(folder.path() / "none.m", problems));
  EXPECT_FALSE(read_matpower(folder.write("bad.m", "mpc.version = \xFF"), problems));
  EXPECT_EQ(problems.list().size(), 2U);
}

}  // namespace
}  // namespace parktwin::importers::matpower
