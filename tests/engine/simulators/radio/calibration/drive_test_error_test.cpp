#include "engine/simulators/radio/calibration/drive_test_error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "engine/core/check.h"
#include "engine/core/hash.h"
#include "engine/core/random.h"

namespace parktwin::radio::calibration {
namespace {

TEST(DriveTestError, FiguresOfAFewErrors) {
  const DriveTestError error = drive_test_error(std::vector<double>{3.0, -1.0, 2.0, -4.0});
  EXPECT_EQ(error.points, 4);
  EXPECT_DOUBLE_EQ(error.rmse_db, std::sqrt(30.0 / 4.0));
  EXPECT_DOUBLE_EQ(error.mean_error_db, 0.0);
  EXPECT_DOUBLE_EQ(error.standard_deviation_db, std::sqrt(30.0 / 4.0));
  EXPECT_DOUBLE_EQ(error.median_error_db, 0.5);
  EXPECT_DOUBLE_EQ(error.quantile_05_db, -3.55);  // -4 + 0.15·3
  EXPECT_DOUBLE_EQ(error.quantile_95_db, 2.85);
  EXPECT_DOUBLE_EQ(error.absolute_error_90_db, 3.7);  // of 1, 2, 3, 4
}

TEST(DriveTestError, NothingAndASinglePoint) {
  EXPECT_EQ(drive_test_error({}).points, 0);
  EXPECT_EQ(drive_test_error({}).rmse_db, 0.0);
  const DriveTestError one = drive_test_error(std::vector<double>{-5.0});
  EXPECT_EQ(one.rmse_db, 5.0);
  EXPECT_EQ(one.standard_deviation_db, 0.0);
  EXPECT_EQ(one.absolute_error_90_db, 5.0);
  EXPECT_THROW((void)drive_test_error(std::vector<double>{std::numeric_limits<double>::quiet_NaN()}), BrokenPromise);
}

// Hyndman and Fan's definition 7 as numpy.quantile([15, 20, 35, 40, 50], q) gives it.
TEST(DriveTestError, QuantilesInterpolate) {
  const std::vector<double> values = {15.0, 20.0, 35.0, 40.0, 50.0};
  EXPECT_DOUBLE_EQ(quantile(values, 0.0), 15.0);
  EXPECT_DOUBLE_EQ(quantile(values, 0.05), 16.0);
  EXPECT_DOUBLE_EQ(quantile(values, 0.4), 29.0);
  EXPECT_DOUBLE_EQ(quantile(values, 1.0), 50.0);
  EXPECT_THROW((void)quantile({}, 0.5), BrokenPromise);
  EXPECT_THROW((void)quantile(values, 1.5), BrokenPromise);
}

// A slower way: moments in extended precision, quantiles by counting.
TEST(DriveTestError, RandomErrorsAndTheirOrder) {
  for (std::uint32_t round = 0; round < 200; ++round) {
    const RandomSequence random(11, 0, round);
    std::vector<double> errors(1 + random.below(0, 60));
    for (std::uint32_t i = 0; i < errors.size(); ++i) errors[i] = std::round(random.uniform(i + 1, -90.0, 60.0)) / 4.0;
    const DriveTestError figures = drive_test_error(errors);
    long double sum = 0.0L;
    long double squares = 0.0L;
    for (const double error : errors) {
      sum += error;
      squares += static_cast<long double>(error) * error;
    }
    const auto count = static_cast<long double>(errors.size());
    EXPECT_NEAR(figures.rmse_db, static_cast<double>(std::sqrt(squares / count)), 1e-12);
    EXPECT_NEAR(figures.mean_error_db, static_cast<double>(sum / count), 1e-12);
    EXPECT_NEAR(figures.rmse_db * figures.rmse_db, std::pow(figures.mean_error_db, 2) + std::pow(figures.standard_deviation_db, 2), 1e-9);
    const auto below = [&errors](double limit) {
      return std::count_if(errors.begin(), errors.end(), [limit](double error) { return error <= limit + 1e-12; });
    };
    EXPECT_GE(2 * below(figures.median_error_db), static_cast<std::ptrdiff_t>(errors.size()));
    EXPECT_LE(figures.quantile_05_db, figures.median_error_db);
    EXPECT_LE(figures.median_error_db, figures.quantile_95_db);
    std::reverse(errors.begin(), errors.end());
    EXPECT_EQ(content_hash(drive_test_error(errors)), content_hash(figures));
  }
}

}  // namespace
}  // namespace parktwin::radio::calibration
