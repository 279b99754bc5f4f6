#include "engine/simulators/energy/storage_control.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/simulators/energy/loads/sector_profile.h"
#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

struct Made {
  Park park = testing::energy_park();
  std::vector<double> load_kw = std::vector<double>(loads::steps_per_year, 200.0);
  std::vector<double> generation_kw = std::vector<double>(loads::steps_per_year, 0.0);

  Made() {  // every noon two hours of 400 kW too much
    for (std::size_t day = 0; day < 365; ++day) {
      for (std::size_t q = 48; q < 56; ++q) generation_kw[day * 96 + q] = 600.0;
    }
  }
  [[nodiscard]] StorageSchedule schedule(StorageControl control, const tariff::PriceYear* prices = nullptr) const {
    return schedule_storages({park, load_kw, generation_kw, prices, 0.0, 0.1, control});
  }
};

void check_powers(const std::vector<double>& kw) {
  const double one_way = std::sqrt(0.88);
  double level = 0.0;
  double lowest = 0.0;
  double highest = 0.0;
  for (const double power : kw) {
    EXPECT_LE(std::abs(power), 300.0 + 1e-6);
    level -= 0.25 * (power > 0.0 ? power / one_way : power * one_way);
    lowest = std::min(lowest, level);
    highest = std::max(highest, level);
  }
  EXPECT_LE(highest - lowest, 600.0 + 1e-3);
}

TEST(StorageControl, KeepsPowerAndCapacity) {
  const auto prices = tariff::price_year(*testing::tables().tariff, {2025, 4, {}, {}});
  for (const auto control : {StorageControl::rule_based, StorageControl::perfect_foresight}) {
    const auto made = Made().schedule(control, &prices);
    ASSERT_TRUE(made.failure.empty()) << made.failure;
    ASSERT_EQ(made.kw.size(), 1U);
    ASSERT_EQ(made.kw[0].size(), loads::steps_per_year);
    check_powers(made.kw[0]);
  }
}

/// Without prices import counts: the noon's surplus serves the evening, as much as the battery holds.
TEST(StorageControl, WithoutPricesSavesImport) {
  const Made made;
  const auto schedule = made.schedule(StorageControl::perfect_foresight);
  ASSERT_EQ(schedule.kw.size(), 1U);
  double discharged = 0.0;
  double import_kwh = 0.0;
  for (std::size_t i = 0; i < loads::steps_per_year; ++i) {
    discharged += std::max(0.0, schedule.kw[0][i]) * 0.25;
    import_kwh += std::max(0.0, made.load_kw[i] - made.generation_kw[i] - schedule.kw[0][i]) * 0.25;
  }
  // 300 kW for two hours at √0.88 a day are 562.8 kWh stored, 528 kWh out: all of it replaces import.
  EXPECT_NEAR(discharged, 365.0 * 528.0, 1.0);
  EXPECT_NEAR(import_kwh, 365.0 * (22.0 * 200.0 - 528.0), 1.0);
}

TEST(StorageControl, HoldsAnHourForItsQuarters) {
  const auto schedule = Made().schedule(StorageControl::perfect_foresight);
  for (std::size_t hour = 0; hour < 8760; ++hour) EXPECT_EQ(schedule.kw[0][4 * hour], schedule.kw[0][4 * hour + 3]);
}

TEST(StorageControl, LeavesBrokenOrUnwantedBatteriesIdle) {
  EXPECT_TRUE(Made().schedule(StorageControl::idle).kw.empty());
  Made made;
  auto storages = made.park.storages->records();
  storages[0].round_trip_efficiency = 0.0;
  made.park.storages = Part(Table(std::move(storages)));
  EXPECT_TRUE(made.schedule(StorageControl::rule_based).kw.empty());
}

}  // namespace
}  // namespace parktwin::energy
