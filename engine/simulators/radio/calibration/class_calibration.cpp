#include "engine/simulators/radio/calibration/class_calibration.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "engine/simulators/radio/calibration/class_fit.h"
#include "engine/simulators/radio/calibration/spatial_blocks.h"

namespace parktwin::radio::calibration {
namespace {

struct Split {
  std::vector<Sample> fitted;
  std::vector<Sample> held_out;
  std::uint32_t fitted_blocks = 0;
  std::uint32_t held_out_blocks = 0;
};

Split split(std::span<const Observation> observations, const Options& options, std::uint64_t seed) {
  std::vector<Point> positions;
  positions.reserve(observations.size());
  for (const auto& observation : observations) positions.push_back(observation.position);
  const BlockOrder order = draw_blocks(positions, options.block_size, seed);
  Split result;
  result.held_out_blocks = held_out_blocks(order.count, options.held_out_share);
  result.fitted_blocks = order.count - result.held_out_blocks;
  for (std::size_t i = 0; i < observations.size(); ++i) {
    const auto& observation = observations[i];
    const Sample sample{observation.lg_distance, observation.measured_dbm - observation.predicted_dbm, order.rank[i]};
    (order.rank[i] < result.held_out_blocks ? result.held_out : result.fitted).push_back(sample);
  }
  return result;
}

struct Fitted {
  ClassCorrection correction;
  bool converged = true;
};

Fitted fit(PropagationClass propagation, std::span<const Sample> samples, const FitForm& form) {
  const ClassFit fit = fit_class(samples, form);
  const auto [nearest, furthest] =
      std::minmax_element(samples.begin(), samples.end(), [](const Sample& a, const Sample& b) { return a.lg_distance < b.lg_distance; });
  Fitted result;
  result.converged = fit.converged;
  result.correction.propagation = propagation;
  result.correction.offset_db = fit.offset_db;
  result.correction.offset_standard_error_db = fit.offset_standard_error_db;
  result.correction.slope_db_per_decade = fit.slope_db_per_decade;
  if (form.slope) result.correction.slope_standard_error_db_per_decade = fit.slope_standard_error_db_per_decade;
  result.correction.pivot_lg_distance = fit.pivot_lg_distance;
  result.correction.lg_distance_from = nearest->lg_distance;
  result.correction.lg_distance_to = furthest->lg_distance;
  return result;
}

ErrorPair errors_of(std::span<const Sample> samples, const ClassCorrection& correction) {
  ErrorPair result;
  for (const auto& sample : samples) {
    result.before_db.push_back(sample.error_db);
    result.after_db.push_back(sample.error_db - apply(correction, sample.lg_distance).value());
  }
  return result;
}

double rmse(std::span<const double> errors_db) { return drive_test_error(errors_db).rmse_db; }

/// Fold f holds every count-th block from f on, in the drawn order; each is predicted from the others.
std::vector<ErrorPair> cross_validate(PropagationClass propagation, const Split& parts, std::uint32_t count, const FitForm& form) {
  std::vector<ErrorPair> result;
  for (std::uint32_t fold = 0; fold < count; ++fold) {
    std::vector<Sample> inside;
    std::vector<Sample> others;
    for (const auto& sample : parts.fitted) {
      ((sample.block - parts.held_out_blocks) % count == fold ? inside : others).push_back(sample);
    }
    result.push_back(errors_of(inside, fit(propagation, others, form).correction));
  }
  return result;
}

ErrorPair pooled(const std::vector<ErrorPair>& folds) {
  ErrorPair all;
  for (const auto& fold : folds) {
    all.before_db.insert(all.before_db.end(), fold.before_db.begin(), fold.before_db.end());
    all.after_db.insert(all.after_db.end(), fold.after_db.begin(), fold.after_db.end());
  }
  return all;
}

/// Decides about one class; holds what its steps share.
class ClassDecision {
 public:
  ClassDecision(PropagationClass propagation, const Split& parts, const Options& options)
      : parts_(parts), options_(options), place_("propagation class " + std::string(name_of(propagation))) {
    outcome_.correction.propagation = propagation;
    outcome_.report.propagation = propagation;
    outcome_.report.fitted_blocks = static_cast<std::int32_t>(parts.fitted_blocks);
    outcome_.report.held_out_blocks = static_cast<std::int32_t>(parts.held_out_blocks);
    outcome_.report.lg_distance_spread = spread_of_lg_distance(parts.fitted);
  }

