#include "engine/simulators/radio/site_geometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>

#include "engine/core/parallel.h"
#include "engine/simulators/radio/crown_shadows.h"
#include "engine/simulators/radio/detour_search.h"
#include "engine/simulators/radio/obstacles.h"
#include "engine/simulators/radio/sight_refinement.h"
#include "engine/simulators/radio/string_recorder.h"

namespace parktwin::radio {

Window window_around(const GridFrame& frame, Point centre, double reach_m) {
  const auto clamped = [](double position, std::int32_t limit) {
    return static_cast<std::int32_t>(std::clamp(std::floor(position), 0.0, static_cast<double>(limit)));
  };
  const double x = (centre.x - frame.origin.x) / frame.cell_size;
  const double y = (centre.y - frame.origin.y) / frame.cell_size;
  const double reach = reach_m / frame.cell_size + 3.0;
  Window window;
  window.first_column = clamped(x - reach, frame.columns);
  window.first_row = clamped(y - reach, frame.rows);
  window.columns = clamped(x + reach + 1.0, frame.columns) - window.first_column;
  window.rows = clamped(y + reach + 1.0, frame.rows) - window.first_row;
  return window;
}

SiteGeometry trace_site(const Obstacles& obstacles, const SightPoint& antenna, Metres receiver_height, Metres maximum_distance) {
  SiteGeometry geometry;
  geometry.window = window_around(obstacles.surface.frame, antenna.position, maximum_distance.value());
  const std::size_t size = geometry.window.size();
  if (size == 0) return geometry;
  std::vector<float> lowest_seen_m;
  // Fresh memory is taken page by page: a tenth of a site's time, when one thread does it.
  const std::array<std::function<void()>, 8> planes = {[&] { lowest_seen_m.assign(size, std::numeric_limits<float>::infinity()); },
                                                       [&] { geometry.edge[0].resize(size); },
                                                       [&] { geometry.edge[1].resize(size); },
                                                       [&] { geometry.edge[2].resize(size); },
                                                       [&] { geometry.departure.resize(size); },
                                                       [&] { geometry.detour.resize(size); },
                                                       [&] { geometry.spreading.resize(size); },
                                                       [&] { geometry.vegetation.resize(size); }};
  static_assert(most_edges == 3);
  parallel_for(planes.size(), [&](std::size_t i) { planes[i](); });
  // One cell more, so that no cell within the distance is missed by rounding.
  const double reach_cells = maximum_distance.value() / obstacles.surface.frame.cell_size + 1.0;
  parallel_for(quarter_count, [&](std::size_t quarter) {
    StringRecorder recorder(geometry, lowest_seen_m);
    RadialSweep<StringRecorder>(obstacles, antenna, receiver_height.value(), reach_cells, recorder).sweep(quarter);
  });
  // Nobody judges the antenna's own cell; from there it is in sight.
  const std::int32_t column = obstacles.surface.frame.column_of(antenna.position.x);
  const std::int32_t row = obstacles.surface.frame.row_of(antenna.position.y);
  if (geometry.window.holds(column, row)) lowest_seen_m[geometry.window.index(column, row)] = -std::numeric_limits<float>::infinity();
  refine_sight(obstacles, antenna, receiver_height, maximum_distance, geometry);
  const SiteView view{obstacles, antenna, receiver_height, maximum_distance, geometry.window, lowest_seen_m};
  parallel_for(2, [&](std::size_t task) {
    if (task == 0) {
      find_detours(view, geometry);
    } else {
      add_crown_shadows(view, geometry);
    }
  });
  return geometry;
}

}  // namespace parktwin::radio
