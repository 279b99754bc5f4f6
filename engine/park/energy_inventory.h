#pragma once
// The energy inventory: the medium- and low-voltage grid, generation and storage.
#include <array>
#include <optional>
#include <string>

#include "engine/core/describe.h"
#include "engine/core/geometry.h"
#include "engine/core/table.h"
#include "engine/core/units.h"

namespace parktwin {

struct Building;
struct Enterprise;

enum class BusKind { slack, pv, pq };

constexpr auto names_of(BusKind) {
  return std::to_array<EnumName<BusKind>>({{BusKind::slack, "slack"}, {BusKind::pv, "pv"}, {BusKind::pq, "pq"}});
}

struct Bus {
  std::string id;
  std::string name;
  BusKind kind = BusKind::pq;
  Kilovolts nominal_voltage = Kilovolts(10.0);
  Point position;
  std::optional<double> held_voltage_pu = {};  ///< of a slack bus or one with machines: what they hold
  double shunt_kw = 0.0;                       ///< of constant admittances to earth, at nominal voltage
  double shunt_kvar = 0.0;                     ///< positive: capacitors
};

template <class Visitor, DescribedAs<Bus> Self>
void describe(Visitor&& visit, Self& bus) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, bus.id);
  visit(Field{"name", "", "name"}, bus.name);
  visit(Field{"kind", "", "slack, pv or pq"}, bus.kind);
  visit(Field{"nominal_kv", "kV", "nominal voltage", 0.1, 1200}, bus.nominal_voltage);
  visit(Field{.name = "position", .unit = "", .meaning = "where it stands", .required = true}, bus.position);
  visit(rare_field({"held_voltage_pu", "1", "of a slack or pv bus: voltage held there, of nominal", 0.5, 1.5}), bus.held_voltage_pu);
  visit(rare_field({"shunt_kw", "kW", "of shunts, consumed at nominal voltage", 0, 1e6}), bus.shunt_kw);
  visit(rare_field({"shunt_kvar", "kvar", "of shunts, at nominal voltage; positive: capacitors", -1e6, 1e6}), bus.shunt_kvar);
}

/// Overhead line or cable as a pi section.
struct PowerLine {
  std::string id;
  Id<Bus> from;
  Id<Bus> to;
  OhmsPerKilometre resistance = OhmsPerKilometre(0.1);
  OhmsPerKilometre reactance = OhmsPerKilometre(0.1);
  double capacitance_nf_per_km = 0.0;
  Kiloamperes rated_current = Kiloamperes(0.4);
  Metres length;
  bool operational = true;
  LineString path;
};

template <class Visitor, DescribedAs<PowerLine> Self>
void describe(Visitor&& visit, Self& line) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, line.id);
  visit(Field{.name = "from", .unit = "", .meaning = "bus at one end", .required = true}, line.from);
  visit(Field{.name = "to", .unit = "", .meaning = "bus at the other end", .required = true}, line.to);
  visit(Field{"resistance_ohm_per_km", "ohm/km", "series resistance", 0, 1000}, line.resistance);
  visit(Field{"reactance_ohm_per_km", "ohm/km", "series reactance", -1000, 1000}, line.reactance);
  visit(Field{"capacitance_nf_per_km", "nF/km", "shunt capacitance", 0, 1e5}, line.capacitance_nf_per_km);
  visit(Field{"rated_current_ka", "kA", "thermal limit", 0, 100}, line.rated_current);
  visit(Field{"length_m", "m", "length", 0, 1e6}, line.length);
  visit(Field{"operational", "", "in service"}, line.operational);
  visit(Field{"path", "", "course"}, line.path);
}

struct Transformer {
  std::string id;
  Id<Bus> high;
  Id<Bus> low;
  MegavoltAmperes rated_power = MegavoltAmperes(1.0);
  double short_circuit_voltage_percent = 6.0;
  double copper_loss_percent = 1.0;
  std::int32_t tap_position = 0;
  double tap_step_percent = 2.5;
  bool operational = true;
  std::optional<Kilovolts> high_rated;  ///< rated voltages at tap 0, where they are not those of custom (park_grid.h)
  std::optional<Kilovolts> low_rated;
  Degrees phase_shift;  ///< by which the high side leads the low side
  Kilowatts no_load_loss;
  double no_load_current_percent = 0.0;
};

