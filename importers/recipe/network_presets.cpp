#include "importers/recipe/network_presets.h"

#include <map>

namespace parktwin::importers {
namespace {

// Roles are free texts in NetBox; these are the usual ones. Patch panels and power strips are no nodes: they have no kind and are named.
constexpr const char* netbox_nodes = R"(
layer: devices
x: longitude
y: latitude
fields:
  id: {field: id, prefix: NB-}
  name: name
  kind:
    field: role
    lookup: {Router: core_router, Core Router: core_router, Core Switch: core_router, Distribution Switch: aggregation_switch,
             Aggregation Switch: aggregation_switch, Access Switch: access_switch, ToR Switch: access_switch, Switch: access_switch,
             Firewall: firewall, Server: server, Application Server: server, Access Point: wifi_access_point, OLT: optical_line_terminal,
             ONU: optical_network_unit, ONT: optical_network_unit, Edge Server: edge_server}
  ipv4_address: ipv4
  ipv6_address: ipv6
  operational: {when: [{if: {field: status, equals: active}, then: {constant: true}}, {if: {field: status, present: true}, then: {constant: false}}]}
)";
constexpr const char* netbox_links = R"(
layer: links
fields:
  id: {field: id, prefix: NB-C}
  from: {field: from, prefix: NB-}
  to: {field: to, prefix: NB-}
  medium:
    first:
      - {field: cable_type, lookup: {cat3: copper, cat5: copper, cat5e: copper, cat6: copper, cat6a: copper, cat7: copper, cat7a: copper,
         cat8: copper, dac-active: copper, dac-passive: copper, coaxial: copper, smf: fibre, smf-os1: fibre, smf-os2: fibre, mmf: fibre,
         mmf-om1: fibre, mmf-om2: fibre, mmf-om3: fibre, mmf-om4: fibre, mmf-om5: fibre, aoc: fibre}}
      - {when: [{if: {field: interface_type, contains: base-t}, then: {constant: copper}},
                {if: {field: interface_type, contains: base-x}, then: {constant: fibre}}], guess: true}
  rate_down_mbps: rate_mbps
  rate_up_mbps: rate_mbps
  length_m: length_m
  operational: {when: [{if: {field: status, equals: connected}, then: {constant: true}}, {if: {field: status, present: true}, then: {constant: false}}]}
)";
constexpr const char* netbox_prefixes = R"(
layer: prefixes
fields:
  id: {field: id, prefix: NB-P}
  name: role
  prefix: prefix
  kind: {when: [{if: {field: status, equals: container}, then: {constant: area}}, {if: {field: prefix, present: true}, then: {constant: segment}}]}
  parent: {field: parent, prefix: NB-P}
)";

// MATPOWER cases have no places for their buses: the recipe gives x and y, from a list of places or from the schematic plan as a guess.
constexpr const char* grid_buses = R"(
layer: buses
fields:
  id: {field: number, prefix: B-}
  name: name
  kind: kind
  nominal_kv: nominal_kv
  held_voltage_pu: held_voltage_pu
  shunt_kw: shunt_kw
  shunt_kvar: shunt_kvar
)";
constexpr const char* placed_grid_buses = R"(
layer: buses
x: x
y: y
fields:
  id: {field: number, prefix: B-}
  name: name
  kind: kind
  nominal_kv: nominal_kv
  held_voltage_pu: held_voltage_pu
  shunt_kw: shunt_kw
  shunt_kvar: shunt_kvar
)";
constexpr const char* grid_lines = R"(
layer: lines
fields:
  id: {field: number, prefix: L-}
  from: {field: from, prefix: B-}
  to: {field: to, prefix: B-}
  resistance_ohm_per_km: resistance_ohm_per_km
  reactance_ohm_per_km: reactance_ohm_per_km
  capacitance_nf_per_km: capacitance_nf_per_km
  rated_current_ka: rated_current_ka
  length_m: length_m
  operational: operational
)";
constexpr const char* grid_transformers = R"(
layer: transformers
fields:
  id: {field: number, prefix: T-}
  high: {field: high, prefix: B-}
  low: {field: low, prefix: B-}
  rated_power_mva: rated_power_mva
  short_circuit_voltage_percent: short_circuit_voltage_percent
  copper_loss_percent: copper_loss_percent
  tap_position: tap_position
  tap_step_percent: tap_step_percent
  high_rated_kv: high_rated_kv
  low_rated_kv: low_rated_kv
  phase_shift_deg: phase_shift_deg
  no_load_loss_kw: no_load_loss_kw
  no_load_current_percent: no_load_current_percent
  operational: operational
)";
constexpr const char* grid_loads = R"(
layer: loads
fields:
  id: {field: number, prefix: LD-}
  bus: {field: bus, prefix: B-}
  peak_power_kw: peak_power_kw
  power_factor: power_factor
  leading: leading
)";
constexpr const char* grid_generators = R"(
layer: generators
fields:
  id: {field: number, prefix: G-}
  name: name
  kind: kind
  bus: {field: bus, prefix: B-}
  rated_power_kw: rated_power_kw
  operational: operational
)";

// Collections of topologies say neither kinds of nodes nor media: a router and a fibre are guesses.
constexpr const char* topology_nodes = R"(
layer: nodes
x: longitude
y: latitude
fields:
  id: {field: id, prefix: N-}
  name: label
  kind: {first: [kind, {constant: core_router}]}
)";
constexpr const char* topology_links = R"(
layer: links
fields:
  id: {field: id, prefix: NL-}
  from: {field: from, prefix: N-}
  to: {field: to, prefix: N-}
  rate_down_mbps: rate_mbps
  rate_up_mbps: rate_mbps
  length_m: length_m
)";

constexpr const char* registry = R"(
fields:
  id: {first: [credit_code, {field: row, prefix: R-}]}
  name_zh: name
  sector: sector
  employees: employees
  yearly_output_cny: yearly_output_cny
  yearly_electricity_mwh: yearly_electricity_mwh
match: {name: name, address: address, parcel: parcel}
)";

std::map<std::string, const char*> grid(const char* buses) {
  return {{"buses", buses},
          {"power_lines", grid_lines},
          {"transformers", grid_transformers},
          {"power_loads", grid_loads},
          {"generators", grid_generators}};
}

const std::map<std::string, std::map<std::string, const char*>>& presets() {
  static const std::map<std::string, std::map<std::string, const char*>> all{
      {"enterprise_registry", {{"enterprises", registry}}},
      {"gml", {{"network_nodes", topology_nodes}, {"network_links", topology_links}}},
      {"graphml", {{"network_nodes", topology_nodes}, {"network_links", topology_links}}},
      {"matpower", grid(grid_buses)},
      {"pandapower", grid(placed_grid_buses)},
      {"netbox", {{"network_nodes", netbox_nodes}, {"network_links", netbox_links}, {"address_prefixes", netbox_prefixes}}}};
  return all;
}

}  // namespace

std::string format_of_preset(const std::string& preset) { return presets().contains(preset) ? preset : ""; }

std::optional<std::string> network_preset_text(const std::string& preset, const std::string& table) {
  const auto found = presets().find(preset);
  if (found == presets().end()) return std::nullopt;
  const auto text = found->second.find(table);
  if (text == found->second.end()) return std::nullopt;
  return text->second;
}

std::vector<std::string> known_network_presets() {
  std::vector<std::string> known;
  for (const auto& [preset, tables] : presets()) {
    std::string names;
    for (const auto& [table, text] : tables) names += (names.empty() ? "" : " or ") + table;
    known.push_back(preset + " for " + names);
  }
  return known;
}

}  // namespace parktwin::importers
