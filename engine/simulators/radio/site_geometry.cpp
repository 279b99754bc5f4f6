#include "engine/simulators/radio/site_geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/parallel.h"
#include "engine/simulators/radio/code_block.h"
#include "engine/simulators/radio/crown_shadows.h"
#include "engine/simulators/radio/detour_search.h"
#include "engine/simulators/radio/obstacles.h"
#include "engine/simulators/radio/radial_sweep.h"
#include "engine/simulators/radio/sight_refinement.h"

namespace parktwin::radio {
namespace {

constexpr float no_roof = -std::numeric_limits<float>::infinity();

/// Keeps the string of every ray and writes the cells of one quarter.
class StringRecorder {
 public:
  StringRecorder(SiteGeometry& geometry, std::vector<float>& lowest_seen_m)
      : window_(geometry.window), codes_(geometry), lowest_seen_m_(lowest_seen_m) {}

  void begin(std::span<const float> slopes, float antenna_m, float cell_size_m, float own_top_m, bool by_columns) {
    codes_.begin(by_columns);
    antenna_m_ = antenna_m;
    strings_.resize(slopes.size());
    unit_m_.resize(slopes.size());
    entered_.assign(slopes.size(), -1.0F);
    top_m_.assign(slopes.size(), own_top_m);
    for (std::size_t ray = 0; ray < slopes.size(); ++ray) {
      unit_m_[ray] = cell_size_m * std::sqrt(1.0F + slopes[ray] * slopes[ray]);
      strings_[ray].begin(antenna_m, unit_m_[ray]);
    }
  }
  void enter(std::size_t ray, float along, float top_m) {
    entered_[ray] = along;
    top_m_[ray] = top_m;
  }
  // Both edges of a roof join the string behind it, so that inside the building only what stands before it counts.
  void leave(std::size_t ray, float along) { add_roof(strings_[ray], ray, along); }
  void ground(std::size_t ray, float along, float ground_m) { strings_[ray].add(along, ground_m); }

  void judge(std::size_t ray, std::int32_t column, std::int32_t row, float along, float device_m, float limit, const Judgement& judgement) {
    if (judgement.beside_wall) lowest_seen_m_[window_.index(column, row)] = antenna_m_ + limit * along;  // where detours set out
    codes_.enter_column(column - window_.first_column);
    const std::size_t cell = codes_.place(column - window_.first_column, row - window_.first_row);
    if (!judgement.passed) return record(strings_[ray], ray, cell, along, device_m, judgement.seen);
    // The first cell behind a building: its ray leaves the building just before.
    ProfileString string = strings_[ray];
    add_roof(string, ray, along - 0.5F);
    record(string, ray, cell, along, device_m, judgement.seen);
  }
  void end_step() {
    batch_.compute();
    for (std::size_t i = 0; i < batch_.size(); ++i) {
      codes_.write(batch_.cell[i], {batch_.first[i], batch_.second[i], batch_.third[i], batch_.departure[i], batch_.spreading[i]});
    }
    batch_.clear();
  }

 private:
  void add_roof(ProfileString& string, std::size_t ray, float along) const {
    if (top_m_[ray] == no_roof) return;
    if (entered_[ray] > 0.0F) string.add(entered_[ray], top_m_[ray]);
    if (along > 0.0F) string.add(along, top_m_[ray]);
  }
  void record(ProfileString& string, std::size_t ray, std::size_t cell, float along, float device_m, bool seen) {
    if (seen) {
      const float grazing = string.grazing_parameter(along, device_m);
      if (grazing > least_parameter) codes_.write(cell, {.first = parameter_code(std::min(grazing, 0.0F))});
      return;
    }
    const LastEdge edge = string.last_edge(along, device_m);
    if (edge.hidden) return batch_.add(cell, edge);
    // The string just clears what the sweep's box blocked: an edge that grazes.
    const auto grazing = static_cast<std::uint16_t>(parameter_code(0.0F) | hidden_bit);
    codes_.write(cell, {.first = grazing, .departure = grazing_departure(along, device_m, ray)});
  }
  [[nodiscard]] std::int16_t grazing_departure(float along, float device_m, std::size_t ray) const {
    const float slope = (device_m - antenna_m_) / (along * unit_m_[ray]);
    return static_cast<std::int16_t>(std::lround(std::clamp(slope / departure_step, -32767.0F, 32767.0F)));
  }

  Window window_;
  CodeBlock codes_;
  EdgeBatch batch_;
  std::vector<float>& lowest_seen_m_;
  float antenna_m_ = 0.0F;
  std::vector<ProfileString> strings_;
  std::vector<float> entered_;  // where the ray entered the building it is in, in cells along; negative: it began there
  std::vector<float> top_m_;    // that building's roof
  std::vector<float> unit_m_;   // metres of ground per cell along
};

}  // namespace

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
  for (auto& plane : geometry.edge) plane.resize(size);
  geometry.departure.resize(size);
  geometry.spreading.resize(size);
  geometry.vegetation.resize(size);
  geometry.detour.resize(size);
  if (size == 0) return geometry;
  std::vector<float> lowest_seen_m(size, std::numeric_limits<float>::infinity());
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
