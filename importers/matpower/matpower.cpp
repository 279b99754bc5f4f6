#include "importers/matpower/matpower.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <numbers>

#include "importers/foreign_tables/text_source.h"

namespace parktwin::importers::matpower {
namespace {

constexpr double assumed_kv = 110.0;
constexpr double frequency_hz = 50.0;
enum BusColumn : std::size_t { bus_number, bus_type, load_mw, load_mvar, shunt_mw, shunt_mvar, bus_area, bus_vm, bus_va, bus_kv };
enum GeneratorColumn : std::size_t { gen_bus, gen_mw, gen_mvar, gen_most_mvar, gen_least_mvar, gen_pu, gen_mva, gen_on, gen_most_mw };
enum BranchColumn : std::size_t {
  from_bus,
  to_bus,
  branch_r,
  branch_x,
  branch_b,
  rate_a,
  rate_b,
  rate_c,
  branch_ratio,
  branch_shift,
  branch_on
};

class Conversion {
 public:
  explicit Conversion(const CaseFile& file) : file_(file) {}

  PowerCase convert() {
    add_buses();
    add_generators();
    for (std::size_t i = 0; i < file_.branches.size(); ++i) add_branch(file_.branches[i], i + 1);
    if (!file_.costs.empty()) remark(NoteKind::warning, "costs of generation, which the tables of a park do not hold", "");
    for (const auto& other : file_.others) remark(NoteKind::warning, "fields of the case that are not read", other);
    return std::move(made_);
  }

 private:
  void remark(NoteKind kind, std::string text, std::string place) { made_.remarks.push_back({kind, std::move(text), std::move(place)}); }

  void add_buses() {
    for (const auto& row : file_.buses) {
      CaseBus bus;
      bus.place = row.line;
      bus.number = fmt::format("{}", row.values[bus_number]);
      if (!file_.bus_names.empty()) bus.name = file_.bus_names[made_.buses.size()];
      bus.kind = row.values[bus_type] == 3.0 ? BusKind::slack : row.values[bus_type] == 2.0 ? BusKind::pv : BusKind::pq;
      bus.nominal_kv = row.values[bus_kv];
      if (!(bus.nominal_kv > 0.0)) {
        bus.nominal_kv = assumed_kv;
        remark(NoteKind::assumption, fmt::format("nominal_kv: {} where the case has none", assumed_kv), "bus " + bus.number);
      }
      bus.shunt_kw = row.values[shunt_mw] * 1e3;
      bus.shunt_kvar = row.values[shunt_mvar] * 1e3;
      if (bus.kind == BusKind::slack && row.values[bus_va] != 0.0)
        remark(NoteKind::information, "angles of reference buses, which are 0 here", "bus " + bus.number);
      if (row.values[load_mw] != 0.0 || row.values[load_mvar] != 0.0)
        made_.loads.push_back({row.line, bus.number, bus.name, made_.buses.size(), row.values[load_mw] * 1e3, row.values[load_mvar] * 1e3});
      position_[row.values[bus_number]] = made_.buses.size();
      made_.buses.push_back(std::move(bus));
    }
  }

  void add_generators() {
    std::size_t number = 0;
    for (const auto& row : file_.generators) {
      CaseGenerator unit;
      unit.place = row.line;
      unit.number = fmt::format("{}", ++number);
      unit.bus = position_.at(row.values[gen_bus]);
      unit.active_kw = row.values[gen_mw] * 1e3;
      unit.rated_kw = std::max(std::isfinite(row.values[gen_most_mw]) ? row.values[gen_most_mw] * 1e3 : 0.0, unit.active_kw);
      unit.operational = row.values[gen_on] > 0.0;
      auto& bus = made_.buses[unit.bus];
      if (unit.operational && bus.kind != BusKind::pq) {
        if (bus.held_pu && *bus.held_pu != row.values[gen_pu])
          remark(NoteKind::warning, "voltages of further generators at one bus", "gen " + unit.number);
        if (!bus.held_pu) bus.held_pu = row.values[gen_pu];
      }
      made_.generators.push_back(std::move(unit));
    }
    for (auto& bus : made_.buses) {
      if (bus.kind != BusKind::pv || bus.held_pu) continue;
      bus.kind = BusKind::pq;  // as MATPOWER's bustypes does
      remark(NoteKind::information, "buses of type 2 without a generator in service are load buses", "bus " + bus.number);
    }
  }

  void add_branch(const Row& row, std::size_t number) {
    const std::size_t from = position_.at(row.values[from_bus]);
    const std::size_t to = position_.at(row.values[to_bus]);
    const double from_kv = made_.buses[from].nominal_kv;
    const double to_kv = made_.buses[to].nominal_kv;
    const bool wound = row.values[branch_ratio] != 0.0 || row.values[branch_shift] != 0.0 || from_kv != to_kv;
    if (wound) return add_transformer(row, number, from, to);
    const double base_ohm = from_kv * from_kv / file_.base_mva;
    CaseLine line;
    line.place = row.line;
    line.number = fmt::format("{}", number);
    line.from = from;
    line.to = to;
    line.resistance_ohm = row.values[branch_r] * base_ohm;
    line.reactance_ohm = row.values[branch_x] * base_ohm;
    line.capacitance_nf = row.values[branch_b] / base_ohm / (2.0 * std::numbers::pi * frequency_hz) * 1e9;
    line.rated_ka = std::isfinite(row.values[rate_a]) ? row.values[rate_a] / (std::numbers::sqrt3 * from_kv) : 0.0;
    line.operational = row.values[branch_on] > 0.0;
    made_.lines.push_back(std::move(line));
  }

  void add_transformer(const Row& row, std::size_t number, std::size_t from, std::size_t to) {
    CaseTransformer unit;
    unit.place = row.line;
    unit.number = fmt::format("{}", number);
    unit.high = from;
    unit.low = to;
    unit.base_mva = file_.base_mva;
    const bool rated = row.values[rate_a] > 0.0 && std::isfinite(row.values[rate_a]);
    if (rated) unit.rated_mva = row.values[rate_a];
    const double scale = rated ? row.values[rate_a] / file_.base_mva : 1.0;
    unit.short_circuit_share = std::hypot(row.values[branch_r], row.values[branch_x]) * scale;
    unit.copper_loss_share = row.values[branch_r] * scale;
    const double ratio = row.values[branch_ratio] != 0.0 ? row.values[branch_ratio] : 1.0;
    unit.high_rated_kv = made_.buses[from].nominal_kv * ratio;
    unit.low_rated_kv = made_.buses[to].nominal_kv;
    unit.phase_shift_deg = row.values[branch_shift];
    unit.operational = row.values[branch_on] > 0.0;
    if (row.values[branch_b] != 0.0) remark(NoteKind::warning, "charging of transformers", "branch " + unit.number);
    if (row.values[branch_x] < 0.0)
      remark(NoteKind::warning, "negative reactances of transformers, taken as positive", "branch " + unit.number);
    made_.transformers.push_back(std::move(unit));
  }

  const CaseFile& file_;
  std::map<double, std::size_t> position_;
  PowerCase made_;
};

}  // namespace

PowerCase power_case(const CaseFile& file) { return Conversion(file).convert(); }

std::optional<ForeignTables> read_matpower(const std::filesystem::path& file, Problems& problems) {
  const auto text = read_text_source(file, problems);
  const auto parsed = text ? parse_case(*text, file.string(), problems) : std::nullopt;
  if (!parsed) return std::nullopt;
  return power_tables(power_case(*parsed));
}

}  // namespace parktwin::importers::matpower