template <class Visitor, DescribedAs<Transformer> Self>
void describe(Visitor&& visit, Self& transformer) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, transformer.id);
  visit(Field{.name = "high", .unit = "", .meaning = "bus on the high-voltage side", .required = true}, transformer.high);
  visit(Field{.name = "low", .unit = "", .meaning = "bus on the low-voltage side", .required = true}, transformer.low);
  visit(Field{"rated_power_mva", "MVA", "rated power", 0.001, 2000}, transformer.rated_power);
  visit(Field{"short_circuit_voltage_percent", "%", "impedance voltage", 0.1, 40}, transformer.short_circuit_voltage_percent);
  visit(Field{"copper_loss_percent", "%", "load losses at rated power", 0, 10}, transformer.copper_loss_percent);
  visit(Field{"tap_position", "", "tap position, 0 is neutral", -50, 50}, transformer.tap_position);
  visit(Field{"tap_step_percent", "%", "voltage change per tap", 0, 10}, transformer.tap_step_percent);
  visit(Field{"operational", "", "in service"}, transformer.operational);
  visit(rare_field({"high_rated_kv", "kV", "rated voltage of the high side at tap 0; empty: nominal", 0.1, 1200}), transformer.high_rated);
  visit(rare_field({"low_rated_kv", "kV", "rated voltage of the low side; empty: by custom", 0.1, 1200}), transformer.low_rated);
  visit(rare_field({"phase_shift_deg", "degree", "by which the high side leads the low side", -360, 360}), transformer.phase_shift);
  visit(rare_field({"no_load_loss_kw", "kW", "iron losses", 0, 1e5}), transformer.no_load_loss);
  visit(rare_field({"no_load_current_percent", "%", "no-load current, of rated current", 0, 100}), transformer.no_load_current_percent);
}

/// A consumer at a bus; its energy is its enterprise's, its peak is what the grid was planned for.
struct PowerLoad {
  std::string id;
  Id<Bus> bus;
  Id<Enterprise> enterprise;
  Kilowatts peak_power;
  double power_factor = 0.95;
  bool leading = false;  ///< capacitive: feeds reactive power in
};

template <class Visitor, DescribedAs<PowerLoad> Self>
void describe(Visitor&& visit, Self& load) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, load.id);
  visit(Field{.name = "bus", .unit = "", .meaning = "bus it hangs on", .required = true}, load.bus);
  visit(Field{"enterprise", "", "who consumes"}, load.enterprise);
  visit(Field{"peak_power_kw", "kW", "planned peak of active power", 0, 1e6}, load.peak_power);
  visit(Field{"power_factor", "1", "cosine phi", 0, 1}, load.power_factor);
  visit(rare_field({"leading", "", "capacitive: feeds reactive power in"}), load.leading);
}

enum class GeneratorKind { photovoltaic, wind, gas_turbine, combined_heat_power, diesel, other };

constexpr auto names_of(GeneratorKind) {
  return std::to_array<EnumName<GeneratorKind>>({{GeneratorKind::photovoltaic, "photovoltaic"},
                                                 {GeneratorKind::wind, "wind"},
                                                 {GeneratorKind::gas_turbine, "gas_turbine"},
                                                 {GeneratorKind::combined_heat_power, "combined_heat_power"},
                                                 {GeneratorKind::diesel, "diesel"},
                                                 {GeneratorKind::other, "other"}});
}

struct Generator {
  std::string id;
  std::string name;
  GeneratorKind kind = GeneratorKind::photovoltaic;
  Id<Bus> bus;
  Id<Building> building;  ///< roof that carries it
  Kilowatts rated_power;
  Degrees tilt = Degrees(10.0);
  Degrees azimuth = Degrees(180.0);
  bool operational = true;
};

template <class Visitor, DescribedAs<Generator> Self>
void describe(Visitor&& visit, Self& generator) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, generator.id);
  visit(Field{"name", "", "name"}, generator.name);
  visit(Field{"kind", "", "what it turns into electricity"}, generator.kind);
  visit(Field{"bus", "", "bus it feeds"}, generator.bus);
  visit(Field{"building", "", "building whose roof carries it"}, generator.building);
  visit(Field{"rated_power_kw", "kW", "rated active power", 0, 1e7}, generator.rated_power);
  visit(Field{"tilt_deg", "degree", "tilt of PV modules", 0, 90}, generator.tilt);
  visit(Field{"azimuth_deg", "degree", "azimuth of PV modules, clockwise from north", 0, 360}, generator.azimuth);
  visit(Field{"operational", "", "in service"}, generator.operational);
}

struct Storage {
  std::string id;
  Id<Bus> bus;
  KilowattHours capacity;
  Kilowatts rated_power;
  double round_trip_efficiency = 0.88;
};

