#pragma once
// Which footprints lie near another: boxes in a grid of 50 m; those that would fill too many cells (damaged coordinates) are near all.
#include <map>
#include <set>
#include <vector>

#include "engine/core/geometry.h"

namespace parktwin::importers {

class FootprintIndex {
 public:
  /// Precondition: the outline has a point.
  void add(std::size_t record, const Polygon& footprint);
  /// Numbers added whose boxes may touch that of the footprint, widened.
  [[nodiscard]] std::set<std::size_t> near(const Polygon& footprint, double widened_by = 0.0) const;

 private:
  std::map<std::pair<long, long>, std::vector<std::size_t>> cells_;
  std::vector<std::size_t> large_;
  std::vector<std::size_t> all_;
};

}  // namespace parktwin::importers
