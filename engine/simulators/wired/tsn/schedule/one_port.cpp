#include "engine/simulators/wired/tsn/schedule/one_port.h"

#include <algorithm>
#include <set>

#include "engine/simulators/wired/tsn/schedule/exact.h"

namespace parktwin::wired::tsn::schedule {

Route on_port(const Route& route, std::size_t hop, bool wait_in_queues) {
  Route alone;
  alone.hops = {route.hops[hop]};
  alone.hops[0].behind_ns = alone.hops[0].unsure_ns = 0;
  alone.period_ns = route.period_ns;
  const bool waits = wait_in_queues && hop + 1 < route.hops.size();
  alone.most_spread_ns = route.most_spread_ns + (waits ? route.most_span_ns - route.least_span_ns : 0);
  // Frames may be numbered so that the earliest of them, relative to its period, starts in the period of its number.
  alone.window_ns = route.period_ns + alone.most_spread_ns;
  return alone;
}

OverfullPort overfull_port(std::span<const Route> routes, std::span<const std::size_t> streams, Nanoseconds cycle_ns, bool wait_in_queues,
                           std::int64_t most_branches) {
  std::set<std::size_t> links;
  for (const std::size_t i : streams) {
    for (const Hop& hop : routes[i].hops) links.insert(hop.link);
  }
  OverfullPort result;
  for (const std::size_t link : links) {
    std::vector<Route> alone;
    for (const Route& route : routes) {
      const auto hop = std::find_if(route.hops.begin(), route.hops.end(), [&](const Hop& one) { return one.link == link; });
      if (hop != route.hops.end()) alone.push_back(on_port(route, static_cast<std::size_t>(hop - route.hops.begin()), wait_in_queues));
    }
    const Search search = search_all(alone, cycle_ns, wait_in_queues, most_branches);
    result.branches += search.branches;
    if (search.answer != Answer::none) continue;
    result.link = link;
    return result;
  }
  return result;
}

}  // namespace parktwin::wired::tsn::schedule
