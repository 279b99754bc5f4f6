#pragma once
// Complete search for a schedule, for small instances: finds one or proves that there is none, if the budget lasts. All constraints are
// differences of two starts; each pair of frames that may meet on a port gives an alternative, either before the other, to which frame
// isolation adds a second difference in the same direction. The search keeps the earliest and the latest start of every frame on every link
// (longest paths in the graph of differences, updated edge by edge), takes alternatives with only one way left at once, and branches on one
// that the earliest starts break. When they break none, they are a schedule.
#include <optional>
#include <span>
#include <vector>

#include "engine/simulators/wired/tsn/schedule/timeline.h"

namespace parktwin::wired::tsn::schedule {

enum class Answer : std::uint8_t { found, none, unknown };

struct Search {
  Answer answer = Answer::unknown;
  std::vector<std::vector<Nanoseconds>> starts_ns;  ///< as in Schedule
  std::int64_t branches = 0;
};

/// `unknown` also for instances with more than 4,000 starts or 40,000 alternatives, which are not begun. One branch of the budget allows
/// 2,000 alternatives to be looked at.
[[nodiscard]] Search search_all(std::span<const Route> routes, Nanoseconds cycle_ns, bool wait_in_queues, std::int64_t most_branches);

}  // namespace parktwin::wired::tsn::schedule
