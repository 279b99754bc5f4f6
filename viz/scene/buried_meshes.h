#pragma once
// What lies below the ground or hides inside buildings: ducts, power cables, network devices. Drawn larger than life, as masts are; the
// depth is a picture's, not a record's.
#include "engine/park/park.h"
#include "viz/scene/ground.h"
#include "viz/scene/palette.h"
#include "viz/scene/scene.h"

namespace parktwin::viz {

/// "ducts"; one group per duct. `extent` is the park's longer side, metres.
[[nodiscard]] Mesh duct_mesh(const Park& park, const Ground& ground, const Palette& palette, double extent);
/// "power_lines", those with a course, below the ducts; one group per line.
[[nodiscard]] Mesh power_line_mesh(const Park& park, const Ground& ground, const Palette& palette, double extent);
/// "network_nodes"; one group per node.
[[nodiscard]] Mesh network_node_mesh(const Park& park, const Ground& ground, const Palette& palette, double extent);

}  // namespace parktwin::viz
