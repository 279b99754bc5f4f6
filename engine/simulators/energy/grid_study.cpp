#include "engine/simulators/energy/grid_study.h"

#include <algorithm>
#include <set>

#include "engine/simulators/energy/grid/contingencies.h"
#include "engine/simulators/energy/grid/hosting_sweep.h"
#include "engine/simulators/energy/grid/short_circuit.h"
#include "engine/simulators/energy/park_grid.h"

namespace parktwin::energy {
namespace {

constexpr double low_voltage_v = 1000.0;
constexpr double most_hosted_w = 20e6;
constexpr double hosting_resolution_w = 5e3;

/// The grid with every power as it is at one step.
grid::Grid at_step(const ParkGrid& made, std::size_t step) {
  grid::Grid now = made.grid;
  const auto factor = [&](std::uint32_t profile) { return made.profiles.factors[profile * made.profiles.steps + step]; };
  for (std::size_t i = 0; i < now.loads.size(); ++i) {
    now.loads[i].active_w *= factor(made.profiles.use.loads[i]);
    now.loads[i].reactive_var *= factor(made.profiles.use.loads[i]);
  }
  for (std::size_t i = 0; i < now.inverters.size(); ++i) now.inverters[i].active_w *= factor(made.profiles.use.inverters[i]);
  for (std::size_t i = 0; i < now.generators.size(); ++i) now.generators[i].active_w *= factor(made.profiles.use.generators[i]);
  return now;
}

class Names {
 public:
  explicit Names(const Park& park) : park_(park) {}

  [[nodiscard]] std::string branch(std::size_t number) const {
    const std::size_t lines = park_.power_lines->size();
    if (number < lines) return (*park_.power_lines)[Id<PowerLine>(number)].id;
    return (*park_.transformers)[Id<Transformer>(number - lines)].id;
  }
  [[nodiscard]] std::string place(const grid::Violation& violation) const {
    if (violation.limit == grid::Limit::loading) return branch(violation.place);
    return (*park_.buses)[Id<Bus>(violation.place)].id;
  }
  [[nodiscard]] LimitKind kind(const grid::Violation& violation) const {
    if (violation.limit == grid::Limit::voltage_low) return LimitKind::voltage_low;
    if (violation.limit == grid::Limit::voltage_high) return LimitKind::voltage_high;
    return violation.place < park_.power_lines->size() ? LimitKind::line_overload : LimitKind::transformer_overload;
  }

 private:
  const Park& park_;
};

std::vector<HostingFigures> hosting(const grid::Grid& grid, const Names& names) {
  grid::HostingOptions options;
  options.most_w = most_hosted_w;
  options.resolution_w = hosting_resolution_w;
  std::vector<HostingFigures> all;
  for (const auto& found : grid::hosting_by_sweeps(grid, options)) {
    HostingFigures figures;
    figures.bus = Id<Bus>(found.bus);
    if (found.live) figures.capacity_kw = found.active_w * 1e-3;
    figures.no_solution = found.no_solution;
    if (found.limit) {
      figures.limit = names.kind(*found.limit);
      figures.limit_place = names.place(*found.limit);
      figures.limit_value = found.limit->value;
    }
    all.push_back(std::move(figures));
  }
  return all;
}

/// Lines that stand open become closed up to a node of their own, with an open switch between it and their other end.
std::vector<std::size_t> add_ties(grid::Grid& grid, std::vector<std::size_t>& line_of_tie) {
  std::vector<std::size_t> ties;
  for (std::size_t i = 0; i < line_of_tie.size(); ++i) {
    auto& line = grid.lines[line_of_tie[i]];
    const std::size_t end = grid.buses.size();
    grid.buses.push_back(grid.buses[line.to]);
    grid.switches.push_back({end, line.to, false});
    line.to = end;
    line.from_closed = line.to_closed = true;
    ties.push_back(grid.switches.size() - 1);
  }
  return ties;
}

/// How far a violation is beyond its limit.
double excess(const grid::Grid& grid, const grid::Violation& violation) {
  if (violation.limit == grid::Limit::loading) return violation.value - 1.0;
  const auto& bus = grid.buses[violation.place];
  return violation.limit == grid::Limit::voltage_low ? bus.least_pu - violation.value : violation.value - bus.most_pu;
}

class Outages {
 public:
  Outages(const Park& park, grid::Grid grid, const Names& names) : park_(park), grid_(std::move(grid)), names_(names) {
    const auto& lines = *park.power_lines;
    for (std::size_t i = 0; i < grid_.lines.size(); ++i) {
      const PowerLine& line = lines[Id<PowerLine>(i)];
      if (!line.operational && bus_v(line.from) > low_voltage_v) line_of_tie_.push_back(i);
    }
    for (const auto& violation : grid::power_flow(grid_).violations) known_.emplace(violation.limit, violation.place);
    options_.ties = add_ties(grid_, line_of_tie_);
    for (std::size_t i = 0; i < grid_.lines.size(); ++i) {
      const PowerLine& line = lines[Id<PowerLine>(i)];
      if (line.operational && bus_v(line.from) > low_voltage_v) options_.branches.push_back(i);
    }
    for (std::size_t i = 0; i < grid_.transformers.size(); ++i) {
      const Transformer& unit = (*park.transformers)[Id<Transformer>(i)];
      if (unit.operational && bus_v(unit.low) > low_voltage_v) options_.branches.push_back(grid_.lines.size() + i);
    }
  }

