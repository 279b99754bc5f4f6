#include "engine/simulators/radio/link/cell_capacity.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/check.h"

namespace parktwin::radio::link {
namespace {

bool is_amount(double value) { return std::isfinite(value) && value >= 0.0; }

}  // namespace

std::vector<double> weighted_shares(std::span<const double> needs, std::span<const double> weights, double available) {
  PARKTWIN_CHECK(needs.size() == weights.size(), "one weight per need");
  PARKTWIN_CHECK(std::ranges::all_of(needs, is_amount) && is_amount(available), "needs and what is available are finite amounts");
  PARKTWIN_CHECK(std::ranges::all_of(weights, [](double weight) { return std::isfinite(weight) && weight > 0.0; }), "weights positive");
  std::vector<std::size_t> order(needs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // By need per weight: whoever is satisfied first comes first. Ties by position, for the same bits everywhere.
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return needs[i] / weights[i]; });
  std::vector<double> weight_from(needs.size());  // summed from the end, so that the last part is exactly all that is left
  double weight = 0.0;
  for (std::size_t k = order.size(); k-- > 0;) weight_from[k] = weight += weights[order[k]];
  std::vector<double> shares(needs.size());
  for (std::size_t k = 0; k < order.size(); ++k) {
    const std::size_t i = order[k];
    shares[i] = std::min(needs[i], available * (weights[i] / weight_from[k]));
    available = std::max(0.0, available - shares[i]);
  }
  return shares;
}

CellCapacity cell_capacity(std::span<const CellUser> users, Sharing sharing) {
  CellCapacity capacity;
  std::vector<double> needs;
  for (const auto& user : users) {
    PARKTWIN_CHECK(is_amount(user.full_rate_mbit_s) && is_amount(user.demand_mbit_s), "rates and demands are finite amounts");
    const bool in_reach = user.full_rate_mbit_s > 0.0;
    if (!in_reach && user.demand_mbit_s > 0.0) ++capacity.users_out_of_reach;
    needs.push_back(in_reach ? user.demand_mbit_s / user.full_rate_mbit_s : 0.0);
  }
  capacity.required_share = std::accumulate(needs.begin(), needs.end(), 0.0);
  capacity.saturated = capacity.required_share > 1.0;
  capacity.load = std::min(1.0, capacity.required_share);
  std::vector<double> shares = needs;
  if (capacity.saturated && sharing == Sharing::equal) {
    shares = weighted_shares(needs, std::vector<double>(needs.size(), 1.0), 1.0);
  } else if (capacity.saturated) {
    for (double& share : shares) share /= capacity.required_share;
  }
  for (std::size_t i = 0; i < users.size(); ++i) {
    capacity.served_mbit_s.push_back(std::min(users[i].demand_mbit_s, shares[i] * users[i].full_rate_mbit_s));
  }
  return capacity;
}

}  // namespace parktwin::radio::link
