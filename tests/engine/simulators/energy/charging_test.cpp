#include "engine/simulators/energy/charging.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/simulators/energy/energy.h"
#include "tests/engine/simulators/energy/energy_park.h"

namespace parktwin::energy {
namespace {

ChargingStation station(const std::string& id, ChargingUse use) {
  auto made = testing::named<ChargingStation>(id);
  made.bus = Id<Bus>(2);
  made.use = use;
  made.chargers = 10;
  made.charger_power = Kilowatts(11.0);
  made.sessions_per_day = 8.0;
  made.energy_per_session = KilowattHours(20.0);
  return made;
}

Park park_with(std::vector<ChargingStation> stations) {
  Park park = testing::energy_park();
  park.charging_stations = Part(Table(std::move(stations)));
  return park;
}

double kwh_in_hours(const std::vector<double>& kw, double from, double to) {
  double sum = 0.0;
  for (std::size_t i = 0; i < kw.size(); ++i) {
    const double hour = static_cast<double>(i % 96) * 0.25;
    if (hour >= from && hour < to) sum += kw[i] * 0.25;
  }
  return sum;
}

TEST(Charging, VehiclesComeInTheirHoursWithTheirEnergy) {
  const auto days = loads::working_days(2025);
  const Park park =
      park_with({station("C-1", ChargingUse::workplace), station("C-2", ChargingUse::public_place), station("C-3", ChargingUse::depot)});
  const auto made = charge(park, days, {});
  ASSERT_EQ(made.stations.size(), 3U);
  const auto workdays = std::count(days.days.begin(), days.days.end(), loads::DayKind::working);
  EXPECT_EQ(made.stations[0].sessions + made.stations[0].turned_away, 8 * workdays);
  EXPECT_EQ(made.stations[0].turned_away, 0) << "ten chargers for eight vehicles";
  EXPECT_EQ(made.stations[1].sessions + made.stations[1].turned_away, 8 * 365);
  for (std::size_t i = 0; i < 3; ++i) {
    const auto& figures = made.stations[i];
    const double all = std::accumulate(made.kw[i].begin(), made.kw[i].end(), 0.0) * 0.25e-3;
    EXPECT_NEAR(figures.energy_mwh, all, 1e-9);
    EXPECT_NEAR(figures.energy_mwh + figures.missed_mwh, figures.sessions * 20e-3, 0.02 * figures.sessions * 20e-3) << "means of the draws";
    EXPECT_LE(figures.peak_kw, 110.0 + 1e-9);
    EXPECT_FALSE(figures.peak_at.empty());
  }
  EXPECT_EQ(kwh_in_hours(made.kw[0], 0.0, 7.0), 0.0);
  EXPECT_EQ(kwh_in_hours(made.kw[2], 8.0, 17.0), 0.0);
  EXPECT_GT(kwh_in_hours(made.kw[1], 12.0, 20.0), 0.4 * 1e3 * made.stations[1].energy_mwh);
}

TEST(Charging, ControlledVehiclesTakeTheCheapHoursOfTheirStay) {
  std::vector<double> price(loads::steps_per_year, 1.0);
  for (std::size_t i = 0; i < price.size(); ++i) {
    if (i % 96 >= 48 && i % 96 < 56) price[i] = 0.1;  // noon to two
  }
  auto controlled = station("C-1", ChargingUse::workplace);
  const auto days = loads::working_days(2025);
  const auto free = charge(park_with({controlled}), days, price);
  controlled.controlled = true;
  const auto held = charge(park_with({controlled}), days, price);
  EXPECT_NEAR(free.stations[0].energy_mwh, held.stations[0].energy_mwh, 1e-9) << "the same vehicles with the same energy";
  EXPECT_LT(kwh_in_hours(free.kw[0], 12.0, 14.0), 0.1 * 1e3 * free.stations[0].energy_mwh);
  EXPECT_GT(kwh_in_hours(held.kw[0], 12.0, 14.0), 0.9 * 1e3 * held.stations[0].energy_mwh);
}

TEST(Charging, FullStationsTurnVehiclesAwayAndShortStaysLeaveEnergyMissing) {
  auto small = station("C-1", ChargingUse::public_place);
  small.chargers = 1;
  small.charger_power = Kilowatts(3.0);
  const auto made = charge(park_with({small}), loads::working_days(2025), {});
  EXPECT_GT(made.stations[0].turned_away, 100);
  EXPECT_GT(made.stations[0].missed_mwh, made.stations[0].energy_mwh);
  EXPECT_LE(made.stations[0].peak_kw, 3.0 + 1e-9);
}

TEST(Charging, IsPartOfTheYear) {
  Options options;
  options.grid_study = false;
  const Result without = simulate(testing::energy_park(), options, testing::tables());
  const Result with = simulate(park_with({station("C-1", ChargingUse::depot)}), options, testing::tables());
  ASSERT_EQ(with.charging.size(), 1U);
  EXPECT_NEAR(with.balance.consumption_mwh, without.balance.consumption_mwh + with.charging[0].energy_mwh, 1e-6);
  EXPECT_NEAR(with.grid.buses[2].consumption_mwh, without.grid.buses[2].consumption_mwh + with.charging[0].energy_mwh, 1e-6);
  EXPECT_LT(with.balance.greatest_imbalance, 1e-9);
  EXPECT_TRUE(without.charging.empty());
}

TEST(Charging, AFractionOfASessionIsOneNowAndThen) {
  auto rare = station("C-1", ChargingUse::public_place);
  rare.sessions_per_day = 0.25;
  const auto made = charge(park_with({rare}), loads::working_days(2025), {});
  EXPECT_NEAR(made.stations[0].sessions, 91, 30);
}

}  // namespace
}  // namespace parktwin::energy
