#pragma once
// Buffers and unions of shapes (GEOS through OGR), in metres of the local frame, to the centimetre.
#include <vector>

#include "engine/core/geometry.h"

namespace parktwin::importers {

/// Everything within `metres` of the line, round ends.
[[nodiscard]] MultiPolygon buffered(const LineString& line, double metres);

/// Union of all shapes; gaps narrower than twice `closing` metres are filled. Holes wider than that stay.
[[nodiscard]] MultiPolygon united(const std::vector<MultiPolygon>& shapes, double closing);

}  // namespace parktwin::importers
