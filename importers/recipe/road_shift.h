#pragma once
// Whether a map of roads is shifted against a map of buildings: no building stands on a road. For every vector up to 1.5 km, in cells of
// 10 m, it counts the buildings that would stand on a road if the roads lay that far off, against the share that the density of roads
// around would give by chance; where the maps fit, next to none does. It says nothing where the count is not clear: few buildings, few
// roads, maps that fit as they are, streets whose pattern repeats, maps that fit nowhere. The vector is good to about 20 m.
#include <optional>
#include <vector>

#include "importers/recipe/map_shift.h"

namespace parktwin::importers {

/// `buildings`: a point inside each. The vector leads from where the roads should lie to where they lie.
[[nodiscard]] std::optional<MapShift> shift_of_roads(const std::vector<Point>& buildings, const std::vector<LineString>& roads);

}  // namespace parktwin::importers
