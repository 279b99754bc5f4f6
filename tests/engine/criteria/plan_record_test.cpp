#include "engine/criteria/plan_record.h"

#include <gtest/gtest.h>

#include <limits>

#include "engine/core/hash.h"

namespace parktwin::criteria {
namespace {

/// Four cells of 50 m inside the park, three of them with enough level and two of these with enough SINR; two of three enterprises
/// connected.
Results small_results() {
  Results results;
  auto& radio = results.radio;
  const GridFrame frame{{0, 0}, 50.0, 5, 1};
  radio.place = Grid<std::uint8_t>(frame);
  radio.place.values = {1, 2, 1, 1, 0};
  radio.rsrp_dbm = Grid<float>(frame);
  radio.rsrp_dbm.values = {-80.0F, -105.0F, -90.0F, -106.0F, std::numeric_limits<float>::quiet_NaN()};
  radio.sinr_db = Grid<float>(frame);
  radio.sinr_db.values = {10.0F, -3.0F, -4.0F, 10.0F, std::numeric_limits<float>::quiet_NaN()};
  radio.shadowing_deviation_db = Grid<float>(frame, 4.0F);
  using wired::topology::AccessState;
  results.wired.topology.enterprises.resize(3);
  results.wired.topology.enterprises[0].state = AccessState::served;
  results.wired.topology.enterprises[1].state = AccessState::rate_too_low;
  results.wired.topology.enterprises[2].state = AccessState::served;
  return results;
}

costs::BillLine line(int year, double capital) {
  costs::BillLine one;
  one.year = year;
  one.capital_low_cny = capital - 1.0;
  one.capital_likely_cny = capital;
  one.capital_high_cny = capital + 1.0;
  return one;
}

TEST(PlanRecord, WhatAPhaseReachesAndSpends) {
  Verdict met;
  met.id = "K1-Q1";
  met.status = Status::met;
  met.value = 61.5;
  Verdict open;
  open.id = "K1-Q2";
  const costs::Bill bill{{line(0, 10.0), line(2027, 20.0), line(2027, 30.0)}, {}};
  const Results results = small_results();
  const auto record = record_of({2027, "First", "一期"}, 4, bill, results, {met, open});
  EXPECT_EQ(record.year, 2027);
  EXPECT_EQ(record.name_zh, "一期");
  EXPECT_EQ(record.changes, 4);
  EXPECT_DOUBLE_EQ(record.capital_low_cny, 48.0);
  EXPECT_DOUBLE_EQ(record.capital_likely_cny, 50.0);
  EXPECT_DOUBLE_EQ(record.capital_high_cny, 52.0);
  EXPECT_DOUBLE_EQ(record.covered_hectares, 2 * 50.0 * 50.0 / 1e4);
  EXPECT_EQ(record.connected_enterprises, 2);
  EXPECT_EQ(record.results_hash, content_hash(results).hex());
  ASSERT_EQ(record.targets.size(), 2U);
  EXPECT_EQ(record.targets[0].id, "K1-Q1");
  EXPECT_EQ(record.targets[0].status, Status::met);
  EXPECT_EQ(record.targets[0].value, 61.5);
  EXPECT_EQ(record.targets[1].status, Status::not_assessed);
  EXPECT_FALSE(record.targets[1].value);
  EXPECT_DOUBLE_EQ(record_of({}, 1, bill, results, {}).capital_likely_cny, 10.0);
  EXPECT_FALSE(record.emissions_t);
  Results with_energy = results;
  with_energy.energy.year = 2025;
  with_energy.energy.carbon.park.fuel_t = 3.0;
  with_energy.energy.carbon.park.electricity_market_t = 4.0;
  EXPECT_EQ(record_of({}, 1, bill, with_energy, {}).emissions_t, 7.0);
}

PhaseRecord reach(double hectares, std::int64_t enterprises) {
  PhaseRecord record;
  record.covered_hectares = hectares;
  record.connected_enterprises = enterprises;
  return record;
}

TEST(PlanRecord, UnitCosts) {
  costs::Account account;
  account.present_value_likely_cny = 600.0;
  EXPECT_FALSE(unit_costs_of({reach(10.0, 5)}, account).cny_per_covered_hectare);  // nothing was priced
  account.bill.lines = {line(0, 600.0)};
  const auto single = unit_costs_of({reach(10.0, 5)}, account);
  EXPECT_EQ(single.cny_per_covered_hectare, 60.0);
  EXPECT_EQ(single.cny_per_connected_enterprise, 120.0);
  EXPECT_FALSE(single.cny_per_hectare_gained);
  EXPECT_FALSE(single.cny_per_enterprise_gained);
  const auto phased = unit_costs_of({reach(10.0, 5), reach(11.0, 9), reach(12.0, 5)}, account);
  EXPECT_EQ(phased.cny_per_covered_hectare, 50.0);
  EXPECT_EQ(phased.cny_per_hectare_gained, 300.0);
  EXPECT_FALSE(phased.cny_per_enterprise_gained);  // none gained
  EXPECT_FALSE(phased.cny_per_tonne_saved);        // no carbon account
  auto before = reach(10.0, 5);
  auto after = before;
  before.emissions_t = 500.0;
  after.emissions_t = 470.0;
  after.year = 2028;
  account.base_year = 2026;
  account.cash_flow.resize(10);
  EXPECT_DOUBLE_EQ(unit_costs_of({before, after}, account).cny_per_tonne_saved.value(), 600.0 / (30.0 * 8.0));
  EXPECT_FALSE(unit_costs_of({after, before}, account).cny_per_tonne_saved);  // none saved
  EXPECT_FALSE(unit_costs_of({reach(0.0, 0)}, account).cny_per_covered_hectare);
  EXPECT_FALSE(unit_costs_of({}, account).cny_per_covered_hectare);
}

}  // namespace
}  // namespace parktwin::criteria
