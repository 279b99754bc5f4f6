#include "engine/simulators/wired/topology/paths.h"

#include <algorithm>
#include <limits>
#include <queue>
#include <set>

namespace parktwin::wired::topology {
namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

bool better(const Path& a, const Path& b) { return a.availability != b.availability ? a.availability > b.availability : a.hops < b.hops; }

bool better(double a, double b) { return a > b; }

/// Labels spread from the sources, best first. start(node) is the label of a source; extend(label, arc) is the label after one more
/// arc, never better than `label`, or empty when the arc must not be used.
template <class Label, class Start, class Extend>
std::vector<std::optional<Label>> best_first(const Graph& graph, Start start, Extend extend) {
  struct Entry {
    Label label;
    std::uint32_t node;
  };
  const auto later = [](const Entry& a, const Entry& b) {
    if (better(a.label, b.label)) return false;
    return better(b.label, a.label) || a.node > b.node;
  };
  std::priority_queue<Entry, std::vector<Entry>, decltype(later)> queue(later);
  std::vector<std::optional<Label>> labels(graph.size());
  std::vector<bool> final(graph.size(), false);
  for (const std::uint32_t source : graph.sources) {
    labels[source] = start(source);
    queue.push({*labels[source], source});
  }
  while (!queue.empty()) {
    const Entry entry = queue.top();
    queue.pop();
    if (final[entry.node]) continue;
    final[entry.node] = true;
    for (const Arc& arc : graph.arcs_of(entry.node)) {
      if (final[arc.to]) continue;
      const std::optional<Label> label = extend(entry.label, arc);
      if (!label || (labels[arc.to] && !better(*label, *labels[arc.to]))) continue;
      labels[arc.to] = label;
      queue.push({*label, arc.to});
    }
  }
  return labels;
}

}  // namespace

std::vector<std::optional<Path>> most_available_paths(const Graph& graph, Need need) {
  return best_first<Path>(
      graph,
      [&](std::uint32_t node) {
        return Path{graph.node_availability[node], 0, unlimited, unlimited, 0};
      },
      [&](const Path& path, const Arc& arc) -> std::optional<Path> {
        if (arc.rate_down_mbps < need.down_mbps || arc.rate_up_mbps < need.up_mbps) return std::nullopt;
        return Path{path.availability * arc.availability * graph.node_availability[arc.to], path.hops + 1,
                    std::min(path.rate_down_mbps, arc.rate_down_mbps), std::min(path.rate_up_mbps, arc.rate_up_mbps), arc.link};
      });
}

std::vector<std::optional<Need>> widest_paths(const Graph& graph) {
  const auto start = [](std::uint32_t) { return unlimited; };
  const auto down = best_first<double>(
      graph, start, [](double rate, const Arc& arc) -> std::optional<double> { return std::min(rate, arc.rate_down_mbps); });
  std::set<double> rates;
  for (const auto& rate : down) {
    if (rate) rates.insert(*rate);
  }
  std::vector<std::optional<Need>> widest(graph.size());
  for (const double wanted : rates) {
    const auto up = best_first<double>(graph, start, [wanted](double rate, const Arc& arc) -> std::optional<double> {
      if (arc.rate_down_mbps < wanted) return std::nullopt;
      return std::min(rate, arc.rate_up_mbps);
    });
    for (std::size_t i = 0; i < graph.size(); ++i) {
      if (down[i] && *down[i] == wanted) widest[i] = Need{wanted, *up[i]};
    }
  }
  return widest;
}

}  // namespace parktwin::wired::topology