  ClassOutcome decide() {
    if (enough(1)) {
      outcome_.report.decision = choose();
    } else if (!parts_.fitted.empty()) {
      outcome_.report.decision = Decision::too_few_points;
      note(NoteKind::warning, fmt::format("stays uncorrected: {} points in {} blocks are left to fit, at least {} in {} are needed",
                                          parts_.fitted.size(), parts_.fitted_blocks, options_.minimum_points, options_.minimum_blocks));
    }
    outcome_.fitted = errors_of(parts_.fitted, outcome_.correction);
    outcome_.held_out = errors_of(parts_.held_out, outcome_.correction);
    outcome_.report.fitted_before = drive_test_error(outcome_.fitted.before_db);
    outcome_.report.fitted_after = drive_test_error(outcome_.fitted.after_db);
    outcome_.report.held_out_before = drive_test_error(outcome_.held_out.before_db);
    outcome_.report.held_out_after = drive_test_error(outcome_.held_out.after_db);
    return outcome_;
  }

 private:
  void note(NoteKind kind, std::string text) { outcome_.notes.push_back({kind, place_, std::move(text)}); }

  [[nodiscard]] bool enough(std::size_t times) const {
    return parts_.fitted.size() >= times * static_cast<std::size_t>(options_.minimum_points) &&
           parts_.fitted_blocks >= times * static_cast<std::size_t>(options_.minimum_blocks);
  }

  /// Precondition: enough(1).
  Decision choose() {
    const PropagationClass propagation = outcome_.correction.propagation;
    const auto count = std::min(static_cast<std::uint32_t>(options_.folds), parts_.fitted_blocks);
    FitForm form{.slope = false, .robust = options_.robust, .ridge_points = options_.ridge_points};
    outcome_.folds = cross_validate(propagation, parts_, count, form);
    try_slope(count, form);
    const ErrorPair validated = pooled(outcome_.folds);
    ClassReport& report = outcome_.report;
    report.cross_validated_rmse_before_db = rmse(validated.before_db);
    report.cross_validated_rmse_after_db = rmse(validated.after_db);
    if (report.cross_validated_rmse_after_db >= report.cross_validated_rmse_before_db) {
      return refuse("cross-validated", report.cross_validated_rmse_before_db, report.cross_validated_rmse_after_db, "does not fall");
    }
    const Fitted fitted = fit(propagation, parts_.fitted, form);
    const ErrorPair held_out = errors_of(parts_.held_out, fitted.correction);
    const double before = rmse(held_out.before_db);
    const double after = rmse(held_out.after_db);
    if (after > before) return refuse("held-out", before, after, "rises");
    if (!fitted.converged) note(NoteKind::warning, "the robust fit did not come to rest; its last values are used");
    outcome_.correction = fitted.correction;
    return form.slope ? Decision::offset_and_slope : Decision::offset;
  }

  void try_slope(std::uint32_t count, FitForm& form) {
    const double spread = outcome_.report.lg_distance_spread;
    if (!enough(2) || spread < options_.minimum_slope_spread) {
      note(NoteKind::information,
           fmt::format("no slope: {} points in {} blocks with a spread of {:.2f} decades, at least {} in {} with {:.2f} are needed",
                       parts_.fitted.size(), parts_.fitted_blocks, spread, 2 * options_.minimum_points, 2 * options_.minimum_blocks,
                       options_.minimum_slope_spread));
      return;
    }
    FitForm with_slope = form;
    with_slope.slope = true;
    auto folds = cross_validate(outcome_.correction.propagation, parts_, count, with_slope);
    const double alone = rmse(pooled(outcome_.folds).after_db);
    const double sloped = rmse(pooled(folds).after_db);
    if (sloped < alone) {
      form = with_slope;
      outcome_.folds = std::move(folds);
    } else {
      note(NoteKind::information, fmt::format("no slope: the cross-validated RMSE would be {:.2f} dB instead of {:.2f} dB", sloped, alone));
    }
  }

  Decision refuse(std::string_view which, double before_db, double after_db, std::string_view how) {
    note(NoteKind::warning,
         fmt::format("the fit is refused and the class stays uncorrected: the {} RMSE {}, {:.3f} dB before and {:.3f} dB after", which, how,
                     before_db, after_db));
    for (auto& fold : outcome_.folds) fold.after_db = fold.before_db;
    return Decision::refused;
  }

  const Split& parts_;
  const Options& options_;
  std::string place_;
  ClassOutcome outcome_;
};

}  // namespace

ClassOutcome calibrate_class(PropagationClass propagation, std::span<const Observation> observations, const Options& options,
                             std::uint64_t seed) {
  const Split parts = split(observations, options, seed);
  return ClassDecision(propagation, parts, options).decide();
}

}  // namespace parktwin::radio::calibration