template <class Visitor, DescribedAs<Storage> Self>
void describe(Visitor&& visit, Self& storage) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, storage.id);
  visit(Field{"bus", "", "bus it hangs on"}, storage.bus);
  visit(Field{"capacity_kwh", "kWh", "usable energy", 0, 1e9}, storage.capacity);
  visit(Field{"rated_power_kw", "kW", "largest power in either direction", 0, 1e7}, storage.rated_power);
  visit(Field{"round_trip_efficiency", "1", "energy out over energy in", 0, 1}, storage.round_trip_efficiency);
}

/// When vehicles come: in the morning of working days, over every day, or to a fleet's depot in the evening.
enum class ChargingUse { workplace, public_place, depot };

constexpr auto names_of(ChargingUse) {
  return std::to_array<EnumName<ChargingUse>>(
      {{ChargingUse::workplace, "workplace"}, {ChargingUse::public_place, "public_place"}, {ChargingUse::depot, "depot"}});
}

/// Chargers of electric vehicles at one place.
struct ChargingStation {
  std::string id;
  std::string name;
  Point position;
  Id<Bus> bus;
  Id<Enterprise> enterprise;  ///< whose it is; none: the park's
  ChargingUse use = ChargingUse::workplace;
  std::int32_t chargers = 1;
  Kilowatts charger_power = Kilowatts(7.0);
  double sessions_per_day = 1.0;  ///< of all its chargers, on a day on which vehicles come
  KilowattHours energy_per_session = KilowattHours(15.0);
  bool controlled = false;  ///< sessions may wait for cheap or sunny hours as long as vehicles stay
};

template <class Visitor, DescribedAs<ChargingStation> Self>
void describe(Visitor&& visit, Self& station) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, station.id);
  visit(Field{"name", "", "name"}, station.name);
  visit(Field{.name = "position", .unit = "", .meaning = "where it stands", .required = true}, station.position);
  visit(Field{"bus", "", "bus it hangs on"}, station.bus);
  visit(Field{"enterprise", "", "whose it is; empty: the park's"}, station.enterprise);
  visit(Field{"use", "", "workplace, public_place or depot: when vehicles come"}, station.use);
  visit(Field{"chargers", "", "chargers", 1, 1e5}, station.chargers);
  visit(Field{"charger_power_kw", "kW", "power of each charger", 0.1, 1e4}, station.charger_power);
  visit(Field{"sessions_per_day", "1/d", "sessions a day at all its chargers", 0, 1e6}, station.sessions_per_day);
  visit(Field{"energy_per_session_kwh", "kWh", "energy of a session, mean", 0, 1e4}, station.energy_per_session);
  visit(Field{"controlled", "", "sessions may wait while vehicles stay"}, station.controlled);
}

/// What an enterprise would move in time, or be paid to leave, of its electricity. Moved energy is served first come, first served.
struct LoadFlexibility {
  std::string id;
  Id<Enterprise> enterprise;
  double shiftable_share = 0.0;
  double delay_h = 8.0;
  double advance_h = 0.0;
  double peak_factor = 1.0;  ///< greatest power of what is moved over the greatest that was planned for it
  double interruptible_share = 0.0;
  double interruption_cny_per_kwh = 1.0;
  double interruption_h = 50.0;  ///< a year, at the greatest interruptible power
};

template <class Visitor, DescribedAs<LoadFlexibility> Self>
void describe(Visitor&& visit, Self& load) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, load.id);
  visit(Field{.name = "enterprise", .unit = "", .meaning = "whose electricity it is", .required = true}, load.enterprise);
  visit(Field{"shiftable_share", "1", "share of its electricity that may be moved in time", 0, 1}, load.shiftable_share);
  visit(Field{"delay_h", "h", "how much later it may be used", 0, 24}, load.delay_h);
  visit(Field{"advance_h", "h", "how much earlier", 0, 24}, load.advance_h);
  visit(Field{"peak_factor", "1", "greatest power of what is moved, over the greatest that was planned for it", 1, 10}, load.peak_factor);
  visit(Field{"interruptible_share", "1", "share of its electricity that may be interrupted", 0, 1}, load.interruptible_share);
  visit(Field{"interruption_cny_per_kwh", "CNY/kWh", "paid for what is interrupted", 0, 1000}, load.interruption_cny_per_kwh);
  visit(Field{"interruption_h", "h", "most of it in a year, in hours at the greatest interruptible power", 0, 8760}, load.interruption_h);
}

}  // namespace parktwin
