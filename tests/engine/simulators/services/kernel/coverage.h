#pragma once
// Do confidence intervals cover the truth as often as they say? Over 200 seeds the count is binomial. Both sides are held: intervals that
// are much too wide would cover always, so their widths are held against the spread of the 200 means themselves, which is the true standard
// error, and the mean of all seeds against the truth with 200 times the data.
#include <gtest/gtest.h>

#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <functional>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/simulators/services/kernel/output_analysis.h"

namespace parktwin::services::kernel {

constexpr std::size_t coverage_seeds = 200;
constexpr std::size_t coverage_replicas = 10;
constexpr double coverage_confidence = 0.99;

struct Coverage {
  std::size_t covered = 0;
  double mean_half_width = 0.0;
  double deviation = 0.0;  ///< of the means of the seeds
  double mean = 0.0;       ///< of them
};

/// `measure(seed, replica)` is one replica's mean.
inline Coverage coverage_of(double truth, const std::function<double(std::uint64_t, std::uint32_t)>& measure) {
  std::vector<Interval> intervals(coverage_seeds);
  parallel_for(coverage_seeds, [&](std::size_t seed) {
    std::vector<double> values;
    for (std::uint32_t replica = 0; replica < coverage_replicas; ++replica) values.push_back(measure(seed + 1, replica));
    intervals[seed] = mean_interval(values, coverage_confidence);
  });
  Coverage coverage;
  const auto count = static_cast<double>(coverage_seeds);
  for (const Interval& interval : intervals) {
    coverage.covered += interval.contains(truth) ? 1 : 0;
    coverage.mean_half_width += interval.half_width / count;
    coverage.mean += interval.mean / count;
  }
  double squares = 0.0;
  for (const Interval& interval : intervals) squares += (interval.mean - coverage.mean) * (interval.mean - coverage.mean);
  coverage.deviation = std::sqrt(squares / (count - 1.0));
  return coverage;
}

/// Half width that an exact interval has in the mean: t c₄ σ with c₄ = E(s) / σ of n values, σ here the standard error.
inline double exact_half_width(double standard_error) {
  const double n = coverage_replicas;
  const double c4 = std::sqrt(2.0 / (n - 1.0)) * std::exp(std::lgamma(0.5 * n) - std::lgamma(0.5 * (n - 1.0)));
  return student_t(coverage_confidence, coverage_replicas - 1) * c4 * standard_error;
}

/// Fails by chance in about one of 1,000 sound simulations on each of its counts. An upper count does not exist at 99 % of 200 (all 200
/// are covered in 13 %), so that too wide intervals are found by their width: the spread of 200 means is known to 5 %, thus four of these.
inline void expect_coverage(double truth, const std::function<double(std::uint64_t, std::uint32_t)>& measure) {
  const Coverage coverage = coverage_of(truth, measure);
  const boost::math::binomial law(static_cast<double>(coverage_seeds), coverage_confidence);
  EXPECT_GT(boost::math::cdf(law, static_cast<double>(coverage.covered)), 1e-3) << coverage.covered << " of 200 covered";
  EXPECT_NEAR(coverage.mean_half_width, exact_half_width(coverage.deviation), 0.2 * exact_half_width(coverage.deviation));
  EXPECT_NEAR(coverage.mean, truth, 3.5 * coverage.deviation / std::sqrt(static_cast<double>(coverage_seeds)));
}

}  // namespace parktwin::services::kernel
