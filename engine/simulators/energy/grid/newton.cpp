#include "engine/simulators/energy/grid/newton.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "engine/core/check.h"

namespace parktwin::energy::grid {

namespace {

/// Two rows per node, P then Q; two columns per node, angle then relative magnitude.
std::pair<std::vector<int>, std::vector<int>> jacobian_pattern(const Network& network, const Island& island) {
  std::vector<int> begin{0};
  std::vector<int> column;
  for (std::uint32_t node = island.first; node < island.last; ++node) {
    for (int row = 0; row < 2; ++row) {
      for (std::uint32_t entry = network.row_begin[node]; entry < network.row_begin[node + 1]; ++entry) {
        const int first = 2 * static_cast<int>(network.column[entry] - island.first);
        column.push_back(first);
        column.push_back(first + 1);
      }
      begin.push_back(static_cast<int>(column.size()));
    }
  }
  return {std::move(begin), std::move(column)};
}

SparseLu jacobian_factors(const Network& network, const Island& island) {
  auto [begin, column] = jacobian_pattern(network, island);
  return {std::move(begin), std::move(column)};
}

}  // namespace

Injection injection_of(const Grid& grid, const Network& network) {
  Injection injection;
  injection.power.assign(network.node_count(), 0.0);
  for (const auto& load : grid.loads) {
    injection.power[network.node_of_bus[load.bus]] -= Complex(load.active_w, load.reactive_var) / network.base_va;
  }
  for (const auto& generator : grid.generators) {
    injection.power[network.node_of_bus[generator.bus]] += generator.active_w / network.base_va;
  }
  for (const auto& inverter : grid.inverters) {
    injection.inverters.push_back({network.node_of_bus[inverter.bus], inverter.rated_va / network.base_va,
                                   std::clamp(inverter.active_w, -inverter.rated_va, inverter.rated_va) / network.base_va,
                                   &inverter.control});
  }
  return injection;
}

NewtonSolver::NewtonSolver(const Network& network, std::size_t island)
    : network_(network), island_(network.islands[island]), lu_(jacobian_factors(network, network.islands[island])) {
  PARKTWIN_CHECK(island_.live(), "an island without a slack has no power flow");
  const std::size_t count = island_.last - island_.first;
  role_.assign(count, Role::free);
  held_of_.assign(count, nowhere);
  returns_.assign(count, 0);
  calculated_.resize(count);
  specified_.resize(count);
  reactive_slope_.resize(count);
  right_side_.resize(2 * count);
  row_begin_ = jacobian_pattern(network, island_).first;
  values_.resize(static_cast<std::size_t>(row_begin_.back()));
  constexpr double rounding_errors = 64.0 * std::numeric_limits<double>::epsilon();
  for (std::uint32_t node = island_.first; node < island_.last; ++node) {
    double sum = 0.0;
    for (std::uint32_t entry = network_.row_begin[node]; entry < network_.row_begin[node + 1]; ++entry) {
      sum += std::abs(network_.admittance[entry]);
    }
    rounding_pu_ = std::max(rounding_pu_, rounding_errors * sum);
  }
  for (std::uint32_t i = 0; i < island_.held.size(); ++i) held_of_[island_.held[i].node - island_.first] = i;
}

Complex NewtonSolver::held_voltage(std::uint32_t local, Complex direction) const {
  const double size = std::abs(direction);
  const Complex unit = size > 0.0 && std::isfinite(size) ? direction / size : Complex(1.0);
  return island_.held[held_of_[local]].voltage_pu * unit;
}

NewtonSolver::Mismatch NewtonSolver::mismatch(const Injection& injection, const std::vector<Complex>& voltage) {
  for (std::uint32_t node = island_.first; node < island_.last; ++node) {
    Complex current = 0.0;
    for (std::uint32_t entry = network_.row_begin[node]; entry < network_.row_begin[node + 1]; ++entry) {
      current += network_.admittance[entry] * voltage[network_.column[entry]];
    }
    const std::uint32_t local = node - island_.first;
    calculated_[local] = voltage[node] * std::conj(current);
    specified_[local] = injection.power[node];
    reactive_slope_[local] = 0.0;
  }
  for (const auto& inverter : injection.inverters) {
    if (inverter.node < island_.first || inverter.node >= island_.last) continue;
    const double size = std::abs(voltage[inverter.node]);
    const auto reactive = reactive_power(*inverter.control, inverter.rated_pu, inverter.active_pu, size);
    const std::uint32_t local = inverter.node - island_.first;
    specified_[local] += Complex(inverter.active_pu, reactive.value);
    reactive_slope_[local] += reactive.by_voltage * size;
  }
  Mismatch worst;
  for (std::uint32_t local = 0; local < role_.size(); ++local) {
    if (role_[local] == Role::at_least) specified_[local] += Complex(0.0, island_.held[held_of_[local]].least_reactive_pu);
    if (role_[local] == Role::at_most) specified_[local] += Complex(0.0, island_.held[held_of_[local]].most_reactive_pu);
    const Complex missing = specified_[local] - calculated_[local];
    const double active = role_[local] == Role::slack ? 0.0 : missing.real();
    const double reactive = role_[local] == Role::slack || role_[local] == Role::held ? 0.0 : missing.imag();
    right_side_[2 * local] = active;
    right_side_[2 * local + 1] = reactive;
    const double size = std::max(std::abs(active), std::abs(reactive));
    if (!(size <= worst.greatest) && !std::isnan(worst.greatest)) worst = {size, local + island_.first};
  }
  return worst;
}

// With T = V_i (Y_ij V_j)*: dS_i/dangle_j = −j T, dS_i/dln|V_j| = T; on the diagonal j (S_i − T) and S_i + T.
void NewtonSolver::fill(const std::vector<Complex>& voltage) {
  for (std::uint32_t node = island_.first; node < island_.last; ++node) {
    const std::uint32_t local = node - island_.first;
    double* active = values_.data() + row_begin_[2 * local];
    double* reactive = values_.data() + row_begin_[2 * local + 1];
    for (std::uint32_t entry = network_.row_begin[node]; entry < network_.row_begin[node + 1]; ++entry) {
      const std::uint32_t other = network_.column[entry];
      const Complex term = voltage[node] * std::conj(network_.admittance[entry] * voltage[other]);
      const bool own = other == node;
      const Complex by_angle = own ? Complex(0.0, 1.0) * (calculated_[local] - term) : Complex(0.0, -1.0) * term;
      const Complex by_size = own ? calculated_[local] + term - Complex(0.0, reactive_slope_[local]) : term;
      *active++ = by_angle.real();
      *active++ = by_size.real();
      *reactive++ = by_angle.imag();
      *reactive++ = by_size.imag();
    }
    fill_held_rows(local);
  }
}

void NewtonSolver::fill_held_rows(std::uint32_t local) {
  if (role_[local] != Role::slack && role_[local] != Role::held) return;
  const std::uint32_t node = local + island_.first;
  const auto first = network_.column.begin() + network_.row_begin[node];
  const auto own = 2 * (std::find(first, network_.column.begin() + network_.row_begin[node + 1], node) - first);
  const auto identity = [&](std::uint32_t row, std::ptrdiff_t at) {
    std::fill(values_.begin() + row_begin_[row], values_.begin() + row_begin_[row + 1], 0.0);
    values_[static_cast<std::size_t>(row_begin_[row] + at)] = 1.0;
  };
  if (role_[local] == Role::slack) identity(2 * local, own);
  identity(2 * local + 1, own + 1);
}

bool NewtonSolver::iterate(const Injection& injection, const NewtonOptions& options, std::vector<Complex>& voltage,
                           NewtonOutcome& outcome) {
  constexpr int most_halvings = 6;
  const std::uint32_t first = outcome.iterations;
  Mismatch now = mismatch(injection, voltage);
  std::vector<Complex> before(voltage.begin() + island_.first, voltage.begin() + island_.last);
  for (;;) {
    outcome.greatest_mismatch_pu = now.greatest;
    outcome.worst_node = now.node;
    if (now.greatest <= std::max(options.tolerance_pu, rounding_pu_)) return true;
    if (outcome.iterations - first >= options.most_iterations || !std::isfinite(now.greatest)) return false;
    ++outcome.iterations;
    fill(voltage);
    if (!lu_.factor(values_) || !lu_.solve(right_side_)) return false;
    const std::vector<double> step = right_side_;
    std::copy(voltage.begin() + island_.first, voltage.begin() + island_.last, before.begin());
    double length = 1.0;
    Mismatch next;
    for (int halving = 0; halving <= most_halvings; ++halving, length *= 0.5) {
      for (std::size_t i = 0; i < before.size(); ++i) {
        const double size = std::clamp(1.0 + length * step[2 * i + 1], 0.5, 2.0);
        voltage[island_.first + i] = before[i] * std::polar(size, std::remainder(length * step[2 * i], 2.0 * std::numbers::pi));
      }
      next = mismatch(injection, voltage);
      if (next.greatest < now.greatest) break;
    }
    if (!std::isfinite(next.greatest)) {
      std::copy(before.begin(), before.end(), voltage.begin() + island_.first);
      return false;
    }
    now = next;
  }
}

/// True: some node changed between holding its voltage and standing at a limit of its reactive power.
bool NewtonSolver::apply_limits(std::vector<Complex>& voltage) {
  constexpr std::uint8_t most_returns = 2;
  constexpr double slack = 1e-9;
  bool changed = false;
  for (const auto& held : island_.held) {
    const std::uint32_t local = held.node - island_.first;
    const double size = std::abs(voltage[held.node]);
    auto& role = role_[local];
    if (role == Role::held) {
      const double reactive = (calculated_[local] - specified_[local]).imag();
      if (reactive > held.most_reactive_pu + slack) role = Role::at_most;
      if (reactive < held.least_reactive_pu - slack) role = Role::at_least;
      changed = changed || role != Role::held;
      continue;
    }
    const bool could_hold = role == Role::at_most ? size > held.voltage_pu + slack : size < held.voltage_pu - slack;
    if (!could_hold || returns_[local] >= most_returns) continue;
    ++returns_[local];
    role = Role::held;
    voltage[held.node] = held_voltage(local, voltage[held.node]);
    changed = true;
  }
  return changed;
}

NewtonOutcome NewtonSolver::solve(const Injection& injection, const NewtonOptions& options, std::vector<Complex>& voltage) {
  PARKTWIN_CHECK(voltage.size() == network_.node_count() && injection.power.size() == voltage.size(), "one value per node");
  std::fill(role_.begin(), role_.end(), Role::free);
  std::fill(returns_.begin(), returns_.end(), std::uint8_t{0});
  for (const auto& held : island_.held) {
    role_[held.node - island_.first] = Role::held;
    voltage[held.node] = held_voltage(held.node - island_.first, voltage[held.node]);
  }
  for (const auto& slack : island_.slacks) {
    role_[slack.node - island_.first] = Role::slack;
    voltage[slack.node] = slack.voltage_pu;
  }
  constexpr int most_rounds = 30;
  NewtonOutcome outcome;
  for (int round = 0; round < most_rounds; ++round) {
    outcome.converged = iterate(injection, options, voltage, outcome);
    if (!outcome.converged || !options.reactive_limits || !apply_limits(voltage)) break;
    outcome.converged = false;
  }
  for (const auto& held : island_.held) {
    if (role_[held.node - island_.first] != Role::held) outcome.at_limit.push_back(held.node);
  }
  return outcome;
}

}  // namespace parktwin::energy::grid
