#pragma once
// Is one port alone enough to prove that there is no schedule? Each stream is reduced to its frames on that port, which may start when they
// like as long as they keep apart and differ no more, relative to the period, than jitter and waiting behind the port allow; isolation and
// everything elsewhere is left out. What has no schedule then has none at all, and the complete search sees it far sooner.
#include <optional>
#include <span>

#include "engine/simulators/wired/tsn/schedule/timeline.h"

namespace parktwin::wired::tsn::schedule {

struct OverfullPort {
  std::optional<std::size_t> link;  ///< empty: no port is known to be overfull
  std::int64_t branches = 0;
};

/// Looks at the ports of the given streams, in the order of their numbers, each with the budget of branches.
[[nodiscard]] OverfullPort overfull_port(std::span<const Route> routes, std::span<const std::size_t> streams, Nanoseconds cycle_ns,
                                         bool wait_in_queues, std::int64_t most_branches);

/// The stream on one of its links by itself.
[[nodiscard]] Route on_port(const Route& route, std::size_t hop, bool wait_in_queues);

}  // namespace parktwin::wired::tsn::schedule
