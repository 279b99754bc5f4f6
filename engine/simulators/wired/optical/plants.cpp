#include "engine/simulators/wired/optical/plants.h"

#include <fmt/format.h>

#include <algorithm>

namespace parktwin::wired::optical {
namespace {

bool is_production(const NetworkNode& node) {
  return node.operational && node.enterprise.valid() && (node.kind == NodeKind::tsn_switch || node.kind == NodeKind::end_station);
}

/// Walks outwards over active links in service, within one enterprise.
class Behind {
 public:
  explicit Behind(const Park& park) : park_(park), out_of_(park.network_nodes->size()) {
    for (const NetworkLink& link : *park.network_links) {
      if (link.operational && link.medium != LinkMedium::passive_optical) out_of_[link.from.index()].push_back(link.to);
    }
  }

  /// Production nodes of the unit's enterprise behind it.
  [[nodiscard]] std::vector<Id<NetworkNode>> production(Id<NetworkNode> unit) const {
    const Id<Enterprise> enterprise = node(unit).enterprise;
    std::vector<Id<NetworkNode>> reached{unit};
    std::vector<Id<NetworkNode>> found;
    for (std::size_t i = 0; i < reached.size(); ++i) {
      for (const Id<NetworkNode> next : out_of_[reached[i].index()]) {
        if (node(next).enterprise != enterprise || !node(next).operational) continue;
        if (std::find(reached.begin(), reached.end(), next) != reached.end()) continue;
        reached.push_back(next);
        if (is_production(node(next))) found.push_back(next);
      }
    }
    return found;
  }

 private:
  [[nodiscard]] const NetworkNode& node(Id<NetworkNode> id) const { return (*park_.network_nodes)[id]; }

  const Park& park_;
  std::vector<std::vector<Id<NetworkNode>>> out_of_;
};

void add_unit(PlantNetwork& plant, const UnitBudget& budget, const std::vector<UnitProtection>& protections) {
  plant.units.push_back(budget.unit);
  if (budget.state == BudgetState::met) ++plant.units_met;
  if (budget.state != BudgetState::no_route) {
    plant.fibre_m = std::max(plant.fibre_m, budget.length_m);
    plant.propagation_us = fibre_us_per_km * plant.fibre_m / 1000.0;
    plant.upstream_us = frame_us + plant.propagation_us;
  }
  const auto found = std::find_if(protections.begin(), protections.end(),
                                  [&](const UnitProtection& protection) { return protection.unit == budget.unit; });
  if (found == protections.end()) return;
  ++plant.units_protected;
  if (found->separation == Separation::apart) ++plant.units_apart;
}

}  // namespace

std::vector<PlantNetwork> plant_networks(const Park& park, const std::vector<UnitBudget>& budgets,
                                         const std::vector<UnitProtection>& protections) {
  std::vector<PlantNetwork> of_enterprise(park.enterprises->size());
  for (const NetworkNode& node : *park.network_nodes) {
    if (is_production(node)) ++of_enterprise[node.enterprise.index()].production_nodes;
  }
  const Behind behind(park);
  std::vector<std::uint8_t> lit(park.network_nodes->size(), 0);
  for (const UnitBudget& budget : budgets) {
    const Id<Enterprise> enterprise = (*park.network_nodes)[budget.unit].enterprise;
    if (!enterprise.valid()) continue;
    const auto production = behind.production(budget.unit);
    if (production.empty()) continue;
    add_unit(of_enterprise[enterprise.index()], budget, protections);
    if (budget.state != BudgetState::met) continue;
    for (const Id<NetworkNode> node : production) lit[node.index()] = 1;
  }
  for (std::size_t i = 0; i < lit.size(); ++i) {
    if (lit[i]) ++of_enterprise[park.network_nodes->records()[i].enterprise.index()].on_optical;
  }
  std::vector<PlantNetwork> plants;
  for (std::size_t i = 0; i < of_enterprise.size(); ++i) {
    if (of_enterprise[i].production_nodes == 0) continue;
    of_enterprise[i].enterprise = Id<Enterprise>(i);
    plants.push_back(std::move(of_enterprise[i]));
  }
  return plants;
}

std::vector<Note> notes_on(const std::vector<PlantNetwork>& plants) {
  if (plants.empty()) return {};
  const auto lit = std::count_if(plants.begin(), plants.end(), [](const PlantNetwork& plant) { return plant.on_optical > 0; });
  const auto dim =
      std::count_if(plants.begin(), plants.end(), [](const PlantNetwork& plant) { return !plant.units.empty() && plant.on_optical == 0; });
  return {{NoteKind::information, "industrial passive optical networks",
           fmt::format("{} of {} plants with a production network have it on optical network units with enough light, {} more on units "
                       "without.",
                       lit, plants.size(), dim)}};
}

}  // namespace parktwin::wired::optical
