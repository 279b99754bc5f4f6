#include "engine/simulators/wired/wired.h"

#include "engine/simulators/wired/live_network.h"

namespace parktwin::wired {

Result simulate(const Park& park, const Options& options, std::uint64_t seed) { return LiveNetwork(park, options, seed).take_result(); }

}  // namespace parktwin::wired
