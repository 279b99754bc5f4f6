#include "engine/park/power_faults.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <utility>

namespace parktwin {
namespace {

/// Nominal voltages that lines may join: those of one level differ by rounding and custom (10 and 10.5 kV).
constexpr double same_level = 1.15;

/// Condensing boilers by net calorific value.
constexpr double most_boiler_efficiency = 1.11;

class Check {
 public:
  explicit Check(const Park& park) : park_(park) {}

  std::vector<PowerFault> faults() {
    for (const auto& node : *park_.buses) check(node);
    for (const auto& line : *park_.power_lines) check(line);
    for (const auto& unit : *park_.transformers) check(unit);
    for (const auto& load : *park_.power_loads) check(load);
    for (const auto& unit : *park_.thermal_units) check(unit);
    for (const auto& load : *park_.load_flexibility) check(load);
    return std::move(faults_);
  }

 private:
  void check(const Bus& node) {
    table_ = "buses";
    record_ = node.id;
    if (node.held_voltage_pu && node.kind == BusKind::pq)
      add("held_voltage_pu", fmt::format("found {} at a bus where nothing holds a voltage, expected none", *node.held_voltage_pu));
  }

  /// A winding for another level would make a ratio no tap can have.
  void check_rated(std::string_view field, const std::optional<Kilovolts>& rated, double nominal_kv) {
    if (rated && std::abs(rated->value() / nominal_kv - 1.0) * 100.0 > furthest_tap_percent)
      add(field, fmt::format("found {} kV at a bus of {} kV, expected the same level", rated->value(), nominal_kv));
  }

  void check(const PowerLine& line) {
    table_ = "power_lines";
    record_ = line.id;
    if (line.length.value() == 0.0) {
      add("length_m", "found 0 m, expected a length: a line without impedance cannot be solved");
    } else if (line.resistance.value() == 0.0 && line.reactance.value() == 0.0) {
      add("resistance_ohm_per_km", "found 0 ohm/km beside a reactance of 0 ohm/km, expected an impedance");
    }
    if (!sound(line.from) || !sound(line.to)) return;
    if (line.from == line.to) {
      add("to", fmt::format("found {}, where the line begins, expected another bus", bus(line.to).id));
      return;
    }
    const double from_kv = bus(line.from).nominal_voltage.value();
    const double to_kv = bus(line.to).nominal_voltage.value();
    if (std::max(from_kv, to_kv) > same_level * std::min(from_kv, to_kv))
      add("to", fmt::format("found a bus of {} kV at a line from a bus of {} kV, expected the same voltage", to_kv, from_kv));
  }

  void check(const Transformer& unit) {
    table_ = "transformers";
    record_ = unit.id;
    if (unit.copper_loss_percent > unit.short_circuit_voltage_percent) {
      add("copper_loss_percent", fmt::format("found {} %, expected at most the impedance voltage of {} %", unit.copper_loss_percent,
                                             unit.short_circuit_voltage_percent));
    }
    const double moved = unit.tap_position * unit.tap_step_percent;
    if (std::abs(moved) > furthest_tap_percent) {
      add("tap_position", fmt::format("found {}, which moves the ratio by {:g} %, expected at most {:g} % either way", unit.tap_position,
                                      moved, furthest_tap_percent));
    }
    if (!sound(unit.high) || !sound(unit.low)) return;
    check_rated("high_rated_kv", unit.high_rated, bus(unit.high).nominal_voltage.value());
    check_rated("low_rated_kv", unit.low_rated, bus(unit.low).nominal_voltage.value());
    if (unit.high == unit.low) {
      add("low", fmt::format("found {}, which is its high-voltage side as well, expected another bus", bus(unit.low).id));
    } else if (bus(unit.high).nominal_voltage < bus(unit.low).nominal_voltage) {
      add("high", fmt::format("found a bus of {} kV above one of {} kV, expected the windings the other way round",
                              bus(unit.high).nominal_voltage.value(), bus(unit.low).nominal_voltage.value()));
    }
  }

  void check(const PowerLoad& load) {
    table_ = "power_loads";
    record_ = load.id;
    if (load.power_factor == 0.0) add("power_factor", "found 0, expected more: reactive power would have no bound");
  }

  void check(const ThermalUnit& unit) {
    table_ = "thermal_units";
    record_ = unit.id;
    const bool store = unit.kind == ThermalUnitKind::heat_store || unit.kind == ThermalUnitKind::cold_store;
    if (store && unit.capacity.value() == 0.0) add("capacity_kwh", "found 0 kWh at a store, expected a capacity");
    if (!store && unit.capacity.value() > 0.0)
      add("capacity_kwh", fmt::format("found {} kWh at what stores nothing, expected 0", unit.capacity.value()));
    const double most = store ? 1.0 : unit.kind == ThermalUnitKind::boiler ? most_boiler_efficiency : unit.efficiency;
    if (unit.efficiency > most)
      add("efficiency", fmt::format("found {}, expected at most {} of a {}", unit.efficiency, most, name_of(unit.kind)));
  }

  void check(const LoadFlexibility& load) {
    table_ = "load_flexibility";
    record_ = load.id;
    if (load.shiftable_share + load.interruptible_share > 1.0 + 1e-12) {
      add("interruptible_share", fmt::format("found {} beside a shiftable_share of {}, expected at most 1 together",
                                             load.interruptible_share, load.shiftable_share));
    }
    if (load.shiftable_share == 0.0 && load.interruptible_share == 0.0)
      add("shiftable_share", "found 0 beside an interruptible_share of 0, expected a share that is flexible");
    if (load.shiftable_share > 0.0 && load.delay_h == 0.0 && load.advance_h == 0.0)
      add("delay_h", "found 0 h beside an advance_h of 0 h, expected hours by which a shiftable share may move");
    if (load.interruptible_share > 0.0 && load.interruption_h == 0.0)
      add("interruption_h", "found 0 h, expected hours in which an interruptible share may be left");
    if (!load.enterprise.valid()) return;
    double& flexible = flexible_share_[load.enterprise.index()];
    const double before = std::exchange(flexible, flexible + load.shiftable_share + load.interruptible_share);
    if (before > 0.0 && flexible > 1.0 + 1e-12)
      add("enterprise", fmt::format("found {} of its load flexible after {} by other records, expected at most 1", flexible, before));
  }

  void add(std::string_view field, std::string message) { faults_.push_back({table_, record_, field, std::move(message)}); }
  [[nodiscard]] bool sound(Id<Bus> id) const { return id.valid() && id.index() < park_.buses->size(); }
  [[nodiscard]] const Bus& bus(Id<Bus> id) const { return (*park_.buses)[id]; }

  const Park& park_;
  std::string_view table_;
  std::string record_;
  std::map<std::size_t, double> flexible_share_;  ///< by enterprise, of the records so far
  std::vector<PowerFault> faults_;
};

}  // namespace

std::vector<PowerFault> power_faults(const Park& park) { return Check(park).faults(); }

}  // namespace parktwin
