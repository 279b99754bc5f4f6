#include "engine/simulators/energy/grid/sweep_plan.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "engine/core/check.h"

namespace parktwin::energy::grid {

namespace {

std::uint32_t factor_of(const std::vector<std::uint32_t>& use, std::size_t record) {
  return use.empty() || use[record] == constant_profile ? 0 : use[record] + 1;
}

class Planner {
 public:
  Planner(const Grid& grid, const Network& network, std::size_t number, const ProfileUse& use)
      : grid_(grid), network_(network), island_(network.islands[number]), use_(use), free_(free_nodes(network, number)) {
    plan_.sweeps = free_.factors.regular && island_.held.empty();
    plan_.count = static_cast<std::uint32_t>(free_.nodes.size());
    voltage_.resize(network.node_count());
    set_unloaded(network, number, free_, voltage_);
  }

  SweepPlan plan() && {
    places();
    factors();
    powers();
    inverters();
    branches();
    shunts();
    rows();
    return std::move(plan_);
  }

 private:
  void places() {
    place_.assign(island_.last - island_.first, nowhere);
    for (std::uint32_t k = 0; k < plan_.count; ++k) plan_.node.push_back(free_.nodes[free_.factors.order[k]]);
    for (const auto& slack : island_.slacks) plan_.node.push_back(slack.node);
    for (std::uint32_t k = 0; k < plan_.node.size(); ++k) {
      place_[plan_.node[k] - island_.first] = k;
      plan_.start.add(voltage_[plan_.node[k]]);
    }
    for (std::uint32_t k = plan_.count; k < plan_.node.size(); ++k) {
      const std::uint32_t node = plan_.node[k];
      for (std::uint32_t entry = network_.row_begin[node]; entry < network_.row_begin[node + 1]; ++entry) {
        plan_.slack_entries.push_back({k, place_[network_.column[entry] - island_.first], network_.admittance[entry]});
      }
    }
  }

  void factors() {
    plan_.begin = free_.factors.begin;
    plan_.later = free_.factors.later;
    for (const Complex value : free_.factors.lower) plan_.lower.add(value);
    for (const Complex value : free_.factors.upper) plan_.upper.add(value);
    for (std::uint32_t k = 0; k < plan_.count; ++k) {
      plan_.inverse_pivot.add(free_.factors.inverse_pivot[k]);
      plan_.source_current.add(free_.source_current[free_.factors.order[k]]);
    }
  }

  [[nodiscard]] std::uint32_t place_of(std::size_t bus) const {
    const std::uint32_t node = network_.node_of_bus[bus];
    return node < island_.first || node >= island_.last ? nowhere : place_[node - island_.first];
  }

  void powers() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, Complex> sums;
    for (std::size_t i = 0; i < grid_.loads.size(); ++i) {
      const auto& load = grid_.loads[i];
      sums[{place_of(load.bus), factor_of(use_.loads, i)}] -= Complex(load.active_w, load.reactive_var) / network_.base_va;
    }
    for (std::size_t i = 0; i < grid_.generators.size(); ++i) {
      const auto& machine = grid_.generators[i];
      sums[{place_of(machine.bus), factor_of(use_.generators, i)}] += machine.active_w / network_.base_va;
    }
    for (const auto& [key, power] : sums) {
      if (key.first != nowhere) plan_.powers.push_back({key.first, key.second, power.real(), power.imag()});
    }
  }

  void inverters() {
    for (std::uint32_t i = 0; i < grid_.inverters.size(); ++i) {
      const auto& record = grid_.inverters[i];
      SweepInverter inverter;
      inverter.place = place_of(record.bus);
      if (inverter.place == nowhere) continue;
      inverter.factor = factor_of(use_.inverters, i);
      inverter.record = i;
      inverter.rated = record.rated_va / network_.base_va;
      inverter.active = record.active_w / network_.base_va;
      inverter.by_voltage = record.control.law == ReactiveLaw::by_voltage;
      inverter.first_piece = static_cast<std::uint32_t>(plan_.pieces.size());
      const auto& curve = record.control.curve;
      if (inverter.by_voltage) inverter.first_value = curve.front().value;
      for (std::size_t point = 1; inverter.by_voltage && point < curve.size(); ++point) {
        const double slope = (curve[point].value - curve[point - 1].value) / (curve[point].at - curve[point - 1].at);
        plan_.pieces.push_back({curve[point - 1].at, curve[point].at, slope});
      }
      inverter.last_piece = static_cast<std::uint32_t>(plan_.pieces.size());
      plan_.inverters.push_back(inverter);
    }
  }

