#include "engine/criteria/plant_metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "engine/core/disjoint_sets.h"
#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

const Text no_plant = {"no enterprise has devices of production, devices of the office and production elements over 5G on record",
                       "没有企业同时登记生产网设备、办公网设备和5G联网要素"};

/// Devices of one enterprise that make things (OT), and those by which its offices are connected (IT).
struct Plant {
  std::vector<std::size_t> production;
  std::vector<std::size_t> office;
  bool has_5g_elements = false;

  [[nodiscard]] bool counts() const { return !production.empty() && !office.empty() && has_5g_elements; }
  /// Of production with the office, and of 5G with either.
  [[nodiscard]] std::size_t pairs() const { return production.size() * office.size() + production.size() + office.size(); }
};

std::vector<Plant> plants_of(const Park& park) {
  std::vector<Plant> plants(park.enterprises->size());
  for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
    const NetworkNode& node = park.network_nodes->records()[i];
    if (!node.enterprise.valid()) continue;
    Plant& plant = plants[node.enterprise.index()];
    if (node.kind == NodeKind::tsn_switch || node.kind == NodeKind::end_station) plant.production.push_back(i);
    if (node.kind == NodeKind::access_switch || node.kind == NodeKind::optical_network_unit || node.kind == NodeKind::wifi_access_point)
      plant.office.push_back(i);
  }
  for (const ConnectedAssets& assets : *park.connected_assets) {
    if (assets.bearer == AssetBearer::nr && assets.count > 0) plants[assets.enterprise.index()].has_5g_elements = true;
  }
  return plants;
}

/// Devices that working links join, directly or through others.
DisjointSets joined_devices(const Park& park) {
  DisjointSets joined(park.network_nodes->size());
  const auto& nodes = *park.network_nodes;
  for (const NetworkLink& link : *park.network_links) {
    if (link.operational && nodes[link.from].operational && nodes[link.to].operational) joined.join(link.from.index(), link.to.index());
  }
  return joined;
}

/// 5G ends in the core: it reaches what reaches the core, as long as a cell is on air.
std::vector<char> reached_over_5g(const Facts& facts) {
  std::vector<char> reached(facts.park.network_nodes->size(), 0);
  const bool on_air = std::any_of(facts.results.radio.cells.begin(), facts.results.radio.cells.end(), [&](const auto& figures) {
    return figures.on_air && (*facts.park.radio_cells)[figures.cell].access == RadioAccess::nr;
  });
  for (const auto& reach : facts.results.wired.topology.nodes) reached[reach.node.index()] = on_air && reach.reachable ? 1 : 0;
  return reached;
}

Text text_of(const Park& park, std::size_t enterprise, std::size_t found, std::size_t pairs) {
  return named(label(park.enterprises->records()[enterprise]),
               {fmt::format("{} of {} pairs of networks' devices reach each other", found, pairs),
                fmt::format("{} 对网络设备中 {} 对可互通", pairs, found)});
}

/// The direction is about one factory: the plant with the largest share stands for the park, of equal ones that with more pairs.
Measurement best_plant(const Facts& facts, const Rule&) {
  const std::vector<Plant> plants = plants_of(facts.park);
  const auto over_5g = reached_over_5g(facts);
  DisjointSets joined = joined_devices(facts.park);
  struct Best {
    std::size_t enterprise = 0;
    std::size_t found = 0;
    std::size_t pairs = 0;
  };
  std::optional<Best> best;
  std::vector<Shortfall> shortfalls;
  for (std::size_t e = 0; e < plants.size(); ++e) {
    const Plant& plant = plants[e];
    if (!plant.counts()) continue;
    std::size_t found = 0;
    for (const auto* devices : {&plant.production, &plant.office}) {
      for (const std::size_t device : *devices) found += over_5g[device] != 0 ? 1 : 0;
    }
    for (const std::size_t device : plant.production) {
      found += static_cast<std::size_t>(
          std::count_if(plant.office.begin(), plant.office.end(), [&](std::size_t office) { return joined.joined(device, office); }));
    }
    const std::size_t pairs = plant.pairs();
    if (found < pairs) shortfalls.push_back({static_cast<double>(pairs - found), text_of(facts.park, e, found, pairs)});
    const bool better =
        !best || found * best->pairs > best->found * pairs || (found * best->pairs == best->found * pairs && pairs > best->pairs);
    if (better) best = Best{e, found, pairs};
  }
  if (!best) return not_measured(no_plant.en, no_plant.zh);
  Measurement measurement = share(static_cast<double>(best->found), static_cast<double>(best->pairs), no_plant);
  measurement.subject = label(facts.park.enterprises->records()[best->enterprise]).en;
  measurement.where = largest_first(std::move(shortfalls));
  return measurement;
}

}  // namespace

std::vector<Metric> plant_metrics() { return {{"plants.best_interconnected", MetricKind::share, Origin::simulated, {}, best_plant}}; }

}  // namespace parktwin::criteria
