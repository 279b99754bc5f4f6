#pragma once
// How far predictions lie from a drive test: root mean square, mean, standard deviation and quantiles of the errors.
// An error is measured minus predicted, so a positive mean says that the model predicts too little. The standard deviation divides by n:
// rmse² = mean² + deviation². Quantiles interpolate linearly between order statistics (Hyndman and Fan, The American Statistician 50(4),
// 1996, definition 7).
#include <cstdint>
#include <span>

#include "engine/core/describe.h"

namespace parktwin::radio::calibration {

/// All 0 when there are no points.
struct DriveTestError {
  std::int32_t points = 0;
  double rmse_db = 0.0;
  double mean_error_db = 0.0;
  double standard_deviation_db = 0.0;
  double quantile_05_db = 0.0;
  double median_error_db = 0.0;
  double quantile_95_db = 0.0;
  double absolute_error_90_db = 0.0;  ///< 90 % of the points are nearer to their prediction
};

template <class Visitor, DescribedAs<DriveTestError> Self>
void describe(Visitor&& visit, Self& error) {
  visit(Field{"points", "", "points compared"}, error.points);
  visit(Field{"rmse_db", "dB", "root mean square of measured minus predicted"}, error.rmse_db);
  visit(Field{"mean_error_db", "dB", "mean of measured minus predicted"}, error.mean_error_db);
  visit(Field{"standard_deviation_db", "dB", "spread of the errors about their mean"}, error.standard_deviation_db);
  visit(Field{"quantile_05_db", "dB", "5 % of the errors are below"}, error.quantile_05_db);
  visit(Field{"median_error_db", "dB", "half of the errors are below"}, error.median_error_db);
  visit(Field{"quantile_95_db", "dB", "95 % of the errors are below"}, error.quantile_95_db);
  visit(Field{"absolute_error_90_db", "dB", "90 % of the absolute errors are below"}, error.absolute_error_90_db);
}

/// Does not depend on the order of the errors. Precondition: all finite.
[[nodiscard]] DriveTestError drive_test_error(std::span<const double> errors_db);

/// Precondition: not empty, ascending, 0 <= share <= 1.
[[nodiscard]] double quantile(std::span<const double> ascending, double share);

}  // namespace parktwin::radio::calibration
