#include "cli/compare_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace parktwin::cli {
namespace {

using criteria::Status;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

compare::Comparison comparison() {
  compare::Comparison all;
  all.runs = {"runs/a", "runs/b"};
  all.targets = {{"Q1", "Coverage", "覆盖", "%", 60.0, true, {{Status::missed, 40.0, -20.0}, {Status::met, 61.5, 1.5}}},
                 {"Q2", "Licence", "许可", "", {}, false, {{Status::declared, {}, {}}, {Status::declared, {}, {}}}},
                 {"Q3", "Other", "其他", "", {}, false, {{}, {}}}};
  compare::Difference one;
  one.run = "runs/b";
  one.hectares_gained = 3.25;
  one.hectares_lost = 0.5;
  for (int i = 1; i <= 7; ++i)
    one.enterprises_gained.push_back({"E-" + std::to_string(i), "Firm " + std::to_string(i), "企业" + std::to_string(i)});
  one.capital_likely_cny = 120000.0;
  one.present_value_likely_cny = -5000.0;
  one.emissions_saved_t = 12.34;
  one.cny_per_yearly_tonne_saved = 4500.0;
  all.differences = {one};
  all.figures = {{compare::FigureGroup::cost, "electricity_bill", "Electricity bill", "电费", "million CNY", true, {200.0, 190.5}},
                 {compare::FigureGroup::carbon, "scope_1", "Scope 1", "范围一", "t CO2", true, {1234.4, std::nullopt}},
                 {compare::FigureGroup::energy, "peak", "Peak", "峰值", "kW", false, {5.0, 5.0}}};
  return all;
}

std::string rendered(bool chinese, bool all, const compare::Comparison& what) {
  std::ostringstream out;
  Progress progress;
  Session session{.out = out, .err = out, .progress = progress};
  if (chinese) session.language = viz::Language::zh;
  return compare_table(what, session, all);
}

TEST(CompareTable, WhatDiffersAndWhoGained) {
  const auto text = rendered(false, false, comparison());
  EXPECT_THAT(text, ContainsRegex("margin\\) +runs/a +runs/b\n"));
  EXPECT_THAT(text, ContainsRegex("Q1 +Coverage +40 MISSED \\(-20.00\\) +61.5 met \\(\\+1.50\\)\n"));
  EXPECT_THAT(text, Not(HasSubstr("Q2")));
  EXPECT_THAT(text, HasSubstr("1 assessed clauses are the same in every run\n\nkey figures"));
  EXPECT_THAT(text, HasSubstr("1 key figures are the same in every run\n\nruns/b against runs/a\n"));
  EXPECT_THAT(text, HasSubstr("ground gained by 5G, ha: 3.2\n  ground lost, ha: 0.5\n"));
  EXPECT_THAT(text, HasSubstr("enterprises that gained access: 7\n    Firm 1 (E-1)\n"));
  EXPECT_THAT(text, HasSubstr("    Firm 5 (E-5)\n    and 2 more\n  enterprises that lost access: 0\n"));
  EXPECT_THAT(text, HasSubstr("likely outlay more, thousand CNY: 120.0\n  likely present value more, thousand CNY: -5.0\n"));
  EXPECT_THAT(text, HasSubstr("  CO2 saved a year, t: 12.3\n  of it per tonne saved a year, thousand CNY: 4.5\n"));
  EXPECT_THAT(text, Not(HasSubstr("per hectare gained")));
}

TEST(CompareTable, AllAndInChinese) {
  const auto text = rendered(true, true, comparison());
  EXPECT_THAT(text, ContainsRegex("Q2 +许可 +已申报 +已申报\n"));
  EXPECT_THAT(text, Not(HasSubstr("Q3")));
  EXPECT_THAT(text, HasSubstr("企业7 (E-7)\n  失去接入企业: 0\n  可能投资增加（万元）: 12.00\n"));
}

TEST(CompareTable, KeyFiguresWithTheirDifference) {
  const auto text = rendered(false, false, comparison());
  EXPECT_THAT(text, ContainsRegex("cost +Electricity bill, million CNY +200.00 +190.50 \\(-9.50\\)\n"));
  EXPECT_THAT(text, ContainsRegex("carbon +Scope 1, t CO2 +1234 +-\n"));
  EXPECT_THAT(text, Not(HasSubstr("Peak")));
  EXPECT_THAT(rendered(true, true, comparison()), ContainsRegex("能源 +峰值, kW +5.000 +5.000 \\(\\+0.000\\)\n"));
  auto none = comparison();
  none.figures.clear();
  EXPECT_THAT(rendered(false, false, none), Not(HasSubstr("key figures")));
}

TEST(CompareTable, OtherCells) {
  auto other = comparison();
  other.differences[0].hectares_gained.reset();
  EXPECT_THAT(rendered(false, false, other), HasSubstr("the maps have other cells: ground is not compared\n"));
}

}  // namespace
}  // namespace parktwin::cli
