#include "engine/simulators/wired/tsn/packets/packets.h"

#include "engine/core/parallel.h"
#include "engine/simulators/wired/tsn/packets/simulation.h"

namespace parktwin::wired::tsn::packets {

Result simulate(const Network& network, const std::vector<Stream>& streams, const Options& options) {
  return Simulation(network, streams, options).run();
}

std::vector<Result> replicas(const Network& network, const std::vector<Stream>& streams, const Options& options, std::size_t count) {
  std::vector<Result> results(count);
  parallel_for(count, [&](std::size_t i) {
    Options own = options;
    own.seed += i;
    results[i] = simulate(network, streams, own);
  });
  return results;
}

}  // namespace parktwin::wired::tsn::packets
