#include "engine/simulators/radio/calibration/calibration.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "engine/core/check.h"
#include "engine/simulators/radio/calibration/class_calibration.h"

namespace parktwin::radio::calibration {
namespace {

void check(const Options& options) {
  describe(
      []<class M>(const Field& field, const M& value) {
        double number = 0.0;
        if constexpr (UnitValue<M>) {
          number = value.value();
        } else {
          number = static_cast<double>(value);
        }
        PARKTWIN_CHECK(number >= field.minimum && number <= field.maximum, "a calibration option out of range: " + std::string(field.name));
      },
      options);
}

/// Observations with equal keys are equal, so their order does not depend on the caller's.
auto key_of(const Observation& o) {
  return std::tuple(o.propagation, o.position.x, o.position.y, o.lg_distance, o.measured_dbm, o.predicted_dbm);
}

std::vector<Observation> predicted_in_order(std::span<const Observation> observations) {
  std::vector<Observation> result;
  for (const auto& observation : observations) {
    if (std::isnan(observation.predicted_dbm)) continue;
    for (const double value :
         {observation.position.x, observation.position.y, observation.lg_distance, observation.measured_dbm, observation.predicted_dbm}) {
      PARKTWIN_CHECK(std::isfinite(value), "an observation that is not finite");
    }
    result.push_back(observation);
  }
  std::sort(result.begin(), result.end(), [](const Observation& a, const Observation& b) { return key_of(a) < key_of(b); });
  return result;
}

void append(const ErrorPair& from, ErrorPair& to) {
  to.before_db.insert(to.before_db.end(), from.before_db.begin(), from.before_db.end());
  to.after_db.insert(to.after_db.end(), from.after_db.begin(), from.after_db.end());
}

void add_notes(std::size_t predicted, Report& report) {
  if (report.unpredicted > 0) {
    report.notes.push_back(
        {NoteKind::warning, "drive test", fmt::format("{} points are left out: the model predicts nothing there", report.unpredicted)});
  }
  if (predicted == 0) {
    report.notes.push_back({NoteKind::warning, "drive test", "there is no point to fit; the model stays as it is"});
  } else if (!report.accepted) {
    report.notes.push_back({NoteKind::warning, "drive test", "no class is corrected; the model stays as it is"});
  }
}

}  // namespace

Report calibrate(std::span<const Observation> observations, const Options& options, std::uint64_t seed) {
  check(options);
  const auto ordered = predicted_in_order(observations);
  Report report;
  report.unpredicted = static_cast<std::int32_t>(observations.size() - ordered.size());
  ErrorPair fitted;
  ErrorPair held_out;
  std::vector<ErrorPair> folds(static_cast<std::size_t>(options.folds));
  auto begin = ordered.begin();
  for (const auto& entry : names_of(PropagationClass{})) {  // in the order they are sorted by
    const auto end = std::find_if(begin, ordered.end(), [&entry](const Observation& o) { return o.propagation != entry.value; });
    ClassOutcome outcome = calibrate_class(entry.value, {begin, end}, options, seed);
    begin = end;
    const Decision decision = outcome.report.decision;
    report.accepted = report.accepted || decision == Decision::offset || decision == Decision::offset_and_slope;
    append(outcome.fitted, fitted);
    append(outcome.held_out, held_out);
    for (std::size_t fold = 0; fold < outcome.folds.size(); ++fold) append(outcome.folds[fold], folds[fold]);
    report.correction.classes.push_back(outcome.correction);
    report.classes.push_back(outcome.report);
    report.notes.insert(report.notes.end(), outcome.notes.begin(), outcome.notes.end());
  }
  report.fitted_before = drive_test_error(fitted.before_db);
  report.fitted_after = drive_test_error(fitted.after_db);
  report.held_out_before = drive_test_error(held_out.before_db);
  report.held_out_after = drive_test_error(held_out.after_db);
  for (std::size_t fold = 0; fold < folds.size(); ++fold) {
    const DriveTestError before = drive_test_error(folds[fold].before_db);
    report.folds.push_back(
        {static_cast<std::int32_t>(fold + 1), before.points, before.rmse_db, drive_test_error(folds[fold].after_db).rmse_db});
  }
  add_notes(ordered.size(), report);
  return report;
}

}  // namespace parktwin::radio::calibration
