#include "engine/compare/key_figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace parktwin::compare {
namespace {

using testing::ElementsAre;

Results year_of(double import_mwh) {
  Results results;
  auto& energy = results.energy;
  energy.year = 2025;
  energy.balance.import_mwh = import_mwh;
  energy.balance.peak_import_kw = 80000.0;
  energy.balance.self_sufficiency = 0.25;
  energy.bill.total_cny = 3e6;
  energy.flexibility.moved_mwh = 5.0;
  energy.heat_and_cold.balances = {{.carrier = energy::ThermalCarrier::heat, .outside_mwh = 7.0},
                                   {.carrier = energy::ThermalCarrier::gas, .converted_mwh = 11.0}};
  energy.carbon.park.fuel_t = 2.0;
  energy.carbon.park.process_t = 1.0;
  energy.carbon.park.electricity_location_t = 50.0;
  energy.carbon.park.electricity_market_t = 40.0;
  energy.carbon.park.heat_t = 4.0;
  energy.carbon.park.value_chain_t = 6.0;
  results.cloud.enterprises.resize(4);
  results.cloud.on_cloud = 3;
  auto& adoption = results.cloud.adoption;
  adoption.simulated = true;
  adoption.level = CloudLevel::infrastructure;
  adoption.levels.resize(2);
  adoption.levels[0].level = CloudLevel::platform;
  adoption.levels[0].months_p50 = 99;
  adoption.levels[1].level = CloudLevel::infrastructure;
  adoption.levels[1].months_p50 = 18;
  adoption.months = {{.level = CloudLevel::infrastructure, .p50 = 0.75},
                     {.level = CloudLevel::infrastructure, .p50 = 0.875},
                     {.level = CloudLevel::platform, .p50 = 0.5}};
  return results;
}

std::map<std::string, KeyFigure> by_name(const std::vector<KeyFigure>& figures) {
  std::map<std::string, KeyFigure> named;
  for (const auto& figure : figures) EXPECT_TRUE(named.emplace(figure.name, figure).second) << figure.name;
  return named;
}

TEST(KeyFigures, StandSideBySide) {
  const Results a = year_of(1000.0);
  Results b = year_of(900.0);
  b.energy.bill.total_cny = 2.5e6;
  criteria::PlanRecord nothing;
  criteria::PlanRecord plan;
  plan.account.capital_likely_cny = 4e6;
  const auto figures = by_name(key_figures(std::vector<FigureSource>{{a, nothing}, {b, plan}}));
  EXPECT_THAT(figures.at("import").runs, ElementsAre(1000.0, 900.0));
  EXPECT_TRUE(figures.at("import").differs);
  EXPECT_FALSE(figures.at("peak").differs);
  EXPECT_THAT(figures.at("electricity_bill").runs, ElementsAre(3.0, 2.5));
  EXPECT_THAT(figures.at("capital").runs, ElementsAre(0.0, 4.0));
  EXPECT_THAT(figures.at("self_sufficiency").runs, ElementsAre(25.0, 25.0));
  EXPECT_THAT(figures.at("gas").runs, ElementsAre(11.0, 11.0));
  EXPECT_THAT(figures.at("bought_heat").runs, ElementsAre(7.0, 7.0));
  EXPECT_THAT(figures.at("scope_1").runs, ElementsAre(3.0, 3.0));
  EXPECT_THAT(figures.at("scope_2_location").runs, ElementsAre(54.0, 54.0));
  EXPECT_THAT(figures.at("scope_2_market").runs, ElementsAre(44.0, 44.0));
  EXPECT_THAT(figures.at("scope_3").runs, ElementsAre(6.0, 6.0));
  EXPECT_THAT(figures.at("on_cloud").runs, ElementsAre(75.0, 75.0));
  EXPECT_THAT(figures.at("at_horizon_p50").runs, ElementsAre(87.5, 87.5));
  EXPECT_THAT(figures.at("months_to_target").runs, ElementsAre(18.0, 18.0));
}

// What a run does not know is no zero.
TEST(KeyFigures, OfWhatWasNotSimulatedAreEmpty) {
  const Results full = year_of(1000.0);
  Results part = year_of(1000.0);
  part.energy.bill.reason = "no tariff";
  part.energy.carbon_reason = "no factors";
  part.cloud = {};
  const Results none;
  const criteria::PlanRecord plan;
  const auto figures = by_name(key_figures(std::vector<FigureSource>{{full, plan}, {part, plan}, {none, plan}}));
  EXPECT_THAT(figures.at("electricity_bill").runs, ElementsAre(3.0, std::nullopt, std::nullopt));
  EXPECT_THAT(figures.at("scope_1").runs, ElementsAre(3.0, std::nullopt, std::nullopt));
  EXPECT_THAT(figures.at("import").runs, ElementsAre(1000.0, 1000.0, std::nullopt));
  EXPECT_THAT(figures.at("on_cloud").runs, ElementsAre(75.0, std::nullopt, std::nullopt));
  EXPECT_TRUE(figures.at("on_cloud").differs);
  const auto alone = by_name(key_figures(std::vector<FigureSource>{{none, plan}}));
  EXPECT_FALSE(alone.contains("import"));
  EXPECT_FALSE(alone.contains("scope_1"));
  EXPECT_TRUE(alone.contains("capital"));
}

}  // namespace
}  // namespace parktwin::compare
