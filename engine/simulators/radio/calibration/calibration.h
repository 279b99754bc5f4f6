#pragma once
// How far the radio model lies from a drive test, and what to add to it per propagation class so that it lies nearer.
// In each class blocks of neighbouring points are held out; the rest is fitted (class_fit.h). Rules, all in one place:
//   - a class with fewer than `minimum_points` fitted points in `minimum_blocks` blocks stays uncorrected;
//   - a slope is tried with twice as many points and blocks, when the standard deviation of lg distance reaches `minimum_slope_spread`, and
//     kept when it lowers the cross-validated RMSE below that of the offset alone;
//   - a class whose cross-validated RMSE does not fall, or whose held-out RMSE rises, is refused and stays uncorrected.
// Errors are measured minus predicted. Ignores: fast fading (give local means), levels too weak to be recorded, errors of position.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/note.h"
#include "engine/core/units.h"
#include "engine/simulators/radio/calibration/correction.h"
#include "engine/simulators/radio/calibration/drive_test_error.h"
#include "engine/simulators/radio/calibration/observation.h"

namespace parktwin::radio::calibration {

struct Options {
  Metres block_size = Metres(100.0);  ///< twice the longest correlation distance of TR 38.901 table 7.5-6
  double held_out_share = 0.2;
  std::int32_t folds = 5;
  bool robust = true;
  double ridge_points = 5.0;
  std::int32_t minimum_points = 30;
  std::int32_t minimum_blocks = 5;
  double minimum_slope_spread = 0.2;  ///< decades; even spread over a factor of five in distance has 0.2
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"block_size_m", "m", "side of the squares whose points are held out together", 1, 10000}, options.block_size);
  visit(Field{"held_out_share", "1", "share of the squares held out of the fit", 0.05, 0.5}, options.held_out_share);
  visit(Field{"folds", "", "parts of the cross-validation", 2, 20}, options.folds);
  visit(Field{"robust", "", "limit the weight of outliers (Huber)"}, options.robust);
  visit(Field{"ridge_points", "1", "points without error that pull offset and slope towards zero", 0, 1000}, options.ridge_points);
  visit(Field{"minimum_points", "", "fitted points a class needs for an offset; a slope needs twice as many", 3, 1000000},
        options.minimum_points);
  visit(Field{"minimum_blocks", "", "squares these points must lie in; a slope needs twice as many", 2, 10000}, options.minimum_blocks);
  visit(Field{"minimum_slope_spread", "1", "standard deviation of lg distance a slope needs", 0.01, 2}, options.minimum_slope_spread);
}

enum class Decision { offset, offset_and_slope, no_points, too_few_points, refused };

constexpr auto names_of(Decision) {
  return std::to_array<EnumName<Decision>>({{Decision::offset, "offset"},
                                            {Decision::offset_and_slope, "offset_and_slope"},
                                            {Decision::no_points, "no_points"},
                                            {Decision::too_few_points, "too_few_points"},
                                            {Decision::refused, "refused"}});
}

/// "Before" is the uncorrected model, "after" the correction as returned: the same where a class stays uncorrected.
struct ClassReport {
  PropagationClass propagation = PropagationClass::line_of_sight;
  Decision decision = Decision::no_points;
  std::int32_t fitted_blocks = 0;
  std::int32_t held_out_blocks = 0;
  double lg_distance_spread = 0.0;              ///< standard deviation over the fitted points
  double cross_validated_rmse_before_db = 0.0;  ///< over the fitted points; 0 with too few of them
  double cross_validated_rmse_after_db = 0.0;   ///< each point predicted from the other folds, by the best form tried
  DriveTestError fitted_before;
  DriveTestError fitted_after;
  DriveTestError held_out_before;
  DriveTestError held_out_after;
};

