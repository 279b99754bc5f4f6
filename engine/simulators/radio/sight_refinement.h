#pragma once
// Makes the sweep's line of sight exact where it is doubtful. The sweep sees buildings as whole raster cells, so it errs within a cell of
// the edges of shadows and almost nowhere else: street cells with a street neighbour of the other kind (about 2 % at 2 m) are decided
// again by an exact ray from the antenna to the device above the cell's centre (reference/ray_scene.h). A cell that turns out otherwise
// lies on the edge of the shadow and gets an edge that just grazes. Indoor cells keep the sweep's answer, and so does the whole map of an
// antenna below the roof of the building it stands in.
#include <cstddef>
#include <span>

#include "engine/simulators/radio/obstacles.h"
#include "engine/simulators/radio/sight_point.h"
#include "engine/simulators/radio/site_geometry.h"

namespace parktwin::radio {

/// Needs the edges of the radial sweep.
void refine_sight(const Obstacles& obstacles, const SightPoint& antenna, Metres receiver_height, Metres maximum_distance,
                  SiteGeometry& geometry);

/// The same for some cells of the window alone. They and their neighbours hold the edges of the radial sweep.
void refine_sight_of(std::span<const std::size_t> cells, const Obstacles& obstacles, const SightPoint& antenna, Metres receiver_height,
                     Metres maximum_distance, SiteGeometry& geometry);

}  // namespace parktwin::radio
