#include "importers/recipe/shape_mending.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "importers/gdal_layers/shape_algebra.h"

namespace parktwin::importers {
namespace {

constexpr double least_area_m2 = 1.0;
constexpr double least_width_m = 0.2;

double perimeter(const Ring& ring) {
  double sum = 0.0;
  for (std::size_t i = 0; i < ring.size(); ++i) sum += distance(ring[i], ring[(i + 1) % ring.size()]);
  return sum;
}

/// A strip of width w and length l has twice its area over its perimeter near w.
bool is_sliver(const Polygon& polygon) {
  const double own = area(polygon);
  return own < least_area_m2 || 2.0 * own < least_width_m * perimeter(polygon.outer);
}

class ShapeMending {
 public:
  explicit ShapeMending(ReadSource& source) : source_(source) {}

  void run() {
    for (auto& feature : source_.layer.features) {
      if (feature.shape.area.polygons.empty()) continue;
      mend_crossings(feature);
      drop_slivers(feature);
      close_holes(feature);
    }
    for (const auto& [what, area] : areas_) {
      source_.report.add(Finding::note, fmt::format("m2 after: {}, {:.2f} before", what, area.first), "",
                         static_cast<std::size_t>(std::lround(area.second)));
    }
    if (source_.layer.repeated_vertices > 0)
      source_.report.add(Finding::changed, "repeated vertices left out", "", source_.layer.repeated_vertices);
    if (source_.layer.turned_rings > 0)
      source_.report.add(Finding::changed, "outlines and holes turned to run the usual way", "", source_.layer.turned_rings);
  }

 private:
  void list(const Feature& feature, const std::string& what, const std::string& detail, double before, double after) {
    source_.report.add(Finding::changed, what, place_in(source_.layer, feature) + detail);
    areas_[what].first += before;
    areas_[what].second += after;
  }

  void mend_crossings(Feature& feature) {
    auto mending = mend(feature.shape.area);
    if (!mending) return;
    list(feature, "invalid outlines mended", ": " + mending->reason, mending->area_before_m2, mending->area_after_m2);
    feature.shape.area = std::move(mending->shape);
  }

  void drop_slivers(Feature& feature) {
    auto& polygons = feature.shape.area.polygons;
    if (std::none_of(polygons.begin(), polygons.end(), is_sliver)) return;
    const double before = area(feature.shape.area);
    std::erase_if(polygons, is_sliver);
    list(feature, "slivers left out", "", before, area(feature.shape.area));
  }

  void close_holes(Feature& feature) {
    const auto is_small = [](const Ring& hole) { return std::abs(signed_area(hole)) < least_area_m2; };
    const double before = area(feature.shape.area);
    std::size_t closed_holes = 0;
    for (auto& polygon : feature.shape.area.polygons) closed_holes += std::erase_if(polygon.holes, is_small);
    if (closed_holes > 0) list(feature, "holes below a square metre closed", "", before, area(feature.shape.area));
  }

  ReadSource& source_;
  std::map<std::string, std::pair<double, double>> areas_;
};

}  // namespace

void mend_shapes(ReadSource& source) { ShapeMending(source).run(); }

}  // namespace parktwin::importers
