#include "engine/simulators/radio/detour_search.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <functional>
#include <memory>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "engine/core/parallel.h"
#include "engine/simulators/radio/fan_region.h"
#include "engine/simulators/radio/fan_sweep.h"
#include "engine/simulators/radio/knife_edge.h"

namespace parktwin::radio {
namespace {

constexpr float nominal_wavelength_m = 0.0857F;        // 3.5 GHz
constexpr float nominal_parameter_scale = 1.8708287F;  // √3.5, from 1 GHz
constexpr float nominal_reflection = 0.2F;             // −7 dB
constexpr float negligible = 0.0316F;                  // −15 dB
constexpr std::size_t tried_per_scout = 64;            // walls and corners
constexpr double changed_cells = 3.0;                  // around a changed building: cells drawn otherwise, or beside its walls

bool is_near(Point place, const SiteView& view) { return distance(place, view.antenna.position) < view.maximum_distance.value(); }

Box grown(const Box& box, double metres) { return {{box.low.x - metres, box.low.y - metres}, {box.high.x + metres, box.high.y + metres}}; }

bool meet(const Box& a, const Box& b) { return a.low.x <= b.high.x && b.low.x <= a.high.x && a.low.y <= b.high.y && b.low.y <= a.high.y; }

// From the antenna's image behind a façade; nothing where it shows the antenna its back or is out of reach.
std::optional<Fan> fan_off(const Wall& wall, const SiteView& view) {
  const Point mast = view.antenna.position;
  const double height = (mast.x - wall.a.x) * wall.normal.x + (mast.y - wall.a.y) * wall.normal.y;
  if (height < 0.5 || !is_near({0.5 * (wall.a.x + wall.b.x), 0.5 * (wall.a.y + wall.b.y)}, view)) return std::nullopt;
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
  return fan;
}

// Into the shadow behind a corner of which the antenna sees one wall; nothing of another one.
std::optional<Fan> fan_around(const Corner& corner, const SiteView& view) {
  const Point mast = view.antenna.position;
  const Point from{mast.x - corner.at.x, mast.y - corner.at.y};
  const bool before_lit = from.x * corner.normal_before.x + from.y * corner.normal_before.y > 0.0;
  const bool after_lit = from.x * corner.normal_after.x + from.y * corner.normal_after.y > 0.0;
  const double way_m = distance(mast, corner.at);
  if (before_lit == after_lit || way_m < 1.0 || !is_near(corner.at, view)) return std::nullopt;
  const double cell_m = view.obstacles.surface.frame.cell_size;
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
  return fan;
}

/// A cell out of sight that a detour reaches.
struct Offer {
  std::uint32_t cell = 0;
  float gain = 0.0F;
};

/// How many of the offers that follow each other come from which of a scout's detours.
struct Attempt {
  std::size_t detour = 0;
  std::size_t offers = 0;
};

/// Offers for some rows of the window: those of one band are weighed apart from the others.
struct Band {
  std::vector<Attempt> attempts;
  std::vector<Offer> offers;
};
constexpr std::size_t band_count = 8;
using Bands = std::array<Band, band_count>;

/// Tries walls and corners; what it finds depends on each of them alone.
class Scout {
 public:
  Scout(const SiteView& view, const CellTiles* open, const SiteGeometry& geometry)
      : view_(view),
        open_(open),
        geometry_(geometry),
        rows_per_band_((static_cast<std::size_t>(geometry.window.rows) + band_count - 1) / band_count),
        fans_(view) {}

  void try_wall(const Wall& wall);
  void try_corner(const Corner& corner);

  std::vector<Detour> detours;  // those that reach a cell
  Bands bands;

 private:
  void offer(std::int32_t row, std::size_t cell, float gain) {
    const auto band = static_cast<std::size_t>(row - geometry_.window.first_row) / rows_per_band_;
    bands[band].offers.push_back({static_cast<std::uint32_t>(cell), gain});
  }
  /// To those of the cells it reaches that ask.
  template <class Gain>
  void offer_reached(const Fan& fan, const Gain& gain) {
    fans_.sweep(fan, [&](std::span<const ReachedCell> line) {
      for (const ReachedCell& reached : line) {
        const std::size_t cell = geometry_.window.index(reached.column, reached.row);
        if (is_open(reached.column, reached.row) && is_hidden(cell)) offer(reached.row, cell, gain(reached));
      }
    });
  }
  void keep(const Detour& detour);
  [[nodiscard]] bool is_open(std::int32_t column, std::int32_t row) const { return open_ == nullptr || open_->holds(column, row); }
  [[nodiscard]] bool is_hidden(std::size_t cell) const { return (geometry_.edge[0][cell] & hidden_bit) != 0; }

