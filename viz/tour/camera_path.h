#pragma once
// The flight from one pose to another: along the path of least perceived motion over the ground, which climbs before it travels far and
// comes down again (van Wijk and Nuij, "Smooth and efficient zooming and panning", IEEE InfoVis 2003, equations 9 and 10 with rho = 1.4),
// at a speed that begins and ends at rest. The look turns the shorter way.
#include "viz/scene/pose.h"

namespace parktwin::viz::tour {

class CameraPath {
 public:
  CameraPath(const Pose& from, const Pose& to);

  /// At a share of its time in [0, 1].
  [[nodiscard]] Pose at(double share) const;
  /// How much there is to see move: 0 for a camera that stays.
  [[nodiscard]] double length() const { return length_; }

 private:
  Pose from_;
  Pose to_;
  double ground_ = 0.0;  ///< distance between the points looked at
  double begin_ = 0.0;   ///< r0 of the paper
  double along_ = 0.0;   ///< S of the paper
  double length_ = 0.0;
};

/// Time a flight of that length takes.
[[nodiscard]] double flight_seconds(double length);

}  // namespace parktwin::viz::tour
