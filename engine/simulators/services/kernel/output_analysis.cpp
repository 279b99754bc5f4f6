#include "engine/simulators/services/kernel/output_analysis.h"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "engine/core/check.h"

namespace parktwin::services::kernel {
namespace {

std::vector<double> means_of(std::span<const double> series, std::size_t length) {
  std::vector<double> means(series.size() / length);
  for (std::size_t i = 0; i < means.size(); ++i) {
    double sum = 0.0;
    for (const double value : series.subspan(i * length, length)) sum += value;
    means[i] = sum / static_cast<double>(length);
  }
  return means;
}

double neighbour_correlation(std::span<const double> values, double mean) {
  double products = 0.0;
  double squares = 0.0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    squares += (values[i] - mean) * (values[i] - mean);
    if (i > 0) products += (values[i] - mean) * (values[i - 1] - mean);
  }
  return squares > 0.0 ? products / squares : 0.0;
}

}  // namespace

double student_t(double confidence, std::size_t degrees) {
  PARKTWIN_CHECK(degrees > 0 && confidence > 0.0 && confidence < 1.0, "Student's distribution needs a degree of freedom and a confidence");
  return boost::math::quantile(boost::math::students_t(static_cast<double>(degrees)), 0.5 + 0.5 * confidence);
}

Interval mean_interval(std::span<const double> values, double confidence) {
  PARKTWIN_CHECK(!values.empty(), "the mean of nothing");
  const auto count = static_cast<double>(values.size());
  double sum = 0.0;
  for (const double value : values) sum += value;
  const double mean = sum / count;
  if (values.size() == 1) return {mean, std::numeric_limits<double>::infinity()};
  double squares = 0.0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return {mean, student_t(confidence, values.size() - 1) * std::sqrt(squares / (count - 1.0) / count)};
}

std::optional<std::size_t> mser5(std::span<const double> series) {
  const std::vector<double> fives = means_of(series, 5);
  if (fives.size() < 10) return std::nullopt;
  // The cut d of least  Σ_{i>d} (y_i − ȳ_d)² / (n − d)². From the end on, means and squares grow by one value each (Welford).
  double mean = 0.0;
  double squares = 0.0;
  double least = std::numeric_limits<double>::infinity();
  std::size_t best = 0;
  for (std::size_t kept = 1; kept <= fives.size(); ++kept) {
    const double value = fives[fives.size() - kept];
    const double off = value - mean;
    const auto count = static_cast<double>(kept);
    mean += off / count;
    squares += off * (value - mean);
    const double statistic = squares / (count * count);
    // The last five means vary too little by chance to be trusted (White, Cobb & Spratt 2000).
    if (kept < 5 || statistic > least) continue;
    least = statistic;
    best = fives.size() - kept;
  }
  if (best > fives.size() / 2) return std::nullopt;
  return 5 * best;
}

std::optional<SteadyState> steady_state(std::span<const double> series, std::size_t batches, double confidence) {
  PARKTWIN_CHECK(batches >= 2, "an interval of one batch");
  const auto warm_up = mser5(series);
  if (!warm_up) return std::nullopt;
  const std::size_t length = (series.size() - *warm_up) / batches;
  if (length < 2) return std::nullopt;
  // What does not fill a batch is left out at the beginning, nearest to the warm-up.
  const std::vector<double> means = means_of(series.subspan(series.size() - batches * length), length);
  const Interval interval = mean_interval(means, confidence);
  return SteadyState{interval, *warm_up, neighbour_correlation(means, interval.mean)};
}

}  // namespace parktwin::services::kernel