  const SiteView& view_;
  const CellTiles* open_;  // the cells that ask; none: all
  const SiteGeometry& geometry_;
  std::size_t rows_per_band_;
  std::array<std::size_t, band_count> offered_{};  // offers in each band before the detour that is tried
  FanSweep fans_;
};

/// Gives every cell its best detour. The offers come in the order of walls and corners; of equal ones the first counts.
class Choice {
 public:
  /// Offers come for cells of the window's rows from first_row up to, not including, past_row.
  Choice(const SiteView& view, SiteGeometry& geometry, std::int32_t first_row, std::int32_t past_row)
      : view_(view),
        geometry_(geometry),
        first_(geometry.window.index(geometry.window.first_column, first_row)),
        best_(geometry.window.index(geometry.window.first_column, past_row) - first_) {}

  /// The offers of one band; numbers of the scout's detours begin after `before`. Bands may be taken at once.
  void take(const Band& band, std::size_t before);
  /// Keeps the detours that a cell names, in an order that depends on them alone, each once.
  void settle();

 private:
  [[nodiscard]] float roof_gain(std::size_t cell) const;
  // Visits the numbers of a part of the cells. Most cells have no detour: four of them are passed over at once.
  template <class Visit>
  void for_each_number(std::size_t begin, std::size_t end, const Visit& visit) {
    auto& numbers = geometry_.detour;
    std::uint64_t four = 0;
    for (std::size_t i = begin; i < end; i += 4) {
      const std::size_t count = std::min<std::size_t>(4, end - i);
      four = 0;
      std::memcpy(&four, numbers.data() + i, count * sizeof numbers[0]);
      if (four == 0) continue;
      for (std::size_t k = i; k < i + count; ++k) {
        if (numbers[k] != 0) visit(numbers[k]);
      }
    }
  }

