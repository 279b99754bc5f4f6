#pragma once
// The park of blocks with an enterprise in each of some buildings, none of them with an access.
#include "tests/engine/plan/block_park.h"

namespace parktwin::plan {

inline Park access_park(std::size_t enterprises) {
  Park park = block_park(600.0);
  std::vector<Enterprise> records;
  auto buildings = park.buildings->records();
  for (std::size_t i = 0; i < enterprises; ++i) {
    Enterprise enterprise;
    enterprise.id = "E-" + std::to_string(i);
    enterprise.name = "Works " + std::to_string(i);
    enterprise.required_availability = 0.99;
    buildings[(i * 7) % buildings.size()].enterprise = Id<Enterprise>(i);
    records.push_back(std::move(enterprise));
  }
  park.enterprises = Part<Table<Enterprise>>(Table<Enterprise>(std::move(records)));
  park.buildings = Part<Table<Building>>(Table<Building>(std::move(buildings)));
  return park;
}

/// As block_prices(); a splitter 20, a line terminal 200, a unit 5.
inline std::vector<costs::Price> access_prices() {
  auto prices = block_prices();
  const auto add = [&](const std::string& kind, double cny) {
    prices.push_back(price("add_network_node", "", 1, cny));
    prices.back().item = kind;
    prices.back().field = "kind";
    prices.back().value = kind;
  };
  add("splitter", 20);
  add("optical_line_terminal", 200);
  add("optical_network_unit", 5);
  return prices;
}

}  // namespace parktwin::plan
