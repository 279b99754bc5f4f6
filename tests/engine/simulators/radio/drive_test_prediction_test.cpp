#include "engine/simulators/radio/drive_test_prediction.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <set>

#include "engine/core/errors.h"
#include "engine/core/parallel.h"
#include "engine/core/random.h"
#include "engine/simulators/radio/calibration/calibration.h"
#include "tests/engine/simulators/radio/small_park.h"

namespace parktwin::radio {
namespace {

using calibration::DriveTestPoint;
using calibration::Observation;
using calibration::PropagationClass;
using test::Draft;
using test::two_site_draft;

std::vector<Observation> observed(const Park& park, const Options& options, const std::vector<DriveTestPoint>& points) {
  const std::vector<std::uint8_t> connected(park.radio_sites->size(), 1);
  Progress progress;
  return observe(park, options, points, connected, progress);
}

/// A point of the best server in every eleventh map cell, off its centre.
std::vector<DriveTestPoint> points_of(const Result& result) {
  std::vector<DriveTestPoint> points;
  for (std::size_t i = 0; i < result.best_server.values.size(); i += 11) {
    if (result.best_server.values[i] == no_server) continue;
    const auto column = static_cast<std::int32_t>(i % static_cast<std::size_t>(result.place.frame.columns));
    const auto row = static_cast<std::int32_t>(i / static_cast<std::size_t>(result.place.frame.columns));
    const Point centre = result.place.frame.centre(column, row);
    DriveTestPoint point;
    point.position = {centre.x + 0.7, centre.y - 0.9};
    point.cell = Id<RadioCell>(result.best_server.values[i]);
    point.rsrp = Dbm(-90.0);
    points.push_back(point);
  }
  return points;
}

Draft with_trees() {
  Draft draft = two_site_draft();
  draft.trees = {{.id = "T-1", .height = Metres(12.0), .crown_diameter = Metres(14.0), .position = {180.0, 240.0}},
                 {.id = "T-2", .height = Metres(12.0), .crown_diameter = Metres(14.0), .position = {440.0, 270.0}}};
  draft.sites[0].height = Metres(8.0);
  return draft;
}

TEST(DriveTestPrediction, IsTheMapsOwnLevel) {
  for (const auto mode : {PropagationMode::site_general, PropagationMode::deterministic}) {
    Options options;
    options.mode = mode;
    const Park park = with_trees().park();
    const auto result = test::simulated(park, options);
    const auto points = points_of(result);
    options.shadow_fading = true;  // left out
    const auto observations = observed(park, options, points);
    ASSERT_EQ(observations.size(), points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
      const auto& frame = result.place.frame;
      const std::size_t at = frame.index(frame.column_of(points[i].position.x), frame.row_of(points[i].position.y));
      ASSERT_EQ(static_cast<float>(observations[i].predicted_dbm), result.rsrp_dbm.values[at]);
      EXPECT_EQ(observations[i].measured_dbm, -90.0);
      EXPECT_EQ(observations[i].position, points[i].position);
      const bool indoor = result.place.values[at] == static_cast<std::uint8_t>(Place::indoor);
      EXPECT_EQ(observations[i].propagation == PropagationClass::indoor, indoor);
      if (indoor) continue;
      const bool seen =
          observations[i].propagation == PropagationClass::line_of_sight || observations[i].propagation == PropagationClass::vegetation;
      EXPECT_EQ(seen, result.line_of_sight.values[at] != 0);
    }
  }
}

TEST(DriveTestPrediction, FindsEveryClassAndTheDistance) {
  const Park park = with_trees().park();
  const auto points = points_of(test::simulated(park));
  std::set<PropagationClass> classes;
  for (const auto& observation : observed(park, {}, points)) classes.insert(observation.propagation);
  EXPECT_EQ(classes.size(), names_of(PropagationClass{}).size());
  Options site_general;
  site_general.mode = PropagationMode::site_general;
  classes.clear();
  for (const auto& observation : observed(park, site_general, points)) classes.insert(observation.propagation);
  EXPECT_EQ(classes, (std::set{PropagationClass::line_of_sight, PropagationClass::over_roof, PropagationClass::indoor}));
  DriveTestPoint point;
  point.position = {251.0, 203.0};
  point.cell = Id<RadioCell>(0);  // 100 m east of S-1, whose antenna is 6.5 m above the device
  EXPECT_NEAR(observed(park, {}, {point})[0].lg_distance, std::log10(std::hypot(100.0, 6.5)), 1e-5);
}

TEST(DriveTestPrediction, PredictsNothingOffTheAirOutOfReachOrOffTheMap) {
  Draft draft = two_site_draft();
  draft.cells[3].operational = false;
  DriveTestPoint off_the_air;
  off_the_air.position = {300.0, 300.0};
  off_the_air.cell = Id<RadioCell>(3);
  DriveTestPoint far = off_the_air;
  far.position = {590.0, 20.0};
  far.cell = Id<RadioCell>(0);
  DriveTestPoint off_the_map = far;
  off_the_map.position = {-5.0, 100.0};
  DriveTestPoint near = far;
  near.position = {200.0, 200.0};
  Options options;
  options.maximum_distance = Metres(250.0);
  const auto observations = observed(draft.park(), options, {off_the_air, far, off_the_map, near});
  for (const std::size_t i : {0U, 1U, 2U}) {
    EXPECT_TRUE(std::isnan(observations[i].predicted_dbm));
    EXPECT_TRUE(std::isfinite(observations[i].lg_distance));
  }
  EXPECT_TRUE(std::isfinite(observations[3].predicted_dbm));
}

TEST(DriveTestPrediction, SameBitsForOneAndTwoThreads) {
  const Park park = two_site_draft().park();
  const auto points = points_of(test::simulated(park));
  std::array<std::vector<double>, 2> levels;
  for (const int threads : {1, 2}) {
    const ThreadLimit limit(threads);
    for (const auto& observation : observed(park, {}, points))
      levels.at(static_cast<std::size_t>(threads) - 1).push_back(observation.predicted_dbm);
  }
  EXPECT_EQ(levels[0], levels[1]);
}

/// Offsets and slopes of all classes, each another one.
calibration::Correction some_correction() {
  calibration::Correction correction;
  double offset_db = -6.0;
  for (const auto& entry : names_of(PropagationClass{})) {
    calibration::ClassCorrection one;
    one.propagation = entry.value;
    one.offset_db = offset_db += 2.5;
    one.slope_db_per_decade = 0.5 * offset_db;
    one.pivot_lg_distance = 2.0;
    one.lg_distance_from = 1.0;
    one.lg_distance_to = 2.3;
    correction.classes.push_back(one);
  }
  return correction;
}

TEST(DriveTestPrediction, CorrectionsAreAddedByClassAndDistance) {
  const Park park = with_trees().park();
  for (const auto mode : {PropagationMode::site_general, PropagationMode::deterministic}) {
    Options options;
    options.mode = mode;
    const auto points = points_of(test::simulated(park, options));
    const auto plain = observed(park, options, points);
    options.calibration = some_correction();
    const auto corrected = observed(park, options, points);
    for (std::size_t i = 0; i < points.size(); ++i) {
      const double expected_db = apply(options.calibration, plain[i].propagation, plain[i].lg_distance).value();
      EXPECT_NEAR(corrected[i].predicted_dbm - plain[i].predicted_dbm, expected_db, 1e-4);
      EXPECT_EQ(corrected[i].propagation, plain[i].propagation);
    }
  }
}

// Measured: the map with another offset and slope in each class. The fit finds them, and a corrected map lies where the report says.
TEST(DriveTestPrediction, CalibrationFindsWhatIsMissingInEachClass) {
  const Park park = with_trees().park();
  Options options;
  auto points = points_of(test::simulated(park, options));
  calibration::Correction missing = some_correction();
  for (auto& one : missing.classes) one.lg_distance_to = 3.0;
  const auto plain = observed(park, options, points);
  const RandomSequence random(5, 0, 0);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double noise_db = 0.5 * random.normal(static_cast<std::uint32_t>(i));
    points[i].rsrp = Dbm(plain[i].predicted_dbm + apply(missing, plain[i].propagation, plain[i].lg_distance).value() + noise_db);
  }
  calibration::Options fit;
  fit.ridge_points = 0.0;  // pulls classes of few points towards zero
  fit.block_size = Metres(20.0);
  fit.minimum_slope_spread = 0.1;
  const auto report = calibration::calibrate(observed(park, options, points), fit, 3);
  std::size_t found = 0;
  for (std::size_t k = 0; k < report.classes.size(); ++k) {
    if (report.classes[k].decision == calibration::Decision::too_few_points) continue;
    const auto& one = report.correction.classes[k];
    const double pivot_db = apply(missing, one.propagation, one.pivot_lg_distance).value();
    if (std::abs(pivot_db) < 0.5) continue;  // nothing to find
    EXPECT_NEAR(one.offset_db, pivot_db, 0.3) << name_of(one.propagation);
    if (report.classes[k].decision == calibration::Decision::offset_and_slope) {
      EXPECT_NEAR(one.slope_db_per_decade, missing.classes[k].slope_db_per_decade, 0.7) << name_of(one.propagation);
    }
    ++found;
  }
  EXPECT_GE(found, 3U);
  options.calibration = report.correction;
  std::vector<double> errors_db;
  for (const auto& observation : observed(park, options, points)) errors_db.push_back(observation.measured_dbm - observation.predicted_dbm);
  const double fitted = report.fitted_after.points * report.fitted_after.rmse_db * report.fitted_after.rmse_db;
  const double held_out = report.held_out_after.points * report.held_out_after.rmse_db * report.held_out_after.rmse_db;
  const double reported_db = std::sqrt((fitted + held_out) / (report.fitted_after.points + report.held_out_after.points));
  EXPECT_NEAR(calibration::drive_test_error(errors_db).rmse_db, reported_db, 1e-3);
}

TEST(DriveTestPrediction, CorrectionsOfNothingKeepTheBits) {
  const Park park = with_trees().park();
  Options options;
  const auto plain = test::simulated(park, options);
  options.calibration = some_correction();
  for (auto& one : options.calibration.classes) one.offset_db = one.slope_db_per_decade = 0.0;
  EXPECT_EQ(test::simulated(park, options).rsrp_dbm.values, plain.rsrp_dbm.values);
  options.calibration.classes.clear();
  EXPECT_EQ(content_hash(test::simulated(park, options)), content_hash(plain));
}

}  // namespace
}  // namespace parktwin::radio
