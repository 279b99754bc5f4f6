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

TEST(Abatement, AnnuityPaysTheOutlayBack) {
  EXPECT_DOUBLE_EQ(annuity_factor(0.0, 20.0), 0.05);
  EXPECT_NEAR(annuity_factor(0.08, 1.0), 1.08, 1e-12);
  double left = 1000.0;
  const double paid = 1000.0 * annuity_factor(0.08, 20.0);
  for (int year = 0; year < 20; ++year) left = left * 1.08 - paid;
  EXPECT_NEAR(left, 0.0, 1e-8);
}

}  // namespace
}  // namespace parktwin::energy::carbon