template <class Visitor, DescribedAs<ClassReport> Self>
void describe(Visitor&& visit, Self& report) {
  visit(Field{"propagation", "", "way from antenna to device"}, report.propagation);
  visit(Field{"decision", "", "what is corrected, or why nothing is"}, report.decision);
  visit(Field{"fitted_blocks", "", "squares with fitted points"}, report.fitted_blocks);
  visit(Field{"held_out_blocks", "", "squares with held-out points"}, report.held_out_blocks);
  visit(Field{"lg_distance_spread", "1", "standard deviation of lg distance of the fitted points"}, report.lg_distance_spread);
  visit(Field{"cross_validated_rmse_before_db", "dB", "RMSE of the uncorrected model over the fitted points"},
        report.cross_validated_rmse_before_db);
  visit(Field{"cross_validated_rmse_after_db", "dB", "RMSE over the fitted points, each corrected from the other folds"},
        report.cross_validated_rmse_after_db);
  visit(Field{"fitted_before", "", "errors of the uncorrected model at fitted points"}, report.fitted_before);
  visit(Field{"fitted_after", "", "errors of the corrected model at fitted points"}, report.fitted_after);
  visit(Field{"held_out_before", "", "errors of the uncorrected model at held-out points"}, report.held_out_before);
  visit(Field{"held_out_after", "", "errors of the corrected model at held-out points"}, report.held_out_after);
}

/// One part of the cross-validation, over all classes with enough points.
struct FoldReport {
  std::int32_t fold = 0;  ///< from 1
  std::int32_t points = 0;
  double rmse_before_db = 0.0;
  double rmse_after_db = 0.0;  ///< corrected from the other folds; refused classes uncorrected
};

template <class Visitor, DescribedAs<FoldReport> Self>
void describe(Visitor&& visit, Self& report) {
  visit(Field{"fold", "", "part of the cross-validation"}, report.fold);
  visit(Field{"points", "", "points predicted from the other parts"}, report.points);
  visit(Field{"rmse_before_db", "dB", "RMSE of the uncorrected model"}, report.rmse_before_db);
  visit(Field{"rmse_after_db", "dB", "RMSE corrected from the other parts"}, report.rmse_after_db);
}

struct Report {
  bool accepted = false;             ///< some class is corrected; the held-out RMSE over all points has then not risen
  std::int32_t unpredicted = 0;      ///< points left out because the model predicts nothing there
  Correction correction;             ///< one entry per class
  std::vector<ClassReport> classes;  ///< one per class
  DriveTestError fitted_before;
  DriveTestError fitted_after;
  DriveTestError held_out_before;
  DriveTestError held_out_after;
  std::vector<FoldReport> folds;
  std::vector<Note> notes;
};

template <class Visitor, DescribedAs<Report> Self>
void describe(Visitor&& visit, Self& report) {
  visit(Field{"accepted", "", "some class is corrected"}, report.accepted);
  visit(Field{"unpredicted", "", "points left out because the model predicts nothing there"}, report.unpredicted);
  visit(Field{"correction", "", "what is added to predictions"}, report.correction);
  visit(Field{"classes", "", "figures per propagation class"}, report.classes);
  visit(Field{"fitted_before", "", "errors of the uncorrected model at fitted points"}, report.fitted_before);
  visit(Field{"fitted_after", "", "errors of the corrected model at fitted points"}, report.fitted_after);
  visit(Field{"held_out_before", "", "errors of the uncorrected model at held-out points"}, report.held_out_before);
  visit(Field{"held_out_after", "", "errors of the corrected model at held-out points"}, report.held_out_after);
  visit(Field{"folds", "", "cross-validation"}, report.folds);
  visit(Field{"notes", "", "what a reader should know"}, report.notes);
}

/// The same bits in whatever order the observations are given. `seed` decides which blocks are held out.
/// Precondition: options within their ranges; observations finite, except that a prediction may be missing.
[[nodiscard]] Report calibrate(std::span<const Observation> observations, const Options& options, std::uint64_t seed);

}  // namespace parktwin::radio::calibration
