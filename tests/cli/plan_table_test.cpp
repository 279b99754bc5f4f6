#include "cli/plan_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace parktwin::cli {
namespace {

using criteria::Status;
using testing::HasSubstr;
using testing::Not;

criteria::PhaseRecord phase(int year, double value, Status status, double capital) {
  criteria::PhaseRecord record;
  record.year = year;
  record.name_en = year == 0 ? "" : "Phase of " + std::to_string(year);
  record.name_zh = year == 0 ? "" : "阶段";
  record.capital_likely_cny = capital;
  record.covered_hectares = 100.0 + year;
  record.connected_enterprises = year;
  record.targets = {{"A-1", status, value}, {"A-2", Status::met, 5.0}, {"A-3", Status::not_assessed, {}}, {"A-4", Status::missed, {}}};
  return record;
}

std::vector<criteria::Verdict> verdicts() {
  std::vector<criteria::Verdict> list(4);
  for (std::size_t i = 0; i < 4; ++i) {
    list[i].id = "A-" + std::to_string(i + 1);
    list[i].title_en = "Condition " + std::to_string(i + 1);
    list[i].title_zh = "条件" + std::to_string(i + 1);
  }
  return list;
}

criteria::PlanRecord plan() {
  criteria::PlanRecord plan;
  plan.phases = {phase(0, 40.129, Status::missed, 0.0), phase(2027, 61.0, Status::met, 250000.0), phase(2029, 70.0, Status::met, 50000.0)};
  costs::Account& account = plan.account;
  account.prices = "table";
  account.base_year = 2027;
  account.discount_rate = 0.08;
  account.capital_likely_cny = 300000.0;
  account.present_value_high_cny = 999900.0;
  account.cash_flow = {{2027, 0, 250000.0, 0, 0, 1000.0, 0, 1.0}};
  costs::BillLine line;
  line.item = "site";
  line.name_en = "5G site";
  line.name_zh = "5G站点";
  line.unit = "site";
  line.quantity = 2.0;
  line.capital_likely_cny = 200000.0;
  account.bill.lines = {line, line};
  account.bill.lines[1].quantity = 0.5;
  account.bill.lines[1].capital_likely_cny = 100000.0;
  account.bill.lines[1].origin = FigureOrigin::secondary;
  account.bill.not_priced = {{2029, "modify_radio_cell", "S-1-1", "load", "s.yaml", "line 4, column 5"}};
  plan.unit_costs.cny_per_covered_hectare = 1234.0;
  return plan;
}

std::string rendered(bool chinese, bool all, bool costs) {
  std::ostringstream out;
  Progress progress;
  Session session{.out = out, .err = out, .progress = progress};
  if (chinese) session.language = viz::Language::zh;
  return costs ? cost_table(plan(), session, all) : phase_table(plan(), verdicts(), session, all);
}

TEST(PlanTable, TargetsThatMoveOrAreMissedPhaseByPhase) {
  const auto text = rendered(false, false, false);
  EXPECT_THAT(text, testing::ContainsRegex("phase +start +2027 +2029\n"));
  EXPECT_THAT(text, testing::ContainsRegex("A-1 +Condition 1 +40.12 MISSED +61 met +70 met\n"));
  EXPECT_THAT(text, Not(HasSubstr("A-2")));
  EXPECT_THAT(text, Not(HasSubstr("A-3")));
  EXPECT_THAT(text, Not(HasSubstr("A-4")));
  EXPECT_THAT(text, HasSubstr("1 more without a value are missed in every phase\n"));
  EXPECT_THAT(rendered(false, true, false), testing::ContainsRegex("A-4 +Condition 4 +MISSED +MISSED +MISSED\n"));
  EXPECT_THAT(text, testing::ContainsRegex("covered by 5G, ha +100.0 +2127.0 +2129.0\n"));
  EXPECT_THAT(text, testing::ContainsRegex("outlay, thousand CNY +0.0 +250.0 +50.0\n"));
  EXPECT_THAT(text, testing::ContainsRegex("outlay so far, thousand CNY +0.0 +250.0 +300.0\n"));
  EXPECT_THAT(rendered(false, true, false), HasSubstr("A-2      Condition 2"));
  EXPECT_THAT(rendered(false, true, false), Not(HasSubstr("A-3")));
}

TEST(PlanTable, InChinese) {
  EXPECT_THAT(rendered(true, false, false), testing::ContainsRegex("累计投资（万元） +0.00 +25.00 +30.00\n"));
  EXPECT_THAT(rendered(true, false, false), HasSubstr("61 达到"));
  EXPECT_THAT(rendered(true, false, true), HasSubstr("未计价： modify_radio_cell S-1-1: load (s.yaml, line 4, column 5)"));
  EXPECT_THAT(rendered(true, false, true), HasSubstr("5G站点"));
}

TEST(PlanTable, BillAndSums) {
  const auto text = rendered(false, false, true);
  EXPECT_THAT(text, testing::ContainsRegex("2.5 site +5G site +0.0 +300.0 +0.0\n"));
  EXPECT_THAT(text, testing::ContainsRegex("outlay in all +0.0 +300.0 +0.0\n"));
  EXPECT_THAT(text, testing::ContainsRegex("present value, 1 years from 2027 at 8 % +0.0 +0.0 +999.9\n"));
  EXPECT_THAT(text, testing::ContainsRegex("present value per covered hectare +1.2\n"));
  EXPECT_THAT(text, HasSubstr("1 of 2 lines rest on prices assumed by this project"));
  EXPECT_THAT(text, HasSubstr("not priced: modify_radio_cell S-1-1: load (s.yaml, line 4, column 5)"));
  EXPECT_THAT(text, Not(HasSubstr("factor")));
  EXPECT_THAT(rendered(false, true, true), testing::ContainsRegex("2027 +250.0 +1.0 +1.0000\n"));
}

TEST(PlanTable, NothingWithoutPhasesOrChanges) {
  std::ostringstream out;
  Progress progress;
  const Session session{.out = out, .err = out, .progress = progress};
  criteria::PlanRecord single;
  single.phases = {phase(0, 1.0, Status::met, 0.0)};
  EXPECT_EQ(phase_table(single, verdicts(), session, true), "");
  EXPECT_EQ(cost_table(single, session, true), "");
}

}  // namespace
}  // namespace parktwin::cli
