#include "engine/simulators/wired/optical/duct_graph.h"

#include <cmath>
#include <functional>
#include <map>
#include <queue>

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

DuctGraph::Ways DuctGraph::ways_from(std::size_t start) const {
  Ways ways;
  ways.metres.assign(size(), std::numeric_limits<double>::infinity());
  ways.previous.assign(size(), none);
  using Entry = std::pair<double, std::size_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  ways.metres[start] = 0.0;
  queue.emplace(0.0, start);
  while (!queue.empty()) {
    const auto [metres, end] = queue.top();
    queue.pop();
    if (metres > ways.metres[end]) continue;
    for (const Arc& arc : arcs_[end]) {
      if (!(metres + arc.metres < ways.metres[arc.to])) continue;
      ways.metres[arc.to] = metres + arc.metres;
      ways.previous[arc.to] = end;
      queue.emplace(ways.metres[arc.to], arc.to);
    }
  }
  return ways;
}

}  // namespace parktwin::wired::optical
