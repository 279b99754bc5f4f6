#pragma once
// The ducts as a graph: their ends are the manholes, ends within a decimetre are one. Shortest ways along them.
#include <limits>
#include <vector>

#include "engine/core/shortest_ways.h"
#include "engine/park/park.h"

namespace parktwin::wired::optical {

class DuctGraph {
 public:
  static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

  explicit DuctGraph(const Park& park);

  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] Point at(std::size_t end) const { return ends_[end]; }
  /// The first duct of the table that ends there.
  [[nodiscard]] Id<Duct> duct_at(std::size_t end) const { return duct_at_[end]; }
  /// Precondition: there is a duct.
  [[nodiscard]] std::size_t nearest(Point point) const;

  /// Costs in metres.
  [[nodiscard]] ShortestWays ways_from(std::size_t start) const { return shortest_ways(arcs_, start); }

 private:
  std::vector<Point> ends_;
  std::vector<Id<Duct>> duct_at_;
  std::vector<std::vector<WayArc>> arcs_;
};

}  // namespace parktwin::wired::optical
