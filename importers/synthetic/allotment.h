#pragma once
// How many plots each superblock gets, so that together there are enough for all enterprises and a small reserve.
#include <vector>

#include "importers/synthetic/plan.h"
#include "importers/synthetic/synthetic.h"

namespace parktwin::importers::synthetic {

/// Usual plot of an enterprise in the quarter, m2; 0 where enterprises have none.
[[nodiscard]] double usual_plot_m2(Quarter quarter);

/// Largest-remainder split of a count in proportion to the weights, at most caps[i] each. Sum is min(count, sum of caps over positive
/// weights).
[[nodiscard]] std::vector<std::size_t> apportion(std::size_t count, const std::vector<double>& weights,
                                                 const std::vector<std::size_t>& caps);

/// Plots for enterprises and reserve per block.
[[nodiscard]] std::vector<std::size_t> allot(const std::vector<Superblock>& blocks, std::size_t enterprises);

}  // namespace parktwin::importers::synthetic
