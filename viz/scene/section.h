#pragma once
// A vertical cut through the scene: what lies beyond the plane goes, cut buildings show their storeys, the cut ground its soil with the
// ends of ducts and cables.
#include "engine/park/park.h"
#include "viz/scene/ground.h"
#include "viz/scene/scene.h"

namespace parktwin::viz {

/// Precondition: the share is within [0, 1).
void cut(Scene& scene, const Park& park, const Ground& ground, const Section& section);

}  // namespace parktwin::viz
