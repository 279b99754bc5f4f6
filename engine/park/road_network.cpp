#include "engine/park/road_network.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <queue>

namespace parktwin {
namespace {

constexpr double same_place = 0.5;  // m

struct Segment {
  Point a;
  Point b;
  std::size_t road = 0;
  std::vector<double> cuts;  ///< shares of its length in (0, 1)
};

double share_along(const Segment& segment, Point p) {
  const double dx = segment.b.x - segment.a.x;
  const double dy = segment.b.y - segment.a.y;
  const double squared = dx * dx + dy * dy;
  return squared > 0.0 ? std::clamp(((p.x - segment.a.x) * dx + (p.y - segment.a.y) * dy) / squared, 0.0, 1.0) : 0.0;
}

Point at(const Segment& segment, double share) {
  return {segment.a.x + share * (segment.b.x - segment.a.x), segment.a.y + share * (segment.b.y - segment.a.y)};
}

void cut_where_they_cross(Segment& first, Segment& second) {
  const double ux = first.b.x - first.a.x;
  const double uy = first.b.y - first.a.y;
  const double vx = second.b.x - second.a.x;
  const double vy = second.b.y - second.a.y;
  const double cross = ux * vy - uy * vx;
  if (std::abs(cross) < 1e-9) return;
  const double wx = second.a.x - first.a.x;
  const double wy = second.a.y - first.a.y;
  const double s = (wx * vy - wy * vx) / cross;
  const double t = (wx * uy - wy * ux) / cross;
  if (s < 0.0 || s > 1.0 || t < 0.0 || t > 1.0) return;
  first.cuts.push_back(s);
  second.cuts.push_back(t);
}

std::vector<Segment> segments_of(const std::vector<Road>& roads) {
  std::vector<Segment> segments;
  for (std::size_t road = 0; road < roads.size(); ++road) {
    const auto& points = roads[road].path.points;
    for (std::size_t i = 1; i < points.size(); ++i) segments.push_back({points[i - 1], points[i], road, {}});
  }
  return segments;
}

/// Ends of streets close to another street: from the end to its foot there.
std::vector<std::pair<Point, Point>> join_ends(const std::vector<Road>& roads, std::vector<Segment>& segments, double snap) {
  std::vector<std::pair<Point, Point>> joints;
  for (std::size_t road = 0; road < roads.size(); ++road) {
    for (const Point end : {roads[road].path.points.front(), roads[road].path.points.back()}) {
      for (auto& segment : segments) {
        if (segment.road == road) continue;
        const double share = share_along(segment, end);
        const Point foot = at(segment, share);
        if (distance(foot, end) > snap) continue;
        segment.cuts.push_back(share);
        joints.emplace_back(end, foot);
      }
    }
  }
  return joints;
}

}  // namespace

std::size_t RoadNetwork::vertex_at(Point point) {
  for (std::size_t i = 0; i < vertices_.size(); ++i) {
    if (distance(vertices_[i], point) < same_place) return i;
  }
  vertices_.push_back(point);
  return vertices_.size() - 1;
}

RoadNetwork::RoadNetwork(const std::vector<Road>& roads, double snap) {
  auto segments = segments_of(roads);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    for (std::size_t j = i + 1; j < segments.size(); ++j) cut_where_they_cross(segments[i], segments[j]);
  }
  const auto joints = join_ends(roads, segments, snap);
  const auto connect = [this](Point a, Point b) {
    const std::size_t from = vertex_at(a);
    const std::size_t to = vertex_at(b);
    if (from != to) edges_.push_back({from, to, distance(vertices_[from], vertices_[to])});
  };
  for (auto& segment : segments) {
    std::sort(segment.cuts.begin(), segment.cuts.end());
    Point last = segment.a;
    for (const double cut : segment.cuts) {
      connect(last, at(segment, cut));
      last = at(segment, cut);
    }
    connect(last, segment.b);
  }
  for (const auto& [end, foot] : joints) connect(end, foot);
}

std::optional<RoadNetwork::Foot> RoadNetwork::nearest(Point point) const {
  std::optional<Foot> best;
  for (std::size_t i = 0; i < edges_.size(); ++i) {
    const Segment segment{vertices_[edges_[i].from], vertices_[edges_[i].to], 0, {}};
    const Point foot = at(segment, share_along(segment, point));
    const double away = distance(foot, point);
    if (!best || away < best->distance) best = Foot{i, foot, away};
  }
  return best;
}

std::vector<std::optional<RoadNetwork::Way>> RoadNetwork::ways_from(std::size_t source) const {
  std::vector<std::vector<std::size_t>> touching(vertices_.size());
  for (std::size_t i = 0; i < edges_.size(); ++i) {
    touching[edges_[i].from].push_back(i);
    touching[edges_[i].to].push_back(i);
  }
  std::vector<std::optional<Way>> ways(vertices_.size());
  std::vector<double> best(vertices_.size(), std::numeric_limits<double>::infinity());
  std::vector<std::size_t> arrival(vertices_.size(), edges_.size());
  using Entry = std::pair<double, std::size_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
  best[source] = 0.0;
  open.emplace(0.0, source);
  while (!open.empty()) {
    const auto [length, vertex] = open.top();
    open.pop();
    if (ways[vertex]) continue;
    Way way{length, {}};
    if (arrival[vertex] < edges_.size()) {
      const auto& edge = edges_[arrival[vertex]];
      way.edges = ways[edge.from == vertex ? edge.to : edge.from]->edges;
      way.edges.push_back(arrival[vertex]);
    }
    ways[vertex] = std::move(way);
    for (const std::size_t i : touching[vertex]) {
      const std::size_t other = edges_[i].from == vertex ? edges_[i].to : edges_[i].from;
      if (length + edges_[i].length < best[other]) {
        best[other] = length + edges_[i].length;
        arrival[other] = i;
        open.emplace(best[other], other);
      }
    }
  }
  return ways;
}

}  // namespace parktwin
