#include "engine/simulators/radio/calibration/drive_test_error.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/core/check.h"

namespace parktwin::radio::calibration {

double quantile(std::span<const double> ascending, double share) {
  PARKTWIN_CHECK(!ascending.empty() && share >= 0.0 && share <= 1.0, "a quantile of nothing or outside 0 to 1");
  const double position = static_cast<double>(ascending.size() - 1) * share;
  const auto below = static_cast<std::size_t>(position);
  const auto above = std::min(below + 1, ascending.size() - 1);
  return ascending[below] + (position - static_cast<double>(below)) * (ascending[above] - ascending[below]);
}

DriveTestError drive_test_error(std::span<const double> errors_db) {
  DriveTestError result;
  if (errors_db.empty()) return result;
  std::vector<double> errors(errors_db.begin(), errors_db.end());
  for (const double error : errors) PARKTWIN_CHECK(std::isfinite(error), "an error that is not finite");
  std::sort(errors.begin(), errors.end());
  const auto count = static_cast<double>(errors.size());
  double sum = 0.0;
  double squares = 0.0;
  for (const double error : errors) {
    sum += error;
    squares += error * error;
  }
  const double mean = sum / count;
  double spread = 0.0;
  for (const double error : errors) spread += (error - mean) * (error - mean);
  result.points = static_cast<std::int32_t>(errors.size());
  result.rmse_db = std::sqrt(squares / count);
  result.mean_error_db = mean;
  result.standard_deviation_db = std::sqrt(spread / count);
  result.quantile_05_db = quantile(errors, 0.05);
  result.median_error_db = quantile(errors, 0.5);
  result.quantile_95_db = quantile(errors, 0.95);
  for (double& error : errors) error = std::abs(error);
  std::sort(errors.begin(), errors.end());
  result.absolute_error_90_db = quantile(errors, 0.9);
  return result;
}

}  // namespace parktwin::radio::calibration
