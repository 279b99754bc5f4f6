#include "engine/simulators/radio/kept_mast.h"

#include <gtest/gtest.h>

#include "tests/engine/simulators/radio/small_scene.h"

namespace parktwin::radio {
namespace {

using test::SmallScene;

std::vector<ColumnRun> whole_rows(const Scene& scene) {
  const GridFrame& frame = scene.obstacles->surface.frame;
  return std::vector<ColumnRun>(static_cast<std::size_t>(frame.rows), ColumnRun{0, frame.columns});
}

std::vector<float> evaluated(const Scene& scene, std::size_t mast, std::int32_t row, const Transmitter& transmitter) {
  RowEvaluator evaluator(scene);
  evaluator.begin_row(row, 0, scene.obstacles->surface.frame.columns);
  if (evaluator.begin_mast(mast) == 0) return {};
  const auto levels = evaluator.levels(transmitter);
  return {levels.begin(), levels.end()};
}

/// Both masts along every third row: kept levels, and those of other tilts, azimuths and powers, to the bit.
void expect_the_evaluators_bits(const test::Draft& draft, const Options& options) {
  test::Draft turned = draft;
  for (std::size_t i = 0; i < turned.cells.size(); ++i) {
    turned.cells[i].electrical_downtilt = Degrees(1.5 + static_cast<double>(i));
    turned.cells[i].azimuth = Degrees(7.0 + 50.0 * static_cast<double>(i));
    turned.cells[i].transmit_power = Dbm(41.0);
  }
  const SmallScene before(draft, options);
  SmallScene after(turned, options);
  after.scene.geometries = before.scene.geometries;
  KeptMast::Scratch scratch;
  std::size_t compared = 0;
  for (std::size_t mast = 0; mast < before.scene.geometries.size(); ++mast) {
    KeptMast kept(before.scene, mast, whole_rows(before.scene));
    ASSERT_TRUE(kept.is_of(after.scene, mast));
    EXPECT_FALSE(kept.is_of(before.scene, 1 - mast));
    const auto& transmitters = after.scene.transmitters.masts[mast].transmitters;
    kept.aim(after.scene, mast, std::vector<std::uint8_t>(draft.cells.size()));
    for (std::int32_t row = 0; row < before.obstacles.surface.frame.rows; row += 3) {
      for (std::size_t i = 0; i < transmitters.size(); ++i) {
        const auto old_levels = evaluated(before.scene, mast, row, before.scene.transmitters.masts[mast].transmitters[i]);
        ASSERT_EQ(kept.row(row).count, old_levels.size());
        if (old_levels.empty()) continue;
        ASSERT_EQ(kept.row(row).levels_dbm[i], old_levels);
        const auto levels = kept.levels(row, after.scene, i, transmitters[i], scratch);
        ASSERT_EQ(std::vector<float>(levels.begin(), levels.end()), evaluated(after.scene, mast, row, transmitters[i])) << row << " " << i;
        compared += levels.size();
      }
    }
  }
  EXPECT_GT(compared, 10000U);
}

TEST(KeptMast, GivesTheEvaluatorsBitsInEveryMode) {
  for (const auto mode : {PropagationMode::deterministic, PropagationMode::site_general}) {
    for (const double reach_m : {150.0, 1500.0}) {
      Options options;
      options.mode = mode;
      options.maximum_distance = Metres(reach_m);
      expect_the_evaluators_bits(test::two_site_draft(), options);
    }
  }
}

TEST(KeptMast, WithCalibrationAndSeveralFrequencies) {
  auto draft = test::two_site_draft();
  draft.cells[1].frequency = gigahertz(0.7);
  draft.cells[1].bandwidth = megahertz(30.0);
  draft.cells[1].subcarrier_spacing = Hertz(15e3);
  Options options;
  for (const auto propagation : {calibration::PropagationClass::over_roof, calibration::PropagationClass::line_of_sight}) {
    calibration::ClassCorrection correction;
    correction.propagation = propagation;
    correction.offset_db = propagation == calibration::PropagationClass::over_roof ? 3.25 : -1.5;
    options.calibration.classes.push_back(correction);
  }
  expect_the_evaluators_bits(draft, options);
}

TEST(KeptMast, IsNotOfAMastWithOtherCellsOrFrequencies) {
  const auto draft = test::two_site_draft();
  const SmallScene before(draft, {});
  const KeptMast kept(before.scene, 0, whole_rows(before.scene));
  EXPECT_TRUE(kept.is_of(before.scene, 0));
  EXPECT_GT(kept.bytes(), before.obstacles.surface.frame.size() * 4 * sizeof(float));
  auto fewer = draft;
  fewer.cells[0].operational = false;
  SmallScene without(fewer, {});
  without.scene.geometries = before.scene.geometries;
  EXPECT_FALSE(kept.is_of(without.scene, 0));
  auto other = draft;
  other.cells[0].frequency = gigahertz(4.9);
  SmallScene higher(other, {});
  higher.scene.geometries = before.scene.geometries;
  EXPECT_FALSE(kept.is_of(higher.scene, 0));
  const SmallScene moved(draft, {});  // another trace of the same place
  EXPECT_FALSE(kept.is_of(moved.scene, 0));
}

}  // namespace
}  // namespace parktwin::radio
