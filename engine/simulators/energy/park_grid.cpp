#include "engine/simulators/energy/park_grid.h"

#include <numbers>

#include "engine/core/disjoint_sets.h"

namespace parktwin::energy {
namespace {

constexpr double medium_voltage_kv = 20.0;
constexpr double low_voltage_kv = 1.0;
constexpr double raised_secondary = 1.05;

class Builder {
 public:
  explicit Builder(const GridInputs& inputs) : in_(inputs) { made_.profiles.steps = loads::steps_per_year; }

  ParkGrid build() {
    add_network();
    std::vector<std::uint32_t> of_loads;
    for (const auto& profile : in_.loads.profiles) of_loads.push_back(add_profile(profile));
    for (const auto& consumer : in_.loads.consumers) {
      if (!consumer.bus.valid()) continue;
      const double watts = consumer.mean_kw * 1e3;
      made_.grid.loads.push_back({consumer.bus.index(), watts, watts * consumer.reactive_ratio});
      made_.profiles.use.loads.push_back(of_loads[consumer.profile]);
    }
    add_generators();
    add_storages();
    return std::move(made_);
  }

 private:
  std::uint32_t add_profile(const std::vector<double>& factors) {
    made_.profiles.factors.insert(made_.profiles.factors.end(), factors.begin(), factors.end());
    return profile_count_++;
  }

  /// Lines may join buses whose nominal voltages differ by custom, 10 and 10.5 kV; the first of them stands for all.
  void level_voltages() {
    DisjointSets levels(made_.grid.buses.size());
    for (const auto& line : *in_.park.power_lines) levels.join(line.from.index(), line.to.index());
    for (std::size_t b = 0; b < made_.grid.buses.size(); ++b) made_.grid.buses[b].nominal_v = made_.grid.buses[levels.root(b)].nominal_v;
  }

  void add_network() {
    for (const auto& bus : *in_.park.buses) {
      const double slack = bus.nominal_voltage.value() <= medium_voltage_kv ? 0.07 : 0.05;
      if (bus.kind == BusKind::slack)
        made_.grid.sources.push_back({made_.grid.buses.size(), bus.held_voltage_pu.value_or(in_.infeed_voltage_pu)});
      made_.grid.buses.push_back({bus.nominal_voltage.value() * 1e3, 1.0 - slack, 1.0 + slack});
    }
    level_voltages();
    add_shunts();
    for (const auto& line : *in_.park.power_lines) {
      const double km = line.length.value() * 1e-3;
      made_.grid.lines.push_back({line.from.index(), line.to.index(), line.resistance.value() * km, line.reactance.value() * km,
                                  line.capacitance_nf_per_km * 1e-9 * km, line.rated_current.value() * 1e3, line.operational,
                                  line.operational});
    }
    for (const auto& unit : *in_.park.transformers) made_.grid.transformers.push_back(transformer(unit));
  }

  /// At the voltage of the solver's bus, so that the power at nominal voltage stays.
  void add_shunts() {
    for (std::size_t b = 0; b < made_.grid.buses.size(); ++b) {
      const Bus& bus = (*in_.park.buses)[Id<Bus>(b)];
      if (bus.shunt_kw == 0.0 && bus.shunt_kvar == 0.0) continue;
      const double per_siemens = made_.grid.buses[b].nominal_v * made_.grid.buses[b].nominal_v;
      made_.grid.shunts.push_back({b, bus.shunt_kw * 1e3 / per_siemens, bus.shunt_kvar * 1e3 / per_siemens});
    }
  }

  [[nodiscard]] grid::Transformer transformer(const Transformer& unit) const {
    grid::Transformer made;
    made.high = unit.high.index();
    made.low = unit.low.index();
    made.rated_va = unit.rated_power.value() * 1e6;
    made.high_v = made_.grid.buses[made.high].nominal_v;
    made.low_v = made_.grid.buses[made.low].nominal_v;
    const auto kv = [&](Id<Bus> bus) { return (*in_.park.buses)[bus].nominal_voltage.value(); };
    if (kv(unit.high) > medium_voltage_kv && kv(unit.low) <= medium_voltage_kv && kv(unit.low) > low_voltage_kv)
      made.low_v *= raised_secondary;
    made.short_circuit_voltage = unit.short_circuit_voltage_percent / 100.0;
    made.load_loss_w = unit.copper_loss_percent / 100.0 * made.rated_va;
    made.tap_position = unit.tap_position;
    made.tap_step = unit.tap_step_percent / 100.0;
    if (unit.high_rated) made.high_v = unit.high_rated->value() * 1e3;
    if (unit.low_rated) made.low_v = unit.low_rated->value() * 1e3;
    made.shift_rad = unit.phase_shift.value() * std::numbers::pi / 180.0;
    made.no_load_loss_w = unit.no_load_loss.value() * 1e3;
    made.no_load_current = unit.no_load_current_percent / 100.0;
    made.high_closed = made.low_closed = unit.operational;
    return made;
  }

  void add_generators() {
    const auto& generators = *in_.park.generators;
    for (std::size_t g = 0; g < generators.size(); ++g) {
      const Generator& generator = generators[Id<Generator>(g)];
      if (!generator.bus.valid() || in_.per_rated[g].empty()) continue;
      const double rated_w = generator.rated_power.value() * 1e3;
      const std::uint32_t profile = add_profile(in_.per_rated[g]);
      const bool converter = generator.kind == GeneratorKind::photovoltaic || generator.kind == GeneratorKind::wind;
      if (!converter && (*in_.park.buses)[generator.bus].kind == BusKind::pv) {
        made_.grid.generators.push_back({generator.bus.index(), rated_w, (*in_.park.buses)[generator.bus].held_voltage_pu.value_or(1.0)});
        made_.profiles.use.generators.push_back(profile);
        continue;
      }
      grid::InverterControl control;
      // Full reactive power, tan φ of 0.9, at the edges of ±7 %, none within ±3 %.
      if (in_.voltage_droop && converter) control = grid::voltage_droop(0.93, 0.97, 1.03, 1.07, 0.44);
      made_.grid.inverters.push_back({generator.bus.index(), rated_w, rated_w, std::move(control)});
      made_.profiles.use.inverters.push_back(profile);
    }
  }

  void add_storages() {
    const auto& storages = *in_.park.storages;
    for (std::size_t s = 0; s < storages.size() && s < in_.storage_kw.size(); ++s) {
      const Storage& storage = storages[Id<Storage>(s)];
      if (!storage.bus.valid() || in_.storage_kw[s].empty()) continue;
      made_.grid.loads.push_back({storage.bus.index(), -1e3, 0.0});  // 1 kW fed in, times the series
      made_.profiles.use.loads.push_back(add_profile(in_.storage_kw[s]));
    }
  }

  const GridInputs& in_;
  ParkGrid made_;
  std::uint32_t profile_count_ = 0;
};

}  // namespace

ParkGrid park_grid(const GridInputs& inputs) { return Builder(inputs).build(); }

}  // namespace parktwin::energy
