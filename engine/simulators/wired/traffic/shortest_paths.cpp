#include <algorithm>
#include <queue>
#include <set>

#include "engine/simulators/wired/traffic/routing.h"

namespace parktwin::wired::traffic {
namespace {

using Arcs = std::vector<std::uint32_t>;

struct Candidate {
  Cost cost;
  Arcs arcs;
  friend auto operator<=>(const Candidate&, const Candidate&) = default;
};

/// What a search may not use.
struct Closed {
  std::vector<std::uint8_t> nodes;
  std::vector<std::uint8_t> arcs;
};

class PathSearch {
 public:
  PathSearch(const Network& network, std::span<const std::uint32_t> sinks) : network_(network), sink_(network.size(), 0) {
    for (const std::uint32_t sink : sinks) sink_[sink] = 1;
    out_.resize(network.size());
    for (std::size_t node = 0; node < network.size(); ++node) {
      for (const std::uint32_t number : network.arcs_into(node)) out_[network.arcs[number].from].push_back(number);
    }
    for (Arcs& arcs : out_) std::sort(arcs.begin(), arcs.end());
  }

  [[nodiscard]] bool is_sink(std::uint32_t node) const { return sink_[node] != 0; }

  /// Cheapest path from a node, in front of which `before` was spent; ties by the node and then the arc that come first.
  [[nodiscard]] std::optional<Candidate> cheapest(std::uint32_t source, const Closed& closed, const Cost& before) const {
    struct Label {
      Cost cost;
      std::uint32_t arc = 0;
    };
    std::vector<Label> labels(network_.size());
    std::vector<std::uint8_t> done(network_.size(), 0);
    using Reached = std::pair<Cost, std::uint32_t>;
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> waiting;
    labels[source].cost = before;
    waiting.emplace(before, source);
    while (!waiting.empty()) {
      const auto [cost, node] = waiting.top();
      waiting.pop();
      if (done[node] != 0) continue;
      done[node] = 1;
      if (is_sink(node)) {
        Candidate found{cost, {}};
        for (std::uint32_t at = node; at != source; at = network_.arcs[found.arcs.back()].from) found.arcs.push_back(labels[at].arc);
        std::reverse(found.arcs.begin(), found.arcs.end());
        return found;
      }
      if (node != source && network_.forwards[node] == 0) continue;
      for (const std::uint32_t number : out_[node]) {
        const Arc& arc = network_.arcs[number];
        if (closed.arcs[number] != 0 || closed.nodes[arc.to] != 0) continue;
        const Cost next = cost_after(cost, arc);
        if (!(next < labels[arc.to].cost)) continue;
        labels[arc.to] = {next, number};
        waiting.emplace(next, arc.to);
      }
    }
    return std::nullopt;
  }

 private:
  const Network& network_;
  std::vector<std::uint8_t> sink_;
  std::vector<Arcs> out_;
};

}  // namespace

std::vector<Arcs> shortest_paths(const Network& network, std::uint32_t source, std::span<const std::uint32_t> sinks, std::size_t count,
                                 std::optional<std::uint32_t> without) {
  std::vector<Arcs> paths;
  if (count == 0) return paths;
  const PathSearch search(network, sinks);
  Closed closed{std::vector<std::uint8_t>(network.size(), 0), std::vector<std::uint8_t>(network.arcs.size(), 0)};
  if (without) closed.arcs[*without] = 1;
  auto first = search.cheapest(source, closed, {0, 0});
  if (!first) return paths;
  paths.push_back(std::move(first->arcs));
  std::set<Candidate> candidates;
  while (paths.size() < count) {
    const Arcs last = paths.back();
    Closed now = closed;
    Cost before{0, 0};
    std::uint32_t spur = source;
    for (std::size_t i = 0; i < last.size(); ++i) {
      Closed here = now;
      for (const Arcs& path : paths) {
        if (path.size() > i && std::equal(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(i), path.begin()))
          here.arcs[path[i]] = 1;
      }
      if (auto tail = search.cheapest(spur, here, before)) {
        tail->arcs.insert(tail->arcs.begin(), last.begin(), last.begin() + static_cast<std::ptrdiff_t>(i));
        candidates.insert(std::move(*tail));
      }
      now.nodes[spur] = 1;
      before = cost_after(before, network.arcs[last[i]]);
      spur = network.arcs[last[i]].to;
    }
    for (const Arcs& path : paths) {
      std::erase_if(candidates, [&](const Candidate& candidate) { return candidate.arcs == path; });
    }
    if (candidates.empty()) break;
    paths.push_back(candidates.begin()->arcs);
    candidates.erase(candidates.begin());
  }
  return paths;
}

}  // namespace parktwin::wired::traffic
