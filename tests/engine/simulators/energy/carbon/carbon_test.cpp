#include "engine/simulators/energy/carbon/carbon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>

#include "engine/core/hash.h"
#include "tests/engine/simulators/energy/carbon/some_factors.h"

namespace parktwin::energy::carbon {
namespace {

using ::testing::HasSubstr;

Options guangdong() {
  Options options;
  options.region = "Guangdong";
  return options;
}

Activities two_enterprises() {
  Activities activities;
  activities.fuels = {{{"E-1", "B-1"}, "natural gas", 100.0}, {{"E-2", "B-2"}, "diesel", 10.0}};
  activities.electricity = {{{"E-1", "B-1"}, 2e6, 0.5e6, {}}, {{"E-2", "B-3"}, 1e6, 0.0, {}}};
  activities.heat = {{{"E-2", "B-2"}, 3000.0}};
  activities.processes = {{{"E-1", ""}, "lime", 40.0}};
  activities.value_chain = {{{"E-2", ""}, "purchased steel", 50.0, 2.0}};
  return activities;
}

// By hand:
//   gas 100 · 389.31 · 0.0153 · 0.99 · 44/12 = 2162.189 t, diesel 10 · 43.33 · 0.0202 · 0.98 · 44/12 = 31.4515 t
//   electricity by location 3 GWh · 0.4419 = 1325.7 t, by market 2.5 GWh · 0.6096 = 1524.0 t; heat 3000 · 0.11 = 330 t
//   energy 100 · 13.3 + 10 · 1.4571 + 3e6 · 0.1229e-3 + 3000 · 0.03412 = 1330 + 14.571 + 368.7 + 102.36 = 1815.631 tce
TEST(Carbon, AnAccountByHand) {
  const auto result = account(two_enterprises(), some_factors(), guangdong());
  const auto& park = result.park;
  EXPECT_NEAR(park.fuel_t, 2162.189 + 31.4515, 0.01);
  EXPECT_NEAR(park.process_t, 40.0, 1e-12);
  EXPECT_NEAR(park.electricity_location_t, 1325.7, 1e-9);
  EXPECT_NEAR(park.electricity_market_t, 1524.0, 1e-9);
  EXPECT_NEAR(park.heat_t, 330.0, 1e-9);
  EXPECT_NEAR(park.value_chain_t, 100.0, 1e-12);
  EXPECT_NEAR(park.energy_tce, 1815.631, 1e-9);
  EXPECT_NEAR(park.scope_1_t(), 2233.64, 0.01);
  EXPECT_NEAR(park.scope_2_location_t(), 1655.7, 1e-9);
  EXPECT_NEAR(result.intensity_t_per_tce, (2233.6405 + 1524.0 + 330.0) / 1815.631, 1e-5);
  EXPECT_TRUE(result.complete);
  ASSERT_EQ(result.notes.size(), 1U);
  EXPECT_THAT(result.notes[0].text, HasSubstr("whole country stands for Guangdong"));
}

TEST(Carbon, EnterprisesAndBuildingsAddUp) {
  const auto result = account(two_enterprises(), some_factors(), guangdong());
  ASSERT_EQ(result.enterprises.size(), 2U);
  ASSERT_EQ(result.buildings.size(), 3U);
  Account sum;
  for (const auto& enterprise : result.enterprises) {
    sum.fuel_t += enterprise.fuel_t;
    sum.electricity_market_t += enterprise.electricity_market_t;
    sum.energy_tce += enterprise.energy_tce;
  }
  EXPECT_NEAR(sum.fuel_t, result.park.fuel_t, 1e-9);
  EXPECT_NEAR(sum.electricity_market_t, result.park.electricity_market_t, 1e-9);
  EXPECT_NEAR(sum.energy_tce, result.park.energy_tce, 1e-9);
  EXPECT_EQ(result.buildings[2].name, "B-3");
  EXPECT_NEAR(result.buildings[2].electricity_location_t, 441.9, 1e-9);
}

TEST(Carbon, HourlyFactors) {
  const std::vector<double> kwh = {100.0, 300.0};
  const std::vector<double> factor = {0.8, 0.2};
  Activities activities;
  activities.electricity = {{{}, 400.0, 0.0, kwh}};
  activities.grid_kg_per_kwh = factor;
  EXPECT_NEAR(account(activities, some_factors(), {}).park.electricity_location_t, 0.14, 1e-12);
  activities.grid_kg_per_kwh = std::span(factor).first(1);
  const auto wrong = account(activities, some_factors(), {});
  EXPECT_FALSE(wrong.complete);
  EXPECT_NEAR(wrong.park.electricity_location_t, 0.4 * 0.5306, 1e-12);
}

TEST(Carbon, WhatHasNoFactorIsNamed) {
  Activities activities;
  activities.fuels = {{{}, "peat", 10.0}, {{}, "petrol", 10.0}, {{}, "diesel", -1.0}};
  activities.electricity = {{{}, 1000.0, 0.0, {}}};
  Options options;
  options.region = "Tibet";
  const auto result = account(activities, some_factors(), options);
  EXPECT_FALSE(result.complete);
  std::string text;
  for (const auto& note : result.notes) text += note.place + " " + note.text + "\n";
  EXPECT_THAT(text, HasSubstr("no factor of 2023 for Tibet, average"));
  EXPECT_THAT(text, HasSubstr("peat has no factor"));
  EXPECT_THAT(text, HasSubstr("petrol has no calorific value"));
  EXPECT_THAT(text, HasSubstr("-1 is not a quantity"));
  EXPECT_EQ(result.park.electricity_location_t, 0.0);
  EXPECT_NEAR(result.park.energy_tce, 14.714 + 0.1229, 1e-9);
}

TEST(Carbon, EveryOptionChangesTheAccount) {
  const auto hash = [](const Options& options) { return content_hash(account(two_enterprises(), some_factors(), options)); };
  const auto base = hash({});
  for (const std::function<void(Options&)>& change :
       {std::function<void(Options&)>([](Options& o) { o.data_year = 2022; }),
        std::function<void(Options&)>([](Options& o) { o.region = "Hubei"; }),
        std::function<void(Options&)>([](Options& o) { o.location_kind = GridKind::fossil; }),
        std::function<void(Options&)>([](Options& o) { o.market_kind = GridKind::fossil; })}) {
    Options options;
    change(options);
    EXPECT_NE(hash(options), base);
  }
}

}  // namespace
}  // namespace parktwin::energy::carbon
