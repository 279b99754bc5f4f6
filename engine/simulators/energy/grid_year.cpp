#include "engine/simulators/energy/grid_year.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/simulators/energy/park_grid.h"

namespace parktwin::energy {
namespace {

constexpr double mwh_per_kwh = 1e-3;

std::optional<double> known(double value) { return std::isfinite(value) ? std::optional(value) : std::nullopt; }

std::string gap(const Park& park, const ParkGrid& made) {
  if (park.buses->empty()) return "the inventory has no buses";
  if (made.grid.sources.empty()) return "no bus is marked slack, so nothing feeds the grid";
  const auto faults = grid::faults(made.grid);
  return faults.empty() ? std::string() : "the grid cannot be solved: " + faults.front();
}

void add_buses(const GridInputs& in, const grid::TimeSeries& series, GridYear& year) {
  for (std::size_t b = 0; b < series.buses.size(); ++b) {
    const auto& extremes = series.buses[b];
    BusFigures figures;
    figures.bus = Id<Bus>(b);
    figures.supplied = !extremes.dead;
    figures.lowest_pu = known(extremes.lowest_pu);
    figures.highest_pu = known(extremes.highest_pu);
    if (figures.lowest_pu) figures.lowest_at = loads::time_of_step(extremes.lowest_step);
    if (figures.highest_pu) figures.highest_at = loads::time_of_step(extremes.highest_step);
    figures.steps_below = static_cast<std::int32_t>(extremes.steps_below);
    figures.steps_above = static_cast<std::int32_t>(extremes.steps_above);
    year.buses.push_back(std::move(figures));
  }
  for (const auto& consumer : in.loads.consumers) {
    if (consumer.bus.valid()) {
      year.buses[consumer.bus.index()].consumption_mwh += consumer.mean_kw * loads::steps_per_year * loads::step_h * mwh_per_kwh;
    }
  }
  for (std::size_t g = 0; g < in.park.generators->size(); ++g) {
    const Generator& generator = (*in.park.generators)[Id<Generator>(g)];
    const auto& share = in.per_rated[g];
    if (!generator.bus.valid()) continue;
    year.buses[generator.bus.index()].generation_mwh +=
        std::accumulate(share.begin(), share.end(), 0.0) * generator.rated_power.value() * loads::step_h * mwh_per_kwh;
  }
}

template <class Record>
BranchFigures<Record> branch_figures(std::size_t position, const grid::BranchExtremes& extremes) {
  BranchFigures<Record> figures;
  figures.branch = Id<Record>(position);
  figures.highest_loading = extremes.highest_loading;
  if (extremes.highest_loading > 0.0) figures.highest_at = loads::time_of_step(extremes.highest_step);
  figures.steps_over = static_cast<std::int32_t>(extremes.steps_over);
  figures.loss_mwh = extremes.loss_wh * 1e-6;
  return figures;
}

void add_branches(const GridInputs& in, const grid::TimeSeries& series, GridYear& year) {
  const std::size_t lines = in.park.power_lines->size();
  for (std::size_t i = 0; i < lines; ++i) year.lines.push_back(branch_figures<PowerLine>(i, series.branches[i]));
  for (std::size_t i = 0; i < in.park.transformers->size(); ++i) {
    year.transformers.push_back(branch_figures<Transformer>(i, series.branches[lines + i]));
  }
  for (const auto& branch : series.branches) year.loss_mwh += branch.loss_wh * 1e-6;
}

void add_violations(const Park& park, GridYear& year) {
  for (const auto& bus : year.buses) {
    const std::string& id = (*park.buses)[bus.bus].id;
    if (bus.steps_below > 0) year.violations.push_back({LimitKind::voltage_low, id, *bus.lowest_pu, bus.lowest_at, bus.steps_below});
    if (bus.steps_above > 0) year.violations.push_back({LimitKind::voltage_high, id, *bus.highest_pu, bus.highest_at, bus.steps_above});
  }
  const auto add = [&](const auto& branches, LimitKind kind, const auto& table) {
    for (const auto& branch : branches) {
      if (branch.steps_over == 0) continue;
      year.violations.push_back({kind, table[branch.branch].id, branch.highest_loading, branch.highest_at, branch.steps_over});
    }
  };
  add(year.lines, LimitKind::line_overload, *park.power_lines);
  add(year.transformers, LimitKind::transformer_overload, *park.transformers);
}

void scale_to_kw(std::vector<double>& watts) {
  for (auto& value : watts) value *= 1e-3;
}

}  // namespace

SolvedGrid solve_grid(const GridInputs& inputs) {
  SolvedGrid solved;
  const ParkGrid made = park_grid(inputs);
  solved.year.reason = gap(inputs.park, made);
  if (!solved.year.reason.empty()) return solved;
  auto series = grid::time_series(made.grid, made.profiles);
  add_buses(inputs, series, solved.year);
  add_branches(inputs, series, solved.year);
  add_violations(inputs.park, solved.year);
  solved.unsolved.assign(loads::steps_per_year, 0);
  for (const auto& failure : series.failures) {
    solved.unsolved[failure.step] = 1;
    solved.year.unsolved.push_back({loads::time_of_step(failure.step), Id<Bus>(failure.bus), failure.mismatch_w * 1e-3});
  }
  solved.year.sweeps_per_block = series.sweeps_per_block;
  for (const auto& bus : series.buses) solved.supplied_bus.push_back(bus.dead ? 0 : 1);
  scale_to_kw(series.supply_w);
  scale_to_kw(series.loss_w);
  solved.supply_kw = std::move(series.supply_w);
  solved.loss_kw = std::move(series.loss_w);
  return solved;
}

}  // namespace parktwin::energy
