#include "engine/simulators/energy/purchase.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

TEST(Purchase, WorkedByHand) {
  const Tables tables = testing::tables();
  const Purchase made = purchase(tables, 2025, loads::working_days(2025), {});
  ASSERT_TRUE(made.prices.has_value());
  std::vector<double> import_kw(loads::steps_per_year, 0.0);
  import_kw[0] = 100.0;   // valley
  import_kw[40] = 200.0;  // flat, 10 h
  import_kw[70] = 50.0;   // peak, 17:30
  import_kw[50] = -400.0;
  std::vector<double> storage_kw(loads::steps_per_year, 0.0);
  storage_kw[70] = 30.0;  // would have been 80 kW of import
  const Bill bill = bill_of(tables, made, testing::energy_park(), 0.3, import_kw, storage_kw);
  ASSERT_TRUE(bill.reason.empty());
  EXPECT_NEAR(bill.total_cny, 25.0 * 0.24 + 50.0 * 0.6 + 12.5 * 0.9 + 200.0 * 30.0, 1e-9);
  EXPECT_NEAR(bill.feed_in_cny, 100.0 * 0.3, 1e-9);
  EXPECT_NEAR(bill.saving_cny, 7.5 * 0.9, 1e-9);
  EXPECT_EQ(bill.tariff, "day and night");
}

TEST(Purchase, KnowsHolidaysAndHotDays) {
  std::vector<double> celsius(loads::steps_per_year, 20.0);
  celsius[200 * 96 + 50] = 35.0;
  celsius[201 * 96 + 50] = 34.9;
  const Purchase made = purchase(testing::tables(), 2025, loads::working_days(2025), celsius);
  EXPECT_EQ(made.calendar.hot_days, (std::vector<std::int32_t>{200}));
  EXPECT_EQ(made.calendar.holidays.size(), 28U);
}

TEST(Purchase, CapacityIsThatOfTheHighestTransformers) {
  Tables tables = testing::tables();
  tables.tariff->demand_cny_per_kw_month = 0.0;
  tables.tariff->capacity_cny_per_kva_month = 20.0;
  const Purchase made = purchase(tables, 2025, loads::working_days(2025), {});
  const std::vector<double> none(loads::steps_per_year, 0.0);
  EXPECT_NEAR(bill_of(tables, made, testing::energy_park(), 0.3, none, none).total_cny, 12.0 * 1600.0 * 20.0, 1e-6);  // one of two works
}

TEST(Purchase, LeapYearsAndMissingTariffsHaveNoBill) {
  EXPECT_NE(purchase(testing::tables(), 2028, loads::working_days(2028), {}).reason.find("29 February"), std::string::npos);
  const Purchase none = purchase({}, 2025, loads::working_days(2025), {});
  EXPECT_EQ(none.reason, "no tariff is given");
  EXPECT_EQ(bill_of({}, none, Park{}, 0.3, {}, {}).reason, "no tariff is given");
}

}  // namespace
}  // namespace parktwin::energy