  [[nodiscard]] std::vector<FeederOutage> all() const {
    std::vector<FeederOutage> outages;
    if (options_.branches.empty()) return outages;
    for (const auto& found : grid::contingencies(grid_, options_)) outages.push_back(record(found));
    return outages;
  }

 private:
  [[nodiscard]] double bus_v(Id<Bus> bus) const { return grid_.buses[bus.index()].nominal_v; }

  [[nodiscard]] FeederOutage record(const grid::Outage& found) const {
    FeederOutage outage;
    outage.branch = names_.branch(found.branch);
    outage.lost_kw = found.lost_w * 1e-3;
    outage.unsolved = !found.unsolved.empty();
    if (found.tie != grid::no_tie) outage.closed_line = names_.branch(line_of_tie_[found.tie]);
    std::set<std::size_t> dead;
    for (const std::size_t bus : found.dead) {
      if (bus < park_.buses->size()) dead.insert(bus);
    }
    outage.dark_buses = static_cast<std::int32_t>(dead.size());
    std::set<std::size_t> dark;
    for (const auto& load : *park_.power_loads) {
      if (load.enterprise.valid() && dead.contains(load.bus.index())) dark.insert(load.enterprise.index());
    }
    for (const std::size_t enterprise : dark) outage.dark.emplace_back(enterprise);
    double most = 0.0;
    for (const auto& violation : found.violations) {
      const bool own_end = violation.limit != grid::Limit::loading && violation.place >= park_.buses->size();
      if (own_end || known_.contains({violation.limit, violation.place})) continue;
      ++outage.violations;
      if (excess(grid_, violation) <= most) continue;
      most = excess(grid_, violation);
      outage.worst = names_.kind(violation);
      outage.worst_place = names_.place(violation);
      outage.worst_value = violation.value;
    }
    return outage;
  }

  const Park& park_;
  grid::Grid grid_;
  const Names& names_;
  std::vector<std::size_t> line_of_tie_;
  std::set<std::pair<grid::Limit, std::size_t>> known_;  ///< limits left without any outage
  grid::ContingencyOptions options_;
};

std::vector<ShortCircuitFigures> short_circuits(grid::Grid grid, const GridStudyOptions& options) {
  for (auto& source : grid.sources) {
    source.most_short_circuit_va = options.short_circuit_mva * 1e6;
    source.least_short_circuit_va = std::min(options.short_circuit_mva, options.least_short_circuit_mva) * 1e6;
  }
  const auto found = grid::short_circuits(grid);
  std::vector<ShortCircuitFigures> all(found.most.size());
  for (std::size_t bus = 0; bus < all.size(); ++bus) {
    all[bus].bus = Id<Bus>(bus);
    if (!found.most[bus].fed) continue;
    all[bus].most_ka = found.most[bus].initial_a * 1e-3;
    all[bus].least_ka = found.least[bus].initial_a * 1e-3;
    all[bus].peak_ka = found.most[bus].peak_a * 1e-3;
    all[bus].power_mva = found.most[bus].power_va * 1e-6;
  }
  return all;
}

}  // namespace

GridStudy study_grid(const GridInputs& inputs, std::span<const double> import_kw, const GridStudyOptions& options) {
  const ParkGrid made = park_grid(inputs);
  const Names names(inputs.park);
  const auto least = static_cast<std::size_t>(std::min_element(import_kw.begin(), import_kw.end()) - import_kw.begin());
  const auto greatest = static_cast<std::size_t>(std::max_element(import_kw.begin(), import_kw.end()) - import_kw.begin());
  GridStudy study;
  study.least_at = loads::time_of_step(least);
  study.greatest_at = loads::time_of_step(greatest);
  study.hosting_capacity = hosting(at_step(made, least), names);
  study.feeder_outages = Outages(inputs.park, at_step(made, greatest), names).all();
  study.short_circuits = short_circuits(made.grid, options);
  return study;
}

}  // namespace parktwin::energy
