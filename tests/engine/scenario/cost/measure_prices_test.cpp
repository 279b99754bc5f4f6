#include "engine/scenario/cost/measure_prices.h"

#include <gtest/gtest.h>

namespace parktwin::costs {
namespace {

TEST(MeasurePrices, FillInWhatIsNotGiven) {
  std::vector<Price> prices(2);
  prices[0].change = "add_generator";
  prices[0].value = "photovoltaic";
  prices[0].measure = "rated_power_kw";
  prices[0].capital_likely_cny = 3400.0;
  prices[0].operating_likely_cny = 45.0;
  prices[1].change = "add_storage";
  prices[1].measure = "capacity_kwh";
  prices[1].per = 1000.0;  // a price per MWh
  prices[1].capital_likely_cny = 1.1e6;
  std::vector<energy::Measure> measures(4);
  measures[1].kind = energy::MeasureKind::battery;
  measures[2].capital_cny_per_unit = 3000.0;
  measures[3].kind = energy::MeasureKind::heat_pump;
  complete_prices(measures, prices);
  EXPECT_EQ(measures[0].capital_cny_per_unit, 3400.0);
  EXPECT_EQ(measures[0].operating_cny_per_unit, 45.0);
  EXPECT_EQ(measures[1].capital_cny_per_unit, 1100.0);
  EXPECT_EQ(measures[2].capital_cny_per_unit, 3000.0);
  EXPECT_EQ(measures[2].operating_cny_per_unit, 45.0);
  EXPECT_FALSE(measures[3].capital_cny_per_unit);
  std::vector<energy::Measure> unpriced(1);
  complete_prices(unpriced, {});
  EXPECT_FALSE(unpriced[0].capital_cny_per_unit);
}

}  // namespace
}  // namespace parktwin::costs
