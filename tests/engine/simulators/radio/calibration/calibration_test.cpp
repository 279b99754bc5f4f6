#include "engine/simulators/radio/calibration/calibration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/check.h"
#include "engine/core/hash.h"
#include "engine/simulators/radio/calibration/spatial_blocks.h"
#include "tests/engine/simulators/radio/calibration/synthetic_points.h"

namespace parktwin::radio::calibration {
namespace {

using test::append;
using test::drive;
using test::Truth;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::vector<Truth> known = {{PropagationClass::line_of_sight, 6.0, -12.0, 4.0},
                                  {PropagationClass::over_roof, -9.0, 10.0, 6.0},
                                  {PropagationClass::indoor, 4.0, 0.0, 7.0}};

std::vector<Observation> drive_all(const std::vector<Truth>& truths, std::uint32_t count, std::uint32_t entity) {
  std::vector<Observation> points;
  for (const auto& truth : truths) append(points, drive(truth, count, entity));
  return points;
}

const ClassReport& row(const Report& report, PropagationClass propagation) {
  return report.classes.at(static_cast<std::size_t>(propagation));
}
const ClassCorrection& correction(const Report& report, PropagationClass propagation) {
  return report.correction.classes.at(static_cast<std::size_t>(propagation));
}

std::vector<std::string> texts(const Report& report) {
  std::vector<std::string> result;
  for (const auto& note : report.notes) result.push_back(note.text);
  return result;
}

// 120 drives of three classes. A normal law puts 99.7 % within 3 standard errors; 97.5 % allows for few blocks, for the choice between
// forms, and for three standard deviations of counting over 360.
TEST(Calibration, RecoversKnownOffsetsAndSlopes) {
  Options options;
  options.ridge_points = 0.0;
  int offsets = 0;
  int slopes = 0;
  int sloped = 0;
  constexpr int rounds = 120;
  for (std::uint32_t round = 0; round < rounds; ++round) {
    const Report report = calibrate(drive_all(known, 500, round), options, round);
    ASSERT_TRUE(report.accepted);
    for (const auto& truth : known) {
      const auto& found = correction(report, truth.propagation);
      ASSERT_TRUE(found.offset_standard_error_db) << name_of(truth.propagation) << " in round " << round;
      offsets += std::abs(found.offset_db - error_of(truth, found.pivot_lg_distance)) <= 3.0 * *found.offset_standard_error_db;
      if (!found.slope_standard_error_db_per_decade) continue;
      ++sloped;
      slopes += std::abs(found.slope_db_per_decade - truth.slope_db_per_decade) <= 3.0 * *found.slope_standard_error_db_per_decade;
    }
    EXPECT_LT(report.held_out_after.rmse_db, 0.85 * report.held_out_before.rmse_db);
  }
  EXPECT_GE(offsets, 0.975 * 3 * rounds);
  EXPECT_GE(sloped, 2 * rounds);
  EXPECT_GE(slopes, 0.975 * sloped);
}

TEST(Calibration, TheRidgePullsTowardsZero) {
  Options free;
  free.ridge_points = 0.0;
  free.robust = false;
  Options pulled = free;
  pulled.ridge_points = 100.0;
  const auto points = drive_all(known, 500, 3);
  const Report without = calibrate(points, free, 3);
  const Report with = calibrate(points, pulled, 3);
  for (const auto& truth : known) {
    const double fitted = row(with, truth.propagation).fitted_before.points;
    EXPECT_NEAR(correction(with, truth.propagation).offset_db, correction(without, truth.propagation).offset_db * fitted / (fitted + 100.0),
                1e-9);
  }
}

// One point in twenty is measured far too low: a door that was shut, a wrong cell.
TEST(Calibration, RobustAgainstOutliers) {
  Options plain;
  plain.robust = false;
  double robust_miss = 0.0;
  double plain_miss = 0.0;
  for (std::uint32_t round = 0; round < 20; ++round) {
    auto points = drive({PropagationClass::over_roof, 9.0, 0.0, 4.0}, 500, round);
    for (std::size_t i = 0; i < points.size(); i += 20) points[i].measured_dbm -= 40.0;
    const Report robust = calibrate(points, {}, round);
    ASSERT_TRUE(robust.accepted);
    robust_miss += std::abs(apply(robust.correction, PropagationClass::over_roof, 2.7).value() - 9.0);
    plain_miss += std::abs(apply(calibrate(points, plain, round).correction, PropagationClass::over_roof, 2.7).value() - 9.0);
  }
  EXPECT_LT(robust_miss / 20, 0.6);
  EXPECT_GT(plain_miss / 20, 1.5);
}

/// RMSE over the held-out points, worked out from the squares and the correction returned; negative when nothing is held out.
std::pair<double, double> held_out_rmse(const std::vector<Observation>& points, const Correction& found, const Options& options,
                                        std::uint64_t seed) {
  double before = 0.0;
  double after = 0.0;
  int count = 0;
  for (const auto& entry : names_of(PropagationClass{})) {
    std::vector<Observation> own;
    std::copy_if(points.begin(), points.end(), std::back_inserter(own), [&](const Observation& o) { return o.propagation == entry.value; });
    std::vector<Point> positions;
    for (const auto& point : own) positions.push_back(point.position);
    const BlockOrder order = draw_blocks(positions, options.block_size, seed);
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (order.rank[i] >= held_out_blocks(order.count, options.held_out_share)) continue;
      const double error = own[i].measured_dbm - own[i].predicted_dbm;
      const double rest = error - apply(found, entry.value, own[i].lg_distance).value();
      before += error * error;
      after += rest * rest;
      ++count;
    }
  }
  return count == 0 ? std::pair(-1.0, -1.0) : std::pair(std::sqrt(before / count), std::sqrt(after / count));
}

// Whatever is measured, noise, outliers, a handful of points: no class and no total gets worse at held-out points.
TEST(Calibration, NeverWorseAtHeldOutPointsWhenAccepted) {
  int accepted = 0;
  int refused = 0;
  for (std::uint32_t round = 0; round < 300; ++round) {
    const RandomSequence random(99, 0, round);
    std::vector<Observation> points;
    std::uint32_t draw = 0;
    for (const auto& entry : names_of(PropagationClass{})) {
      const Truth truth{entry.value, random.uniform(draw++, -2.0, 2.0), random.uniform(draw++, -5.0, 5.0),
                        random.uniform(draw++, 1.0, 9.0)};
      append(points, drive(truth, random.below(draw++, 250), round));
    }
    for (std::size_t i = 0; i < points.size(); i += 13) points[i].measured_dbm += random.uniform(draw++, -40.0, 20.0);
    Options options;
    options.block_size = Metres(random.uniform(draw++, 20.0, 300.0));
    options.robust = round % 2 == 0;
    const Report report = calibrate(points, options, round);
    const auto [before, after] = held_out_rmse(points, report.correction, options, round);
    if (before >= 0.0) {
      EXPECT_NEAR(report.held_out_before.rmse_db, before, 1e-9);
      EXPECT_NEAR(report.held_out_after.rmse_db, after, 1e-9);
      EXPECT_LE(after, before + 1e-12);
    }
    for (const auto& found : report.classes) {
      EXPECT_LE(found.held_out_after.rmse_db, found.held_out_before.rmse_db);
      refused += found.decision == Decision::refused ? 1 : 0;
    }
    accepted += report.accepted ? 1 : 0;
  }
  EXPECT_GT(accepted, 100);
  EXPECT_GT(refused, 100);
}

TEST(Calibration, TheSameBitsInAnyOrder) {
  auto points = drive_all(known, 300, 4);
  points.push_back(points[7]);  // measured twice
  const auto expected = content_hash(calibrate(points, {}, 4));
  for (std::uint32_t round = 0; round < 20; ++round) {
    const RandomSequence random(1, 2, round);
    for (std::uint32_t i = 1; i < points.size(); ++i) std::swap(points[i], points[random.below(i, i + 1)]);
    EXPECT_EQ(content_hash(calibrate(points, {}, 4)), expected);
  }
  EXPECT_NE(content_hash(calibrate(points, {}, 5)), expected) << "another seed holds other blocks out";
}

TEST(Calibration, NothingMeasured) {
  const Report report = calibrate({}, {}, 1);
  EXPECT_FALSE(report.accepted);
  EXPECT_EQ(report.classes.size(), 5U);
  EXPECT_EQ(report.fitted_before.points, 0);
  EXPECT_THAT(texts(report), ElementsAre("there is no point to fit; the model stays as it is"));
  EXPECT_EQ(apply(report.correction, PropagationClass::indoor, 2.0), Decibel(0.0));
}

TEST(Calibration, ASingleClassLeavesTheOthersAlone) {
  const Report report = calibrate(drive({PropagationClass::around_corner, -7.0, 0.0}, 300, 5), {}, 5);
  EXPECT_TRUE(report.accepted);
  for (const auto& found : report.classes) {
    const bool own = found.propagation == PropagationClass::around_corner;
    EXPECT_EQ(found.decision == Decision::no_points, !own);
    EXPECT_EQ(apply(report.correction, found.propagation, 2.3) == Decibel(0.0), !own);
  }
  EXPECT_EQ(report.held_out_after.rmse_db, row(report, PropagationClass::around_corner).held_out_after.rmse_db);
}

TEST(Calibration, PointsWithoutPredictionAreCountedAndNoted) {
  auto points = drive({PropagationClass::line_of_sight, 5.0, 0.0}, 300, 6);
  const Report whole = calibrate(points, {}, 6);
  auto more = points;
  for (std::size_t i = 0; i < 4; ++i) {
    more.push_back(points[i]);
    more.back().predicted_dbm = std::numeric_limits<double>::quiet_NaN();
  }
  const Report report = calibrate(more, {}, 6);
  EXPECT_EQ(report.unpredicted, 4);
  EXPECT_THAT(texts(report), ::testing::Contains("4 points are left out: the model predicts nothing there"));
  EXPECT_EQ(content_hash(report.correction), content_hash(whole.correction));
  points[0].measured_dbm = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW((void)calibrate(points, {}, 6), BrokenPromise);
}

TEST(Calibration, FoldsAddUpToTheFittedPoints) {
  const Report report = calibrate(drive_all(known, 300, 7), {}, 7);
  ASSERT_EQ(report.folds.size(), 5U);
  int points = 0;
  for (const auto& fold : report.folds) {
    points += fold.points;
    EXPECT_LT(fold.rmse_after_db, fold.rmse_before_db);
  }
  EXPECT_EQ(points, report.fitted_before.points);
}

TEST(Calibration, EveryOptionChangesSomething) {
  auto points = drive_all(known, 150, 8);
  for (std::size_t i = 0; i < points.size(); i += 15) points[i].measured_dbm -= 30.0;
  const auto usual = content_hash(calibrate(points, {}, 8));
  const auto changed = [&](auto change) {
    Options options;
    change(options);
    return content_hash(calibrate(points, options, 8));
  };
  EXPECT_NE(changed([](Options& o) { o.block_size = Metres(60.0); }), usual);
  EXPECT_NE(changed([](Options& o) { o.held_out_share = 0.4; }), usual);
  EXPECT_NE(changed([](Options& o) { o.folds = 3; }), usual);
  EXPECT_NE(changed([](Options& o) { o.robust = false; }), usual);
  EXPECT_NE(changed([](Options& o) { o.ridge_points = 0.0; }), usual);
  EXPECT_NE(changed([](Options& o) { o.minimum_points = 100; }), usual);
  EXPECT_NE(changed([](Options& o) { o.minimum_blocks = 200; }), usual);
  EXPECT_NE(changed([](Options& o) { o.minimum_slope_spread = 0.5; }), usual);
  Options impossible;
  impossible.folds = 1;
  EXPECT_THROW((void)calibrate(points, impossible, 8), BrokenPromise);
}

}  // namespace
}  // namespace parktwin::radio::calibration
