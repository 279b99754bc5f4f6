#include "importers/recipe/neighbour_mending.h"

#include <algorithm>

#include "importers/gdal_layers/shape_algebra.h"
#include "importers/recipe/footprint_index.h"

namespace parktwin::importers {
namespace {

constexpr double least_overlap_m2 = 1.0;  // less is how neighbours share a wall that was drawn twice
constexpr double same_share = 0.95;
constexpr double inside_share = 0.5;
constexpr double gap_m = 0.2;

bool apart(const Box& a, const Box& b, double by) {
  return a.low.x > b.high.x + by || b.low.x > a.high.x + by || a.low.y > b.high.y + by || b.low.y > a.high.y + by;
}

Polygon largest(MultiPolygon shape) {
  const auto found =
      std::max_element(shape.polygons.begin(), shape.polygons.end(), [](const Polygon& a, const Polygon& b) { return area(a) < area(b); });
  return found == shape.polygons.end() ? Polygon{} : std::move(*found);
}

class NeighbourWork {
 public:
  explicit NeighbourWork(std::vector<Polygon>& footprints) : footprints_(footprints) {}

  std::vector<NeighbourMending> run() {
    FootprintIndex index;
    for (std::size_t i = 0; i < footprints_.size(); ++i) {
      if (footprints_[i].outer.empty()) continue;
      for (const std::size_t other : index.near(footprints_[i], gap_m)) {
        if (footprints_[other].outer.empty() || apart(bounds(footprints_[other]), bounds(footprints_[i]), gap_m)) continue;
        mend_pair(other, i);
        if (footprints_[i].outer.empty()) break;
      }
      if (!footprints_[i].outer.empty()) index.add(i, footprints_[i]);
    }
    return std::move(result_);
  }

 private:
  void mend_pair(std::size_t earlier, std::size_t later) {
    const double a = area(footprints_[earlier]);
    const double b = area(footprints_[later]);
    const double shared = area(common({{footprints_[earlier]}}, {{footprints_[later]}}));
    if (shared >= same_share * std::max(a, b)) {
      change(later, earlier, NeighbourFault::same, {});
    } else if (shared >= least_overlap_m2 && shared > inside_share * std::min(a, b)) {
      const bool later_is_outer = b > a;
      const auto outer = later_is_outer ? later : earlier;
      const auto inner = later_is_outer ? earlier : later;
      change(outer, inner, NeighbourFault::inside, largest(without({{footprints_[outer]}}, {{footprints_[inner]}})));
    } else if (shared >= least_overlap_m2) {
      change(later, earlier, NeighbourFault::overlap, largest(without({{footprints_[later]}}, {{footprints_[earlier]}})));
    } else {
      close_gap(earlier, later);
    }
  }

  /// The union of the two without the gap, less the earlier one. Narrow gaps between walls count, not corners that touch.
  void close_gap(std::size_t earlier, std::size_t later) {
    const MultiPolygon both{{footprints_[earlier], footprints_[later]}};
    const auto joined = closed(united({{{footprints_[earlier]}}, {{footprints_[later]}}}), 0.5 * gap_m);
    const double gained = area(joined) - area(both);
    if (gained < 0.5 || joined.polygons.size() != 1) return;  // m2
    change(later, earlier, NeighbourFault::gap, largest(without(joined, {{footprints_[earlier]}})));
  }

  void change(std::size_t changed, std::size_t other, NeighbourFault fault, Polygon into) {
    if (fault != NeighbourFault::same) into = largest(to_centimetre(MultiPolygon{{std::move(into)}}));
    result_.push_back({changed, other, fault, area(footprints_[changed]), into.outer.empty() ? 0.0 : area(into)});
    footprints_[changed] = std::move(into);
  }

  std::vector<Polygon>& footprints_;
  std::vector<NeighbourMending> result_;
};

}  // namespace

std::string description_of(NeighbourFault fault) {
  switch (fault) {
    case NeighbourFault::same:
      return "buildings drawn twice left out";
    case NeighbourFault::inside:
      return "buildings around another cut";
    case NeighbourFault::overlap:
      return "overlapping buildings cut";
    case NeighbourFault::gap:
      return "gaps to a neighbour below 20 cm filled";
  }
  return "";
}

std::vector<NeighbourMending> mend_neighbours(std::vector<Polygon>& footprints) { return NeighbourWork(footprints).run(); }

}  // namespace parktwin::importers
