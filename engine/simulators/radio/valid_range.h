#pragma once
// For which values of a quantity a propagation formula was fitted: data a caller can ask before it trusts a loss. The unit is in the name
// of the variable that holds the range. Both ends belong to the range.

namespace parktwin::radio {

struct ValidRange {
  double least = 0.0;
  double most = 0.0;
  [[nodiscard]] constexpr bool contains(double value) const { return value >= least && value <= most; }
};

}  // namespace parktwin::radio
