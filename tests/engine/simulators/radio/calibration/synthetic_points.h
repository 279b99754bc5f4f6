#pragma once
// Drive tests of known error for the calibration tests: points along a zigzag of streets around one mast.
#include <cmath>
#include <cstdint>
#include <vector>

#include "engine/core/random.h"
#include "engine/simulators/radio/calibration/observation.h"

namespace parktwin::radio::calibration::test {

struct Truth {
  PropagationClass propagation = PropagationClass::line_of_sight;
  double offset_db = 0.0;  ///< at lg distance 2.7, about the mean of a drive
  double slope_db_per_decade = 0.0;
  double noise_db = 4.0;
};

inline double error_of(const Truth& truth, double lg_distance) { return truth.offset_db + truth.slope_db_per_decade * (lg_distance - 2.7); }

/// `count` points over streets 150 m apart in a square of 1.5 km with the mast in its middle.
inline std::vector<Observation> drive(const Truth& truth, std::uint32_t count, std::uint32_t entity) {
  const RandomSequence random(77, static_cast<std::uint32_t>(truth.propagation), entity);
  std::vector<Observation> points;
  for (std::uint32_t i = 0; i < count; ++i) {
    const double along = 1500.0 * 10.0 * (i + random.uniform(4 * i)) / count;
    const double street = std::floor(along / 1500.0);
    Observation point;
    point.position = {along - 1500.0 * street, 150.0 * street + random.uniform(4 * i + 1, -3.0, 3.0)};
    point.propagation = truth.propagation;
    point.lg_distance = std::log10(std::hypot(point.position.x - 750.0, point.position.y - 750.0, 20.0));
    point.predicted_dbm = -60.0 - 30.0 * (point.lg_distance - 2.0);
    point.measured_dbm = point.predicted_dbm + error_of(truth, point.lg_distance) + truth.noise_db * random.normal(4 * i + 2);
    points.push_back(point);
  }
  return points;
}

inline void append(std::vector<Observation>& to, const std::vector<Observation>& from) { to.insert(to.end(), from.begin(), from.end()); }

}  // namespace parktwin::radio::calibration::test
