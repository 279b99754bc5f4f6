#include "importers/recipe/road_shift.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace parktwin::importers {
namespace {

constexpr double cell_m = 10.0;
constexpr int reach = 150;  // cells: 1.5 km
constexpr int side = 2 * reach + 1;
constexpr int around = 15;             // cells on each side that say how dense the roads are
constexpr double furthest_m = 4000.0;  // of the buildings that count from their middle
constexpr std::size_t most_buildings = 2000;
constexpr double fewest_expected = 20.0;  // buildings on roads by chance
constexpr double like_chance = 0.5;       // from this share of chance on, the maps do not fit as they are
constexpr double clearly_less = 0.25;     // up to this share they fit
constexpr double about_as_good = 0.1;     // more than the best share
constexpr double widest_m = 60.0;         // of the vectors that are about as good
constexpr double nearest_m = 20.0;

double middle(std::vector<double> values) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

/// Those around their middle; of many every so many.
std::vector<Point> sample_of(const std::vector<Point>& buildings) {
  std::vector<double> x;
  std::vector<double> y;
  for (const Point p : buildings) {
    x.push_back(p.x);
    y.push_back(p.y);
  }
  const Point centre{middle(x), middle(y)};
  std::vector<Point> near;
  for (const Point p : buildings) {
    if (std::abs(p.x - centre.x) < furthest_m && std::abs(p.y - centre.y) < furthest_m) near.push_back(p);
  }
  const std::size_t step = 1 + near.size() / most_buildings;
  std::vector<Point> sample;
  for (std::size_t i = 0; i < near.size(); i += step) sample.push_back(near[i]);
  return sample;
}

/// Cells around the buildings: whether a road crosses them, and how many of those around are crossed.
class RoadCells {
 public:
  RoadCells(const std::vector<Point>& buildings, const std::vector<LineString>& roads) {
    low_ = high_ = buildings.front();
    for (const Point p : buildings) {
      low_ = {std::min(low_.x, p.x), std::min(low_.y, p.y)};
      high_ = {std::max(high_.x, p.x), std::max(high_.y, p.y)};
    }
    constexpr double border = (reach + around + 1) * cell_m;
    low_ = {low_.x - border, low_.y - border};
    columns_ = static_cast<int>((high_.x + border - low_.x) / cell_m) + 1;
    rows_ = static_cast<int>((high_.y + border - low_.y) / cell_m) + 1;
    crossed_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 0);
    for (const auto& road : roads) mark(road);
    count_around();
  }
  [[nodiscard]] int column(double x) const { return static_cast<int>((x - low_.x) / cell_m); }
  [[nodiscard]] int row(double y) const { return static_cast<int>((y - low_.y) / cell_m); }
  /// From `column` on.
  [[nodiscard]] const std::uint16_t* crossed(int column, int row) const { return crossed_.data() + index(column, row); }
  [[nodiscard]] const std::uint16_t* crossed_around(int column, int row) const { return around_.data() + index(column, row); }

 private:
  [[nodiscard]] std::size_t index(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
  }

  void mark(const LineString& road) {
    for (std::size_t i = 1; i < road.points.size(); ++i) {
      const Point a = road.points[i - 1];
      const Point b = road.points[i];
      const double length_m = distance(a, b);
      if (!(length_m < 1e5)) continue;
      const int steps = 1 + static_cast<int>(length_m / (0.5 * cell_m));
      for (int k = 0; k <= steps; ++k) {
        const double x = a.x + (b.x - a.x) * k / steps;
        const double y = a.y + (b.y - a.y) * k / steps;
        if (x < low_.x || y < low_.y || x >= low_.x + columns_ * cell_m || y >= low_.y + rows_ * cell_m) continue;
        crossed_[index(column(x), row(y))] = 1;
      }
    }
  }

  /// Sums along rows, then along columns.
  void count_around() {
    std::vector<std::uint16_t> along(crossed_.size(), 0);
    around_.assign(crossed_.size(), 0);
    for (int r = 0; r < rows_; ++r) {
      for (int c = around; c < columns_ - around; ++c) {
        int sum = 0;
        for (int k = c - around; k <= c + around; ++k) sum += crossed_[index(k, r)];
        along[index(c, r)] = static_cast<std::uint16_t>(sum);
      }
    }
    for (int r = around; r < rows_ - around; ++r) {
      for (int k = r - around; k <= r + around; ++k) {
        for (int c = 0; c < columns_; ++c) around_[index(c, r)] = static_cast<std::uint16_t>(around_[index(c, r)] + along[index(c, k)]);
      }
    }
  }

  Point low_;
  Point high_;
  int columns_ = 0;
  int rows_ = 0;
  std::vector<std::uint16_t> crossed_;
  std::vector<std::uint16_t> around_;
};

/// For every vector: buildings on roads, and how many chance would put there.
struct Counts {
  std::vector<std::uint32_t> found = std::vector<std::uint32_t>(side * side, 0);
  std::vector<std::uint32_t> by_density = std::vector<std::uint32_t>(side * side, 0);

  void add(const RoadCells& cells, Point building) {
    const int column = cells.column(building.x);
    const int row = cells.row(building.y);
    for (int y = 0; y < side; ++y) {
      const auto* crossed = cells.crossed(column - reach, row + y - reach);
      const auto* crossed_around = cells.crossed_around(column - reach, row + y - reach);
      auto* into = found.data() + y * side;
      auto* expected = by_density.data() + y * side;
      for (int x = 0; x < side; ++x) {
        into[x] += crossed[x];
        expected[x] += crossed_around[x];
      }
    }
  }

  [[nodiscard]] double expected(std::size_t at) const { return by_density[at] / ((2.0 * around + 1.0) * (2.0 * around + 1.0)); }
  /// Share of what chance would give; 1 where the roads are too few to say.
  [[nodiscard]] double share(std::size_t at) const {
    const double chance = expected(at);
    return chance < fewest_expected ? 1.0 : found[at] / chance;
  }
};

}  // namespace

std::optional<MapShift> shift_of_roads(const std::vector<Point>& buildings, const std::vector<LineString>& roads) {
  if (static_cast<double>(buildings.size()) < fewest_expected || roads.empty()) return std::nullopt;
  const auto sample = sample_of(buildings);
  const RoadCells cells(sample, roads);
  Counts counts;
  for (const Point building : sample) counts.add(cells, building);
  constexpr std::size_t as_they_lie = reach * side + reach;
  if (counts.expected(as_they_lie) < fewest_expected || counts.share(as_they_lie) < like_chance) return std::nullopt;
  double best = 1.0;
  for (std::size_t at = 0; at < counts.found.size(); ++at) best = std::min(best, counts.share(at));
  if (best > clearly_less) return std::nullopt;
  std::vector<Point> good;
  Point by;
  for (std::size_t at = 0; at < counts.found.size(); ++at) {
    if (counts.share(at) > best + about_as_good) continue;
    good.push_back({(static_cast<int>(at % side) - reach) * cell_m, (static_cast<int>(at / side) - reach) * cell_m});
    by = {by.x + good.back().x, by.y + good.back().y};
  }
  by = {by.x / static_cast<double>(good.size()), by.y / static_cast<double>(good.size())};
  const bool clear = std::all_of(good.begin(), good.end(), [&](Point p) { return distance(p, by) < widest_m; });
  if (!clear || distance(by, {}) < nearest_m) return std::nullopt;
  return MapShift{by, sample.size()};
}

}  // namespace parktwin::importers
