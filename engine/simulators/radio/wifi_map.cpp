#include "engine/simulators/radio/wifi_map.h"

#include <fmt/format.h>

#include <limits>

#include "engine/core/parallel.h"
#include "engine/simulators/radio/carrier.h"
#include "engine/simulators/radio/mast_geometry.h"
#include "engine/simulators/radio/row_evaluator.h"
#include "engine/simulators/radio/wifi/wifi_rate.h"

namespace parktwin::radio {
namespace {

// A beacon channel as a carrier that the radio map knows; its subcarriers only share the power out and are summed again.
constexpr Hertz channel_width = megahertz(20.0);
constexpr Hertz channel_spacing = Hertz(30e3);
constexpr std::size_t rows_per_chunk = 16;

Antenna isotropic_antenna() {
  Antenna antenna;
  antenna.id = "isotropic";
  antenna.omnidirectional = true;
  antenna.measured_gain = Decibel(0.0);
  antenna.horizontal_cut_db.assign(cut_values, 0.0);
  antenna.vertical_cut_db.assign(cut_values, 0.0);
  return antenna;
}

Id<Building> building_around(const Park& park, const Grid<SurfaceCell>& surface, const NetworkNode& node) {
  const auto surrounds = [&](Id<Building> id) { return contains((*park.buildings)[id].footprint, node.position); };
  if (node.building.valid() && surrounds(node.building)) return node.building;
  const std::int32_t column = surface.frame.column_of(node.position.x);
  const std::int32_t row = surface.frame.row_of(node.position.y);
  if (!surface.frame.holds(column, row) || surface.at(column, row).building == no_building) return {};
  const Id<Building> under(static_cast<std::size_t>(surface.at(column, row).building));
  return surrounds(under) ? under : Id<Building>{};
}

// The park with its access points as radio sites of one cell each, in the order of `nodes`.
Park with_access_points(const Park& park, const Grid<SurfaceCell>& surface, const std::vector<Id<NetworkNode>>& nodes) {
  std::vector<RadioSite> sites;
  std::vector<RadioCell> cells;
  for (const auto id : nodes) {
    const NetworkNode& node = (*park.network_nodes)[id];
    RadioSite site;
    site.id = node.id;
    site.position = node.position;
    site.height = node.height;
    site.building = building_around(park, surface, node);
    site.inside = site.building.valid();
    RadioCell cell;
    cell.id = node.id;
    cell.site = Id<RadioSite>(sites.size());
    cell.antenna = Id<Antenna>(0);
    cell.electrical_downtilt = Degrees(0.0);
    cell.frequency = node.frequency;
    cell.bandwidth = channel_width;
    cell.subcarrier_spacing = channel_spacing;
    cell.transmit_power = node.eirp;
    sites.push_back(std::move(site));
    cells.push_back(std::move(cell));
  }
  Park changed = park;
  changed.antennas = Part(Table(std::vector<Antenna>{isotropic_antenna()}));
  changed.radio_sites = Part(Table(std::move(sites)));
  changed.radio_cells = Part(Table(std::move(cells)));
  return changed;
}

// The strongest per cell, of equal ones the first; rows in parallel.
void put_levels(const Scene& scene, const Grid<std::uint8_t>& place, wifi::Result& result) {
  const GridFrame& frame = place.frame;
  result.level_dbm = Grid<float>(frame, std::numeric_limits<float>::quiet_NaN());
  result.access_point = Grid<std::uint16_t>(frame, wifi::no_access_point);
  const Carrier channel = scene.transmitters.carriers.front();  // all are as wide
  const auto whole_db = static_cast<float>((Dbm(0.0) - power_per_resource_element(Dbm(0.0), channel)).value());
  parallel_chunks(static_cast<std::size_t>(frame.rows), rows_per_chunk, [&](std::size_t begin, std::size_t end) {
    RowEvaluator evaluator(scene);
    for (auto row = static_cast<std::int32_t>(begin); row < static_cast<std::int32_t>(end); ++row) {
      evaluator.begin_row(row, 0, frame.columns);
      for (std::size_t mast = 0; mast < scene.transmitters.masts.size(); ++mast) {
        const std::size_t count = evaluator.begin_mast(mast);
        if (count == 0) continue;
        const Transmitter& transmitter = scene.transmitters.masts[mast].transmitters.front();
        const auto levels = evaluator.levels(transmitter);
        const std::size_t start = frame.index(0, row) + evaluator.first_reached();
        for (std::size_t i = 0; i < count; ++i) {
          const std::size_t at = start + i;
          if (place.values[at] == static_cast<std::uint8_t>(Place::outside)) continue;
          const float level_dbm = levels[i] + whole_db;
          if (result.access_point.values[at] != wifi::no_access_point && level_dbm <= result.level_dbm.values[at]) continue;
          result.level_dbm.values[at] = level_dbm;
          result.access_point.values[at] = transmitter.cell;
        }
      }
    }
  });
}

void put_figures(const Park& park, wifi::Result& result) {
  std::vector<std::size_t> counts(result.access_points.size());
  for (std::size_t i = 0; i < result.level_dbm.values.size(); ++i) {
    const std::uint16_t server = result.access_point.values[i];
    const auto level_dbm = static_cast<double>(result.level_dbm.values[i]);
    if (server == wifi::no_access_point || level_dbm < wifi::served_level.value()) continue;
    auto& figures = result.access_points[server];
    figures.mean_level_dbm += level_dbm;
    figures.mean_rate_mbps += wifi::rate_at((*park.network_nodes)[figures.node].wifi_generation, Dbm(level_dbm)).value();
    ++counts[server];
  }
  const double side_m = result.level_dbm.frame.cell_size;
  for (std::size_t k = 0; k < counts.size(); ++k) {
    if (counts[k] == 0) continue;
    auto& figures = result.access_points[k];
    const auto count = static_cast<double>(counts[k]);
    figures.served_area_m2 = count * side_m * side_m;
    figures.mean_level_dbm /= count;
    figures.mean_rate_mbps /= count;
  }
}

void put_notes(const Park& park, const std::vector<Mast>& masts, wifi::Result& result) {
  std::size_t inside = 0;
  for (const auto& mast : masts) inside += mast.hall ? 1 : 0;
  result.notes.push_back({NoteKind::information, "Wi-Fi access points",
                          fmt::format("{} in service, of them {} inside buildings. Median levels of the beacon; interference and the "
                                      "devices' own transmitters are left out.",
                                      masts.size(), inside)});
  if (inside > 0) {
    result.notes.push_back({NoteKind::assumption, "Wi-Fi access points inside buildings",
                            "They are taken as hanging on the ground floor: the map is of devices there. Levels outside their building "
                            "follow the indoor law and walls up to 100 m, and are rather high."});
  }
  const auto in_limited_band = [](Hertz frequency) { return frequency >= gigahertz(5.15) && frequency <= gigahertz(5.35); };
  for (const auto& figures : result.access_points) {
    const NetworkNode& node = (*park.network_nodes)[figures.node];
    if (!in_limited_band(node.frequency) || node.eirp <= NetworkNode{}.eirp) continue;
    result.notes.push_back(
        {NoteKind::warning, "network node " + node.id,
         fmt::format("Its EIRP of {:.1f} dBm is above 23 dBm (200 mW), China's limit from 5.15 to 5.35 GHz.", node.eirp.value())});
  }
}

}  // namespace

wifi::Result map_wifi(const Park& park, const Options& options, const Obstacles& obstacles, const Grid<std::uint8_t>& place,
                      const GroundKeys& ground, GeometryCache& cache) {
  std::vector<Id<NetworkNode>> nodes;
  for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
    const NetworkNode& node = park.network_nodes->records()[i];
    if (node.kind == NodeKind::wifi_access_point && node.operational) nodes.emplace_back(i);
  }
  wifi::Result result;
  if (nodes.empty()) return result;
  PARKTWIN_CHECK(nodes.size() < wifi::no_access_point, "more access points than a map can name");
  const Park as_radio = with_access_points(park, obstacles.surface, nodes);
  Options used = options;
  used.maximum_distance = options.wifi.reach;
  used.shadow_fading = false;
  const std::vector<std::uint8_t> connected(nodes.size(), 1);
  PatternCache patterns;
  Scene scene = make_scene(as_radio, used, obstacles,
                           list_transmitters(as_radio, obstacles.surface, connected, used.receiver_height, patterns), 0, nullptr);
  Progress progress;
  put_geometries(scene, ground, cache, progress);
  put_levels(scene, place, result);
  for (const auto id : nodes) result.access_points.push_back({.node = id});
  put_figures(park, result);
  put_notes(park, scene.transmitters.masts, result);
  return result;
}

}  // namespace parktwin::radio
