#include "engine/simulators/energy/closed_balance.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "engine/core/check.h"
#include "engine/simulators/energy/loads/working_days.h"

namespace parktwin::energy {
namespace {

std::string broken_promise_of(const std::vector<double>& open_kw, double used_kwh) {
  try {
    check_closed("heat", open_kw, used_kwh);
  } catch (const BrokenPromise& promise) {
    return promise.what();
  }
  return "";
}

TEST(ClosedBalance, IsTheGreatestShareOfTheYear) {
  std::vector<double> open_kw(100, 0.0);
  EXPECT_EQ(check_closed("heat", open_kw, 1e6), 0.0);
  open_kw[7] = -4e-5;
  open_kw[8] = 1e-5;
  EXPECT_NEAR(check_closed("heat", open_kw, 1e6), 1e-11, 1e-24);
}

TEST(ClosedBalance, OneOpenQuarterHourEndsTheRunWithCarrierStepAndAmount) {
  std::vector<double> open_kw(100, 0.0);
  open_kw[42] = -4e-3;
  EXPECT_EQ(check_closed("heat", open_kw, 1e6), 1e-9);
  open_kw[42] = -5e-3;
  const auto what = broken_promise_of(open_kw, 1e6);
  EXPECT_NE(what.find("balance of heat"), std::string::npos) << what;
  EXPECT_NE(what.find(loads::time_of_step(42)), std::string::npos) << what;
  EXPECT_NE(what.find("-0.005 kW"), std::string::npos) << what;
  open_kw[42] = std::numeric_limits<double>::quiet_NaN();
  EXPECT_NE(broken_promise_of(open_kw, 1e6), "");
}

TEST(ClosedBalance, WithoutUseNothingMayBeLeft) {
  std::vector<double> open_kw(100, 0.0);
  EXPECT_EQ(check_closed("heat", open_kw, 0.0), 0.0);
  open_kw[1] = 1e-6;
  EXPECT_NE(broken_promise_of(open_kw, 0.0), "");
}

}  // namespace
}  // namespace parktwin::energy
