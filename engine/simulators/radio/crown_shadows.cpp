#include "engine/simulators/radio/crown_shadows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace parktwin::radio {
namespace {

/// One crown as the antenna sees it, in metres from the antenna.
struct Shadow {
  float east_m;
  float north_m;
  float away_m;
  float radius_m;
  float base_m;  // above the antenna
  float top_m;
  float last_m;  // no device further away has the crown on its line
};

Shadow shadow_of(const Crown& crown, const SiteView& view) {
  Shadow shadow{};
  shadow.east_m = static_cast<float>(crown.at.x - view.antenna.position.x);
  shadow.north_m = static_cast<float>(crown.at.y - view.antenna.position.y);
  shadow.away_m = std::hypot(shadow.east_m, shadow.north_m);
  shadow.radius_m = crown.radius_m;
  shadow.base_m = static_cast<float>(crown.base_m - view.antenna.elevation_m);
  shadow.top_m = static_cast<float>(crown.top_m - view.antenna.elevation_m);
  shadow.last_m = static_cast<float>(view.maximum_distance.value());
  // A line down to the lowest device meets the crown's top when it ends at away·lowest/top.
  const auto lowest_m = static_cast<float>(view.obstacles.lowest_ground_m + view.receiver_height.value() - view.antenna.elevation_m);
  if (shadow.top_m < 0.0F) shadow.last_m = std::min(shadow.last_m, (shadow.away_m + shadow.radius_m) * lowest_m / shadow.top_m);
  return shadow;
}

class Caster {
 public:
  /// `asked`: empty, or one mark per cell of the window: the others are left alone.
  Caster(const SiteView& view, SiteGeometry& geometry, std::span<const std::uint8_t> asked = {})
      : view_(view), geometry_(geometry), asked_(asked) {}

  void cast(const Shadow& shadow) {
    for_each_cell(shadow, [&](std::int32_t column, std::int32_t row) { shade(shadow, column, row); });
  }

  /// visit(column, row) for the cells of the window that may have the crown on their line.
  template <class Visit>
  void for_each_cell(const Shadow& shadow, const Visit& visit) const {
    if (shadow.away_m <= shadow.radius_m || shadow.away_m > view_.maximum_distance.value()) return;
    const bool vertical = std::abs(shadow.north_m) >= std::abs(shadow.east_m);
    const float main_m = vertical ? shadow.north_m : shadow.east_m;
    const float side_m = vertical ? shadow.east_m : shadow.north_m;
    const GridFrame& frame = view_.obstacles.surface.frame;
    const double cell_m = frame.cell_size;
    const double main =
        vertical ? (view_.antenna.position.y - frame.origin.y) / cell_m - 0.5 : (view_.antenna.position.x - frame.origin.x) / cell_m - 0.5;
    const double side =
        vertical ? (view_.antenna.position.x - frame.origin.x) / cell_m - 0.5 : (view_.antenna.position.y - frame.origin.y) / cell_m - 0.5;
    const int sign = main_m > 0.0F ? 1 : -1;
    // The strip lies between the tangents from the antenna to the crown: tan δ = spread either side.
    const double away_m = shadow.away_m;
    const double radius_m = shadow.radius_m;
    const double share = std::abs(main_m) / away_m;
    const double spread = radius_m / std::sqrt(away_m * away_m - radius_m * radius_m);
    const double slope = side_m / std::abs(main_m);
    if (spread * std::abs(slope) > 0.9) return for_each_around(shadow, visit);
    // A device beyond the foot of the crown's centre on its line: least where the line is the outer tangent.
    const double sine = radius_m / away_m;
    const double nearest =
        std::max(0.25, (share * (away_m - radius_m * sine) - std::abs(side_m) / away_m * radius_m * std::sqrt(1.0 - sine * sine)) / cell_m);
    const double furthest = (share + spread) * shadow.last_m / cell_m;
    const double half = spread * (1.0 + slope * slope) / (1.0 - spread * std::abs(slope));
    const Window& window = geometry_.window;
    const std::int32_t low_line = vertical ? window.first_row : window.first_column;
    const std::int32_t high_line = low_line + (vertical ? window.rows : window.columns) - 1;
    const std::int32_t low_side = vertical ? window.first_column : window.first_row;
    const std::int32_t high_side = low_side + (vertical ? window.columns : window.rows) - 1;
    const auto begin = static_cast<std::int32_t>(sign > 0 ? std::ceil(main + nearest) : std::floor(main - nearest));
    for (std::int32_t line = begin; line >= low_line && line <= high_line; line += sign) {
      const double m = (line - main) * sign;
      if (m > furthest) return;
      const auto first = std::max(low_side, static_cast<std::int32_t>(std::ceil(side + (slope - half) * m)));
      const auto last = std::min(high_side, static_cast<std::int32_t>(std::floor(side + (slope + half) * m)));
      for (std::int32_t j = first; j <= last; ++j) visit(vertical ? j : line, vertical ? line : j);
    }
  }

