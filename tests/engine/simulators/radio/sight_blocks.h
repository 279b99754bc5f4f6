#pragma once
// Houses as boxes on flat ground and exact straight lines past them, against which the sweeps over the raster are tested.
#include <algorithm>
#include <limits>
#include <span>
#include <vector>

#include "engine/core/geometry.h"
#include "engine/simulators/radio/obstacles.h"
#include "engine/simulators/radio/radial_sweep.h"
#include "engine/simulators/radio/site_geometry.h"

namespace parktwin::radio::test {

struct Block {
  Box ground;
  double top_m = 0.0;
};

/// Walls moved outwards.
inline Block grown(Block block, double metres) {
  block.ground.low = {block.ground.low.x - metres, block.ground.low.y - metres};
  block.ground.high = {block.ground.high.x + metres, block.ground.high.y + metres};
  return block;
}

inline bool holds(const Block& block, Point point) {
  return point.x > block.ground.low.x && point.x < block.ground.high.x && point.y > block.ground.low.y && point.y < block.ground.high.y;
}

/// Does the straight segment from a to b, elevations za and zb, pass through the box? None with a negative width is passed.
inline bool crosses(const Block& block, Point a, double za, Point b, double zb) {
  double enter = 0.0;
  double leave = 1.0;
  const auto clip = [&](double from, double to, double low, double high) {
    const double step = to - from;
    if (low >= high || (step == 0.0 && (from <= low || from >= high))) leave = -1.0;
    if (step == 0.0) return;
    enter = std::max(enter, std::min((low - from) / step, (high - from) / step));
    leave = std::min(leave, std::max((low - from) / step, (high - from) / step));
  };
  clip(a.x, b.x, block.ground.low.x, block.ground.high.x);
  clip(a.y, b.y, block.ground.low.y, block.ground.high.y);
  if (enter >= leave) return false;
  return std::min(za + (zb - za) * enter, za + (zb - za) * leave) < block.top_m;
}

/// What a site's view needs of the radial sweep.
struct Seen {
  Window window;
  std::vector<float> lowest_seen_m;
};

inline Seen lowest_seen(const Obstacles& obstacles, const SightPoint& antenna, double receiver_m, double reach_m) {
  struct Recorder {
    Seen& seen;
    float antenna_m;
    void begin(std::span<const float>, float, float, float, bool) {}
    void enter(std::size_t, float, float) {}
    void leave(std::size_t, float) {}
    void ground(std::size_t, float, float) {}
    void judge(std::size_t, std::int32_t column, std::int32_t row, float along, float, float limit, const Judgement&) {
      seen.lowest_seen_m[seen.window.index(column, row)] = antenna_m + limit * along;
    }
  };
  Seen seen{.window = window_around(obstacles.surface.frame, antenna.position, reach_m), .lowest_seen_m = {}};
  seen.lowest_seen_m.assign(seen.window.size(), std::numeric_limits<float>::infinity());
  Recorder recorder{seen, static_cast<float>(antenna.elevation_m)};
  RadialSweep<Recorder> sweep(obstacles, antenna, receiver_m, reach_m / obstacles.surface.frame.cell_size + 1.0, recorder);
  for (std::size_t quarter = 0; quarter < quarter_count; ++quarter) sweep.sweep(quarter);
  const std::int32_t column = obstacles.surface.frame.column_of(antenna.position.x);
  const std::int32_t row = obstacles.surface.frame.row_of(antenna.position.y);
  if (seen.window.holds(column, row)) seen.lowest_seen_m[seen.window.index(column, row)] = -std::numeric_limits<float>::infinity();
  return seen;
}

}  // namespace parktwin::radio::test
