#pragma once
// Why a polygon is not a valid area: too few points, no area, edges that cross or run over each other, holes outside the outline or inside
// each other. Rings that touch in a point are accepted as long as they do not cross there. Coordinates closer than 1 µm count as equal.
// Edges are sorted along x and swept: O(n log n + k) with k pairs of edges that overlap in x, fast for edges short against the shape.
#include <optional>
#include <string>

#include "engine/core/geometry.h"

namespace parktwin {

/// One sentence about the first fault found ("outline crosses itself near (12.00, 3.50)"), or none. Precondition: finite coordinates.
[[nodiscard]] std::optional<std::string> fault_of(const Polygon& polygon);
/// The same for every part; an empty shape is a fault. Overlaps between parts are not looked for.
[[nodiscard]] std::optional<std::string> fault_of(const MultiPolygon& shape);

}  // namespace parktwin