  void branches() {
    for (std::uint32_t i = 0; i < network_.branches.size(); ++i) {
      const auto& branch = network_.branches[i];
      const auto inside = [&](std::uint32_t node) { return node >= island_.first && node < island_.last; };
      if (!inside(branch.from) && !inside(branch.to)) continue;
      // An open end has no admittance towards the other, whose island may be another one: any place stands for it.
      SweepBranch planned;
      planned.from = place_[(inside(branch.from) ? branch.from : branch.to) - island_.first];
      planned.to = place_[(inside(branch.to) ? branch.to : branch.from) - island_.first];
      planned.record = i;
      planned.admittance = branch.admittance;
      if (!inside(branch.from)) planned.admittance.from_from = 0.0;
      if (!inside(branch.to)) planned.admittance.to_to = 0.0;
      if (branch.from_rated_pu > 0.0) {
        planned.from_weight = 1.0 / (branch.from_rated_pu * branch.from_rated_pu);
        planned.to_weight = 1.0 / (branch.to_rated_pu * branch.to_rated_pu);
      }
      plan_.branches.push_back(planned);
    }
  }

  void shunts() {
    for (const auto& shunt : grid_.shunts) {
      const double nominal_v = grid_.buses[shunt.bus].nominal_v;
      const std::uint32_t place = place_of(shunt.bus);
      if (place == nowhere || shunt.conductance_s == 0.0) continue;
      plan_.shunts.push_back({place, shunt.conductance_s * nominal_v * nominal_v / network_.base_va});
    }
  }

  /// The rows against which solutions are checked, apart from the factors that found them.
  void rows() {
    for (std::uint32_t k = 0; k < plan_.count; ++k) {
      const std::uint32_t node = plan_.node[k];
      double size = 0.0;
      plan_.row_begin.push_back(static_cast<std::uint32_t>(plan_.column.size()));
      for (std::uint32_t entry = network_.row_begin[node]; entry < network_.row_begin[node + 1]; ++entry) {
        plan_.column.push_back(place_[network_.column[entry] - island_.first]);
        plan_.admittance.add(network_.admittance[entry]);
        size += std::abs(network_.admittance[entry]);
      }
      const double rounding = 64.0 * std::numeric_limits<double>::epsilon() * size;
      plan_.rounding_square.push_back(rounding * rounding);
    }
    plan_.row_begin.push_back(static_cast<std::uint32_t>(plan_.column.size()));
    std::vector<double> reach(plan_.node.size(), 1.0);
    for (const auto& inverter : plan_.inverters) {
      double steepest = 0.0;
      for (std::uint32_t piece = inverter.first_piece; piece < inverter.last_piece; ++piece)
        steepest = std::max(steepest, std::abs(plan_.pieces[piece].slope));
      reach[inverter.place] += inverter.rated * steepest;
    }
    for (std::uint32_t k = 0; k < plan_.count; ++k) plan_.reach_square.push_back(reach[k] * reach[k]);
  }

  const Grid& grid_;
  const Network& network_;
  const Island& island_;
  const ProfileUse& use_;
  FreeNodes free_;
  std::vector<Complex> voltage_;
  std::vector<std::uint32_t> place_;
  SweepPlan plan_;
};

}  // namespace

SweepPlan plan_sweeps(const Grid& grid, const Network& network, std::size_t island, const ProfileUse& use) {
  const auto fits = [](const std::vector<std::uint32_t>& profiles, std::size_t records) {
    return profiles.empty() || profiles.size() == records;
  };
  PARKTWIN_CHECK(
      fits(use.loads, grid.loads.size()) && fits(use.generators, grid.generators.size()) && fits(use.inverters, grid.inverters.size()),
      "a profile for every record or for none");
  return Planner(grid, network, island, use).plan();
}

}  // namespace parktwin::energy::grid
