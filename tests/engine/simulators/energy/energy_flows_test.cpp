#include "engine/simulators/energy/energy_flows.h"

#include <gtest/gtest.h>

#include <set>

#include "engine/simulators/energy/energy.h"
#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

const FlowNode& node(const EnergyFlows& flows, const std::string& name) {
  static const FlowNode none;
  for (const auto& one : flows.nodes) {
    if (one.name == name) return one;
  }
  ADD_FAILURE() << "no node " << name;
  return none;
}

/// What flows into a carrier or plant flows out; sources and sinks of the whole diagram are equal, in energy and in carbon.
TEST(EnergyFlows, BalanceToABillionth) {
  const Result result = simulate(testing::energy_park(), {}, testing::tables(), {{"radio site S-1", Id<Bus>(1), 2.0}});
  const EnergyFlows& flows = result.flows;
  double sources_mwh = 0.0;
  double sinks_mwh = 0.0;
  double sources_t = 0.0;
  double sinks_t = 0.0;
  for (const auto& one : flows.nodes) {
    if (one.in_mwh > 0.0 && one.out_mwh > 0.0) {
      EXPECT_NEAR(one.in_mwh, one.out_mwh, 1e-9 * one.in_mwh) << one.name;
      EXPECT_NEAR(one.in_t, one.out_t, 1e-9 * one.in_t) << one.name;
    } else {
      sources_mwh += one.out_mwh;
      sinks_mwh += one.in_mwh;
      sources_t += one.out_t;
      sinks_t += one.in_t;
    }
  }
  EXPECT_NEAR(sources_mwh, sinks_mwh, 1e-9 * sources_mwh);
  EXPECT_NEAR(sources_t, sinks_t, 1e-9 * sources_t);
  const auto& park = result.carbon.park;
  EXPECT_NEAR(sources_t, park.fuel_t + park.electricity_location_t + park.heat_t, 1e-9 * sources_t);
  EXPECT_NEAR(node(flows, "sun").out_mwh, result.balance.pv_mwh, 1e-9);
  EXPECT_EQ(node(flows, "sun").out_t, 0.0);
  EXPECT_NEAR(node(flows, "machinery").in_mwh, 3000.0 + 1000.0 + 500.0, 1e-6);  // electricity, heat, gas
  EXPECT_NEAR(node(flows, "grid losses").in_mwh, result.balance.loss_mwh, 1e-12);
  EXPECT_GT(node(flows, "conversion losses").in_mwh, 0.0);
  EXPECT_EQ(node(flows, "conversion losses").in_t, 0.0);
}

TEST(EnergyFlows, WithoutFactorsHaveNoCarbon) {
  const Result result = simulate(testing::energy_park(), {});
  ASSERT_FALSE(result.flows.links.empty());
  for (const auto& link : result.flows.links) EXPECT_EQ(link.t, 0.0);
}

}  // namespace
}  // namespace parktwin::energy
