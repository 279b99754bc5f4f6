#include "engine/simulators/radio/detour_search.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "engine/core/parallel.h"
#include "engine/simulators/radio/fan_sweep.h"

namespace parktwin::radio {
namespace {

constexpr float nominal_wavelength_m = 0.0857F;        // 3.5 GHz
constexpr float nominal_parameter_scale = 1.8708287F;  // √3.5, from 1 GHz
constexpr float nominal_reflection = 0.2F;             // −7 dB
constexpr float negligible = 0.0316F;                  // −15 dB
constexpr std::size_t most_detours = 65534;
constexpr std::size_t tried_per_scout = 64;  // walls and corners

// Power behind a knife edge, P.526 eq. 31 without logarithm: −6.9 dB over the square of √((ν−0.1)²+1) + ν − 0.1.
float edge_power(float parameter) {
  const float x = parameter - 0.1F;
  const float root = std::sqrt(x * x + 1.0F) + x;
  return std::min(1.0F, 0.20417379F / (root * root));
}

/// A cell out of sight that a detour reaches.
struct Offer {
  std::uint32_t cell = 0;
  float gain = 0.0F;
};

/// One detour tried and how many of the offers that follow each other are its.
struct Attempt {
  Detour detour;
  std::size_t offers = 0;
};

/// Tries walls and corners; what it finds depends on each of them alone.
class Scout {
 public:
  Scout(const SiteView& view, const SiteGeometry& geometry) : view_(view), geometry_(geometry), fans_(view) {}

  void try_wall(const Wall& wall);
  void try_corner(const Corner& corner);

  std::vector<Attempt> attempts;
  std::vector<Offer> offers;

 private:
  [[nodiscard]] bool is_near(Point place) const { return distance(place, view_.antenna.position) < view_.maximum_distance.value(); }
  [[nodiscard]] bool is_hidden(std::size_t cell) const { return (geometry_.edge[0][cell] & hidden_bit) != 0; }

  const SiteView& view_;
  const SiteGeometry& geometry_;
  FanSweep fans_;
};

/// Gives every cell its best detour. The offers come in the order of walls and corners; of equal ones the first counts.
class Choice {
 public:
  Choice(const SiteView& view, SiteGeometry& geometry) : view_(view), geometry_(geometry), best_(geometry.window.size()) {}

  void take(const Scout& scout);

 private:
  [[nodiscard]] float roof_gain(std::size_t cell) const;

