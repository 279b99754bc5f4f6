#include "engine/compare/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "engine/core/random.h"

namespace parktwin::compare {
namespace {

using criteria::Status;
using criteria::Verdict;
using testing::ElementsAre;
using testing::IsEmpty;
using wired::topology::AccessState;

/// A run by what is compared of it: levels per map cell of 100 m, enterprises with their access, verdicts, cost.
struct World {
  Park park;
  Results results;
  std::vector<Verdict> verdicts;
  criteria::PlanRecord plan;

  World(const std::vector<float>& levels, const std::vector<std::pair<std::string, bool>>& access) {
    const GridFrame frame{{0, 0}, 100.0, static_cast<std::int32_t>(levels.size()), 1};
    results.radio.place = Grid<std::uint8_t>(frame, 1);
    results.radio.rsrp_dbm = Grid<float>(frame);
    results.radio.rsrp_dbm.values = levels;
    results.radio.sinr_db = Grid<float>(frame, 10.0F);
    results.radio.shadowing_deviation_db = Grid<float>(frame, 4.0F);
    std::vector<Enterprise> enterprises;
    for (const auto& [id, served] : access) {
      results.wired.topology.enterprises.emplace_back();
      results.wired.topology.enterprises.back().enterprise = Id<Enterprise>(enterprises.size());
      results.wired.topology.enterprises.back().state = served ? AccessState::served : AccessState::no_path;
      enterprises.emplace_back();
      enterprises.back().id = id;
      enterprises.back().name = "Name of " + id;
    }
    park.enterprises = Part(Table(enterprises));
  }
  [[nodiscard]] Subject as(const std::string& name) const { return {name, park, results, verdicts, plan}; }
};

Verdict verdict(const std::string& id, Status status, std::optional<double> value, std::optional<double> margin) {
  Verdict one;
  one.id = id;
  one.title_en = "title of " + id;
  one.status = status;
  one.value = value;
  one.threshold = 50.0;
  one.margin = margin;
  return one;
}

TEST(Compare, TargetsSideBySideWithMargins) {
  World a({-80.0F}, {});
  World b({-80.0F}, {});
  a.verdicts = {verdict("Q1", Status::missed, 40.0, -10.0), verdict("Q2", Status::met, 60.0, 10.0)};
  b.verdicts = {verdict("Q3", Status::met, 1.0, {}), verdict("Q2", Status::met, 60.0, 10.0), verdict("Q1", Status::met, 70.0, 20.0)};
  const auto comparison = compare(std::vector{a.as("a"), b.as("b")});
  EXPECT_THAT(comparison.runs, ElementsAre("a", "b"));
  ASSERT_EQ(comparison.targets.size(), 3U);
  EXPECT_EQ(comparison.targets[0].id, "Q1");
  EXPECT_EQ(comparison.targets[0].title_en, "title of Q1");
  EXPECT_TRUE(comparison.targets[0].differs);
  EXPECT_EQ(comparison.targets[0].runs[0].margin, -10.0);
  EXPECT_EQ(comparison.targets[0].runs[1].margin, 20.0);
  EXPECT_FALSE(comparison.targets[1].differs);
  EXPECT_EQ(comparison.targets[2].id, "Q3");
  EXPECT_EQ(comparison.targets[2].runs[0].status, Status::not_assessed);
  EXPECT_EQ(comparison.targets[2].runs[1].status, Status::met);
  EXPECT_TRUE(comparison.targets[2].differs);
}

TEST(Compare, WhoGainedAndWhoLost) {
  const World a({-80.0F, -120.0F, -80.0F, -120.0F}, {{"E-1", true}, {"E-2", false}, {"E-3", true}});
  World b({-120.0F, -80.0F, -80.0F, -80.0F}, {{"E-9", true}, {"E-2", true}, {"E-1", false}});
  b.plan.account.capital_likely_cny = 7.0;
  b.plan.account.present_value_likely_cny = 9.0;
  const auto comparison = compare(std::vector{a.as("a"), b.as("b"), a.as("again")});
  ASSERT_EQ(comparison.differences.size(), 2U);
  const Difference& one = comparison.differences[0];
  EXPECT_EQ(one.run, "b");
  EXPECT_EQ(one.hectares_gained, 2.0);
  EXPECT_EQ(one.hectares_lost, 1.0);
  ASSERT_EQ(one.enterprises_gained.size(), 2U);
  EXPECT_EQ(one.enterprises_gained[0].id, "E-9");
  EXPECT_EQ(one.enterprises_gained[1].name_en, "Name of E-2");
  ASSERT_EQ(one.enterprises_lost.size(), 2U);
  EXPECT_EQ(one.enterprises_lost[0].id, "E-1");
  EXPECT_EQ(one.enterprises_lost[1].id, "E-3");
  EXPECT_EQ(one.capital_likely_cny, 7.0);
  EXPECT_EQ(one.present_value_likely_cny, 9.0);
  EXPECT_EQ(one.cny_per_hectare_gained, 9.0);
  EXPECT_FALSE(one.cny_per_enterprise_gained);  // as many lost
  EXPECT_FALSE(one.emissions_saved_t);
  const Difference& none = comparison.differences[1];
  EXPECT_EQ(none.hectares_gained, 0.0);
  EXPECT_THAT(none.enterprises_lost, IsEmpty());
}

TEST(Compare, WhatATonneSavedCosts) {
  World a({-80.0F}, {{"E-1", false}});
  World b({-80.0F}, {{"E-1", true}});
  a.results.energy.year = b.results.energy.year = 2025;
  a.results.energy.carbon.park.fuel_t = 50.0;
  a.results.energy.carbon.park.electricity_market_t = 40.0;
  b.results.energy.carbon.park.electricity_market_t = 60.0;
  b.plan.account.present_value_likely_cny = 600.0;
  const auto one = compare(std::vector{a.as("a"), b.as("b")}).differences[0];
  EXPECT_DOUBLE_EQ(one.emissions_saved_t.value(), 30.0);
  EXPECT_DOUBLE_EQ(one.cny_per_yearly_tonne_saved.value(), 20.0);
  EXPECT_DOUBLE_EQ(one.cny_per_enterprise_gained.value(), 600.0);
  EXPECT_FALSE(one.cny_per_hectare_gained);
  EXPECT_FALSE(compare(std::vector{b.as("b"), a.as("a")}).differences[0].cny_per_yearly_tonne_saved);
}

TEST(Compare, MapsWithOtherCellsAreNotCompared) {
  const World a({-80.0F, -80.0F}, {});
  const World b({-80.0F, -80.0F, -80.0F}, {});
  const auto comparison = compare(std::vector{a.as("a"), b.as("b")});
  EXPECT_FALSE(comparison.differences[0].hectares_gained);
  EXPECT_FALSE(comparison.differences[0].hectares_lost);
}

// What b gains over a is what a loses against b, and the difference is that of the sums.
TEST(Compare, RandomRunsBothWays) {
  const RandomSequence random(3, 41, 7);
  std::uint32_t draw = 0;
  for (int round = 0; round < 100; ++round) {
    const auto world = [&] {
      std::vector<float> levels;
      std::vector<std::pair<std::string, bool>> access;
      for (int i = 0; i < 30; ++i) levels.push_back(random.below(draw++, 2) == 0 ? -120.0F : -80.0F);
      for (int i = 0; i < 12; ++i) access.emplace_back("E-" + std::to_string(i), random.below(draw++, 2) == 0);
      return World(levels, access);
    };
    const World a = world();
    const World b = world();
    const auto there = compare(std::vector{a.as("a"), b.as("b")}).differences[0];
    const auto back = compare(std::vector{b.as("b"), a.as("a")}).differences[0];
    EXPECT_EQ(there.hectares_gained, back.hectares_lost);
    EXPECT_EQ(there.hectares_lost, back.hectares_gained);
    EXPECT_EQ(there.enterprises_gained.size(), back.enterprises_lost.size());
    const auto count = [](const World& one) {
      return static_cast<double>(std::count(one.results.radio.rsrp_dbm.values.begin(), one.results.radio.rsrp_dbm.values.end(), -80.0F));
    };
    EXPECT_DOUBLE_EQ(*there.hectares_gained - *there.hectares_lost, count(b) - count(a));
  }
}

}  // namespace
}  // namespace parktwin::compare
