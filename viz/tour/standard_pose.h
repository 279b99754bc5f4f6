#pragma once
// The views every park has, as poses: all of it from the side, all of it from above, its first landmark.
#include "engine/park/park.h"
#include "engine/scenario/saved_view.h"
#include "viz/scene/ground.h"
#include "viz/scene/pose.h"

namespace parktwin::viz::tour {

/// The pose from the distance at which the whole park fits such a picture.
[[nodiscard]] Pose fitted(Pose pose, const Park& park, const Ground& ground);

/// Of a picture three quarters of which panels leave free, 16:9 or wider. `ground` is the park's.
[[nodiscard]] Pose standard_pose(const Park& park, const Ground& ground, StandardView view);

}  // namespace parktwin::viz::tour
