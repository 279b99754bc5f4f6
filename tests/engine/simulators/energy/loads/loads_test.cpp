#include "engine/simulators/energy/loads/loads.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace parktwin::energy::loads {
namespace {

/// Three enterprises: one with two loads, one without a load, one without known electricity; and a load of nobody.
Park small_park() {
  std::vector<Enterprise> enterprises(3);
  const Sector sectors[] = {Sector::machinery, Sector::chemicals, Sector::software};
  for (std::size_t i = 0; i < 3; ++i) {
    enterprises[i].id = "E" + std::to_string(i);
    enterprises[i].sector = sectors[i];
  }
  enterprises[0].yearly_electricity = MegawattHours(1234.5);
  enterprises[0].yearly_heat = MegawattHours(300.0);
  enterprises[1].yearly_electricity = MegawattHours(5000.0);
  enterprises[1].yearly_heat = MegawattHours(700.0);
  std::vector<PowerLoad> loads(4);
  for (std::size_t i = 0; i < 4; ++i) {
    loads[i].id = "L" + std::to_string(i);
    loads[i].bus = Id<Bus>(0);
  }
  loads[0].enterprise = loads[1].enterprise = Id<Enterprise>(0);
  loads[2].enterprise = Id<Enterprise>(2);
  loads[0].peak_power = Kilowatts(100.0);
  loads[1].peak_power = Kilowatts(300.0);
  loads[2].peak_power = Kilowatts(80.0);
  loads[3].peak_power = Kilowatts(50.0);
  loads[0].power_factor = 0.8;
  std::vector<Bus> buses(1);
  buses[0].id = "B0";
  Park park;
  park.enterprises = Part(Table(std::move(enterprises)));
  park.power_loads = Part(Table(std::move(loads)));
  park.buses = Part(Table(std::move(buses)));
  return park;
}

double energy_kwh(const Loads& all, const Consumer& consumer) {
  double sum = 0.0;
  for (std::size_t i = 0; i < steps_per_year; ++i) sum += all.kw(consumer, i) * step_h;
  return sum;
}

double peak_kw(const Loads& all, const Consumer& consumer) {
  double most = 0.0;
  for (std::size_t i = 0; i < steps_per_year; ++i) most = std::max(most, all.kw(consumer, i));
  return most;
}

TEST(Loads, CloseToTheEnergyOfTheYear) {
  const Loads all = loads(small_park(), working_days(2025), {});
  ASSERT_EQ(all.consumers.size(), 5U);
  EXPECT_NEAR(energy_kwh(all, all.consumers[0]), 1234500.0 / 4.0, 1e-12 * 1234500.0);  // shares 100 : 300 of the planned peaks
  EXPECT_NEAR(energy_kwh(all, all.consumers[1]), 1234500.0 * 0.75, 1e-12 * 1234500.0);
  EXPECT_NEAR(energy_kwh(all, all.consumers[4]), 5e6, 1e-12 * 5e6);
  EXPECT_FALSE(all.consumers[4].load.valid());
  EXPECT_FALSE(all.consumers[4].bus.valid());
  double heat = 0.0;
  for (const double kw : all.heat_kw) heat += kw * step_h;
  EXPECT_NEAR(heat, 1e6, 1e-6);
}

TEST(Loads, ReachTheirPlannedPeakWhereTheEnergyIsNotKnown) {
  const Loads all = loads(small_park(), working_days(2025), {});
  EXPECT_TRUE(all.consumers[2].by_peak);
  EXPECT_NEAR(peak_kw(all, all.consumers[2]), 80.0, 1e-9);
  EXPECT_NEAR(peak_kw(all, all.consumers[3]), 50.0, 1e-9);
  EXPECT_EQ(all.profile_names[all.consumers[2].profile], "software");
  EXPECT_EQ(all.profile_names[all.consumers[3].profile], "public_services");
  EXPECT_FALSE(all.consumers[0].by_peak);
}

TEST(Loads, DrawReactivePowerByThePowerFactor) {
  const Loads all = loads(small_park(), working_days(2025), {});
  EXPECT_NEAR(all.consumers[0].reactive_ratio, 0.75, 1e-12);
  auto park = small_park();
  auto records = park.power_loads->records();
  records[0].power_factor = 0.0;
  park.power_loads = Part(Table(std::move(records)));
  EXPECT_EQ(loads(park, working_days(2025), {}).consumers[0].reactive_ratio, 0.0);
}

TEST(Loads, AddEquipmentThatRunsEvenly) {
  const Loads all = loads(small_park(), working_days(2025), {}, {{"5G site S-1", Id<Bus>(0), 3.5}});
  const auto& device = all.consumers.back();
  EXPECT_EQ(all.profile_names[device.profile], "equipment");
  EXPECT_EQ(all.kw(device, 0), 3.5);
  EXPECT_EQ(all.kw(device, 20000), 3.5);
  EXPECT_TRUE(device.bus.valid());
}

TEST(Loads, AddEquipmentByTheHoursOfTheYear) {
  std::vector<double> hours(hours_per_year, 10.0);
  hours[1] = 30.0;
  const EquipmentLoad hall{"data centre D", Id<Bus>(0), 0.0, hours};
  const Loads all = loads(small_park(), working_days(2025), {}, {hall, {"dark hall", {}, 0.0, std::vector<double>(hours_per_year, 0.0)}});
  const auto& device = all.consumers.back();
  EXPECT_EQ(all.profile_names[device.profile], "data centre D");
  EXPECT_NEAR(device.mean_kw, 10.0 + 20.0 / static_cast<double>(hours_per_year), 1e-12);
  for (const std::size_t step : {0, 3, 8, 35039}) EXPECT_NEAR(all.kw(device, step), 10.0, 1e-9) << step;
  for (const std::size_t step : {4, 5, 6, 7}) EXPECT_NEAR(all.kw(device, step), 30.0, 1e-9) << step;
}

TEST(Loads, SayWhatTheyAssume) {
  const auto texts = [](const Loads& all) {
    std::string text;
    for (const auto& note : all.notes) text += note.text + "\n";
    return text;
  };
  const std::string text = texts(loads(small_park(), working_days(2031), {}));
  EXPECT_NE(text.find("2 loads without a known energy"), std::string::npos);
  EXPECT_NE(text.find("1 enterprises with electricity have no load"), std::string::npos);
  EXPECT_NE(text.find("public holidays is not known"), std::string::npos);
  EXPECT_NE(text.find("Without weather"), std::string::npos);
  EXPECT_TRUE(loads(Park{}, working_days(2025), {}).notes.empty());
}

}  // namespace
}  // namespace parktwin::energy::loads
