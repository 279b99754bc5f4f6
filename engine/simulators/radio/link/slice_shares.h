#pragma once
// How a cell's resources are divided among network slices, and which slices are short. Each slice has a guaranteed and a highest share, the
// minimum and maximum ratio of a radio resource management policy (3GPP TS 28.541 v16.6.0 clause 4.3.36). Guarantees are served first, as
// far as they are needed; a guarantee not needed is lent. What remains goes by weight to slices that need more, up to their highest share.
// Ignores dedicated ratios, which stay empty when not needed, and the time a lent resource takes to come back.
#include <span>
#include <vector>

namespace parktwin::radio::link {

/// Shares are parts of the cell's resources.
struct Slice {
  double needed_share = 0.0;  ///< may exceed 1
  double guaranteed_share = 0.0;
  double highest_share = 1.0;  ///< at least the guaranteed one
  double weight = 1.0;
};

struct SliceShare {
  double share = 0.0;
  double short_share = 0.0;            ///< needed but not given
  double short_by_cap_share = 0.0;     ///< the part of it that its own highest share denies
  double below_guarantee_share = 0.0;  ///< guaranteed and needed but not given, only when guarantees exceed the cell
};

struct SliceDivision {
  std::vector<SliceShare> slices;
  double free_share = 0.0;
  bool overcommitted = false;  ///< guarantees add up to more than the cell; each is then cut by the same factor
};

/// Preconditions: needs not negative, 0 ≤ guaranteed ≤ highest ≤ 1, weights positive.
[[nodiscard]] SliceDivision divide_among_slices(std::span<const Slice> slices);

}  // namespace parktwin::radio::link
