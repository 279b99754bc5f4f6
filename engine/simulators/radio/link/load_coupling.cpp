#include "engine/simulators/radio/link/load_coupling.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/check.h"

namespace parktwin::radio::link {
namespace {

void check_promises(std::size_t cells, std::span<const CoupledUser> users, std::span<const double> power_mw) {
  PARKTWIN_CHECK(power_mw.size() == users.size() * cells, "one power per user and cell");
  for (const auto& user : users) {
    PARKTWIN_CHECK(user.cell < cells && user.noise_mw > 0.0 && user.demand_mbit_s >= 0.0, "serving cell, noise or demand of a user");
  }
  PARKTWIN_CHECK(std::ranges::all_of(power_mw, [](double power) { return power >= 0.0; }), "powers not negative");
}

double share_needed(const CoupledUser& user, std::span<const double> user_power_mw, std::span<const double> disturbing,
                    const RateAtSinr& rate_mbit_s) {
  if (user.demand_mbit_s <= 0.0) return 0.0;
  double disturbance_mw = user.noise_mw;
  for (std::size_t cell = 0; cell < disturbing.size(); ++cell) {
    if (cell != user.cell) disturbance_mw += disturbing[cell] * user_power_mw[cell];
  }
  const double rate = rate_mbit_s(user.cell, user_power_mw[user.cell] / disturbance_mw);
  return rate > 0.0 ? user.demand_mbit_s / rate : std::numeric_limits<double>::infinity();
}

}  // namespace

CoupledLoads coupled_loads(std::size_t cells, std::span<const CoupledUser> users, std::span<const double> power_mw,
                           const RateAtSinr& rate_mbit_s, const LoadCouplingOptions& options) {
  check_promises(cells, users, power_mw);
  CoupledLoads result;
  result.load.assign(cells, 0.0);
  std::vector<double> disturbing(cells, 0.0);
  while (!result.converged && result.iterations < options.most_iterations) {
    ++result.iterations;
    std::fill(result.load.begin(), result.load.end(), 0.0);
    for (std::size_t i = 0; i < users.size(); ++i) {
      result.load[users[i].cell] += share_needed(users[i], power_mw.subspan(i * cells, cells), disturbing, rate_mbit_s);
    }
    result.last_change = 0.0;
    for (std::size_t cell = 0; cell < cells; ++cell) {
      const double load = std::min(1.0, result.load[cell]);
      result.last_change = std::max(result.last_change, std::abs(load - disturbing[cell]));
      disturbing[cell] = load;
    }
    result.converged = result.last_change <= options.tolerance;
  }
  for (std::size_t cell = 0; cell < cells; ++cell) {
    if (result.load[cell] > 1.0) result.overloaded.push_back(cell);
  }
  return result;
}

}  // namespace parktwin::radio::link
