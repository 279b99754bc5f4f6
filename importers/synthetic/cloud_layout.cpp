#include "importers/synthetic/cloud_layout.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "importers/synthetic/draft.h"
#include "importers/synthetic/draws.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr double first_share = 0.04;            ///< of the links: the customer waits for its supplier
constexpr double employees_per_server = 600.0;  ///< of all enterprises of the park
constexpr double storage_tb_per_employee = 0.02;
constexpr std::int32_t servers_per_rack = 16;

/// Sectors whose products go into those of the other: parts, materials, software and transport.
bool may_supply(Sector supplier, Sector customer) {
  switch (supplier) {
    case Sector::software:
    case Sector::logistics:
      return customer != supplier;
    case Sector::metal_products:
      return customer == Sector::machinery || customer == Sector::automotive || customer == Sector::energy;
    case Sector::new_materials:
      return customer == Sector::electronics || customer == Sector::automotive || customer == Sector::textiles;
    case Sector::electronics:
      return customer == Sector::machinery || customer == Sector::automotive || customer == Sector::electronics;
    case Sector::chemicals:
      return customer == Sector::new_materials || customer == Sector::pharmaceuticals || customer == Sector::textiles;
    case Sector::machinery:
      return customer == Sector::automotive || customer == Sector::food || customer == Sector::machinery;
    case Sector::research:
      return customer == Sector::pharmaceuticals || customer == Sector::new_materials;
    default:
      return false;
  }
}

std::vector<SupplyLink> draw_chains(std::uint64_t seed, const std::vector<Enterprise>& enterprises) {
  std::vector<SupplyLink> links;
  for (std::size_t customer = 0; customer < enterprises.size(); ++customer) {
    std::vector<std::size_t> candidates;
    for (std::size_t i = 0; i < enterprises.size(); ++i) {
      if (i != customer && may_supply(enterprises[i].sector, enterprises[customer].sector)) candidates.push_back(i);
    }
    if (candidates.empty()) continue;
    Draws draws(seed, Topic::clouds, customer);
    std::set<std::size_t> chosen;
    for (int wanted = draws.whole(0, 3); wanted > 0; --wanted) chosen.insert(draws.pick(candidates));
    for (const std::size_t supplier : chosen) {
      SupplyLink link;
      link.id = numbered("SL", links.size() + 1);
      link.supplier = Id<Enterprise>(supplier);
      link.customer = Id<Enterprise>(customer);
      link.weight = std::round(10.0 * draws.between(0.2, 2.0)) / 10.0;
      // Only along the order of the table, so that nobody waits in a circle.
      link.supplier_first = draws.chance(first_share) && supplier < customer;
      links.push_back(std::move(link));
    }
  }
  return links;
}

}  // namespace

CloudTables build_cloud(std::uint64_t seed, const std::vector<Enterprise>& enterprises, const std::vector<NetworkNode>& nodes) {
  CloudTables tables;
  tables.supply_links = draw_chains(seed, enterprises);
  const auto fabric = std::find_if(nodes.begin(), nodes.end(), [](const NetworkNode& node) { return node.name == "Data centre switch"; });
  if (fabric == nodes.end()) return tables;
  double employees = 0.0;
  for (const auto& enterprise : enterprises) employees += enterprise.employees;
  DataCentre centre;
  centre.id = numbered("DC", 1);
  centre.name = "Public data centre";
  centre.name_zh = "园区公共数据中心";
  centre.node = Id<NetworkNode>(static_cast<std::size_t>(fabric - nodes.begin()));
  centre.bus = fabric->bus;
  centre.servers = 2 + static_cast<std::int32_t>(std::ceil(employees / employees_per_server));
  centre.racks = (centre.servers + servers_per_rack - 1) / servers_per_rack;
  centre.rack_power = Kilowatts(8.0);
  centre.storage_tb = std::max(20.0, rounded(employees * storage_tb_per_employee, 10.0));
  centre.uplink = MegabitsPerSecond(40000.0);
  tables.data_centres.push_back(std::move(centre));
  return tables;
}

}  // namespace parktwin::importers::synthetic
