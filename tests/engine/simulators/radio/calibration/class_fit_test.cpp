#include "engine/simulators/radio/calibration/class_fit.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "engine/core/check.h"
#include "engine/core/random.h"

namespace parktwin::radio::calibration {
namespace {

// Telephone calls in Belgium 1950-1973 (Rousseeuw and Leroy 1987; `phones` of the R package MASS); blocks of four years.
std::vector<Sample> telephone_calls() {
  const std::vector<double> calls = {4.4,  4.7,  4.7,   5.9,   6.6,   7.3,   8.1,   8.8,   10.6, 12.0, 13.5, 14.9,
                                     16.1, 21.2, 119.0, 124.0, 142.0, 159.0, 182.0, 212.0, 43.0, 24.0, 27.0, 29.0};
  std::vector<Sample> samples;
  for (std::uint32_t i = 0; i < calls.size(); ++i) samples.push_back({50.0 + i, calls[i], i / 4});
  return samples;
}

double at(const ClassFit& fit, double lg_distance) {
  return fit.offset_db + fit.slope_db_per_decade * (lg_distance - fit.pivot_lg_distance);
}

// Venables and Ripley, Modern Applied Statistics with S, section 6.5, and the help page of summary.rlm: rlm(calls ~ year, phones, maxit =
// 50) gives -102.622 and 2.041. It stops at a relative change of 1e-4; brought to rest, statsmodels 0.14 RLM(HuberT(1.345)) gives
// -102.53015 and 2.03961.
TEST(ClassFit, HuberGivesThePublishedLineOfTheTelephoneCalls) {
  const ClassFit fit = fit_class(telephone_calls(), {.slope = true, .robust = true, .ridge_points = 0.0});
  EXPECT_TRUE(fit.converged);
  EXPECT_NEAR(fit.slope_db_per_decade, 2.041, 2e-3);
  EXPECT_NEAR(at(fit, 0.0), -102.622, 0.1);
  EXPECT_NEAR(fit.slope_db_per_decade, 2.03961073, 1e-6);
  EXPECT_NEAR(at(fit, 0.0), -102.53015156, 2e-5);
}

// statsmodels 0.14 OLS(...).fit(cov_type='cluster') with groups of four years: -260.05925 and 5.04148; standard error of the
// slope 3.6059131.
TEST(ClassFit, StandardErrorsByBlocksMatchStatsmodels) {
  const ClassFit fit = fit_class(telephone_calls(), {.slope = true, .robust = false, .ridge_points = 0.0});
  EXPECT_NEAR(fit.slope_db_per_decade, 5.04147826, 1e-8);
  EXPECT_NEAR(at(fit, 0.0), -260.05924638, 1e-6);
  EXPECT_NEAR(fit.slope_standard_error_db_per_decade, 3.60591309, 1e-7);
}

struct Truth {
  double offset_db = 0.0;
  double slope_db_per_decade = 0.0;
  double noise_db = 0.0;
  double block_noise_db = 0.0;
};

std::vector<Sample> measured(const Truth& truth, std::uint32_t blocks, std::uint32_t per_block, std::uint32_t entity) {
  std::vector<Sample> samples;
  const RandomSequence own(21, 1, entity);
  const RandomSequence shared(21, 2, entity);
  for (std::uint32_t i = 0; i < blocks * per_block; ++i) {
    const std::uint32_t block = i / per_block;
    const double lg_distance = shared.uniform(2 * block, 1.6, 2.9) + own.uniform(2 * i, -0.05, 0.05);
    const double noise = truth.noise_db * own.normal(2 * i + 1) + truth.block_noise_db * shared.normal(2 * block + 1);
    samples.push_back({lg_distance, truth.offset_db + truth.slope_db_per_decade * (lg_distance - 2.2) + noise, block});
  }
  return samples;
}

/// Normal equations in extended precision over lg d itself, solved by Cramer's rule; gives value at 0 and slope.
std::pair<double, double> cramer(const std::vector<Sample>& samples, long double ridge_points) {
  long double mean = 0.0L;
  for (const auto& sample : samples) mean += sample.lg_distance;
  mean /= static_cast<long double>(samples.size());
  long double spread = 0.0L;
  for (const auto& sample : samples) spread += (sample.lg_distance - mean) * (sample.lg_distance - mean);
  spread = std::sqrt(spread / static_cast<long double>(samples.size()));
  long double s0 = 0.0L, s1 = 0.0L, s2 = 0.0L, r0 = 0.0L, r1 = 0.0L;
  const auto add = [&](long double weight, long double t, long double error) {
    s0 += weight;
    s1 += weight * t;
    s2 += weight * t * t;
    r0 += weight * error;
    r1 += weight * t * error;
  };
  for (const auto& sample : samples) add(1.0L, sample.lg_distance, sample.error_db);
  // Points without error, half of them one standard deviation nearer than the mean, half of them further.
  add(0.5L * ridge_points, mean - spread, 0.0L);
  add(0.5L * ridge_points, mean + spread, 0.0L);
  const long double determinant = s0 * s2 - s1 * s1;
  return {static_cast<double>((r0 * s2 - r1 * s1) / determinant), static_cast<double>((s0 * r1 - s1 * r0) / determinant)};
}

TEST(ClassFit, NormalEquationsWithAndWithoutRidge) {
  for (std::uint32_t round = 0; round < 100; ++round) {
    const auto samples = measured({7.0, -9.0, 6.0, 2.0}, 4 + round % 7, 5, round);
    for (const double ridge : {0.0, 3.0, 40.0}) {
      const ClassFit fit = fit_class(samples, {.slope = true, .robust = false, .ridge_points = ridge});
      const auto [intercept, slope] = cramer(samples, ridge);
      EXPECT_NEAR(fit.slope_db_per_decade, slope, 1e-9);
      EXPECT_NEAR(at(fit, 0.0), intercept, 1e-9);
    }
  }
}

TEST(ClassFit, OffsetAloneIsTheShrunkenMean) {
  const auto samples = measured({7.0, 0.0, 3.0, 0.0}, 5, 8, 3);
  double sum = 0.0;
  for (const auto& sample : samples) sum += sample.error_db;
  const ClassFit plain = fit_class(samples, {});
  EXPECT_NEAR(plain.offset_db, sum / 40.0, 1e-12);
  EXPECT_EQ(plain.slope_db_per_decade, 0.0);
  const ClassFit shrunken = fit_class(samples, {.slope = false, .robust = false, .ridge_points = 10.0});
  EXPECT_NEAR(shrunken.offset_db, plain.offset_db * 40.0 / 50.0, 1e-12);
}

/// Huber's objective for a scale, as the fit defines it.
double objective(const std::vector<Sample>& samples, double offset, double slope, double pivot, double limit) {
  double sum = 0.0;
  for (const auto& sample : samples) {
    const double rest = std::abs(sample.error_db - offset - slope * (sample.lg_distance - pivot));
    sum += rest <= limit ? 0.5 * rest * rest : limit * (rest - 0.5 * limit);
  }
  return sum;
}

// For the scale at rest the objective is convex: no step in any direction lowers it.
TEST(ClassFit, HuberMinimisesItsObjective) {
  for (std::uint32_t round = 0; round < 50; ++round) {
    auto samples = measured({3.0, 5.0, 4.0, 1.0}, 12, 6, 100 + round);
    for (std::size_t i = 0; i < samples.size(); i += 7) samples[i].error_db -= 35.0;
    const ClassFit fit = fit_class(samples, {.slope = true, .robust = true, .ridge_points = 0.0});
    ASSERT_TRUE(fit.converged);
    std::vector<double> sizes;
    for (const auto& sample : samples) sizes.push_back(std::abs(sample.error_db - at(fit, sample.lg_distance)));
    std::sort(sizes.begin(), sizes.end());
    const double limit = 1.345 * 0.5 * (sizes[sizes.size() / 2 - 1] + sizes[sizes.size() / 2]) / 0.67448975;
    const double least = objective(samples, fit.offset_db, fit.slope_db_per_decade, fit.pivot_lg_distance, limit);
    for (int direction = 0; direction < 16; ++direction) {
      for (const double step : {1e-3, 1e-1, 3.0}) {
        const double offset = fit.offset_db + step * std::cos(0.3927 * direction);
        const double slope = fit.slope_db_per_decade + step * std::sin(0.3927 * direction);
        EXPECT_GT(objective(samples, offset, slope, fit.pivot_lg_distance, limit), least);
      }
    }
  }
}

TEST(ClassFit, OutliersHardlyMoveTheRobustFit) {
  auto samples = measured({5.0, 0.0, 3.0, 0.0}, 30, 10, 7);
  for (std::size_t i = 0; i < samples.size(); i += 10) samples[i].error_db = -60.0;
  const ClassFit robust = fit_class(samples, {.slope = false, .robust = true, .ridge_points = 0.0});
  const ClassFit plain = fit_class(samples, {.slope = false, .robust = false, .ridge_points = 0.0});
  EXPECT_NEAR(robust.offset_db, 5.0, 1.2);  // Huber's bias with a tenth of the samples far off is about 0.6 dB here
  EXPECT_NEAR(plain.offset_db, -1.5, 1.0);
}

TEST(ClassFit, ExactDataWithAnOutlierComesToRest) {
  std::vector<Sample> samples;
  for (std::uint32_t i = 0; i < 20; ++i) samples.push_back({1.5 + 0.05 * i, 2.0 + 0.4 * i, i / 2});
  samples[4].error_db = 90.0;
  const ClassFit fit = fit_class(samples, {.slope = true, .robust = true, .ridge_points = 0.0});
  EXPECT_TRUE(fit.converged);
  EXPECT_NEAR(fit.slope_db_per_decade, 8.0, 1e-4);
  EXPECT_NEAR(at(fit, 1.5), 2.0, 1e-4);
}

TEST(ClassFit, OneDistanceCarriesNoSlope) {
  const std::vector<Sample> samples = {{2.0, 4.0, 0}, {2.0, 6.0, 1}, {2.0, 8.0, 2}};
  const ClassFit fit = fit_class(samples, {.slope = true, .robust = true, .ridge_points = 0.0});
  EXPECT_EQ(fit.slope_db_per_decade, 0.0);
  EXPECT_NEAR(fit.offset_db, 6.0, 1e-9);
  EXPECT_TRUE(std::isnan(fit_class(std::vector<Sample>{{2.0, 4.0, 0}}, {}).offset_standard_error_db));
  EXPECT_THROW((void)fit_class({}, {}), BrokenPromise);
}

// With noise shared by the points of a block the truth lies within 3 standard errors as often as under a normal law (99.7 %), allowing for
// few blocks (Student with 39 degrees: 99.5 %) and 3 standard deviations of counting over 600 rounds.
TEST(ClassFit, TheTruthLiesWithinThreeStandardErrors) {
  for (const bool robust : {false, true}) {
    int offsets = 0;
    int slopes = 0;
    constexpr int rounds = 600;
    for (std::uint32_t round = 0; round < rounds; ++round) {
      const auto samples = measured({4.0, -6.0, 4.0, 4.0}, 40, 10, 1000 + round);
      const ClassFit fit = fit_class(samples, {.slope = true, .robust = robust, .ridge_points = 0.0});
      offsets +=
          std::abs(at(fit, fit.pivot_lg_distance) - (4.0 - 6.0 * (fit.pivot_lg_distance - 2.2))) <= 3.0 * fit.offset_standard_error_db;
      slopes += std::abs(fit.slope_db_per_decade + 6.0) <= 3.0 * fit.slope_standard_error_db_per_decade;
    }
    EXPECT_GE(offsets, 0.983 * rounds);
    EXPECT_GE(slopes, 0.983 * rounds);
  }
}

// Expected standard error of a mean of 40 blocks of 10: sqrt(4²/40 + 4²/400) = 0.663 dB; taking points as independent gives 0.283 dB.
TEST(ClassFit, StandardErrorsSeeTheCorrelationWithinBlocks) {
  double sum = 0.0;
  for (std::uint32_t round = 0; round < 200; ++round)
    sum += fit_class(measured({4.0, 0.0, 4.0, 4.0}, 40, 10, round), {}).offset_standard_error_db;
  EXPECT_NEAR(sum / 200.0, 0.663, 0.03);
}

}  // namespace
}  // namespace parktwin::radio::calibration
