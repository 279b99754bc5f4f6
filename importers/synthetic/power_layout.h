#pragma once
// The grid: 110 kV infeed, 110/10 kV transformers, radial 10 kV feeders in cables along the streets, 10/0.4 kV transformers per consumer;
// PV on factory and warehouse roofs, combined heat and power, batteries.
#include <vector>

#include "importers/synthetic/draft.h"
#include "importers/synthetic/places.h"
#include "importers/synthetic/route_graph.h"

namespace parktwin::importers::synthetic {

struct PowerTables {
  std::vector<Bus> buses;
  std::vector<PowerLine> lines;
  std::vector<Transformer> transformers;
  std::vector<PowerLoad> loads;
  std::vector<Generator> generators;
  std::vector<Storage> storages;
  std::vector<Id<Bus>> supply_of_lot;  ///< low-voltage bus per lot; none for lots without consumption
  std::vector<Id<Bus>> busbars;        ///< 10 kV sections of the substation
  std::vector<Point> bus_places;       ///< plan frame, per bus
};

[[nodiscard]] PowerTables build_grid(const Draft& draft, const RouteGraph& graph, const Places& places);
/// PV, heat and power plant, batteries.
void add_generation(const Draft& draft, PowerTables& tables);
/// The nearest low-voltage bus for every node.
void supply_nodes(const Draft& draft, const PowerTables& tables, std::vector<NetworkNode>& nodes);

}  // namespace parktwin::importers::synthetic
