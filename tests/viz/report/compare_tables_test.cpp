#include "viz/report/compare_tables.h"

#include <gtest/gtest.h>

namespace parktwin::viz::report {
namespace {

TEST(CompareTables, WhatDiffersComesFirstWithBothRuns) {
  compare::Comparison comparison;
  comparison.runs = {"runs/a", "runs/<b>"};
  compare::Target same{"K1", "Same", "相同", "%", 90.0, false, {{criteria::Status::met, 95.0, 5.0}, {criteria::Status::met, 95.0, 5.0}}};
  compare::Target other{"K2",
                        "Other",
                        "不同",
                        "%",
                        90.0,
                        true,
                        {{criteria::Status::missed, 80.0, -10.0}, {criteria::Status::not_assessed, std::nullopt, std::nullopt}}};
  comparison.targets = {same, other};
  compare::Difference difference;
  difference.run = "runs/<b>";
  difference.hectares_gained = 1.234;
  difference.enterprises_gained = {{"E-1", "Mill", "磨坊"}};
  difference.capital_likely_cny = 5000.4;
  comparison.differences = {difference};
  comparison.figures = {{compare::FigureGroup::carbon, "scope_1", "Scope 1", "范围一", "t CO2", true, {12.5, 10.0}},
                        {compare::FigureGroup::energy, "peak", "Peak", "峰值", "kW", true, {std::nullopt, 10.0}}};
  const auto tables = compare_tables(comparison);
  ASSERT_EQ(tables.size(), 3U);
  EXPECT_EQ(tables[2]["columns"][6]["title"]["en"], "Difference: runs/<b>");
  EXPECT_EQ(tables[2]["rows"][0], (Json{name_cell("Carbon", "碳排放"), name_cell("Scope 1", "范围一"), true, "t CO2", 12.5, 10.0, -2.5}));
  EXPECT_TRUE(tables[2]["rows"][1][4].is_null());
  EXPECT_TRUE(tables[2]["rows"][1][6].is_null());
  EXPECT_EQ(tables[0]["rows"][0], (Json{"runs/<b>", 1.23, nullptr, "Mill (E-1)", "", 5000.0, 0.0}));
  EXPECT_EQ(tables[1]["columns"].size(), 9U);
  EXPECT_EQ(tables[1]["columns"][8]["title"]["en"], "Value: runs/<b>");
  EXPECT_EQ(tables[1]["rows"][0][0], "K2");
  EXPECT_EQ(tables[1]["rows"][0][5], "missed");
  EXPECT_TRUE(tables[1]["rows"][0][8].is_null());
  EXPECT_EQ(tables[1]["rows"][1][8], 95.0);
}

}  // namespace
}  // namespace parktwin::viz::report
