#include "engine/simulators/energy/carbon/abatement.h"

#include <gtest/gtest.h>

namespace parktwin::energy::carbon {
namespace {

std::vector<Measure> measures() {
  return {{"heat recovery", 20000.0, 200.0}, {"PV", -30000.0, 600.0}, {"electric furnace", 90000.0, 300.0}, {"nothing", 5.0, 0.0}};
}

TEST(Abatement, CheapestFirst) {
  const auto curve = cost_curve(measures());
  ASSERT_EQ(curve.size(), 3U);
  EXPECT_EQ(curve[0].name, "PV");
  EXPECT_DOUBLE_EQ(curve[0].cny_per_t, -50.0);
  EXPECT_EQ(curve[2].name, "electric furnace");
  EXPECT_DOUBLE_EQ(curve[2].from_t, 800.0);
}

TEST(Abatement, CostOfATarget) {
  const auto curve = cost_curve(measures());
  const auto target = cost_of(curve, 900.0);
  EXPECT_TRUE(target.reached);
  EXPECT_DOUBLE_EQ(target.cny_per_year, -30000.0 + 20000.0 + 30000.0);
  EXPECT_DOUBLE_EQ(target.marginal_cny_per_t, 300.0);
  EXPECT_FALSE(cost_of(curve, 1101.0).reached);
  EXPECT_TRUE(cost_of({}, 0.0).reached);
}

TEST(Abatement, TradingPosition) {
  const auto buys = trading_position({1000.0, 90.0}, 1200.0);
  EXPECT_DOUBLE_EQ(buys.surplus_t, -200.0);
  EXPECT_DOUBLE_EQ(buys.cash_cny, -18000.0);
  EXPECT_DOUBLE_EQ(trading_position({1000.0, 90.0}, 900.0).cash_cny, 9000.0);
}

TEST(Abatement, ZeroCarbonParkBySize) {
  EXPECT_EQ(zero_carbon_park(0.1, 0.19e6).standing, Standing::not_assessed);
  EXPECT_EQ(zero_carbon_park(0.2, 0.2e6).standing, Standing::met);
  EXPECT_EQ(zero_carbon_park(0.25, 1e6).standing, Standing::missed);
  EXPECT_EQ(zero_carbon_park(0.25, 1.1e6).standing, Standing::met);
  EXPECT_DOUBLE_EQ(zero_carbon_park(0.31, 1.1e6).limit_t_per_tce, 0.3);
}

}  // namespace
}  // namespace parktwin::energy::carbon
