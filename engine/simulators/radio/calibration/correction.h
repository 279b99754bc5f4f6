#pragma once
// What a drive test adds to the median model, per propagation class: an offset, and a slope over lg distance where the data carry one.
// Between the nearest and the furthest distance measured it is a straight line over lg distance; beyond them it stays as at the end,
// because nothing was measured there. Geometry, antennas and powers stay as they are.
#include <optional>
#include <string>
#include <vector>

#include "engine/core/units.h"
#include "engine/simulators/radio/calibration/observation.h"

namespace parktwin::radio::calibration {

struct ClassCorrection {
  PropagationClass propagation = PropagationClass::line_of_sight;
  double offset_db = 0.0;                                    ///< added to the prediction at the pivot
  std::optional<double> offset_standard_error_db;            ///< none: not fitted
  double slope_db_per_decade = 0.0;                          ///< added per decade of distance beyond the pivot
  std::optional<double> slope_standard_error_db_per_decade;  ///< none: not fitted
  double pivot_lg_distance = 0.0;                            ///< mean over the points fitted
  double lg_distance_from = 0.0;                             ///< nearest point fitted
  double lg_distance_to = 0.0;                               ///< furthest point fitted
};

template <class Visitor, DescribedAs<ClassCorrection> Self>
void describe(Visitor&& visit, Self& correction) {
  visit(Field{"propagation", "", "way from antenna to device"}, correction.propagation);
  visit(Field{"offset_db", "dB", "added to the prediction at the pivot distance", -100, 100}, correction.offset_db);
  visit(Field{"offset_standard_error_db", "dB", "of the offset, correlation within blocks allowed for"},
        correction.offset_standard_error_db);
  visit(Field{"slope_db_per_decade", "dB", "added per decade of distance beyond the pivot", -200, 200}, correction.slope_db_per_decade);
  visit(Field{"slope_standard_error_db_per_decade", "dB", "of the slope, correlation within blocks allowed for"},
        correction.slope_standard_error_db_per_decade);
  visit(Field{"pivot_lg_distance", "1", "mean lg distance in metres of the points fitted", -10, 10}, correction.pivot_lg_distance);
  visit(Field{"lg_distance_from", "1", "lg distance in metres of the nearest point fitted", -10, 10}, correction.lg_distance_from);
  visit(Field{"lg_distance_to", "1", "lg distance in metres of the furthest point fitted", -10, 10}, correction.lg_distance_to);
}

struct Correction {
  std::vector<ClassCorrection> classes;  ///< at most one per class
  std::string origin;                    ///< what it was fitted on, for the reader of a result
};

template <class Visitor, DescribedAs<Correction> Self>
void describe(Visitor&& visit, Self& correction) {
  visit(Field{"classes", "", "what is added per propagation class"}, correction.classes);
  visit(Field{"origin", "", "what the corrections were fitted on"}, correction.origin);
}

/// What to add to a prediction at 10^lg_distance metres. Precondition: lg_distance is finite.
[[nodiscard]] Decibel apply(const ClassCorrection& correction, double lg_distance);
/// 0 dB for a class that is not listed.
[[nodiscard]] Decibel apply(const Correction& correction, PropagationClass propagation, double lg_distance);

}  // namespace parktwin::radio::calibration
