#include "engine/simulators/radio/wedge_trace.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "engine/core/parallel.h"
#include "engine/simulators/radio/crown_shadows.h"
#include "engine/simulators/radio/detour_search.h"
#include "engine/simulators/radio/sight_refinement.h"
#include "engine/simulators/radio/string_recorder.h"

namespace parktwin::radio {
namespace {

// Around a changed building's bounds. Three cells: drawn otherwise or beside a wall, and the ray that passes beside a cell's centre. Three
// more: the rim that keeps its refined sight, two cells deep behind the bounds as seen from the antenna.
constexpr std::int32_t margin_cells = 6;
constexpr std::size_t most_boxes = 8;
constexpr double within_cells = 12.0;  // as ground_keys.h

double distance_to(const Box& box, Point point) {
  const double east = std::max({box.low.x - point.x, point.x - box.high.x, 0.0});
  const double north = std::max({box.low.y - point.y, point.y - box.high.y, 0.0});
  return std::hypot(east, north);
}

CellBox cells_of(const Box& box, const GridFrame& frame, std::int32_t margin) {
  return {frame.column_of(box.low.x) - margin, frame.row_of(box.low.y) - margin, frame.column_of(box.high.x) + margin,
          frame.row_of(box.high.y) + margin};
}

/// Records heights of sight alone.
class SightRecorder {
 public:
  SightRecorder(const Window& window, std::vector<float>& lowest_seen_m) : window_(window), lowest_seen_m_(lowest_seen_m) {}
  void begin(std::span<const float>, float antenna_m, float, float, bool) { antenna_m_ = antenna_m; }
  void enter(std::size_t, float, float) {}
  void leave(std::size_t, float) {}
  void ground(std::size_t, float, float) {}
  void judge(std::size_t, std::int32_t column, std::int32_t row, float along, float, float limit, const Judgement& judgement) {
    if (judgement.beside_wall) lowest_seen_m_[window_.index(column, row)] = antenna_m_ + limit * along;
  }

 private:
  const Window& window_;
  std::vector<float>& lowest_seen_m_;
  float antenna_m_ = 0.0F;
};

class Wedge {
 public:
  Wedge(const SiteGeometry& before, const Obstacles& obstacles, const SightPoint& antenna, Metres receiver_height, Metres maximum_distance)
      : before_(before),
        obstacles_(obstacles),
        antenna_(antenna),
        receiver_height_(receiver_height),
        maximum_distance_(maximum_distance),
        reach_cells_(maximum_distance.value() / obstacles.surface.frame.cell_size + 1.0),
        geometry_(before),
        lowest_seen_m_(before.window.size(), std::numeric_limits<float>::infinity()),
        fresh_(before.window.size()),
        traced_(obstacles.surface.frame, before.window),
        open_(obstacles.surface.frame, before.window) {}

  /// False when it takes more detours than a geometry can name.
  [[nodiscard]] bool trace(const LandChange& change, const std::vector<CellBox>& boxes);

  [[nodiscard]] Retrace take() { return {std::move(geometry_), judged_, tried_}; }

 private:
  void sweep(const CellBox& box);
  void sort_cells();
  void compare();
  void find_heights(const std::vector<Box>& starts);
  [[nodiscard]] bool is_rim(std::int32_t column, std::int32_t row) const;
  void keep(std::size_t cell);

