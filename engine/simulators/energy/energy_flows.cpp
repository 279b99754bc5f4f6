#include "engine/simulators/energy/energy_flows.h"

#include <algorithm>
#include <map>

namespace parktwin::energy {
namespace {

constexpr const char* electricity = "electricity";
constexpr const char* heat = "heat";
constexpr const char* plants = "heat and power plants";
constexpr const char* gas = "natural gas";

class Diagram {
 public:
  void add(const std::string& from, const std::string& to, double mwh, double t = 0.0) {
    if (mwh <= 0.0 && t <= 0.0) return;
    flows_.links.push_back({from, to, mwh, t});
  }
  /// What a carrier or plant has taken in so far.
  [[nodiscard]] double t_into(const std::string& node) const {
    double sum = 0.0;
    for (const auto& link : flows_.links) sum += link.to == node ? link.t : 0.0;
    return sum;
  }
  EnergyFlows take() {
    for (const auto& link : flows_.links) {
      FlowNode& from = node(link.from);
      from.out_mwh += link.mwh;
      from.out_t += link.t;
      FlowNode& to = node(link.to);
      to.in_mwh += link.mwh;
      to.in_t += link.t;
    }
    return std::move(flows_);
  }

 private:
  FlowNode& node(const std::string& name) {
    const auto found = std::find_if(flows_.nodes.begin(), flows_.nodes.end(), [&](const FlowNode& one) { return one.name == name; });
    if (found != flows_.nodes.end()) return *found;
    flows_.nodes.push_back({name, 0.0, 0.0, 0.0, 0.0});
    return flows_.nodes.back();
  }
  EnergyFlows flows_;
};

struct Amount {
  double mwh = 0.0;
  double t = 0.0;
};

using BySector = std::map<std::string, Amount>;

/// Hands on what a node took in, in proportion to energy.
void hand_on(Diagram& diagram, const std::string& from, const BySector& to) {
  double all = 0.0;
  for (const auto& [name, amount] : to) all += amount.mwh;
  const double t_per_mwh = all > 0.0 ? diagram.t_into(from) / all : 0.0;
  for (const auto& [name, amount] : to) diagram.add(from, name, amount.mwh, amount.mwh * t_per_mwh);
}

BySector electricity_users(const FlowInputs& in) {
  BySector users;
  for (const auto& consumer : in.parts.loads.consumers) {
    if (!served(in.parts.grid, consumer.bus)) continue;
    users[in.parts.loads.profile_names[consumer.profile]].mwh +=
        consumer.mean_kw * static_cast<double>(loads::steps_per_year) * loads::step_h * 1e-3;
  }
  users["grid losses"].mwh = in.balance.loss_mwh;
  users["storage losses"].mwh = std::max(0.0, in.balance.storage_loss_mwh);
  users["fed into the grid"].mwh = in.balance.export_mwh;
  return users;
}

BySector heat_users(const Park& park) {
  BySector users;
  for (const auto& enterprise : *park.enterprises) {
    if (enterprise.yearly_heat) users[std::string(name_of(enterprise.sector))].mwh += enterprise.yearly_heat->value();
  }
  return users;
}

BySector gas_users(const Park& park, const carbon::Result* account) {
  BySector users;
  for (const auto& enterprise : *park.enterprises) {
    if (enterprise.yearly_gas) users[std::string(name_of(enterprise.sector))].mwh += enterprise.yearly_gas->value();
  }
  if (account == nullptr) return users;
  for (const auto& own : account->enterprises) {
    const auto id = park.enterprises->find(own.name);
    if (id.valid()) users[std::string(name_of((*park.enterprises)[id].sector))].t += own.fuel_t;
  }
  return users;
}

std::string unit_node(const Park& park, Id<ThermalUnit> unit) { return "unit " + park.thermal_units->records()[unit.index()].id; }

/// Boilers, and what heat pumps take from around them; returns what units make.
double add_heat_units(Diagram& diagram, const FlowInputs& in, BySector& heat_to) {
  if (in.heat_and_cold == nullptr) return 0.0;
  double made = 0.0;
  double gas_mwh = 0.0;
  for (const auto& unit : in.heat_and_cold->units) gas_mwh += unit.gas_mwh;
  for (const auto& unit : in.heat_and_cold->units) {
    const std::string node = unit_node(in.parts.park, unit.unit);
    switch ((*in.parts.park.thermal_units)[unit.unit].kind) {
      case ThermalUnitKind::boiler:
        if (!(unit.gas_mwh > 0.0)) break;
        diagram.add(gas, node, unit.gas_mwh, in.boiler_t * unit.gas_mwh / gas_mwh);
        hand_on(diagram, node, {{heat, {unit.output_mwh}}});
        diagram.add(node, "conversion losses", unit.gas_mwh - unit.output_mwh);
        made += unit.output_mwh;
        break;
      case ThermalUnitKind::heat_pump:
        diagram.add("ambient heat", node, unit.output_mwh - unit.electricity_mwh);
        hand_on(diagram, node, {{heat, {unit.output_mwh}}});
        made += unit.output_mwh;
        break;
      case ThermalUnitKind::heat_store:
        heat_to["heat store losses"].mwh += unit.charged_mwh - unit.output_mwh;
        break;
      default:
        break;
    }
  }
  return made;
}

}  // namespace

EnergyFlows energy_flows(const FlowInputs& in) {
  Diagram diagram;
  const Balance& balance = in.balance;
  const carbon::Account account = in.account != nullptr ? in.account->park : carbon::Account{};
  double plant_fuel_t = account.fuel_t - in.boiler_t;
  for (const auto& [sector, amount] : gas_users(in.parts.park, in.account)) {
    diagram.add(gas, sector, amount.mwh, amount.t);
    plant_fuel_t -= amount.t;
  }
  if (balance.plant_mwh > 0.0) {
    const double made = balance.plant_mwh + in.plant_heat_mwh;
    diagram.add(in.plant_fuel, plants, made / in.plant_efficiency, std::max(0.0, plant_fuel_t));
    hand_on(diagram, plants, {{electricity, {balance.plant_mwh}}, {heat, {in.plant_heat_mwh}}});
    diagram.add(plants, "conversion losses", made / in.plant_efficiency - made);
  }
  diagram.add("grid", electricity, balance.import_mwh, account.electricity_location_t);
  diagram.add("sun", electricity, balance.pv_mwh);
  diagram.add("wind", electricity, balance.wind_mwh);
  diagram.add("storages", electricity, std::max(0.0, -balance.storage_loss_mwh));
  hand_on(diagram, electricity, electricity_users(in));
  BySector warm = heat_users(in.parts.park);
  const double by_units = add_heat_units(diagram, in, warm);
  double wanted = -by_units;
  for (const auto& [sector, amount] : warm) wanted += amount.mwh;
  diagram.add("bought heat", heat, std::max(0.0, wanted - (balance.plant_mwh > 0.0 ? in.plant_heat_mwh : 0.0)), account.heat_t);
  hand_on(diagram, heat, warm);
  return diagram.take();
}

}  // namespace parktwin::energy