 private:
  // Right beside a crown its strip opens to all sides.
  template <class Visit>
  void for_each_around(const Shadow& shadow, const Visit& visit) const {
    const Window around = window_around(view_.obstacles.surface.frame, view_.antenna.position, static_cast<double>(shadow.last_m));
    const Window& window = geometry_.window;
    const std::int32_t last_row = std::min(around.first_row + around.rows, window.first_row + window.rows);
    const std::int32_t last_column = std::min(around.first_column + around.columns, window.first_column + window.columns);
    for (std::int32_t row = std::max(around.first_row, window.first_row); row < last_row; ++row) {
      for (std::int32_t column = std::max(around.first_column, window.first_column); column < last_column; ++column) {
        visit(column, row);
      }
    }
  }
  void shade(const Shadow& shadow, std::int32_t column, std::int32_t row) {
    const std::size_t cell = geometry_.window.index(column, row);
    if (!asked_.empty() && asked_[cell] == 0) return;
    if ((geometry_.edge[0][cell] & hidden_bit) != 0) return;
    const GridFrame& frame = view_.obstacles.surface.frame;
    const Point centre = frame.centre(column, row);
    const auto east_m = static_cast<float>(centre.x - view_.antenna.position.x);
    const auto north_m = static_cast<float>(centre.y - view_.antenna.position.y);
    const float square = east_m * east_m + north_m * north_m;
    const float dot = east_m * shadow.east_m + north_m * shadow.north_m;
    const float reach_m = static_cast<float>(view_.maximum_distance.value());
    if (square > reach_m * reach_m || dot <= 0.0F) return;
    const float cross = east_m * shadow.north_m - north_m * shadow.east_m;
    const float chord_square = shadow.radius_m * shadow.radius_m - cross * cross / square;
    const float share = dot / square;  // of the line, up to the crown
    if (chord_square <= 0.0F || share > 1.0F) return;
    const SurfaceCell& here = view_.obstacles.surface.values[frame.index(column, row)];
    const float fall_m = here.ground_m + static_cast<float>(view_.receiver_height.value() - view_.antenna.elevation_m);
    const float height_m = fall_m * share;
    if (height_m < shadow.base_m || height_m > shadow.top_m) return;
    const float metres = 2.0F * std::sqrt(chord_square) * std::sqrt(1.0F + fall_m * fall_m / square);
    const auto code = static_cast<long>(geometry_.vegetation[cell]) + std::lround(metres / vegetation_step_m);
    geometry_.vegetation[cell] = static_cast<std::uint8_t>(std::min(code, 255L));
  }

  const SiteView& view_;
  SiteGeometry& geometry_;
  std::span<const std::uint8_t> asked_;
};

/// Directions from the antenna in which a cell asks for its crowns, in half degrees.
class Directions {
 public:
  explicit Directions(Point antenna) : antenna_(antenna) {}
  void add(Point cell) { asked_[sector(std::atan2(cell.y - antenna_.y, cell.x - antenna_.x))] = 1; }
  [[nodiscard]] bool meet(const Shadow& shadow) const {
    if (shadow.away_m <= shadow.radius_m) return true;
    const double middle = std::atan2(static_cast<double>(shadow.north_m), static_cast<double>(shadow.east_m));
    const double half = std::asin(static_cast<double>(shadow.radius_m / shadow.away_m));
    const auto steps = static_cast<std::size_t>(std::ceil(half / width)) + 1;
    for (std::size_t i = 0; i <= 2 * steps; ++i) {
      if (asked_[(sector(middle) + count + i - steps) % count] != 0) return true;
    }
    return false;
  }

 private:
  static constexpr std::size_t count = 720;
  static constexpr double width = 2.0 * std::numbers::pi / static_cast<double>(count);
  static std::size_t sector(double angle) { return static_cast<std::size_t>((angle + std::numbers::pi) / width) % count; }

  Point antenna_;
  std::array<std::uint8_t, count> asked_{};
};

}  // namespace

void add_crown_shadows(const SiteView& view, SiteGeometry& geometry) {
  Caster caster(view, geometry);
  for (const auto& crown : view.obstacles.crowns) caster.cast(shadow_of(crown, view));
}

void add_crown_shadows_again(const SiteView& view, std::span<const std::size_t> turned, std::span<const Crown> changed,
                             SiteGeometry& geometry) {
  if (turned.empty() && changed.empty()) return;
  const GridFrame& frame = view.obstacles.surface.frame;
  const Window& window = geometry.window;
  std::vector<std::uint8_t> asked(window.size());
  Directions directions(view.antenna.position);
  const auto ask = [&](std::int32_t column, std::int32_t row) {
    const std::size_t cell = window.index(column, row);
    asked[cell] = 1;
    geometry.vegetation[cell] = 0;
    directions.add(frame.centre(column, row));
  };
  const auto columns = static_cast<std::size_t>(window.columns);
  for (const std::size_t cell : turned) {
    ask(window.first_column + static_cast<std::int32_t>(cell % columns), window.first_row + static_cast<std::int32_t>(cell / columns));
  }
  Caster caster(view, geometry, asked);
  for (const auto& crown : changed) caster.for_each_cell(shadow_of(crown, view), ask);
  for (const auto& crown : view.obstacles.crowns) {
    const Shadow shadow = shadow_of(crown, view);
    if (directions.meet(shadow)) caster.cast(shadow);
  }
}

}  // namespace parktwin::radio
