#include "engine/simulators/energy/alarms/limit_alarms.h"

#include <gtest/gtest.h>

#include <cmath>

namespace parktwin::energy::alarms {
namespace {

TEST(LimitAlarms, OverloadLastsUntilItIsQuiet) {
  const std::vector<double> loading = {0.9, 1.1, 0.99, 1.3, 0.9, 0.9, 1.05, 0.2};
  const auto found = limit_alarms({transformer_loading("T-1", loading)});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].kind, Kind::transformer_overload);
  EXPECT_EQ(found[0].first_step, 1);
  EXPECT_EQ(found[0].last_step, 3);
  EXPECT_DOUBLE_EQ(found[0].extreme, 1.3);
  EXPECT_DOUBLE_EQ(found[0].expected, 1.0);
  EXPECT_EQ(found[1].first_step, 6);
}

TEST(LimitAlarms, VoltageOnBothSides) {
  const std::vector<double> voltage = {0.92, 1.08, 1.0, std::nan(""), 1.09};
  const auto found = limit_alarms({bus_voltage("B-1", voltage, 0.93, 1.07)});
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].kind, Kind::voltage_low);
  EXPECT_EQ(found[1].kind, Kind::voltage_high);
  EXPECT_EQ(found[2].first_step, 4);
}

TEST(LimitAlarms, EveryOptionChangesThem) {
  const std::vector<double> kg = {5.0, 12.0, 5.0, 5.0, 13.0, 14.0, 5.0, 15.0};
  const std::vector<Watch> watches = {emission("stack", kg, 10.0)};
  EXPECT_EQ(limit_alarms(watches).size(), 2U);
  EXPECT_EQ(limit_alarms(watches, {2, 1}).size(), 1U);
  EXPECT_EQ(limit_alarms(watches, {1, 1}).size(), 3U);
  EXPECT_EQ(limit_alarms(watches, {1, 9}).size(), 1U);
  EXPECT_EQ(limit_alarms(watches)[0].kind, Kind::emission_high);
}

}  // namespace
}  // namespace parktwin::energy::alarms
