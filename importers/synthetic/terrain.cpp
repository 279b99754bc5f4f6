// Delta plain: a few metres above datum, long gentle waves, one low hill in the north, hollows along river and lake.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "importers/synthetic/draft.h"
#include "importers/synthetic/draws.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr double cell_m = 10.0;

struct Relief {
  Point hill;
  double hill_height = 0.0;
  double hill_radius = 1.0;
  double phase_x = 0.0;
  double phase_y = 0.0;
  LineString river;
  Point lake;
  double lake_radius = 0.0;

  [[nodiscard]] double at(Point p) const {
    constexpr double two_pi = 2.0 * std::numbers::pi;
    double z = 4.6 + 0.5 * std::sin(two_pi * p.x / 2300.0 + phase_x) + 0.45 * std::sin(two_pi * p.y / 1900.0 + phase_y) +
               0.2 * std::sin(two_pi * (p.x + p.y) / 800.0 + phase_x);
    const double hill_at = distance(p, hill) / hill_radius;
    z += hill_height * std::exp(-hill_at * hill_at);
    if (!river.points.empty()) {
      const double bank = distance(river, p) / 90.0;
      z -= 1.8 * std::exp(-bank * bank);
    }
    if (lake_radius > 0.0) {
      const double shore = distance(p, lake) / lake_radius;
      z -= 1.2 * std::exp(-shore * shore * shore * shore);
    }
    return std::max(0.4, z);
  }
};

}  // namespace

Terrain shape_terrain(const Draft& draft) {
  const Box box = bounds(Polygon{draft.frame(draft.grid.boundary), {}});
  Draws draws(draft.options.seed, Topic::terrain);
  const double span = std::min(box.high.x - box.low.x, box.high.y - box.low.y);
  Relief relief;
  relief.hill = {box.low.x + draws.between(0.2, 0.35) * (box.high.x - box.low.x),
                 box.low.y + draws.between(0.75, 0.9) * (box.high.y - box.low.y)};
  relief.hill_height = draws.between(5.0, 7.0);
  relief.hill_radius = 0.22 * span;
  relief.phase_x = draws.between(0.0, 6.28);
  relief.phase_y = draws.between(0.0, 6.28);
  if (draft.grid.river_width > 0.0) relief.river = draft.frame(draft.grid.river);
  for (const auto& block : draft.blocks) {
    if (block.quarter != Quarter::lake) continue;
    relief.lake = draft.frame(block.area.centre());
    relief.lake_radius = 0.5 * std::min(block.area.width(), block.area.height());
  }
  Terrain terrain;
  terrain.elevation_m = Grid<float>(frame_covering(box, cell_m));
  const GridFrame& frame = terrain.elevation_m.frame;
  for (std::int32_t row = 0; row < frame.rows; ++row) {
    for (std::int32_t column = 0; column < frame.columns; ++column) {
      terrain.elevation_m.at(column, row) = static_cast<float>(centimetres(relief.at(frame.centre(column, row))));
    }
  }
  terrain.source = "synthetic relief, parktwin generate";
  return terrain;
}

}  // namespace parktwin::importers::synthetic
