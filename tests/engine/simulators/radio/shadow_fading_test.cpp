#include "engine/simulators/radio/shadow_fading.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "engine/core/check.h"

namespace parktwin::radio {
namespace {

// TR 38.901 v16.1.0 table 7.4.1-1 (σSF) and table 7.5-6 (O2I σSF and correlation distances in the horizontal plane).
TEST(ShadowFading, TabulatedDeviations) {
  EXPECT_EQ(shadowing_deviation(Environment::urban_macro, true, false), Decibel(4.0));
  EXPECT_EQ(shadowing_deviation(Environment::urban_macro, false, false), Decibel(6.0));
  EXPECT_EQ(shadowing_deviation(Environment::urban_micro, true, false), Decibel(4.0));
  EXPECT_EQ(shadowing_deviation(Environment::urban_micro, false, false), Decibel(7.82));
  EXPECT_EQ(shadowing_deviation(Environment::urban_micro, false, true), Decibel(7.0));
  EXPECT_EQ(shadowing_deviation(Environment::rural_macro, true, false), Decibel(4.0));
  EXPECT_EQ(shadowing_deviation(Environment::rural_macro, false, false), Decibel(8.0));
  EXPECT_EQ(shadowing_deviation(Environment::rural_macro, true, true), Decibel(8.0));
  EXPECT_EQ(shadowing_deviation(Environment::above_roofs, true, false), Decibel(3.48));
  EXPECT_EQ(shadowing_deviation(Environment::above_roofs, false, false), Decibel(6.89));
  EXPECT_EQ(shadowing_deviation(Environment::below_high_roofs, false, false), Decibel(7.62));
  EXPECT_EQ(shadowing_deviation(Environment::below_low_roofs, true, false), Decibel(4.91));
  EXPECT_EQ(shadowing_deviation(Environment::below_low_roofs, false, false), Decibel(8.02));
  EXPECT_NEAR(combined_deviation(Decibel(7.0), Decibel(4.4)).value(), 8.268, 1e-3);
}

TEST(ShadowFading, TabulatedCorrelationDistances) {
  EXPECT_EQ(correlation_distance(Environment::urban_macro, true, false), Metres(37.0));
  EXPECT_EQ(correlation_distance(Environment::urban_macro, false, false), Metres(50.0));
  EXPECT_EQ(correlation_distance(Environment::urban_micro, true, false), Metres(10.0));
  EXPECT_EQ(correlation_distance(Environment::urban_micro, false, false), Metres(13.0));
  EXPECT_EQ(correlation_distance(Environment::urban_macro, false, true), Metres(7.0));
  EXPECT_EQ(correlation_distance(Environment::rural_macro, true, false), Metres(37.0));
  EXPECT_EQ(correlation_distance(Environment::rural_macro, false, false), Metres(120.0));
  EXPECT_EQ(correlation_distance(Environment::rural_macro, true, true), Metres(120.0));
}

// Over 4,000 sites: mean 0, variance 1, fourth moment 3 of a Gaussian, correlation exp(−Δ) at lag Δ (eq. 7.4-5).
TEST(ShadowFading, MomentsAndCorrelation) {
  const std::vector<double> lags = {0.25, 0.5, 1.0, 2.0};
  double sum = 0.0;
  double square = 0.0;
  double fourth = 0.0;
  std::vector<double> product(lags.size());
  constexpr int sites = 4000;
  for (std::uint32_t site = 0; site < sites; ++site) {
    const ShadowField field(42, site);
    const double x = 0.37 * site - 700.0;
    const double here = field.at(x, 3.0);
    sum += here;
    square += here * here;
    fourth += here * here * here * here;
    for (std::size_t i = 0; i < lags.size(); ++i) product[i] += here * field.at(x + 0.6 * lags[i], 3.0 + 0.8 * lags[i]);
  }
  EXPECT_NEAR(sum / sites, 0.0, 0.06);
  EXPECT_NEAR(square / sites, 1.0, 0.08);
  EXPECT_NEAR(fourth / sites, 3.0, 0.45);
  for (std::size_t i = 0; i < lags.size(); ++i) EXPECT_NEAR(product[i] / sites, std::exp(-lags[i]), 0.06) << lags[i];
}

TEST(ShadowFading, FastEvaluationMatchesTheLibrary) {
  const ShadowField field(7, 3);
  std::vector<float> x(500);
  std::vector<float> y(500);
  std::vector<float> values(500);
  for (std::size_t i = 0; i < x.size(); ++i) {
    x[i] = 0.2F * static_cast<float>(i) - 40.0F;
    y[i] = 17.0F - 0.05F * static_cast<float>(i);
  }
  field.evaluate(x, y, values);
  for (std::size_t i = 0; i < x.size(); ++i) EXPECT_NEAR(values[i], field.at(x[i], y[i]), 2e-3);
  EXPECT_THROW(field.evaluate(std::span<const float>(x).first(3), y, values), BrokenPromise);
}

TEST(ShadowFading, DrawsDependOnSeedAndEntity) {
  EXPECT_NE(ShadowField(1, 1).at(0, 0), ShadowField(2, 1).at(0, 0));
  EXPECT_NE(ShadowField(1, 1).at(0, 0), ShadowField(1, 2).at(0, 0));
  EXPECT_EQ(ShadowField(1, 1).at(5, 9), ShadowField(1, 1).at(5, 9));
  EXPECT_NE(wall_deviate(1, 1), wall_deviate(1, 2));
  EXPECT_NE(wall_deviate(1, 1), wall_deviate(2, 1));
}

}  // namespace
}  // namespace parktwin::radio