  const SiteView& view_;
  SiteGeometry& geometry_;
  std::vector<float> best_;  // gain of the best way so far; 0: nothing asked yet
};

float Choice::roof_gain(std::size_t cell) const {
  float gain = 1.0F;
  for (const auto& plane : geometry_.edge) {
    if ((plane[cell] & parameter_mask) != 0) gain *= edge_power(nominal_parameter_scale * parameter_of(plane[cell]));
  }
  const auto columns = static_cast<std::size_t>(geometry_.window.columns);
  const Point centre = view_.obstacles.surface.frame.centre(geometry_.window.first_column + static_cast<std::int32_t>(cell % columns),
                                                            geometry_.window.first_row + static_cast<std::int32_t>(cell / columns));
  const auto away = static_cast<float>(std::max(distance(centre, view_.antenna.position), 1.0));
  return gain / (away * away);
}

void Choice::take(const Scout& scout) {
  std::size_t next = 0;
  for (const auto& attempt : scout.attempts) {
    std::uint16_t number = 0;  // once a cell has taken it
    for (std::size_t i = 0; i < attempt.offers; ++i) {
      const Offer& offer = scout.offers[next++];
      if (best_[offer.cell] == 0.0F) best_[offer.cell] = negligible * roof_gain(offer.cell);
      if (offer.gain <= best_[offer.cell]) continue;
      if (number == 0) {
        if (geometry_.detours.size() >= most_detours) continue;
        geometry_.detours.push_back(attempt.detour);
        number = static_cast<std::uint16_t>(geometry_.detours.size());
      }
      best_[offer.cell] = offer.gain;
      geometry_.detour[offer.cell] = number;
    }
  }
}

void Scout::try_wall(const Wall& wall) {
  const Point mast = view_.antenna.position;
  const double height = (mast.x - wall.a.x) * wall.normal.x + (mast.y - wall.a.y) * wall.normal.y;
  if (height < 0.5 || !is_near({0.5 * (wall.a.x + wall.b.x), 0.5 * (wall.a.y + wall.b.y)})) return;
  Fan fan;
  fan.origin = {mast.x - 2.0 * height * wall.normal.x, mast.y - 2.0 * height * wall.normal.y};
  // Seen from behind the wall, a→b with the building on its left runs from left to right.
  fan.left = {wall.a.x - fan.origin.x, wall.a.y - fan.origin.y};
  fan.right = {wall.b.x - fan.origin.x, wall.b.y - fan.origin.y};
  if (fan.right.x * fan.left.y - fan.right.y * fan.left.x < 0.0) std::swap(fan.left, fan.right);
  fan.has_wall = true;
  fan.wall_point = wall.a;
  fan.wall_normal = wall.normal;
  fan.top_m = wall.top_m;
  fan.reach_m = detour_reach_m;
  const Detour detour{.kind = DetourKind::facade,
                      .material = wall.material,
                      .x_m = static_cast<float>(fan.origin.x),
                      .y_m = static_cast<float>(fan.origin.y),
                      .way_m = 0.0F,
                      .normal_x = static_cast<float>(wall.normal.x),
                      .normal_y = static_cast<float>(wall.normal.y)};
  const std::size_t before = offers.size();
  fans_.sweep(fan, [&](std::int32_t column, std::int32_t row, float way_m) {
    const std::size_t cell = geometry_.window.index(column, row);
    if (is_hidden(cell)) offers.push_back({static_cast<std::uint32_t>(cell), nominal_reflection / (way_m * way_m)});
  });
  if (offers.size() > before) attempts.push_back({detour, offers.size() - before});
}

void Scout::try_corner(const Corner& corner) {
  const Point mast = view_.antenna.position;
  const Point from{mast.x - corner.at.x, mast.y - corner.at.y};
  const bool before_lit = from.x * corner.normal_before.x + from.y * corner.normal_before.y > 0.0;
  const bool after_lit = from.x * corner.normal_after.x + from.y * corner.normal_after.y > 0.0;
  const double way_m = distance(mast, corner.at);
  if (before_lit == after_lit || way_m < 1.0 || !is_near(corner.at)) return;
  const double cell_m = view_.obstacles.surface.frame.cell_size;
  Fan fan;
  fan.origin = corner.at;
  fan.way_m = way_m;
  const Point onward{-from.x, -from.y};
  // Along the dark wall: the one that begins here, or back along the one that ends here. Walls run at right angles to their normals.
  if (before_lit) {
    fan.right = onward;
    fan.left = {-corner.normal_after.y, corner.normal_after.x};
  } else {
    fan.right = {corner.normal_before.y, -corner.normal_before.x};
    fan.left = onward;
  }
  const Point lit = before_lit ? corner.normal_before : corner.normal_after;
  const Point dark = before_lit ? corner.normal_after : corner.normal_before;
  fan.wall_point = {corner.at.x + 0.75 * cell_m * (lit.x + dark.x), corner.at.y + 0.75 * cell_m * (lit.y + dark.y)};
  fan.top_m = corner.top_m;
  fan.reach_m = detour_reach_m;
  const Detour detour{.kind = DetourKind::corner,
                      .x_m = static_cast<float>(corner.at.x),
                      .y_m = static_cast<float>(corner.at.y),
                      .way_m = static_cast<float>(way_m),
                      .normal_x = static_cast<float>(onward.x / way_m),
                      .normal_y = static_cast<float>(onward.y / way_m)};
  const std::size_t before = offers.size();
  fans_.sweep(fan, [&](std::int32_t column, std::int32_t row, float whole_m) {
    const std::size_t cell = geometry_.window.index(column, row);
    if (!is_hidden(cell)) return;
    const Point centre = view_.obstacles.surface.frame.centre(column, row);
    const auto straight_m =
        static_cast<float>(std::sqrt((centre.x - mast.x) * (centre.x - mast.x) + (centre.y - mast.y) * (centre.y - mast.y)));
    const float extra_m = std::max(whole_m - straight_m, 0.0F);
    const float parameter = 2.0F * std::sqrt(extra_m / nominal_wavelength_m);
    offers.push_back({static_cast<std::uint32_t>(cell), edge_power(parameter) / (whole_m * whole_m)});
  });
  if (offers.size() > before) attempts.push_back({detour, offers.size() - before});
}

}  // namespace

void find_detours(const SiteView& view, SiteGeometry& geometry) {
  const auto& walls = view.obstacles.walls;
  const auto& corners = view.obstacles.corners;
  const std::size_t count = walls.size() + corners.size();
  std::vector<std::unique_ptr<Scout>> scouts((count + tried_per_scout - 1) / tried_per_scout);
  parallel_chunks(count, tried_per_scout, [&](std::size_t begin, std::size_t end) {
    auto scout = std::make_unique<Scout>(view, geometry);
    for (std::size_t i = begin; i < end; ++i) {
      if (i < walls.size()) {
        scout->try_wall(walls[i]);
      } else {
        scout->try_corner(corners[i - walls.size()]);
      }
    }
    scouts[begin / tried_per_scout] = std::move(scout);
  });
  Choice choice(view, geometry);
  for (const auto& scout : scouts) choice.take(*scout);
}

}  // namespace parktwin::radio
