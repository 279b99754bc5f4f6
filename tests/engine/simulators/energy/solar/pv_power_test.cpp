#include "engine/simulators/energy/solar/pv_power.h"

#include <gtest/gtest.h>

namespace parktwin::energy::solar {
namespace {

PvSystem without_losses() {
  PvSystem system;
  system.soiling = system.other_losses = 0.0;
  return system;
}

TEST(PvPower, CellsWarmUpAsFaimanSays) { EXPECT_NEAR(cell_temperature_c({}, 800.0, 30.0, 2.0), 50.682523267838675, 1e-12); }  // pvlib

TEST(PvPower, ModulesGiveWhatPvwattsSays) {
  EXPECT_NEAR(module_power(without_losses(), 700.0, 50.0), 0.63875, 1e-12);  // pvlib pvwatts_dc
  EXPECT_NEAR(module_power({}, 1000.0, 25.0), 0.98 * 0.89, 1e-12);
  EXPECT_EQ(module_power({}, 0.0, 10.0), 0.0);
  EXPECT_EQ(module_power({}, 500.0, 400.0), 0.0);  // beyond what the straight line holds for
}

TEST(PvPower, InvertersGiveWhatPvwattsSaysAndClip) {  // pvlib inverter.pvwatts with a rated input of 1 / 1.2 / 0.96
  const double direct[] = {0.02, 0.3, 0.7, 0.9};
  const double alternating[] = {0.014531002357303448, 0.287829513306354, 0.673199274020269, 0.8333333333333334};
  for (int i = 0; i < 4; ++i) EXPECT_NEAR(inverter_power({}, direct[i]), alternating[i], 1e-12);
  EXPECT_EQ(inverter_power({}, 0.0), 0.0);
  EXPECT_EQ(inverter_power({}, 1e-4), 0.0);
}

TEST(PvPower, EveryParameterMatters) {
  const double usual = pv_power({}, 900.0, 30.0, 2.0);
  const double clipped = pv_power({}, 1300.0, -20.0, 10.0);
  EXPECT_NEAR(clipped, 1.0 / 1.2, 1e-12);
  PvSystem changed;
  changed.soiling = 0.1;
  EXPECT_LT(pv_power(changed, 900.0, 30.0, 2.0), usual);
  changed = {};
  changed.other_losses = 0.2;
  EXPECT_LT(pv_power(changed, 900.0, 30.0, 2.0), usual);
  changed = {};
  changed.temperature_coefficient = -0.005;
  EXPECT_LT(pv_power(changed, 900.0, 30.0, 2.0), usual);
  changed = {};
  changed.inverter_efficiency = 0.9;
  EXPECT_LT(pv_power(changed, 900.0, 30.0, 2.0), usual);
  changed = {};
  changed.heat_loss_w_per_m2_k = 15.0;
  EXPECT_LT(pv_power(changed, 900.0, 30.0, 2.0), usual);
  changed = {};
  changed.heat_loss_by_wind_w_s_per_m3_k = 0.0;
  EXPECT_LT(pv_power(changed, 900.0, 30.0, 2.0), usual);
  changed = {};
  changed.modules_to_inverter = 1.5;
  EXPECT_LT(pv_power(changed, 1300.0, -20.0, 10.0), clipped);
}

}  // namespace
}  // namespace parktwin::energy::solar
