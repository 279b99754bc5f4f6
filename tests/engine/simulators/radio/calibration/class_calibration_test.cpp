#include "engine/simulators/radio/calibration/class_calibration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "engine/simulators/radio/calibration/spatial_blocks.h"
#include "tests/engine/simulators/radio/calibration/synthetic_points.h"

namespace parktwin::radio::calibration {
namespace {

using test::drive;
using test::Truth;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr auto roof = PropagationClass::over_roof;

std::vector<std::string> texts(const ClassOutcome& outcome) {
  std::vector<std::string> result;
  for (const auto& note : outcome.notes) {
    EXPECT_EQ(note.place, "propagation class over_roof");
    result.push_back(note.text);
  }
  return result;
}

/// Which points are held out, worked out from the squares alone.
std::vector<bool> held_out(const std::vector<Observation>& points, const Options& options, std::uint64_t seed) {
  std::vector<Point> positions;
  for (const auto& point : points) positions.push_back(point.position);
  const BlockOrder order = draw_blocks(positions, options.block_size, seed);
  std::vector<bool> result;
  for (const auto rank : order.rank) result.push_back(rank < held_out_blocks(order.count, options.held_out_share));
  return result;
}

TEST(ClassCalibration, OffsetAndSlope) {
  const auto outcome = calibrate_class(roof, drive({roof, -8.0, 7.0}, 800, 1), {}, 5);
  EXPECT_EQ(outcome.report.decision, Decision::offset_and_slope);
  EXPECT_THAT(texts(outcome), IsEmpty());
  EXPECT_NEAR(apply(outcome.correction, 2.7).value(), -8.0, 1.0);
  EXPECT_NEAR(outcome.correction.slope_db_per_decade, 7.0, 3.0);
  EXPECT_GT(*outcome.correction.slope_standard_error_db_per_decade, 0.0);
  EXPECT_EQ(outcome.report.fitted_before.points + outcome.report.held_out_before.points, 800);
  EXPECT_NEAR(outcome.report.held_out_before.points, 160, 60);
  EXPECT_NEAR(outcome.report.held_out_after.rmse_db, 4.0, 0.8);
  EXPECT_GT(outcome.report.held_out_before.rmse_db, 8.0);
}

TEST(ClassCalibration, FoldsShareOutTheFittedPoints) {
  const auto outcome = calibrate_class(roof, drive({roof, -8.0, 7.0}, 400, 2), {}, 5);
  ASSERT_EQ(outcome.folds.size(), 5U);
  std::vector<double> pooled;
  for (const auto& fold : outcome.folds) {
    EXPECT_FALSE(fold.before_db.empty());
    EXPECT_EQ(fold.before_db.size(), fold.after_db.size());
    pooled.insert(pooled.end(), fold.before_db.begin(), fold.before_db.end());
  }
  auto fitted = outcome.fitted.before_db;
  std::sort(pooled.begin(), pooled.end());
  std::sort(fitted.begin(), fitted.end());
  EXPECT_EQ(pooled, fitted);
  // Predicting points that were not fitted cannot be much better than fitting them.
  EXPECT_GT(outcome.report.cross_validated_rmse_after_db, outcome.report.fitted_after.rmse_db - 1e-9);
}

TEST(ClassCalibration, AFewPointsStayUncorrected) {
  const auto few = calibrate_class(roof, drive({roof, -8.0, 0.0}, 20, 3), {}, 5);
  EXPECT_EQ(few.report.decision, Decision::too_few_points);
  EXPECT_THAT(texts(few), ElementsAre(HasSubstr("stays uncorrected: ")));
  EXPECT_EQ(apply(few.correction, 2.2), Decibel(0.0));
  EXPECT_EQ(few.fitted.before_db, few.fitted.after_db);
  EXPECT_FALSE(few.correction.offset_standard_error_db.has_value());

  // Many points, but all from one corner.
  auto standing = drive({roof, -8.0, 0.0}, 500, 4);
  for (auto& point : standing) point.position = {1.0 + point.position.x / 100.0, 1.0 + point.position.y / 100.0};
  const auto one_block = calibrate_class(roof, standing, {}, 5);
  EXPECT_EQ(one_block.report.decision, Decision::too_few_points);
  EXPECT_THAT(texts(one_block), ElementsAre("stays uncorrected: 500 points in 1 blocks are left to fit, at least 30 in 5 are needed"));
  EXPECT_EQ(one_block.report.held_out_blocks, 0);

  const auto none = calibrate_class(roof, {}, {}, 5);
  EXPECT_EQ(none.report.decision, Decision::no_points);
  EXPECT_THAT(none.notes, IsEmpty());
}

TEST(ClassCalibration, ASlopeNeedsPointsSpreadAndAGain) {
  auto same_distance = drive({roof, -8.0, 0.0}, 400, 5);
  for (auto& point : same_distance) point.lg_distance = 2.0;
  const auto collinear = calibrate_class(roof, same_distance, {}, 5);
  EXPECT_EQ(collinear.report.decision, Decision::offset);
  EXPECT_EQ(collinear.report.lg_distance_spread, 0.0);
  EXPECT_EQ(collinear.correction.slope_db_per_decade, 0.0);
  EXPECT_FALSE(collinear.correction.slope_standard_error_db_per_decade.has_value());
  EXPECT_NEAR(collinear.correction.offset_db, -8.0, 1.5);
  EXPECT_THAT(texts(collinear), ElementsAre(HasSubstr("with a spread of 0.00 decades, at least 60 in 10 with 0.20 are needed")));

  const auto few = calibrate_class(roof, drive({roof, -8.0, 30.0, 1.0}, 60, 6), {}, 5);
  EXPECT_EQ(few.report.decision, Decision::offset);
  EXPECT_THAT(texts(few), ElementsAre(HasSubstr("no slope: ")));

  int without_gain = 0;
  for (std::uint32_t round = 0; round < 20; ++round) {
    const auto flat = calibrate_class(roof, drive({roof, -8.0, 0.0}, 400, 100 + round), {}, 5);
    without_gain += flat.report.decision == Decision::offset ? 1 : 0;
    const auto steep = calibrate_class(roof, drive({roof, -8.0, 15.0}, 400, 100 + round), {}, 5);
    EXPECT_EQ(steep.report.decision, Decision::offset_and_slope);
  }
  EXPECT_GE(without_gain, 10) << "where there is none";
}

TEST(ClassCalibration, RefusedWhenHeldOutPointsGetWorse) {
  const Options options;
  auto points = drive({roof, 0.0, 0.0, 1.0}, 600, 7);
  const auto out = held_out(points, options, 9);
  for (std::size_t i = 0; i < points.size(); ++i) points[i].measured_dbm += out[i] ? -3.0 : 5.0;
  const auto outcome = calibrate_class(roof, points, options, 9);
  EXPECT_EQ(outcome.report.decision, Decision::refused);
  EXPECT_THAT(texts(outcome),
              ::testing::Contains(HasSubstr("the fit is refused and the class stays uncorrected: the held-out RMSE rises")));
  EXPECT_EQ(apply(outcome.correction, 2.2), Decibel(0.0));
  EXPECT_EQ(outcome.held_out.before_db, outcome.held_out.after_db);
  EXPECT_EQ(outcome.fitted.before_db, outcome.fitted.after_db);
  for (const auto& fold : outcome.folds) EXPECT_EQ(fold.before_db, fold.after_db);
  EXPECT_LT(outcome.report.cross_validated_rmse_after_db, outcome.report.cross_validated_rmse_before_db) << "what was tried is told";
}

// Each square has an error of its own and their mean is zero: what one square says does not hold for the others.
TEST(ClassCalibration, RefusedWhenCrossValidationGainsNothing) {
  auto points = drive({roof, 0.0, 0.0, 1.0}, 600, 8);
  const RandomSequence random(3, 3, 3);
  for (auto& point : points) {
    const auto square =
        static_cast<std::uint32_t>(std::floor(point.position.x / 100.0) + 100.0 * std::floor(point.position.y / 100.0) + 500.0);
    point.measured_dbm += random.below(square, 2) == 0 ? -6.0 : 6.0;
  }
  const auto outcome = calibrate_class(roof, points, {}, 5);
  EXPECT_EQ(outcome.report.decision, Decision::refused);
  EXPECT_THAT(texts(outcome), ::testing::Contains(HasSubstr("the cross-validated RMSE does not fall")));
}

}  // namespace
}  // namespace parktwin::radio::calibration
