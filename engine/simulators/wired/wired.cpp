#include "engine/simulators/wired/wired.h"

#include "engine/simulators/wired/live_network.h"

namespace parktwin::wired {

Result simulate(const Park& park, const Options& options) { return LiveNetwork(park, options).take_result(); }

}  // namespace parktwin::wired
