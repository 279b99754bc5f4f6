#pragma once
// Which pairs of shared-risk groups (sets of edges that fail together) may cut off something that neither group alone cuts off. A set of
// edges contains a cut exactly when the labels of its edges, as elements of the cycle space, depend on each other, so a new cut in the
// union of two sets shows as a loss of rank: rank(A ∪ B) < rank A + rank B − rank(A ∩ B). No such pair is missed; what is returned may cut
// off nothing new (more edges than label bits, a cut of what is cut off already) and has to be looked at.
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/simulators/wired/failures/link_cuts.h"

namespace parktwin::wired::failures {

/// Pairs of positions in `groups`, ascending. Precondition: each group is ascending and without repetition. O(groups² · edges in them).
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> suspect_pairs(const LinkCuts& cuts,
                                                                                 std::span<const std::vector<std::uint32_t>> groups);

}  // namespace parktwin::wired::failures
