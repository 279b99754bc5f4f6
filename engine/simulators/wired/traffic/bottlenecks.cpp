#include "engine/simulators/wired/traffic/bottlenecks.h"

#include <algorithm>
#include <map>

namespace parktwin::wired::traffic {
namespace {

/// Share of what each node sends by the route that crosses the arc.
std::vector<double> crossing_shares(const Network& network, const Route& route, std::uint32_t arc) {
  std::vector<double> shares(network.size(), 0.0);
  for (const std::uint32_t node : route.order) {
    const auto next = route.next_of(node);
    for (const std::uint32_t number : next) {
      shares[node] += (number == arc ? 1.0 : shares[network.arcs[number].to]) / static_cast<double>(next.size());
    }
  }
  return shares;
}

struct Crosser {
  std::size_t flow = 0;
  bool up = true;
  double load_mbit_s = 0.0;
};

class Finder {
 public:
  Finder(const std::vector<Flow>& flows, const Carriage& carriage) : flows_(flows), carriage_(carriage) {}

  Overloads run() {
    const auto& network = carriage_.network;
    std::vector<std::pair<double, std::uint32_t>> over;
    for (std::uint32_t arc = 0; arc < network.arcs.size(); ++arc) {
      const double by = carriage_.loads.total_mbit_s[arc] - limit(arc);
      if (by > 0.0 && network.arcs[arc].rate_mbit_s > 0.0) over.emplace_back(-by, arc);
    }
    std::sort(over.begin(), over.end());
    Overloads found;
    for (const auto& [by, arc] : over) {
      found.bottlenecks.push_back(bottleneck(arc));
      const auto parts = crossings(arc);
      found.crossings.insert(found.crossings.end(), parts.begin(), parts.end());
    }
    return found;
  }

 private:
  [[nodiscard]] double limit(std::uint32_t arc) const {
    return carriage_.network.arcs[arc].rate_mbit_s * carriage_.options.bottleneck_utilisation;
  }

  [[nodiscard]] static Way way_of(std::uint32_t arc) { return arc % 2 == 0 ? Way::outwards : Way::inwards; }

  [[nodiscard]] std::vector<Crossing> crossings(std::uint32_t arc) const {
    std::vector<Crossing> parts;
    for (std::size_t source = 0; source < class_count; ++source) {
      const double load = carriage_.loads.by_class[arc][source];
      if (load > 0.0) parts.push_back({Id<NetworkLink>(arc / 2), way_of(arc), static_cast<SourceClass>(source), load});
    }
    std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.load_mbit_s > b.load_mbit_s; });
    return parts;
  }

  /// Flows across the arc, largest first; from devices and back to them apart.
  [[nodiscard]] std::vector<Crosser> crossers(std::uint32_t arc) const {
    const Targets& targets = carriage_.targets;
    std::vector<std::vector<double>> up;
    std::vector<std::vector<double>> down;
    for (const Target& target : targets.all) {
      up.push_back(crossing_shares(carriage_.network, target.route, arc));
      down.push_back(crossing_shares(carriage_.network, target.route, reverse_of(arc)));
    }
    std::vector<Crosser> found;
    for (std::size_t i = 0; i < flows_.size(); ++i) {
      const Flow& flow = flows_[i];
      if (!flow.node.valid()) continue;
      const std::size_t to = targets.of_class[static_cast<std::size_t>(flow.source)];
      const double up_load = up[to][flow.node.index()] * flow.up_mbit_s * carriage_.cells.service_of(flow).passed_up;
      const double down_load = down[to][flow.node.index()] * flow.down_mbit_s;
      if (up_load > 0.0) found.push_back({i, true, up_load});
      if (down_load > 0.0) found.push_back({i, false, down_load});
    }
    std::stable_sort(found.begin(), found.end(), [](const Crosser& a, const Crosser& b) { return a.load_mbit_s > b.load_mbit_s; });
    return found;
  }

  [[nodiscard]] double relief(std::uint32_t arc, const std::vector<Crosser>& crossing, double over_mbit_s) const {
    std::vector<double> room(carriage_.network.arcs.size());
    for (std::uint32_t i = 0; i < room.size(); ++i) room[i] = limit(i) - carriage_.loads.total_mbit_s[i];
    std::map<std::tuple<std::size_t, std::size_t, bool>, std::vector<std::vector<std::uint32_t>>> known;
    double moved = 0.0;
    for (const Crosser& crosser : crossing) {
      if (moved >= over_mbit_s) break;
      const Flow& flow = flows_[crosser.flow];
      const std::size_t to = carriage_.targets.of_class[static_cast<std::size_t>(flow.source)];
      const auto [place, added] = known.try_emplace({flow.node.index(), to, crosser.up});
      if (added) {
        place->second = shortest_paths(carriage_.network, static_cast<std::uint32_t>(flow.node.index()), carriage_.targets.all[to].sinks,
                                       static_cast<std::size_t>(carriage_.options.alternative_paths), crosser.up ? arc : reverse_of(arc));
      }
      const auto number = [&](std::uint32_t on_path) { return crosser.up ? on_path : reverse_of(on_path); };
      const auto fits = std::find_if(place->second.begin(), place->second.end(), [&](const auto& path) {
        return std::all_of(path.begin(), path.end(), [&](std::uint32_t i) { return room[number(i)] >= crosser.load_mbit_s; });
      });
      if (fits == place->second.end()) continue;
      for (const std::uint32_t i : *fits) room[number(i)] -= crosser.load_mbit_s;
      moved += crosser.load_mbit_s;
    }
    return moved;
  }

  [[nodiscard]] Bottleneck bottleneck(std::uint32_t arc) const {
    Bottleneck found;
    found.link = Id<NetworkLink>(arc / 2);
    found.way = way_of(arc);
    found.load_mbit_s = carriage_.loads.total_mbit_s[arc];
    found.rate_mbit_s = carriage_.network.arcs[arc].rate_mbit_s;
    found.utilisation = found.load_mbit_s / found.rate_mbit_s;
    found.over_mbit_s = found.load_mbit_s - limit(arc);
    const auto crossing = crossers(arc);
    found.flows = static_cast<std::int32_t>(crossing.size());
    for (const Crosser& crosser : crossing) {
      const Id<Enterprise> whose = flows_[crosser.flow].enterprise;
      if (whose.valid()) found.enterprises.push_back(whose);
    }
    std::sort(found.enterprises.begin(), found.enterprises.end());
    found.enterprises.erase(std::unique(found.enterprises.begin(), found.enterprises.end()), found.enterprises.end());
    found.relief_mbit_s = relief(arc, crossing, found.over_mbit_s);
    return found;
  }

  const std::vector<Flow>& flows_;
  const Carriage& carriage_;
};

}  // namespace

Overloads overloads(const std::vector<Flow>& flows, const Carriage& carriage) { return Finder(flows, carriage).run(); }

}  // namespace parktwin::wired::traffic
