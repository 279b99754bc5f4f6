#include "engine/simulators/services/pooling/road_distances.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <queue>
#include <utility>

namespace parktwin::services::pooling {
namespace {

constexpr double touch_m = 1.0;  // ends that close to another centre line meet it

struct Segment {
  Point a;
  Point b;
  std::vector<double> cuts;  ///< positions of junctions and entries, 0 at a and 1 at b

  [[nodiscard]] Point at(double t) const { return t == 1.0 ? b : Point{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}; }
};

double distance_of(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

/// Position of the foot of p on the segment.
double foot(const Segment& segment, Point p) {
  const double dx = segment.b.x - segment.a.x;
  const double dy = segment.b.y - segment.a.y;
  const double square = dx * dx + dy * dy;
  return square > 0.0 ? std::clamp(((p.x - segment.a.x) * dx + (p.y - segment.a.y) * dy) / square, 0.0, 1.0) : 0.0;
}

class RoadGraph {
 public:
  explicit RoadGraph(const std::vector<Road>& roads) {
    for (const Road& road : roads) {
      for (std::size_t i = 0; i + 1 < road.path.points.size(); ++i)
        segments_.push_back({road.path.points[i], road.path.points[i + 1], {0.0, 1.0}});
    }
    std::sort(segments_.begin(), segments_.end(), [](const Segment& p, const Segment& q) { return west(p) < west(q); });
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      for (std::size_t j = i + 1; j < segments_.size() && west(segments_[j]) <= east(segments_[i]) + touch_m; ++j) join(i, j);
    }
  }

  /// The junction it enters by and the way there; before connect(). None without roads.
  void enter(Point place) {
    std::size_t best = segments_.size();
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      const double way = distance_of(place, segments_[i].at(foot(segments_[i], place)));
      if (way < least) best = i, least = way;
    }
    if (best == segments_.size()) return;
    const double t = foot(segments_[best], place);
    segments_[best].cuts.push_back(t);
    entries_.push_back({segments_[best].at(t), least});
  }

  void connect() {
    for (Segment& segment : segments_) {
      std::sort(segment.cuts.begin(), segment.cuts.end());
      for (std::size_t i = 0; i + 1 < segment.cuts.size(); ++i) {
        const Point from = segment.at(segment.cuts[i]);
        const Point to = segment.at(segment.cuts[i + 1]);
        add(node(from), node(to), distance_of(from, to));
      }
    }
    for (const auto& [from, to, way] : touching_) add(node(from), node(to), way);
  }

  /// Metres from a place to all, by their order of entering.
  std::vector<double> ways_from(std::size_t place) {
    std::vector<double> metres(arcs_.size(), std::numeric_limits<double>::infinity());
    std::priority_queue<std::pair<double, std::size_t>, std::vector<std::pair<double, std::size_t>>, std::greater<>> open;
    const std::size_t start = node(entries_[place].first);
    metres[start] = entries_[place].second;
    open.emplace(metres[start], start);
    while (!open.empty()) {
      const auto [way, at] = open.top();
      open.pop();
      if (way > metres[at]) continue;
      for (const auto& [next, step] : arcs_[at]) {
        if (way + step >= metres[next]) continue;
        metres[next] = way + step;
        open.emplace(metres[next], next);
      }
    }
    std::vector<double> ways;
    for (const auto& entry : entries_) ways.push_back(metres[node(entry.first)] + entry.second);
    return ways;
  }

  [[nodiscard]] bool empty() const { return segments_.empty(); }

 private:
  struct Touch {
    Point from;
    Point to;
    double way;
  };

  static double west(const Segment& s) { return std::min(s.a.x, s.b.x); }
  static double east(const Segment& s) { return std::max(s.a.x, s.b.x); }

  void join(std::size_t i, std::size_t j) {
    Segment& p = segments_[i];
    Segment& q = segments_[j];
    const double px = p.b.x - p.a.x;
    const double py = p.b.y - p.a.y;
    const double qx = q.b.x - q.a.x;
    const double qy = q.b.y - q.a.y;
    const double cross = px * qy - py * qx;
    if (std::abs(cross) > 1e-12 * (std::abs(px) + std::abs(py)) * (std::abs(qx) + std::abs(qy))) {
      const double t = ((q.a.x - p.a.x) * qy - (q.a.y - p.a.y) * qx) / cross;
      const double u = ((q.a.x - p.a.x) * py - (q.a.y - p.a.y) * px) / cross;
      if (t >= 0.0 && t <= 1.0 && u >= 0.0 && u <= 1.0) {
        p.cuts.push_back(t);
        q.cuts.push_back(u);
        touching_.push_back({p.at(t), q.at(u), 0.0});
        return;
      }
    }
    touch(p, q);
    touch(q, p);
  }

  /// Ends of one that nearly meet the other.
  void touch(const Segment& p, Segment& q) {
    for (const Point end : {p.a, p.b}) {
      const double t = foot(q, end);
      const double way = distance_of(end, q.at(t));
      if (way > touch_m) continue;
      q.cuts.push_back(t);
      touching_.push_back({end, q.at(t), way});
    }
  }

  std::size_t node(Point p) {
    const auto [found, added] = nodes_.try_emplace({p.x, p.y}, arcs_.size());
    if (added) arcs_.emplace_back();
    return found->second;
  }

  void add(std::size_t a, std::size_t b, double way) {
    arcs_[a].emplace_back(b, way);
    arcs_[b].emplace_back(a, way);
  }

  std::vector<Segment> segments_;
  std::vector<Touch> touching_;
  std::vector<std::pair<Point, double>> entries_;
  std::map<std::pair<double, double>, std::size_t> nodes_;
  std::vector<std::vector<std::pair<std::size_t, double>>> arcs_;
};

}  // namespace

std::vector<std::vector<std::optional<double>>> road_distances(const std::vector<Road>& roads, const std::vector<Point>& places) {
  std::vector<std::vector<std::optional<double>>> km(places.size(), std::vector<std::optional<double>>(places.size()));
  RoadGraph graph(roads);
  if (graph.empty()) return km;
  for (const Point place : places) graph.enter(place);
  graph.connect();
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto metres = graph.ways_from(i);
    for (std::size_t j = 0; j < places.size(); ++j) {
      if (i == j) km[i][j] = 0.0;
      if (i != j && std::isfinite(metres[j])) km[i][j] = 1e-3 * metres[j];
    }
  }
  return km;
}

}  // namespace parktwin::services::pooling
