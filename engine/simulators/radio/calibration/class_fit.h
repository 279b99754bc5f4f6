#pragma once
// By how much the model errs in one propagation class: error = offset + slope·(lg d − pivot), the pivot being the mean lg distance.
// Least squares by Householder QR, or Huber's M-estimate (Huber, Ann. Math. Stat. 35, 1964) by iteratively reweighted least squares: limit
// 1.345 times the scale median|residual|/0.6745, which keeps 95 % of the efficiency under normal errors (Holland and Welsch, Comm. Stat.
// A6, 1977). The ridge acts like `ridge_points` further samples without error, spread over lg distance like those measured: it shrinks
// offset and slope by n/(n + ridge_points). Standard errors allow for correlation within blocks: sandwich over blocks with the correction
// B/(B−1)·(n−1)/(n−p) (Liang and Zeger, Biometrika 73, 1986; Cameron and Miller, J. Human Resources 50, 2015). They say nothing
// of the bias by the ridge.
#include <cstdint>
#include <span>

namespace parktwin::radio::calibration {

struct Sample {
  double lg_distance = 0.0;
  double error_db = 0.0;    ///< measured minus predicted
  std::uint32_t block = 0;  ///< samples of one block are correlated
};

struct FitForm {
  bool slope = false;  ///< ignored when all samples have the same distance
  bool robust = false;
  double ridge_points = 0.0;
};

struct ClassFit {
  double pivot_lg_distance = 0.0;
  double offset_db = 0.0;  ///< at the pivot
  double slope_db_per_decade = 0.0;
  double offset_standard_error_db = 0.0;            ///< NaN with a single block or no more samples than coefficients
  double slope_standard_error_db_per_decade = 0.0;  ///< 0 without a slope
  bool converged = true;                            ///< the reweighting came to rest within 1e-6 dB
};

/// The same bits for the same sequence of samples. Precondition: at least one sample, all finite.
[[nodiscard]] ClassFit fit_class(std::span<const Sample> samples, const FitForm& form);

/// Standard deviation (by n) of the lg distances, decades.
[[nodiscard]] double spread_of_lg_distance(std::span<const Sample> samples);

}  // namespace parktwin::radio::calibration
