#include "engine/run/communication_loads.h"

#include <cmath>
#include <map>
#include <utility>

namespace parktwin {
namespace {

/// A cell draws a + b × radiated power × load, the form of Auer et al., "How much energy is needed to run a wireless network?", IEEE
/// Wireless Communications 18(5), 2011; numbers for massive MIMO units are assumptions: 0.4 kW idle, 0.96 kW with 200 W radiated.
constexpr double idle_kw = 0.4;
constexpr double per_radiated = 2.8;

double device_kw(NodeKind kind) {
  switch (kind) {
    case NodeKind::core_router:
      return 1.2;
    case NodeKind::aggregation_switch:
      return 0.4;
    case NodeKind::access_switch:
    case NodeKind::tsn_switch:
      return 0.1;
    case NodeKind::optical_line_terminal:
      return 0.3;
    case NodeKind::firewall:
      return 0.35;
    case NodeKind::edge_server:
    case NodeKind::server:
      return 0.6;
    case NodeKind::optical_network_unit:
    case NodeKind::wifi_access_point:
      return 0.015;
    case NodeKind::radio_unit:  // counted by its cells
    case NodeKind::splitter:
    case NodeKind::end_station:
      return 0.0;
  }
  return 0.0;
}

Id<Bus> bus_of(const Park& park, const RadioSite& site) {
  return site.backhaul.valid() ? (*park.network_nodes)[site.backhaul].bus : Id<Bus>();
}

}  // namespace

std::vector<energy::loads::EquipmentLoad> communication_loads(const Park& park, const radio::Result& radio) {
  std::vector<energy::loads::EquipmentLoad> loads;
  std::vector<double> site_kw(park.radio_sites->size(), 0.0);
  for (const auto& figures : radio.cells) {
    const RadioCell& cell = (*park.radio_cells)[figures.cell];
    const double radiated_kw = std::pow(10.0, cell.transmit_power.value() / 10.0) * 1e-6;
    if (figures.on_air) site_kw[cell.site.index()] += idle_kw + per_radiated * radiated_kw * figures.load;
  }
  for (std::size_t s = 0; s < site_kw.size(); ++s) {
    const RadioSite& site = (*park.radio_sites)[Id<RadioSite>(s)];
    if (site_kw[s] > 0.0) loads.push_back({"radio site " + site.id, bus_of(park, site), site_kw[s]});
  }
  std::map<std::pair<Id<Bus>, NodeKind>, double> devices;
  for (const auto& node : *park.network_nodes) {
    if (node.operational && !node.enterprise.valid() && device_kw(node.kind) > 0.0) devices[{node.bus, node.kind}] += device_kw(node.kind);
  }
  for (const auto& [place, kw] : devices) loads.push_back({std::string(name_of(place.second)), place.first, kw});
  return loads;
}

}  // namespace parktwin
