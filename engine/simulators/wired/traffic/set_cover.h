#pragma once
// The fewest sets that cover everything, exactly: branch and bound on the element with the fewest sets, after leaving out elements that
// are covered whenever another one is; bounded below by elements no two of which share a set, above by the greedy choice.
// When the effort is used up the best cover found stands beside the bound.
#include <cstdint>
#include <vector>

namespace parktwin::wired::traffic {

struct Cover {
  std::vector<std::uint32_t> sets;  ///< ascending
  std::int32_t lower_bound = 0;     ///< equal to their number when proven
  [[nodiscard]] bool proven() const { return static_cast<std::int32_t>(sets.size()) == lower_bound; }
};

/// `covering[i]` lists the sets that hold element i. Preconditions: none of them is empty; sets are numbered below `sets`.
[[nodiscard]] Cover fewest_sets(const std::vector<std::vector<std::uint32_t>>& covering, std::uint32_t sets, std::int64_t effort);

}  // namespace parktwin::wired::traffic
