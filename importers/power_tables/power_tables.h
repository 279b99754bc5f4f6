#pragma once
// A power grid as readers of grid cases give it, and as tables for a recipe in the units of a park's tables: buses, lines, transformers,
// loads and generators. Cases often lack what a park has: lengths of lines are then 1 km (impedances per kilometre are those of the whole
// line), rated powers of transformers are such that the impedance voltage is 10 %, and buses get a place in a schematic plan
// (schematic_x_m, schematic_y_m: rows by distance from the infeed) that a recipe may use as a guess.
#include <optional>
#include <string>
#include <vector>

#include "engine/park/energy_inventory.h"
#include "importers/foreign_tables/foreign_tables.h"

namespace parktwin::importers {

struct CaseBus {
  std::size_t place = 0;  ///< line or index in the source
  std::string number;
  std::string name;
  BusKind kind = BusKind::pq;
  double nominal_kv = 10.0;
  std::optional<double> held_pu;
  double shunt_kw = 0.0;
  double shunt_kvar = 0.0;
  std::optional<Point> position;  ///< in the CRS of the source
};

/// Values of the whole line.
struct CaseLine {
  std::size_t place = 0;
  std::string number;
  std::string name;
  std::size_t from = 0;  ///< position among the buses
  std::size_t to = 0;
  double resistance_ohm = 0.0;
  double reactance_ohm = 0.0;
  double capacitance_nf = 0.0;
  double rated_ka = 0.0;  ///< 0: no limit
  std::optional<double> length_m;
  bool operational = true;
};

struct CaseTransformer {
  std::size_t place = 0;
  std::string number;
  std::string name;
  std::size_t high = 0;
  std::size_t low = 0;
  std::optional<double> rated_mva;
  double base_mva = 100.0;           ///< on which the next two stand where no rated power is known
  double short_circuit_share = 0.1;  ///< impedance, of rated (or base) impedance on the low side
  double copper_loss_share = 0.0;    ///< its resistance
  double high_rated_kv = 10.0;
  double low_rated_kv = 0.4;
  double phase_shift_deg = 0.0;
  int tap_position = 0;
  double tap_step_percent = 2.5;
  double no_load_loss_kw = 0.0;
  double no_load_current_percent = 0.0;
  bool operational = true;
};

struct CaseLoad {
  std::size_t place = 0;
  std::string number;
  std::string name;
  std::size_t bus = 0;
  double active_kw = 0.0;
  double reactive_kvar = 0.0;
};

struct CaseGenerator {
  std::size_t place = 0;
  std::string number;
  std::string name;
  std::size_t bus = 0;
  GeneratorKind kind = GeneratorKind::other;
  double active_kw = 0.0;  ///< in the solved state of the case
  double rated_kw = 0.0;
  bool operational = true;
};

struct PowerCase {
  std::vector<CaseBus> buses;
  std::vector<CaseLine> lines;
  std::vector<CaseTransformer> transformers;
  std::vector<CaseLoad> loads;
  std::vector<CaseGenerator> generators;
  std::vector<Remark> remarks;  ///< on the case as a whole; they stand at the table buses
};

/// Precondition: positions of buses are sound. A transformer whose high side has the lower nominal voltage is turned round: the ratio then
/// stands on the low side, and its impedance is that of the other side.
[[nodiscard]] ForeignTables power_tables(const PowerCase& grid);

/// The same unit seen from the other side.
[[nodiscard]] CaseTransformer turned_round(const CaseTransformer& unit, double high_nominal_kv, double low_nominal_kv);

}  // namespace parktwin::importers
