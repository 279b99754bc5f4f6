#pragma once
// What a simulation's output says about the mean: confidence intervals by Student's t over independent replicas or over batches of one long
// run, after the warm-up was cut off by MSER-5 (White, Simulation 69(6), 1997; White, Cobb & Spratt, Winter Simulation Conference 2000).
// Batch means: Law, Simulation Modeling and Analysis, 5th edition. Batches must be long against the run's correlation;
// `batch_correlation` near 0 says they are.
#include <cstddef>
#include <optional>
#include <span>

namespace parktwin::services::kernel {

struct Interval {
  double mean = 0.0;
  double half_width = 0.0;
  [[nodiscard]] bool contains(double value) const { return value >= mean - half_width && value <= mean + half_width; }
  friend bool operator==(const Interval&, const Interval&) = default;
};

/// Upper point of Student's distribution: P(|T| <= t) = confidence. Preconditions: degrees > 0, 0 < confidence < 1.
[[nodiscard]] double student_t(double confidence, std::size_t degrees);

/// Of independent values; half_width is infinite for a single one. Precondition: values is not empty.
[[nodiscard]] Interval mean_interval(std::span<const double> values, double confidence);

/// Observations to cut off, a multiple of 5. Nothing when the best cut lies in the second half: the run is too short to tell.
[[nodiscard]] std::optional<std::size_t> mser5(std::span<const double> series);

struct SteadyState {
  Interval interval;
  std::size_t warm_up = 0;         ///< observations cut off
  double batch_correlation = 0.0;  ///< of neighbouring batch means
};

/// Nothing when the warm-up cannot be told or less than two observations a batch remain. Precondition: batches >= 2.
[[nodiscard]] std::optional<SteadyState> steady_state(std::span<const double> series, std::size_t batches, double confidence);

}  // namespace parktwin::services::kernel
