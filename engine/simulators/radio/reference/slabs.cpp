#include "engine/simulators/radio/reference/slabs.h"

#include <algorithm>

namespace parktwin::radio::reference {
namespace {

struct Side {
  Point low;
  Point high;
  [[nodiscard]] double at(double y) const { return low.x + (high.x - low.x) * ((y - low.y) / (high.y - low.y)); }
};

void add_sides(const Ring& ring, std::vector<Side>& sides) {
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i];
    const Point b = ring[(i + 1) % ring.size()];
    if (a.y < b.y) sides.push_back({a, b});
    if (b.y < a.y) sides.push_back({b, a});
  }
}

}  // namespace

std::vector<std::array<Point, 3>> slab_triangles(const Polygon& polygon) {
  std::vector<Side> sides;
  add_sides(polygon.outer, sides);
  for (const auto& hole : polygon.holes) add_sides(hole, sides);
  std::vector<double> levels;
  for (const auto& side : sides) {
    levels.push_back(side.low.y);
    levels.push_back(side.high.y);
  }
  std::sort(levels.begin(), levels.end());
  levels.erase(std::unique(levels.begin(), levels.end()), levels.end());

  std::vector<std::array<Point, 3>> triangles;
  std::vector<Side> through;
  for (std::size_t i = 0; i + 1 < levels.size(); ++i) {
    const double low = levels[i];
    const double high = levels[i + 1];
    const double middle = 0.5 * (low + high);
    through.clear();
    std::copy_if(sides.begin(), sides.end(), std::back_inserter(through),
                 [&](const Side& side) { return side.low.y < middle && side.high.y > middle; });
    std::sort(through.begin(), through.end(), [&](const Side& a, const Side& b) { return a.at(middle) < b.at(middle); });
    for (std::size_t k = 0; k + 1 < through.size(); k += 2) {
      const Side& west = through[k];
      const Side& east = through[k + 1];
      const std::array<Point, 4> box = {Point{west.at(low), low}, {east.at(low), low}, {east.at(high), high}, {west.at(high), high}};
      if (box[1].x > box[0].x) triangles.push_back({box[0], box[1], box[2]});
      if (box[2].x > box[3].x) triangles.push_back({box[0], box[2], box[3]});
    }
  }
  return triangles;
}

}  // namespace parktwin::radio::reference
