#include "engine/plan/radio/equipment.h"

#include <fmt/format.h>

#include <algorithm>

namespace parktwin::plan {
namespace {

constexpr double backhaul_mbps = 10000.0;

template <class T>
bool any_begins_with(const Table<T>& table, const std::string& prefix) {
  return std::any_of(table.begin(), table.end(), [&](const T& record) { return record.id.starts_with(prefix); });
}

std::string quoted(const std::string& id) { return "\"" + id + "\""; }

std::string backhaul_text(const Park& park, const PlannedSite& site, std::size_t number, const PlannedIds& ids) {
  const Backhaul& way = *site.backhaul;
  const std::string address = site.unit_address.empty() ? "" : fmt::format(", ipv6_address: \"{}\"", site.unit_address);
  const std::string building =
      site.place.building.valid() ? fmt::format(", building: {}", quoted((*park.buildings)[site.place.building].id)) : "";
  std::string text;
  text += fmt::format("  - add_network_node: {{id: {}, name: Planned radio unit {}, kind: radio_unit{}, position: [{}, {}]{}}}\n",
                      ids.node(number), number, building, site.place.position.x, site.place.position.y, address);
  text += fmt::format(
      "  - add_network_link: {{id: {}, from: {}, to: {}, medium: fibre, rate_down_mbps: {}, rate_up_mbps: {}, length_m: {:.2f}, cable: "
      "{}}}\n",
      ids.link(number), quoted((*park.network_nodes)[way.node].id), ids.node(number), backhaul_mbps, backhaul_mbps, way.length_m,
      ids.cable(number));
  return text;
}

}  // namespace

PlannedIds::PlannedIds(const Park& park) : prefix_("P-") {
  const auto taken = [&] {
    return any_begins_with(*park.radio_sites, prefix_) || any_begins_with(*park.radio_cells, prefix_) ||
           any_begins_with(*park.antennas, prefix_) || any_begins_with(*park.network_nodes, prefix_) ||
           any_begins_with(*park.network_links, prefix_) || any_begins_with(*park.ducts, prefix_) || any_begins_with(*park.cables, prefix_);
  };
  while (taken()) prefix_.insert(0, "P");
}

std::string PlannedIds::of(const char* letter, std::size_t number) const { return fmt::format("{}{}-{:03}", prefix_, letter, number); }

std::string PlannedIds::cell(std::size_t number, std::size_t sector) const { return fmt::format("{}-{}", site(number), sector + 1); }

FibreIds PlannedIds::fibre() const {
  return {[this](std::size_t number) { return duct(number); }, [this](std::size_t number) { return cable(number); }};
}

Antenna panel_antenna(const PlannedIds& ids) {
  Antenna antenna;
  antenna.id = ids.antenna();
  return antenna;
}

RadioSite radio_site(const PlannedSite& site, std::size_t number, const PlannedIds& ids) {
  RadioSite record;
  record.id = ids.site(number);
  record.height = site.place.height;
  record.building = site.place.building;
  record.position = site.place.position;
  return record;
}

std::vector<RadioCell> radio_cells(const PlannedSite& site, std::size_t number, const PlannedIds& ids, const PlanOptions& options) {
  std::vector<RadioCell> cells;
  for (std::size_t i = 0; i < sectors; ++i) {
    RadioCell cell;
    cell.id = ids.cell(number, i);
    cell.azimuth = Degrees(site.sector[i].azimuth_deg);
    cell.electrical_downtilt = Degrees(site.sector[i].downtilt_deg);
    cell.frequency = options.frequency;
    cell.bandwidth = options.bandwidth;
    cell.transmit_power = options.transmit_power;
    cell.load = options.load;
    cells.push_back(std::move(cell));
  }
  return cells;
}

std::string antenna_text(const PlannedIds& ids, const PlanOptions& options) {
  return options.antenna.empty() ? fmt::format("  - add_antenna: {{id: {}}}\n", ids.antenna()) : "";
}

std::string changes_text(const Park& park, const PlannedSite& site, std::size_t number, const PlannedIds& ids, const PlanOptions& options) {
  std::string text;
  if (site.backhaul) text += backhaul_text(park, site, number, ids);
  const std::string building =
      site.place.building.valid() ? fmt::format(", building: {}", quoted((*park.buildings)[site.place.building].id)) : "";
  const std::string backhaul = site.backhaul ? fmt::format(", backhaul: {}", ids.node(number)) : "";
  text += fmt::format("  - add_radio_site: {{id: {}, name: Planned site {}, name_zh: 规划站点{}, height_m: {}, position: [{}, {}]{}{}}}\n",
                      ids.site(number), number, number, site.place.height.value(), site.place.position.x, site.place.position.y, building,
                      backhaul);
  const std::string antenna = options.antenna.empty() ? ids.antenna() : quoted(options.antenna);
  for (std::size_t i = 0; i < sectors; ++i) {
    text += fmt::format(
        "  - add_radio_cell: {{id: {}, site: {}, antenna: {}, azimuth_deg: {}, electrical_downtilt_deg: {}, frequency_hz: {}, "
        "bandwidth_hz: "
        "{}, transmit_power_dbm: {}, load: {}}}\n",
        ids.cell(number, i), ids.site(number), antenna, site.sector[i].azimuth_deg, site.sector[i].downtilt_deg, options.frequency.value(),
        options.bandwidth.value(), options.transmit_power.value(), options.load);
  }
  return text;
}

}  // namespace parktwin::plan
