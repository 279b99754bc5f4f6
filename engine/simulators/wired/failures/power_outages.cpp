#include "engine/simulators/wired/failures/power_outages.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

#include "engine/simulators/wired/failures/link_cuts.h"
#include "engine/simulators/wired/failures/node_cuts.h"

namespace parktwin::wired::failures {
namespace {

using Numbers = std::vector<std::uint32_t>;

/// Every element a node; the last node is the root, which stands before the slack buses.
PlainGraph element_graph(const Park& park) {
  const std::size_t buses = park.buses->size();
  const auto root = static_cast<std::uint32_t>(buses + park.power_lines->size() + park.transformers->size());
  auto element = static_cast<std::uint32_t>(buses);
  std::vector<Ends> edges;
  const auto join = [&](bool operational, Id<Bus> a, Id<Bus> b) {
    if (operational && a != b) {
      edges.push_back({static_cast<std::uint32_t>(a.index()), element});
      edges.push_back({element, static_cast<std::uint32_t>(b.index())});
    }
    ++element;
  };
  for (const auto& line : *park.power_lines) join(line.operational, line.from, line.to);
  for (const auto& unit : *park.transformers) join(unit.operational, unit.high, unit.low);
  for (std::uint32_t bus = 0; bus < buses; ++bus) {
    if (park.buses->records()[bus].kind == BusKind::slack) edges.push_back({root, bus});
  }
  return plain_graph(root + 1, std::move(edges));
}

/// A network node and the buses that feed it.
struct Fed {
  std::uint32_t node = 0;
  Numbers buses;
};

std::vector<Fed> fed_nodes(const Park& park) {
  std::vector<Fed> fed;
  for (std::uint32_t i = 0; i < park.network_nodes->size(); ++i) {
    const NetworkNode& node = park.network_nodes->records()[i];
    if (!node.bus.valid()) continue;
    fed.push_back({i, {static_cast<std::uint32_t>(node.bus.index())}});
    if (node.standby_bus.valid()) fed.back().buses.push_back(static_cast<std::uint32_t>(node.standby_bus.index()));
  }
  return fed;
}

Numbers common(const Numbers& a, const Numbers& b) {
  Numbers both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

/// The grid with nothing or one element out.
class Grid {
 public:
  Grid(const Park& park) : graph_(element_graph(park)), root_(static_cast<std::uint32_t>(graph_.size() - 1)) { whole_.find(graph_, root_); }

  [[nodiscard]] std::uint32_t elements() const { return root_; }

  void take_out(std::uint32_t element) { rest_.find(graph_, root_, element); }

  /// Elements that darken the bus alone, ascending.
  [[nodiscard]] Numbers darken(std::uint32_t bus) const { return supplied(bus) ? chain(whole_, bus) : Numbers{bus}; }
  /// The same in addition to the element that is out, which does not darken the bus.
  [[nodiscard]] Numbers darken_rest(std::uint32_t bus) const { return supplied(bus) ? chain(rest_, bus) : Numbers{bus}; }

  /// Per element whether it lies on a cycle of the graph.
  [[nodiscard]] std::vector<std::uint8_t> on_cycle() const {
    const LinkCuts cuts = link_cuts(graph_, root_, 0);
    std::vector<std::uint8_t> on(graph_.size(), 0);
    for (std::uint32_t edge = 0; edge < graph_.edges.size(); ++edge) {
      if (cuts.on_cycle[edge]) on[graph_.edges[edge].a] = on[graph_.edges[edge].b] = 1;
    }
    return on;
  }

 private:
  [[nodiscard]] bool supplied(std::uint32_t bus) const { return whole_.tree.reached(bus); }

  [[nodiscard]] static Numbers chain(const NodeCuts& cuts, std::uint32_t bus) {
    Numbers elements;
    for (std::uint32_t place = cuts.tree.place[bus]; place != 0; place = cuts.dominator[place]) {
      elements.push_back(cuts.tree.order[place]);
    }
    std::sort(elements.begin(), elements.end());
    return elements;
  }

  PlainGraph graph_;
  std::uint32_t root_;
  NodeCuts whole_;
  NodeCuts rest_;
};

bool holds(const Numbers& list, std::uint32_t element) { return std::binary_search(list.begin(), list.end(), element); }

/// Elements that darken the node together with the one that is taken out, or alone.
Numbers partners(const Grid& grid, const Fed& fed, std::uint32_t out, const std::map<std::uint32_t, Numbers>& darken) {
  std::optional<Numbers> all;
  for (const std::uint32_t bus : fed.buses) {
    if (holds(darken.at(bus), out)) continue;
    Numbers of_bus = grid.darken_rest(bus);
    all = all ? common(*all, of_bus) : std::move(of_bus);
  }
  return *all;
}

}  // namespace

PowerOutages power_outages(const Park& park, std::int64_t most_joint) {
  Grid grid(park);
  const std::vector<Fed> fed = fed_nodes(park);
  std::map<std::uint32_t, Numbers> darken;  // per bus that feeds somebody
  auto worth_taking_out = grid.on_cycle();
  PowerOutages outages{park.buses->size(), park.power_lines->size(), std::vector<Numbers>(grid.elements()), {}, 0};
  std::vector<Numbers> alone;  // per fed node
  for (const Fed& each : fed) {
    Numbers all;
    for (const std::uint32_t bus : each.buses) {
      const Numbers& of_bus = darken.try_emplace(bus, grid.darken(bus)).first->second;
      all = bus == each.buses.front() ? of_bus : common(all, of_bus);
    }
    for (const std::uint32_t element : all) outages.nodes_dark[element].push_back(each.node);
    for (const std::uint32_t bus : each.buses) {
      for (const std::uint32_t element : darken.at(bus))
        if (!holds(all, element)) worth_taking_out[element] = 1;
    }
    alone.push_back(std::move(all));
  }
  for (std::uint32_t first = 0; first < grid.elements(); ++first) {
    if (!worth_taking_out[first]) continue;
    grid.take_out(first);
    std::map<std::uint32_t, Numbers> found;
    for (std::size_t i = 0; i < fed.size(); ++i) {
      if (holds(alone[i], first)) continue;
      for (const std::uint32_t second : partners(grid, fed[i], first, darken)) {
        if (second > first && !holds(alone[i], second)) found[second].push_back(fed[i].node);
      }
    }
    for (auto& [second, nodes] : found) {
      if (static_cast<std::int64_t>(outages.joint.size()) < most_joint) {
        outages.joint.push_back({first, second, std::move(nodes)});
      } else {
        ++outages.joint_left_out;
      }
    }
  }
  return outages;
}

}  // namespace parktwin::wired::failures
