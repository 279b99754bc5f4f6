#pragma once
// Whether a cell carries its users' traffic, and what each gets when it does not. A user needs the share demand / full rate of the cell's
// resources, where the full rate is what it would get alone. When the shares needed exceed the cell, the scheduler divides:
//   equal shares: everyone the same share, nobody more than needed, the rest again to those who need more (max-min; processor sharing);
//   proportional shares: everyone the same part of what is needed.
// Fluid model of means: ignores bursts, delay, and gains of channel-aware scheduling.
#include <cstddef>
#include <span>
#include <vector>

namespace parktwin::radio::link {

struct CellUser {
  double full_rate_mbit_s = 0.0;  ///< with all the cell's resources; 0: out of reach
  double demand_mbit_s = 0.0;
};

enum class Sharing { equal, proportional };

struct CellCapacity {
  double required_share = 0.0;  ///< sum over users within reach; above 1: saturated
  double load = 0.0;            ///< share of resources in use, at most 1
  bool saturated = false;
  std::size_t users_out_of_reach = 0;  ///< with demand but no rate
  std::vector<double> served_mbit_s;   ///< per user, at most its demand
};

/// Preconditions: rates and demands finite and not negative.
[[nodiscard]] CellCapacity cell_capacity(std::span<const CellUser> users, Sharing sharing);

/// Divides `available` among needs: everyone gets its weight's part, nobody more than needed, what is left goes to the others by weight.
/// Preconditions: as many weights as needs, needs and `available` not negative, weights positive.
[[nodiscard]] std::vector<double> weighted_shares(std::span<const double> needs, std::span<const double> weights, double available);

}  // namespace parktwin::radio::link
