#include "engine/simulators/wired/tsn/bounds/bounds.h"

#include <algorithm>
#include <cmath>

#include "engine/simulators/wired/tsn/bounds/path_pieces.h"
#include "engine/simulators/wired/tsn/bounds/port_flows.h"
#include "engine/simulators/wired/tsn/bounds/total_flow.h"

namespace parktwin::wired::tsn::bounds {
namespace {

/// Up to the next nanosecond, a rounding of the sums included.
Nanoseconds up(double time_ns) { return time_ns < 1e17 ? static_cast<Nanoseconds>(std::ceil(time_ns * (1.0 + 1e-9))) : no_bound; }

Nanoseconds sum(Nanoseconds least, Nanoseconds excess) { return excess == no_bound ? no_bound : least + excess; }

std::vector<PortBound> port_bounds(const PortFlows& ports, const Waits& waits) {
  std::vector<PortBound> made(ports.flows.servers.size());
  std::vector<double> asked(made.size(), 0.0);
  for (std::size_t s = 0; s < made.size(); ++s) made[s] = {ports.link[s], ports.priority[s], 0.0, 0};
  for (std::size_t v = 0; v < ports.flows.visits.size(); ++v) {
    const std::size_t server = ports.flows.feeders[ports.flows.visits[v].feeder].server;
    asked[server] += ports.flows.visits[v].rate;
    made[server].most_wait_ns = std::max(made[server].most_wait_ns, up(waits.wait_ns[v]));
  }
  for (std::size_t s = 0; s < made.size(); ++s) {
    made[s].utilisation = asked[s];
    for (const std::uint32_t other : ports.flows.servers[s].above) made[s].utilisation += asked[other];
  }
  return made;
}

}  // namespace

Result worst_case(const Network& network, const std::vector<Stream>& streams, const Options& options) {
  const PortFlows ports = port_flows(network, streams, options);
  const Waits waits = total_flow_analysis(ports.flows, options.most_rounds);
  const std::vector<double> hop_excess_ns = hop_excess(ports, waits);
  Result result;
  result.rounds = waits.rounds;
  result.cyclic = waits.cyclic;
  result.converged = waits.converged;
  result.ports = port_bounds(ports, waits);
  result.streams.resize(streams.size());
  bool some_need_more = false;
  for (std::size_t s = 0; s < streams.size(); ++s) {
    StreamBound& bound = result.streams[s];
    double excess = 0.0;
    for (std::size_t v = ports.flows.first[s]; v < ports.flows.first[s + 1]; ++v) {
      bound.least_ns += ports.passage_ns[v];
      excess += hop_excess_ns[v];
    }
    bound.simple_ns = bound.tight_ns = sum(bound.least_ns, up(excess));
    some_need_more = some_need_more || bound.simple_ns > streams[s].deadline_ns;
  }
  if (options.tighten == Tighten::never || (options.tighten == Tighten::past_deadline && !some_need_more)) return result;
  const PathPieces pieces(ports, waits, hop_excess_ns, streams);
  for (std::size_t s = 0; s < streams.size(); ++s) {
    StreamBound& bound = result.streams[s];
    if (options.tighten == Tighten::past_deadline && bound.simple_ns <= streams[s].deadline_ns) continue;
    bound.tight_ns = std::min(bound.simple_ns, sum(bound.least_ns, up(pieces.excess(s))));
  }
  return result;
}

}  // namespace parktwin::wired::tsn::bounds
