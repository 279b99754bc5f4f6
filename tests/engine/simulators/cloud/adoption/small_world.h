#pragma once
// Parks of enterprises in a row, 100 m apart, for tests of adoption.
#include <string>
#include <utility>
#include <vector>

#include "engine/park/park.h"

namespace parktwin::cloud::adoption {

inline std::vector<Enterprise> enterprises_in_a_row(std::size_t count, std::size_t adopters) {
  std::vector<Enterprise> made(count);
  for (std::size_t i = 0; i < count; ++i) {
    made[i].id = "E" + std::to_string(i);
    made[i].sector = static_cast<Sector>(i % 15);
    made[i].employees = 10 + static_cast<std::int32_t>(37 * i % 900);
    if (i * adopters / count == (i + 1) * adopters / count) continue;  // spread evenly
    made[i].cloud_level = static_cast<CloudLevel>(1 + i % 4);
    made[i].cloud_kind = CloudKind::public_cloud;
    made[i].cloud_since_year = 2016 + static_cast<std::int32_t>(i % 10);
  }
  return made;
}

inline Park world(std::vector<Enterprise> enterprises) {
  std::vector<Building> buildings(enterprises.size());
  for (std::size_t i = 0; i < buildings.size(); ++i) {
    const double x = 100.0 * static_cast<double>(i);
    buildings[i].id = "B" + std::to_string(i);
    buildings[i].enterprise = Id<Enterprise>(i);
    buildings[i].footprint = {{{x, 0}, {x + 10, 0}, {x + 10, 10}, {x, 10}}, {}};
  }
  Park park;
  Site site;
  site.data_date = "2026-01-01";
  park.site = Part(std::move(site));
  park.enterprises = Part(Table(std::move(enterprises)));
  park.buildings = Part(Table(std::move(buildings)));
  return park;
}

inline Park world(std::size_t count, std::size_t adopters) { return world(enterprises_in_a_row(count, adopters)); }

struct Trade {
  std::size_t supplier;
  std::size_t customer;
  double weight = 1.0;
  bool supplier_first = false;
};

inline void add_trades(Park& park, const std::vector<Trade>& trades) {
  std::vector<SupplyLink> links;
  for (const Trade& trade : trades) {
    links.push_back({"SL" + std::to_string(links.size()), Id<Enterprise>(trade.supplier), Id<Enterprise>(trade.customer), trade.weight,
                     trade.supplier_first});
  }
  park.supply_links = Part(Table(std::move(links)));
}

inline CloudPolicy policy(CloudPolicyKind kind, double strength) {
  CloudPolicy made;
  made.id = std::string(name_of(kind));
  made.kind = kind;
  made.strength = strength;
  made.start_year = 2026;
  return made;
}

inline void set_policies(Park& park, std::vector<CloudPolicy> policies) { park.cloud_policies = Part(Table(std::move(policies))); }

}  // namespace parktwin::cloud::adoption
