#include "importers/power_tables/power_tables.h"

#include <fmt/format.h>

#include <cmath>
#include <deque>
#include <limits>

namespace parktwin::importers {
namespace {

constexpr double assumed_length_m = 1000.0;
constexpr double assumed_short_circuit_share = 0.1;
constexpr double plan_step_m = 200.0;

/// Rows by the number of branches from the nearest infeed, in the order in which they are reached; what none reaches stands in the last
/// row.
std::vector<Point> schematic_plan(const PowerCase& grid) {
  const std::size_t count = grid.buses.size();
  std::vector<std::vector<std::size_t>> beside(count);
  const auto join = [&](std::size_t a, std::size_t b) {
    beside[a].push_back(b);
    beside[b].push_back(a);
  };
  for (const auto& line : grid.lines) join(line.from, line.to);
  for (const auto& unit : grid.transformers) join(unit.high, unit.low);
  constexpr auto unseen = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> row(count, unseen);
  std::deque<std::size_t> open;
  for (std::size_t bus = 0; bus < count; ++bus) {
    if (grid.buses[bus].kind != BusKind::slack) continue;
    row[bus] = 0;
    open.push_back(bus);
  }
  std::size_t last = 0;
  std::vector<std::size_t> order;
  while (!open.empty()) {
    const std::size_t bus = open.front();
    open.pop_front();
    order.push_back(bus);
    last = row[bus];
    for (const std::size_t next : beside[bus]) {
      if (row[next] != unseen) continue;
      row[next] = row[bus] + 1;
      open.push_back(next);
    }
  }
  for (std::size_t bus = 0; bus < count; ++bus) {
    if (row[bus] != unseen) continue;
    row[bus] = last + 1;
    order.push_back(bus);
  }
  std::vector<std::size_t> filled(last + 2, 0);
  std::vector<Point> plan(count);
  for (const std::size_t bus : order)
    plan[bus] = {plan_step_m * static_cast<double>(filled[row[bus]]++), 0.0 - plan_step_m * static_cast<double>(row[bus])};
  return plan;
}

ForeignTable buses_of(const PowerCase& grid) {
  TableMaker made("buses", {"number", "name", "kind", "nominal_kv", "held_voltage_pu", "shunt_kw", "shunt_kvar", "x", "y", "schematic_x_m",
                            "schematic_y_m"});
  const auto plan = schematic_plan(grid);
  for (std::size_t i = 0; i < grid.buses.size(); ++i) {
    const auto& bus = grid.buses[i];
    made.add(bus.place, {bus.number, text_or_null(bus.name), std::string(name_of(bus.kind)), bus.nominal_kv, number_or_null(bus.held_pu),
                         bus.shunt_kw, bus.shunt_kvar, bus.position ? Attribute(bus.position->x) : Attribute(),
                         bus.position ? Attribute(bus.position->y) : Attribute(), plan[i].x, plan[i].y});
  }
  for (const auto& remark : grid.remarks) made.remark(remark.kind, remark.text, remark.place);
  return made.take();
}

ForeignTable lines_of(const PowerCase& grid) {
  TableMaker made("lines", {"number", "name", "from", "to", "resistance_ohm_per_km", "reactance_ohm_per_km", "capacitance_nf_per_km",
                            "rated_current_ka", "length_m", "operational"});
  for (const auto& line : grid.lines) {
    const double length = line.length_m.value_or(assumed_length_m);
    const double per_km = 1000.0 / length;
    if (!line.length_m)
      made.remark(NoteKind::assumption, fmt::format("length_m: {} where the case has none", assumed_length_m), "line " + line.number);
    made.add(line.place,
             {line.number, text_or_null(line.name), grid.buses[line.from].number, grid.buses[line.to].number, line.resistance_ohm * per_km,
              line.reactance_ohm * per_km, line.capacitance_nf * per_km, line.rated_ka, length, std::int64_t{line.operational ? 1 : 0}});
  }
  return made.take();
}

ForeignTable transformers_of(const PowerCase& grid) {
  TableMaker made("transformers", {"number", "name", "high", "low", "rated_power_mva", "short_circuit_voltage_percent",
                                   "copper_loss_percent", "tap_position", "tap_step_percent", "high_rated_kv", "low_rated_kv",
                                   "phase_shift_deg", "no_load_loss_kw", "no_load_current_percent", "operational"});
  for (const auto& given : grid.transformers) {
    const bool turned = grid.buses[given.high].nominal_kv < grid.buses[given.low].nominal_kv;
    const auto unit = turned ? turned_round(given, grid.buses[given.high].nominal_kv, grid.buses[given.low].nominal_kv) : given;
    double rated = unit.rated_mva.value_or(unit.base_mva);
    double scale = 1.0;
    if (!unit.rated_mva && unit.short_circuit_share > 0.0) {
      scale = assumed_short_circuit_share / unit.short_circuit_share;
      rated *= scale;
      made.remark(NoteKind::assumption, "rated_power_mva: such that the impedance voltage is 10 %", "transformer " + unit.number);
    }
    made.add(unit.place, {unit.number, text_or_null(unit.name), grid.buses[unit.high].number, grid.buses[unit.low].number, rated,
                          100.0 * unit.short_circuit_share * scale, 100.0 * unit.copper_loss_share * scale, std::int64_t{unit.tap_position},
                          unit.tap_step_percent, unit.high_rated_kv, unit.low_rated_kv, unit.phase_shift_deg, unit.no_load_loss_kw,
                          unit.no_load_current_percent, std::int64_t{unit.operational ? 1 : 0}});
  }
  return made.take();
}

ForeignTable loads_of(const PowerCase& grid) {
  TableMaker made("loads", {"number", "name", "bus", "peak_power_kw", "reactive_kvar", "power_factor", "leading"});
  for (const auto& load : grid.loads) {
    const std::string place = "load " + load.number;
    if (load.active_kw < 0.0) {
      made.remark(NoteKind::warning, "loads that feed in", place);
      continue;
    }
    const double apparent = std::hypot(load.active_kw, load.reactive_kvar);
    if (load.active_kw == 0.0 && apparent > 0.0) made.remark(NoteKind::warning, "loads of reactive power alone", place);
    if (load.active_kw == 0.0) continue;
    made.add(load.place, {load.number, text_or_null(load.name), grid.buses[load.bus].number, load.active_kw, load.reactive_kvar,
                          load.active_kw / apparent, std::int64_t{load.reactive_kvar < 0.0 ? 1 : 0}});
  }
  return made.take();
}

ForeignTable generators_of(const PowerCase& grid) {
  TableMaker made("generators", {"number", "name", "kind", "bus", "rated_power_kw", "active_power_kw", "operational"});
  for (const auto& unit : grid.generators) {
    if (grid.buses[unit.bus].kind == BusKind::slack) {
      made.remark(NoteKind::information, "generators at a reference bus stand for the grid above", "generator " + unit.number);
      continue;
    }
    made.add(unit.place, {unit.number, text_or_null(unit.name), std::string(name_of(unit.kind)), grid.buses[unit.bus].number, unit.rated_kw,
                          unit.active_kw, std::int64_t{unit.operational ? 1 : 0}});
  }
  return made.take();
}

}  // namespace

CaseTransformer turned_round(const CaseTransformer& unit, double high_nominal_kv, double low_nominal_kv) {
  // Ratio t : 1 at the high side and impedance z on the low side are ratio 1/t : 1 at the other side and z t² there (the two-ports are
  // equal: y/t² = y', y/t = y' t).
  CaseTransformer other = unit;
  const double turns = unit.high_rated_kv * (1.0 + unit.tap_position * unit.tap_step_percent / 100.0) / high_nominal_kv;
  const double ratio = turns / (unit.low_rated_kv / low_nominal_kv);
  std::swap(other.high, other.low);
  other.high_rated_kv = low_nominal_kv / ratio;
  other.low_rated_kv = high_nominal_kv;
  other.tap_position = 0;
  const double to_own_base = std::pow(unit.low_rated_kv / low_nominal_kv, 2);  // impedances stand on the rated voltage of the low side
  other.short_circuit_share *= to_own_base * ratio * ratio;
  other.copper_loss_share *= to_own_base * ratio * ratio;
  other.phase_shift_deg = -unit.phase_shift_deg;
  return other;
}

ForeignTables power_tables(const PowerCase& grid) {
  ForeignTables tables;
  tables.push_back(buses_of(grid));
  tables.push_back(lines_of(grid));
  tables.push_back(transformers_of(grid));
  tables.push_back(loads_of(grid));
  tables.push_back(generators_of(grid));
  return tables;
}

}  // namespace parktwin::importers
