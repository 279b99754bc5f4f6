#include "engine/simulators/wired/optical/duct_graph.h"

#include <cmath>
#include <map>

#include "engine/core/check.h"

namespace parktwin::wired::optical {

DuctGraph::DuctGraph(const Park& park) {
  std::map<std::pair<std::int64_t, std::int64_t>, std::size_t> known;
  const auto end_at = [&](Point point, Id<Duct> duct) {
    const auto [found, inserted] = known.emplace(std::pair{std::llround(10.0 * point.x), std::llround(10.0 * point.y)}, ends_.size());
    if (inserted) {
      ends_.push_back(point);
      duct_at_.push_back(duct);
      arcs_.emplace_back();
    }
    return found->second;
  };
  for (std::size_t i = 0; i < park.ducts->size(); ++i) {
    const LineString& path = park.ducts->records()[i].path;
    if (path.points.empty()) continue;
    const std::size_t from = end_at(path.points.front(), Id<Duct>(i));
    const std::size_t to = end_at(path.points.back(), Id<Duct>(i));
    arcs_[from].push_back({to, length(path)});
    arcs_[to].push_back({from, length(path)});
  }
}

std::size_t DuctGraph::nearest(Point point) const {
  PARKTWIN_CHECK(!ends_.empty(), "no duct has an end");
  std::size_t best = 0;
  for (std::size_t i = 1; i < ends_.size(); ++i) {
    if (distance(ends_[i], point) < distance(ends_[best], point)) best = i;
  }
  return best;
}

}  // namespace parktwin::wired::optical
