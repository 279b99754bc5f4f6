#pragma once
// The streams that a park's flows send: one for each path of each flow that is carried, with what is in the way of the others.
#include <cstddef>
#include <string>
#include <vector>

#include "engine/simulators/wired/tsn/routes.h"
#include "engine/simulators/wired/tsn/tsn.h"

namespace parktwin::wired::tsn {

struct Member {
  std::size_t flow = 0;
  TsnClass traffic_class = TsnClass::strict_priority;
  Stream stream;
  friend bool operator==(const Member&, const Member&) = default;
};

struct Members {
  std::vector<Member> members;     ///< flow by flow, in the order of the table
  std::vector<FlowFigures> flows;  ///< state and reason of those that are not carried or not redundant; others are `met` as yet
};

/// `most_reserved_share`: of a link for classes A and B; flows that come later in the table and exceed it are not carried.
[[nodiscard]] Members members_of(const Park& park, const Ethernet& ethernet, double most_reserved_share);

/// What a stream takes of a link's rate: its time on the port, gap included, over its period, rounded up.
[[nodiscard]] std::int64_t rate_bit_s(const Stream& stream, const Link& link);

}  // namespace parktwin::wired::tsn
