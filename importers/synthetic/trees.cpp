// Trees in rows along the streets and scattered over the greens.
#include <algorithm>
#include <cmath>

#include "importers/synthetic/draft.h"
#include "importers/synthetic/draws.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr double canal_gap_m = 26.0;

class Nursery {
 public:
  explicit Nursery(const Draft& draft)
      : draft_(draft), draws_(draft.options.seed, Topic::trees), thinning_(std::max(1.0, std::sqrt(draft.options.area_km2 / 12.0))) {}

  void along_streets() {
    for (const auto& street : draft_.streets) {
      if (street.road_class != RoadClass::motorway && !street.surface.empty()) along(street);
    }
  }

  void in_greens() {
    for (const auto& zone : draft_.zone_plans) {
      if (zone.kind == ZoneKind::green) scatter(zone);
    }
  }

  [[nodiscard]] std::vector<Tree> take() { return std::move(trees_); }

 private:
  void plant(Point at, double height) {
    trees_.push_back(
        {numbered("T", trees_.size() + 1, 4), Metres(rounded(height, 0.1)), Metres(rounded(0.55 * height + 0.8, 0.1)), draft_.frame(at)});
  }

  /// Rows 2 m inside the property lines, over every surface piece, so that crossings stay free.
  void along(const Street& street) {
    const bool arterial = street.road_class == RoadClass::arterial;
    const bool vertical = street.path.points.front().x == street.path.points.back().x;
    const double spacing = (arterial ? 40.0 : 52.0) * thinning_;
    const Rect corridor = draft_.grid.corridor();
    for (const auto& surface : street.surface) {
      const double from = (vertical ? surface.y0 : surface.x0) + 12.0;
      const double to = (vertical ? surface.y1 : surface.x1) - 12.0;
      const auto count = static_cast<int>((to - from) / spacing);
      for (int i = 0; i <= count && to > from; ++i) {
        const double along_m = from + (to - from) * (i + 0.5) / (count + 1);
        const double species = draws_.between(7.0, 11.0);
        if (vertical && arterial && at_crossing(along_m)) continue;
        if (!vertical && draft_.grid.canal_line && std::abs(along_m - corridor.centre().x) < 0.5 * corridor_width_m - canal_gap_m + 24.0)
          continue;
        for (const double side : {0.0, 1.0}) {
          const double across =
              vertical ? (side == 0.0 ? surface.x0 + 2.2 : surface.x1 - 2.2) : (side == 0.0 ? surface.y0 + 2.2 : surface.y1 - 2.2);
          plant(vertical ? Point{across, along_m} : Point{along_m, across}, species + draws_.between(-0.6, 0.6));
        }
      }
    }
  }

  [[nodiscard]] bool at_crossing(double y) const {
    return std::any_of(draft_.grid.rows.begin(), draft_.grid.rows.end(), [y](double row) { return std::abs(row - y) < 26.0; });
  }

  void scatter(const ZonePlan& zone) {
    const Box box = bounds(zone.shape);
    const double pitch = (zone.is_public ? 30.0 : 36.0) * thinning_;
    const int columns = static_cast<int>((box.high.x - box.low.x) / pitch) + 1;
    const int rows = static_cast<int>((box.high.y - box.low.y) / pitch) + 1;
    for (int r = 0; r < rows; ++r) {
      for (int c = 0; c < columns; ++c) {
        const Point at{box.low.x + (c + draws_.between(0.1, 0.9)) * pitch, box.low.y + (r + draws_.between(0.1, 0.9)) * pitch};
        const double height = draws_.between(6.0, 15.0);
        const bool clearing = draws_.chance(0.2);
        if (!clearing && contains(zone.shape, at)) plant(at, height);
      }
    }
  }

  const Draft& draft_;
  Draws draws_;
  double thinning_;
  std::vector<Tree> trees_;
};

}  // namespace

std::vector<Tree> plant_trees(const Draft& draft) {
  Nursery nursery(draft);
  nursery.along_streets();
  nursery.in_greens();
  return nursery.take();
}

}  // namespace parktwin::importers::synthetic
