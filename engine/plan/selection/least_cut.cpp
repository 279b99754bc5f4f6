#include "engine/plan/selection/least_cut.h"

#include <algorithm>
#include <limits>

namespace parktwin::plan {
namespace {

constexpr double rounding = 1e-9;

/// Arc 2 i is arc i, arc 2 i + 1 takes back what flows on it.
class Network {
 public:
  Network(std::size_t vertices, const std::vector<FlowArc>& arcs) : at_(vertices), level_(vertices), next_(vertices) {
    for (const FlowArc& arc : arcs) {
      at_[arc.from].push_back(static_cast<std::uint32_t>(to_.size()));
      to_.push_back(arc.to);
      left_.push_back(arc.capacity);
      at_[arc.to].push_back(static_cast<std::uint32_t>(to_.size()));
      to_.push_back(arc.from);
      left_.push_back(0.0);
    }
  }

  double flow(std::uint32_t source, std::uint32_t sink, double enough) {
    double sum = 0.0;
    while (sum < enough - rounding && reaches(source, sink)) {
      std::fill(next_.begin(), next_.end(), 0U);
      while (sum < enough - rounding) {
        const double more = push(source, sink, enough - sum);
        if (more <= rounding) break;
        sum += more;
      }
    }
    return sum;
  }

  [[nodiscard]] std::vector<std::uint8_t> sink_side(std::uint32_t sink) const {
    std::vector<std::uint8_t> side(at_.size(), 0);
    std::vector<std::uint32_t> open = {sink};
    side[sink] = 1;
    while (!open.empty()) {
      const std::uint32_t vertex = open.back();
      open.pop_back();
      for (const std::uint32_t arc : at_[vertex]) {
        if (left_[arc ^ 1U] <= rounding || side[to_[arc]] != 0) continue;
        side[to_[arc]] = 1;
        open.push_back(to_[arc]);
      }
    }
    return side;
  }

 private:
  bool reaches(std::uint32_t source, std::uint32_t sink) {
    std::fill(level_.begin(), level_.end(), -1);
    level_[source] = 0;
    std::vector<std::uint32_t> open = {source};
    for (std::size_t i = 0; i < open.size(); ++i) {
      for (const std::uint32_t arc : at_[open[i]]) {
        if (left_[arc] <= rounding || level_[to_[arc]] >= 0) continue;
        level_[to_[arc]] = level_[open[i]] + 1;
        open.push_back(to_[arc]);
      }
    }
    return level_[sink] >= 0;
  }

  /// Along one way of rising levels.
  double push(std::uint32_t vertex, std::uint32_t sink, double most) {
    if (vertex == sink) return most;
    for (; next_[vertex] < at_[vertex].size(); ++next_[vertex]) {
      const std::uint32_t arc = at_[vertex][next_[vertex]];
      if (left_[arc] <= rounding || level_[to_[arc]] != level_[vertex] + 1) continue;
      const double through = push(to_[arc], sink, std::min(most, left_[arc]));
      if (through <= rounding) continue;
      left_[arc] -= through;
      left_[arc ^ 1U] += through;
      return through;
    }
    return 0.0;
  }

  std::vector<std::vector<std::uint32_t>> at_;
  std::vector<std::uint32_t> to_;
  std::vector<double> left_;
  std::vector<int> level_;
  std::vector<std::size_t> next_;
};

}  // namespace

LeastCut least_cut(std::size_t vertices, const std::vector<FlowArc>& arcs, std::uint32_t source, std::uint32_t sink, double enough) {
  Network network(vertices, arcs);
  LeastCut cut;
  cut.flow = network.flow(source, sink, enough);
  cut.sink_side = network.sink_side(sink);
  return cut;
}

}  // namespace parktwin::plan