  const SiteGeometry& before_;
  const Obstacles& obstacles_;
  const SightPoint& antenna_;
  Metres receiver_height_;
  Metres maximum_distance_;
  double reach_cells_;
  SiteGeometry geometry_;
  std::vector<float> lowest_seen_m_;
  std::vector<std::uint8_t> fresh_;  // judged anew
  std::vector<std::size_t> inner_;   // of these, those that all neighbours are known of as the sweep has them
  std::vector<std::size_t> rim_;     // and the others
  std::vector<std::size_t> turned_;  // cells whose sight is not what it was
  CellTiles traced_;                 // with cells judged anew
  CellTiles open_;                   // with cells that may have another detour
  std::size_t judged_ = 0;
  std::size_t tried_ = 0;
};

bool Wedge::trace(const LandChange& change, const std::vector<CellBox>& boxes) {
  for (const auto& box : boxes) sweep(box);
  sort_cells();
  refine_sight_of(inner_, obstacles_, antenna_, receiver_height_, maximum_distance_, geometry_);
  compare();
  const SiteView view{obstacles_, antenna_, receiver_height_, maximum_distance_, geometry_.window, lowest_seen_m_};
  const Repeat repeat = detours_to_repeat(view, change, traced_, open_);
  tried_ = repeat.tried.size();
  const std::size_t ever = repeat.ways + change.walls.size() + change.corners.size();  // now, or on the land before
  if (std::max(ever, before_.detours.size() + tried_) > most_detours) return false;
  find_heights(repeat.starts);
  find_detours_again(view, repeat, open_, geometry_);
  add_crown_shadows_again(view, turned_, change.crowns, geometry_);
  return true;
}

void Wedge::sweep(const CellBox& box) {
  parallel_for(quarter_count, [&](std::size_t quarter) {
    StringRecorder recorder(geometry_, lowest_seen_m_, fresh_);
    RadialSweep<StringRecorder> rays(obstacles_, antenna_, receiver_height_.value(), reach_cells_, recorder);
    rays.narrow(std::span(&box, 1), RadialSweep<StringRecorder>::Depth::behind);
    rays.sweep(quarter);
  });
}

// Beyond the reach nothing is refined: what is there is the sweep's.
bool Wedge::is_rim(std::int32_t column, std::int32_t row) const {
  const Window& window = geometry_.window;
  if (window.holds(column - 1, row - 1) && window.holds(column + 1, row + 1)) {
    const auto line = [&](std::int32_t y) {
      const std::uint8_t* const three = fresh_.data() + window.index(column - 1, y);
      return three[0] & three[1] & three[2];
    };
    if ((line(row - 1) & line(row) & line(row + 1)) != 0) return false;
  }
  for (std::int32_t y = row - 1; y <= row + 1; ++y) {
    for (std::int32_t x = column - 1; x <= column + 1; ++x) {
      if (!window.holds(x, y) || fresh_[window.index(x, y)] != 0) continue;
      if (distance(obstacles_.surface.frame.centre(x, y), antenna_.position) <= maximum_distance_.value()) return true;
    }
  }
  return false;
}

void Wedge::sort_cells() {
  const Window& window = geometry_.window;
  const auto columns = static_cast<std::size_t>(window.columns);
  for (std::int32_t row = window.first_row; row < window.first_row + window.rows; ++row) {
    const auto line = fresh_.begin() + static_cast<std::ptrdiff_t>(window.index(window.first_column, row));
    for (auto next = std::find(line, line + window.columns, 1); next != line + window.columns;
         next = std::find(next + 1, line + window.columns, 1)) {
      const auto cell = static_cast<std::size_t>(next - fresh_.begin());
      const std::int32_t column = window.first_column + static_cast<std::int32_t>(cell % columns);
      traced_.add(column, row);
      (is_rim(column, row) ? rim_ : inner_).push_back(cell);
    }
  }
  judged_ = inner_.size() + rim_.size();
}

void Wedge::keep(std::size_t cell) {
  for (std::size_t i = 0; i < geometry_.edge.size(); ++i) geometry_.edge[i][cell] = before_.edge[i][cell];
  geometry_.departure[cell] = before_.departure[cell];
  geometry_.spreading[cell] = before_.spreading[cell];
}

void Wedge::compare() {
  for (const std::size_t cell : rim_) keep(cell);
  const Window& window = geometry_.window;
  const auto columns = static_cast<std::size_t>(window.columns);
  for (const std::size_t cell : inner_) {
    std::uint32_t difference = 0;
    for (std::size_t i = 0; i < geometry_.edge.size(); ++i) {
      difference |= static_cast<std::uint32_t>(geometry_.edge[i][cell] ^ before_.edge[i][cell]) << (16U * (i > 0 ? 1U : 0U));
    }
    if (difference == 0) continue;
    if ((difference & hidden_bit) != 0) turned_.push_back(cell);
    open_.add(window.first_column + static_cast<std::int32_t>(cell % columns),
              window.first_row + static_cast<std::int32_t>(cell / columns));
  }
}

void Wedge::find_heights(const std::vector<Box>& starts) {
  const GridFrame& frame = obstacles_.surface.frame;
  const std::int32_t column = frame.column_of(antenna_.position.x);
  const std::int32_t row = frame.row_of(antenna_.position.y);
  if (geometry_.window.holds(column, row)) lowest_seen_m_[geometry_.window.index(column, row)] = -std::numeric_limits<float>::infinity();
  if (starts.empty()) return;
  std::vector<CellBox> boxes;
  for (const auto& box : starts) boxes.push_back(cells_of(box, frame, 1));
  parallel_for(quarter_count, [&](std::size_t quarter) {
    SightRecorder recorder(geometry_.window, lowest_seen_m_);
    RadialSweep<SightRecorder> rays(obstacles_, antenna_, receiver_height_.value(), reach_cells_, recorder);
    rays.narrow(boxes, RadialSweep<SightRecorder>::Depth::among);
    rays.sweep(quarter);
  });
}

}  // namespace

Retrace trace_site_again(const SiteGeometry& before, const LandChange& change, const Obstacles& obstacles, const SightPoint& antenna,
                         Metres receiver_height, Metres maximum_distance) {
  const GridFrame& frame = obstacles.surface.frame;
  const double within_m = maximum_distance.value() + within_cells * frame.cell_size;
  std::vector<CellBox> boxes;
  for (const auto& box : change.built) {
    if (distance_to(box, antenna.position) <= within_m) boxes.push_back(cells_of(box, frame, margin_cells));
  }
  const std::int32_t column = frame.column_of(antenna.position.x);
  const std::int32_t row = frame.row_of(antenna.position.y);
  const bool stands_there = std::any_of(boxes.begin(), boxes.end(), [&](const CellBox& box) { return box.holds(column, row); });
  if (before.window.size() > 0 && !stands_there && boxes.size() <= most_boxes) {
    Wedge wedge(before, obstacles, antenna, receiver_height, maximum_distance);
    if (wedge.trace(change, boxes)) return wedge.take();
  }
  Retrace whole{.geometry = trace_site(obstacles, antenna, receiver_height, maximum_distance)};
  whole.judged = whole.geometry.window.size();
  whole.tried = obstacles.walls.size() + obstacles.corners.size();
  return whole;
}

}  // namespace parktwin::radio
