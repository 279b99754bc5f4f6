#include "viz/scene/trapezoids.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace parktwin::viz {
namespace {

struct Edge {
  Point low;
  Point high;
  std::int32_t partner = -1;       ///< right edge of the open trapezoid whose left edge this is
  std::int32_t next_partner = -1;  ///< the same in the slab being entered
  double since = 0.0;

  [[nodiscard]] double x_at(double y) const {
    if (y >= high.y) return high.x;
    if (y <= low.y) return low.x;
    return low.x + (high.x - low.x) * (y - low.y) / (high.y - low.y);
  }
};

void add_edges(const Ring& ring, std::vector<Edge>& edges) {
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i];
    const Point b = ring[(i + 1) % ring.size()];
    if (a.y < b.y) edges.push_back({a, b});
    if (a.y > b.y) edges.push_back({b, a});
  }
}

class Sweep {
 public:
  explicit Sweep(std::vector<Edge> edges) : edges_(std::move(edges)) {
    std::sort(edges_.begin(), edges_.end(), [](const Edge& a, const Edge& b) { return a.low.y < b.low.y; });
    for (const Edge& edge : edges_) {
      levels_.push_back(edge.low.y);
      levels_.push_back(edge.high.y);
    }
    std::sort(levels_.begin(), levels_.end());
    levels_.erase(std::unique(levels_.begin(), levels_.end()), levels_.end());
  }

  std::vector<Trapezoid> run() {
    for (std::size_t i = 0; i + 1 < levels_.size(); ++i) enter_slab(levels_[i], levels_[i + 1]);
    if (!levels_.empty()) close_changed(levels_.back());
    return std::move(found_);
  }

 private:
  void enter_slab(double low, double high) {
    const auto ended = [&](std::int32_t e) { return at(e).high.y <= low; };
    std::vector<std::int32_t> before = active_;
    active_.erase(std::remove_if(active_.begin(), active_.end(), ended), active_.end());
    while (next_ < edges_.size() && edges_[next_].low.y <= low) active_.push_back(static_cast<std::int32_t>(next_++));
    const double middle = 0.5 * (low + high);
    order_at(middle);
    for (std::size_t i = 0; i + 1 < active_.size(); i += 2) at(active_[i]).next_partner = active_[i + 1];
    open_ = std::move(before);
    close_changed(low);
    for (std::size_t i = 0; i + 1 < active_.size(); i += 2) {
      Edge& left = at(active_[i]);
      if (left.partner != left.next_partner) left.since = low;
      left.partner = left.next_partner;
      left.next_partner = -1;
    }
    open_ = active_;
  }

  /// Insertion sort: from one slab to the next little changes.
  void order_at(double y) {
    keys_.resize(active_.size());
    for (std::size_t i = 0; i < active_.size(); ++i) keys_[i] = at(active_[i]).x_at(y);
    for (std::size_t i = 1; i < active_.size(); ++i) {
      const std::int32_t edge = active_[i];
      const double key = keys_[i];
      std::size_t j = i;
      for (; j > 0 && keys_[j - 1] > key; --j) {
        keys_[j] = keys_[j - 1];
        active_[j] = active_[j - 1];
      }
      keys_[j] = key;
      active_[j] = edge;
    }
  }

  void close_changed(double y) {
    for (const std::int32_t index : open_) {
      Edge& left = at(index);
      if (left.partner < 0 || left.partner == left.next_partner) continue;
      const Edge& right = at(left.partner);
      found_.push_back({Point{left.x_at(left.since), left.since}, Point{right.x_at(left.since), left.since}, Point{right.x_at(y), y},
                        Point{left.x_at(y), y}});
      left.partner = -1;
    }
  }

  Edge& at(std::int32_t index) { return edges_[static_cast<std::size_t>(index)]; }

  std::vector<Edge> edges_;
  std::vector<double> levels_;
  std::vector<std::int32_t> active_;
  std::vector<std::int32_t> open_;
  std::vector<double> keys_;
  std::vector<Trapezoid> found_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<Trapezoid> trapezoids(const Polygon& polygon) {
  std::vector<Edge> edges;
  add_edges(polygon.outer, edges);
  for (const Ring& hole : polygon.holes) add_edges(hole, edges);
  return Sweep(std::move(edges)).run();
}

std::vector<Trapezoid> trapezoids(const MultiPolygon& shape) {
  std::vector<Trapezoid> all;
  for (const Polygon& polygon : shape.polygons) {
    const auto parts = trapezoids(polygon);
    all.insert(all.end(), parts.begin(), parts.end());
  }
  return all;
}

}  // namespace parktwin::viz
