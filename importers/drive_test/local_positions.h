#pragma once
// Positions of any coordinate reference system in the local frame of a park, all in one transformation.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/geometry.h"
#include "importers/gdal_layers/reference_system.h"

namespace parktwin::importers {

struct LocalPositions {
  std::vector<Point> points;            ///< to the centimetre, one per position given
  std::vector<std::uint8_t> misplaced;  ///< 1 where it is not on the Earth or cannot be transformed; its point is the origin
};

/// `positions` are (easting, northing) or (longitude, latitude) of `crs`. A fault of one of the two systems is set instead of positions.
[[nodiscard]] LocalPositions local_positions(const std::string& crs, const LocalFrame& frame, const std::vector<Point>& positions,
                                             std::optional<std::string>& fault);

}  // namespace parktwin::importers
