#include "cli/energy_inputs_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace parktwin::cli {
namespace {

using testing::HasSubstr;

struct Terminal {
  std::ostringstream out;
  std::ostringstream err;
  Progress progress;
  Session session{.out = out, .err = err, .progress = progress};
};

Park park_with_bus() {
  Bus bus;
  bus.id = "BUS-9";
  Park park;
  park.buses = Part(Table(std::vector<Bus>{bus}));
  return park;
}

energy::Result year() {
  energy::Result result;
  result.meters = {{"E-1", energy::MeterPlace::enterprise, "", 10.0, 5.0, 0}, {"X", energy::MeterPlace::none, "no such id", 1.0, 1.0, 0}};
  result.alarms = {{energy::alarms::Kind::consumption_high, "E-1", "2025-03-05 14:15", "2025-03-05 16:00", 2.0, 9.0, 4.0, "kW", "twice"}};
  result.grid_study.hosting_capacity = {{Id<Bus>(0), 120.0, energy::LimitKind::transformer_overload, "TR-3", 1.001, false}};
  result.grid_study.feeder_outages = {{"PL-1", 3, 700.0, {Id<Enterprise>(0)}, "", 0, {}, "", {}, false}};
  result.grid_study.short_circuits = {{Id<Bus>(0), 12.34, 10.0, 30.0, 200.0}};
  result.charging = {{Id<ChargingStation>(0), 100, 3, 2.0, 0.0, 22.0, "01-02 08:00"}};
  result.heat_and_cold.balances = {{energy::ThermalCarrier::cold, 50.0, 0.0, 1.0, 0.0, 48.0, 3.0, 0.0}};
  return result;
}

TEST(EnergyInputsTable, TellsMetersAlarmsGridChargingAndCold) {
  Terminal terminal;
  const std::string text = energy_inputs_table(year(), park_with_bus(), terminal.session);
  EXPECT_THAT(text, HasSubstr("2 meters read, 1 of them in place of profiles"));
  EXPECT_THAT(text, HasSubstr("1 alarms: consumption_high 1"));
  EXPECT_THAT(text, HasSubstr("consumption_high E-1 2025-03-05 14:15 – 2025-03-05 16:00: twice"));
  EXPECT_THAT(text, HasSubstr("hosting capacity: least at BUS-9 with 120 kW, stopped by TR-3"));
  EXPECT_THAT(text, HasSubstr("N-1 of 1 feeders and infeed transformers: 1 leave somebody dark, 0 leave limits"));
  EXPECT_THAT(text, HasSubstr("without PL-1: 700 kW and 1 enterprises dark"));
  EXPECT_THAT(text, HasSubstr("at most 12.3 kA"));
  EXPECT_THAT(text, HasSubstr("charging: 1 stations, 100 sessions, 2 MWh; 3 vehicles turned away"));
  EXPECT_THAT(text, HasSubstr("cold: 50 MWh taken, 0 converted; plants 0, units 48, outside 3, lost in stores 1"));
}

TEST(EnergyInputsTable, SpeaksChineseAndIsSilentAboutNothing) {
  Terminal terminal;
  EXPECT_EQ(energy_inputs_table({}, Park{}, terminal.session), "");
  terminal.session.language = viz::Language::zh;
  const std::string text = energy_inputs_table(year(), park_with_bus(), terminal.session);
  EXPECT_THAT(text, HasSubstr("告警 1 条"));
  EXPECT_THAT(text, HasSubstr("接纳能力：最小为母线 BUS-9"));
  EXPECT_THAT(text, HasSubstr("冷：用 50 MWh"));
}

}  // namespace
}  // namespace parktwin::cli
