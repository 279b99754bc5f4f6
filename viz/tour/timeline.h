#pragma once
// What each frame of a tour's film shows: a stop at rest, its words fading in and out, or the flight to the next stop, during which one
// map gives way to the other.
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "viz/tour/stop.h"

namespace parktwin::viz::tour {

struct Frame {
  std::size_t stop = 0;
  std::optional<double> flight;  ///< share of the flight from this stop to the next one; none at rest
  double words = 0.0;            ///< opacity of caption and labels
  double next_map = 0.0;         ///< how far the next stop's map has taken the place of this one's

  friend bool operator==(const Frame&, const Frame&) = default;
};

/// Precondition: frames per second and the seconds of a stop are positive.
[[nodiscard]] std::vector<Frame> timeline(std::span<const Stop> stops, double frames_per_second, double seconds_per_stop);

}  // namespace parktwin::viz::tour
