#pragma once
// An antenna as its maker measured it: two cuts through its beam, relative to its peak, and what the file says about them.
#include <optional>
#include <string>
#include <vector>

#include "engine/core/units.h"

namespace parktwin::importers {

struct MeasuredPattern {
  std::string name;                            ///< as the file says; may be empty
  std::optional<Decibel> gain;                 ///< dBi at the peak; formats without it leave it out
  std::optional<Hertz> frequency;              ///< the middle of a band
  std::optional<Degrees> electrical_downtilt;  ///< included in the cuts
  std::optional<Decibel> front_to_back;
  std::vector<double> horizontal_db;  ///< attenuation at 0° … 359° clockwise from boresight
  std::vector<double> vertical_db;    ///< at 0° … 359° from the horizon in front: 90° straight down, 180° behind, 270° straight up
};

}  // namespace parktwin::importers
