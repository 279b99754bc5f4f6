#include "viz/tour/timeline.h"

#include <algorithm>
#include <cmath>

#include "engine/core/check.h"
#include "viz/tour/camera_path.h"

namespace parktwin::viz::tour {
namespace {

constexpr double fade_seconds = 0.5;
constexpr double map_changes_from = 0.3;  // of the flight
constexpr double map_changes_to = 0.7;

std::size_t frames_in(double seconds, double rate) { return static_cast<std::size_t>(std::max(1.0, std::round(seconds * rate))); }

/// The first and the last stop of the film stand with their words.
double words_at(std::size_t frame, std::size_t frames, double rate, bool first, bool last) {
  const double fade = std::min(fade_seconds * rate, static_cast<double>(frames) / 3.0);
  const double in = first ? 1.0 : (static_cast<double>(frame) + 1.0) / fade;
  const double out = last ? 1.0 : static_cast<double>(frames - frame) / fade;
  return std::clamp(std::min(in, out), 0.0, 1.0);
}

}  // namespace

std::vector<Frame> timeline(std::span<const Stop> stops, double frames_per_second, double seconds_per_stop) {
  PARKTWIN_CHECK(frames_per_second > 0.0 && seconds_per_stop > 0.0, "a film needs time");
  std::vector<Frame> frames;
  for (std::size_t i = 0; i < stops.size(); ++i) {
    const bool last = i + 1 == stops.size();
    const std::size_t rest = frames_in(stops[i].seconds.value_or(seconds_per_stop), frames_per_second);
    for (std::size_t k = 0; k < rest; ++k) {
      frames.push_back({i, std::nullopt, words_at(k, rest, frames_per_second, i == 0, last), 0.0});
    }
    if (last) break;
    const CameraPath path(stops[i].pose, stops[i + 1].pose);
    const std::size_t flown = frames_in(flight_seconds(path.length()), frames_per_second);
    for (std::size_t k = 1; k <= flown; ++k) {
      const double share = static_cast<double>(k) / (static_cast<double>(flown) + 1.0);
      const double next_map = std::clamp((share - map_changes_from) / (map_changes_to - map_changes_from), 0.0, 1.0);
      frames.push_back({i, share, 0.0, next_map});
    }
  }
  return frames;
}

}  // namespace parktwin::viz::tour
