#pragma once
// A park of blocks for plans: buildings of 40 m × 30 m and 12 m height every 100 m, one tower, a road along the middle, a router at its
// west end.
#include <string>

#include "engine/criteria/pack.h"
#include "engine/park/park.h"
#include "engine/scenario/cost/price.h"

namespace parktwin::plan {

inline Polygon rectangle(double west, double south, double width, double depth) {
  return {{{west, south}, {west + width, south}, {west + width, south + depth}, {west, south + depth}}, {}};
}

inline Park block_park(double side_m) {
  Park park;
  Site site = *park.site;
  site.name = "Blocks";
  site.crs = "EPSG:4549";
  site.boundary.polygons = {rectangle(0, 0, side_m, side_m)};
  park.site = Part<Site>(site);
  std::vector<Building> buildings;
  for (double y = 20; y + 30 < side_m; y += 100) {
    for (double x = 30; x + 40 < side_m; x += 100) {
      Building building;
      building.id = "B-" + std::to_string(buildings.size());
      building.footprint = rectangle(x, y, 40, 30);
      building.height = Metres(buildings.size() == 3 ? 40.0 : 12.0);
      buildings.push_back(std::move(building));
    }
  }
  park.buildings = Part<Table<Building>>(Table<Building>(std::move(buildings)));
  Road road;
  road.id = "R-1";
  road.width = Metres(10.0);
  road.path.points = {{0, 0.5 * side_m - 20}, {side_m, 0.5 * side_m - 20}};
  park.roads = Part<Table<Road>>(Table<Road>({road}));
  Zone zone;
  zone.id = "Z-1";
  zone.kind = ZoneKind::road;
  zone.shape.polygons = {rectangle(0, 0.5 * side_m - 25, side_m, 10)};
  park.zones = Part<Table<Zone>>(Table<Zone>({zone}));
  NetworkNode router;
  router.id = "N-1";
  router.kind = NodeKind::core_router;
  router.ipv6_address = "2001:db8::1";
  router.position = {5, 0.5 * side_m - 20};
  park.network_nodes = Part<Table<NetworkNode>>(Table<NetworkNode>({router}));
  return park;
}

inline criteria::Clause coverage_clause(const std::string& id, const std::string& metric, double percent) {
  criteria::Clause clause;
  clause.id = id;
  clause.kind = criteria::ClauseKind::number;
  clause.comparator = criteria::Comparator::at_least;
  clause.threshold = percent;
  clause.unit = "%";
  clause.metric = metric;
  clause.modes = {criteria::Origin::simulated};
  return clause;
}

inline criteria::Pack coverage_pack(double park_percent, double public_percent) {
  criteria::Pack pack;
  pack.name = "coverage";
  pack.clauses = {coverage_clause("X-1", "radio.park", park_percent), coverage_clause("X-2", "public.any_access", public_percent)};
  return pack;
}

inline costs::Price price(const std::string& change, const std::string& measure, double per, double cny) {
  costs::Price price;
  price.item = change;
  price.change = change;
  price.measure = measure;
  price.per = per;
  price.unit = "unit";
  price.capital_low_cny = price.capital_likely_cny = price.capital_high_cny = cny;
  return price;
}

/// Whole sums: a site 100, a cell 10, a kilometre of duct 1000, of cable 500, everything else nothing.
inline std::vector<costs::Price> block_prices() {
  return {price("add_radio_site", "", 1, 100),       price("add_radio_cell", "", 1, 10), price("add_duct", "path", 1000, 1000),
          price("add_cable", "length_m", 1000, 500), price("add_antenna", "", 1, 0),     price("add_network_link", "", 1, 0)};
}

}  // namespace parktwin::plan
