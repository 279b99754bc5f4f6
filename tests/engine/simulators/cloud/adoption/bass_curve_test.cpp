#include "engine/simulators/cloud/adoption/bass_curve.h"

#include <gtest/gtest.h>

#include <cmath>

namespace parktwin::cloud::adoption {
namespace {

TEST(BassCurve, PeaksWhereBassSays) {
  // Bass 1969, equations 13 and 16: adoptions peak at t* = ln(q/p) / (p+q), when 1/2 − p/(2q) of the ceiling have adopted.
  const BassCurve curve{0.03, 0.38, 0.8};
  const double peak = std::log(0.38 / 0.03) / 0.41;
  EXPECT_NEAR(curve.share(peak), 0.8 * (0.5 - 0.03 / 0.76), 1e-12);
  const auto rate = [&](double t) { return curve.share(t + 1e-4) - curve.share(t - 1e-4); };
  EXPECT_GT(rate(peak), rate(peak - 0.1));
  EXPECT_GT(rate(peak), rate(peak + 0.1));
  EXPECT_EQ(curve.share(0.0), 0.0);
  EXPECT_EQ(curve.share(-3.0), 0.0);
  EXPECT_NEAR(curve.share(500.0), 0.8, 1e-12);
}

TEST(BassCurve, SolvesItsDifferentialEquation) {
  // dF/dt = (p + q F/m) (m − F), by small steps.
  for (const BassCurve& curve : {BassCurve{0.01, 0.17, 0.8}, BassCurve{0.16, 0.0, 1.0}, BassCurve{0.002, 0.9, 0.6}}) {
    double share = 0.0;
    constexpr double step = 1e-4;
    const auto slope = [&](double f) {
      return (curve.innovation_per_year + curve.imitation_per_year * f / curve.ceiling) * (curve.ceiling - f);
    };
    for (int k = 1; k <= 150'000; ++k) {
      const double half = share + 0.5 * step * slope(share);
      share += step * slope(half);
      if (k % 30'000 == 0) {
        EXPECT_NEAR(curve.share(k * step), share, 1e-8);
      }
    }
  }
}

TEST(BassCurve, TellsWhenAShareIsReached) {
  const BassCurve curve{0.03, 0.38, 0.9};
  for (const double years : {0.5, 3.0, 10.0, 25.0}) EXPECT_NEAR(curve.years_until(curve.share(years)), years, 1e-6);
  EXPECT_EQ(curve.years_until(0.0), 0.0);
  EXPECT_TRUE(std::isfinite(curve.years_until(0.95)));
  EXPECT_NEAR(curve.share(curve.years_until(0.95)), 0.9, 1e-8);
}

TEST(BassCurve, AFitFindsTheCurveThatMadeTheNumbers) {
  for (const BassCurve& truth : {BassCurve{0.03, 0.38, 0.9}, BassCurve{0.12, 0.05, 1.0}, BassCurve{0.005, 0.6, 0.7}}) {
    std::vector<Observation> observations;
    std::int32_t before = 0;
    for (std::int32_t year = 1; year <= 14; ++year) {
      const auto adopters = static_cast<std::int32_t>(std::lround(1e6 * truth.share(year)));
      observations.push_back({2010 + year, adopters - before});
      before = adopters;
    }
    const BassFit fit = fit_bass(observations, 1e6, truth.ceiling);
    EXPECT_EQ(fit.first_year, 2011);
    EXPECT_NEAR(fit.curve.innovation_per_year, truth.innovation_per_year, 2e-4);
    EXPECT_NEAR(fit.curve.imitation_per_year, truth.imitation_per_year, 2e-3);
    EXPECT_LT(fit.rms_error, 1e-4);
  }
}

}  // namespace
}  // namespace parktwin::cloud::adoption