  const SiteView& view_;
  SiteGeometry& geometry_;
  std::size_t first_;        // cell
  std::vector<float> best_;  // per cell from the first: gain of the best way so far; 0: nothing asked yet
};

float Choice::roof_gain(std::size_t cell) const {
  float gain = 1.0F;
  for (const auto& plane : geometry_.edge) {
    if ((plane[cell] & parameter_mask) != 0) gain *= knife_edge_power(nominal_parameter_scale * parameter_of(plane[cell]));
  }
  const auto columns = static_cast<std::size_t>(geometry_.window.columns);
  const Point centre = view_.obstacles.surface.frame.centre(geometry_.window.first_column + static_cast<std::int32_t>(cell % columns),
                                                            geometry_.window.first_row + static_cast<std::int32_t>(cell / columns));
  const auto away = static_cast<float>(std::max(distance(centre, view_.antenna.position), 1.0));
  return gain / (away * away);
}

void Choice::take(const Band& band, std::size_t before) {
  std::size_t next = 0;
  for (const auto& attempt : band.attempts) {
    const std::size_t number = before + attempt.detour + 1;
    if (number > most_detours) return;
    for (std::size_t i = 0; i < attempt.offers; ++i) {
      const Offer& offer = band.offers[next++];
      float& best = best_[offer.cell - first_];
      if (best == 0.0F) best = negligible * roof_gain(offer.cell);
      if (offer.gain <= best) continue;
      best = offer.gain;
      geometry_.detour[offer.cell] = static_cast<std::uint16_t>(number);
    }
  }
}

void Choice::settle() {
  const auto content = [](const Detour& detour) {
    const auto bits = [](float number) { return std::bit_cast<std::uint32_t>(number); };
    return std::tuple(detour.kind, detour.material, bits(detour.x_m), bits(detour.y_m), bits(detour.way_m), bits(detour.normal_x),
                      bits(detour.normal_y));
  };
  const std::size_t cells = geometry_.detour.size();
  const std::size_t chunk = std::max<std::size_t>((cells + 7) / 8, 1);
  std::array<std::vector<std::uint8_t>, 8> named_in;
  for (auto& some : named_in) some.resize(geometry_.detours.size() + 1);
  parallel_chunks(cells, chunk, [&](std::size_t begin, std::size_t end) {
    auto& some = named_in[begin / chunk];
    for_each_number(begin, end, [&](std::uint16_t& number) { some[number] = 1; });
  });
  std::vector<std::uint8_t> named(geometry_.detours.size() + 1);
  for (const auto& some : named_in) std::ranges::transform(named, some, named.begin(), std::bit_or<>());
  std::vector<std::uint16_t> order;
  for (std::size_t number = 1; number < named.size(); ++number) {
    if (named[number] != 0) order.push_back(static_cast<std::uint16_t>(number));
  }
  const auto detour_of = [&](std::uint16_t number) -> const Detour& { return geometry_.detours[number - std::size_t{1}]; };
  std::sort(order.begin(), order.end(), [&](std::uint16_t a, std::uint16_t b) { return content(detour_of(a)) < content(detour_of(b)); });
  std::vector<Detour> kept;
  std::vector<std::uint16_t> renumbered(named.size());
  for (const std::uint16_t number : order) {
    if (kept.empty() || content(kept.back()) != content(detour_of(number))) kept.push_back(detour_of(number));
    renumbered[number] = static_cast<std::uint16_t>(kept.size());
  }
  parallel_chunks(cells, chunk, [&](std::size_t begin, std::size_t end) {
    for_each_number(begin, end, [&](std::uint16_t& number) { number = renumbered[number]; });
  });
  geometry_.detours = std::move(kept);
}

// The detour of the offers made since the last one.
void Scout::keep(const Detour& detour) {
  bool any = false;
  for (std::size_t i = 0; i < band_count; ++i) {
    const std::size_t more = bands[i].offers.size() - offered_[i];
    if (more == 0) continue;
    bands[i].attempts.push_back({detours.size(), more});
    offered_[i] += more;
    any = true;
  }
  if (any) detours.push_back(detour);
}

void Scout::try_wall(const Wall& wall) {
  const auto fan = fan_off(wall, view_);
  if (!fan) return;
  const Detour detour{.kind = DetourKind::facade,
                      .material = wall.material,
                      .x_m = static_cast<float>(fan->origin.x),
                      .y_m = static_cast<float>(fan->origin.y),
                      .way_m = 0.0F,
                      .normal_x = static_cast<float>(wall.normal.x),
                      .normal_y = static_cast<float>(wall.normal.y)};
  offer_reached(*fan, [](const ReachedCell& cell) { return nominal_reflection / (cell.way_m * cell.way_m); });
  keep(detour);
}

void Scout::try_corner(const Corner& corner) {
  const auto fan = fan_around(corner, view_);
  if (!fan) return;
  const Point mast = view_.antenna.position;
  const Detour detour{.kind = DetourKind::corner,
                      .x_m = static_cast<float>(corner.at.x),
                      .y_m = static_cast<float>(corner.at.y),
                      .way_m = static_cast<float>(fan->way_m),
                      .normal_x = static_cast<float>((corner.at.x - mast.x) / fan->way_m),
                      .normal_y = static_cast<float>((corner.at.y - mast.y) / fan->way_m)};
  offer_reached(*fan, [&](const ReachedCell& cell) {
    const Point centre = view_.obstacles.surface.frame.centre(cell.column, cell.row);
    const auto straight_m =
        static_cast<float>(std::sqrt((centre.x - mast.x) * (centre.x - mast.x) + (centre.y - mast.y) * (centre.y - mast.y)));
    const float extra_m = std::max(cell.way_m - straight_m, 0.0F);
    return knife_edge_power(2.0F * std::sqrt(extra_m / nominal_wavelength_m)) / (cell.way_m * cell.way_m);
  });
  keep(detour);
}

// `tried`: walls, and behind all of them corners, ascending.
std::vector<std::unique_ptr<Scout>> scout(const SiteView& view, const std::vector<std::size_t>& tried, const CellTiles* open,
                                          const SiteGeometry& geometry) {
  const auto& walls = view.obstacles.walls;
  std::vector<std::unique_ptr<Scout>> scouts((tried.size() + tried_per_scout - 1) / tried_per_scout);
  parallel_chunks(tried.size(), tried_per_scout, [&](std::size_t begin, std::size_t end) {
    auto scout = std::make_unique<Scout>(view, open, geometry);
    for (std::size_t i = begin; i < end; ++i) {
      if (tried[i] < walls.size()) {
        scout->try_wall(walls[tried[i]]);
      } else {
        scout->try_corner(view.obstacles.corners[tried[i] - walls.size()]);
      }
    }
    scouts[begin / tried_per_scout] = std::move(scout);
  });
  return scouts;
}

void search(const SiteView& view, const std::vector<std::size_t>& tried, const CellTiles* open, SiteGeometry& geometry) {
  const Window& window = geometry.window;
  std::int32_t first_row = window.first_row;
  std::int32_t past_row = window.first_row + window.rows;
  if (open != nullptr) {
    first_row = past_row;
    past_row = window.first_row;
    open->for_each_run([&](std::int32_t row, std::int32_t, std::int32_t) {
      first_row = std::min(first_row, row);
      past_row = std::max(past_row, row + 1);
    });
  }
  std::vector<std::unique_ptr<Scout>> scouts;
  std::optional<Choice> choice;
  parallel_for(2, [&](std::size_t task) {
    if (task == 0) {
      scouts = scout(view, tried, open, geometry);
    } else {
      choice.emplace(view, geometry, first_row, std::max(first_row, past_row));
    }
  });
  std::vector<std::size_t> before;  // detours there are when a scout's are numbered
  for (const auto& found : scouts) {
    before.push_back(geometry.detours.size());
    geometry.detours.insert(geometry.detours.end(), found->detours.begin(), found->detours.end());
  }
  parallel_for(band_count, [&](std::size_t band) {
    for (std::size_t i = 0; i < scouts.size(); ++i) choice->take(scouts[i]->bands[band], before[i]);
  });
  choice->settle();
}

}  // namespace

void find_detours(const SiteView& view, SiteGeometry& geometry) {
  std::vector<std::size_t> all(view.obstacles.walls.size() + view.obstacles.corners.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  search(view, all, nullptr, geometry);
}

Repeat detours_to_repeat(const SiteView& view, const LandChange& change, const CellTiles& traced, CellTiles& open) {
  const double cell_m = view.obstacles.surface.frame.cell_size;
  std::vector<Box> changed;
  for (const Box& box : change.built) changed.push_back(grown(box, changed_cells * cell_m));
  const auto reopen = [&](const std::optional<Fan>& fan) {
    if (fan) open.add(region_of(*fan, cell_m));
  };
  for (const auto& wall : change.walls) reopen(fan_off(wall, view));
  for (const auto& corner : change.corners) reopen(fan_around(corner, view));
  struct Way {
    std::size_t number;
    Box region;
    Box start;
  };
  std::vector<Way> ways;
  const auto consider = [&](std::size_t number, const std::optional<Fan>& fan) {
    if (!fan) return;
    const Way way{number, region_of(*fan, cell_m), start_of(*fan, cell_m)};
    const bool other_obstacles = std::any_of(changed.begin(), changed.end(), [&](const Box& box) { return meet(box, way.region); });
    if (other_obstacles || traced.meets(way.start)) open.add(way.region);
    ways.push_back(way);
  };
  const auto& walls = view.obstacles.walls;
  const auto& corners = view.obstacles.corners;
  for (std::size_t i = 0; i < walls.size(); ++i) consider(i, fan_off(walls[i], view));
  for (std::size_t i = 0; i < corners.size(); ++i) consider(walls.size() + i, fan_around(corners[i], view));
  Repeat repeat;
  repeat.ways = ways.size();
  for (const auto& way : ways) {
    if (!open.meets(way.region)) continue;
    repeat.tried.push_back(way.number);
    repeat.starts.push_back(way.start);
  }
  return repeat;
}

void find_detours_again(const SiteView& view, const Repeat& repeat, const CellTiles& open, SiteGeometry& geometry) {
  open.for_each_run([&](std::int32_t row, std::int32_t first, std::int32_t past) {
    const auto begin = geometry.detour.begin() + static_cast<std::ptrdiff_t>(geometry.window.index(first, row));
    std::fill(begin, begin + (past - first), std::uint16_t{0});
  });
  search(view, repeat.tried, &open, geometry);
}

}  // namespace parktwin::radio
