#pragma once
// Delay of a sample from every node to the destination over the paths its route uses. Each link: propagation and forwarding, one packet's
// transmission, the wait of M/G/1 with everything that crosses it, and from an optical network unit the wait for a grant, between one and
// two cycles of the line terminal, evenly distributed (status reports answered in the next cycle, as dynamic bandwidth assignment of ITU-T
// G.9807.1 allows; the cycle is an assumption). The other packets of a sample follow the first over the slowest link of the path. Waits at
// different links count as independent; the paths of a node are mixed by their shares.
#include <vector>

#include "engine/simulators/wired/traffic/loads.h"
#include "engine/simulators/wired/traffic/queueing.h"

namespace parktwin::wired::traffic {

/// Random part of passing each arc: the wait in its queue and for a grant.
[[nodiscard]] std::vector<Moments> waits_of(const Network& network, const Loads& loads, const std::vector<Profile>& profiles,
                                            const Options& options);

/// Per node; as built where the route does not reach.
[[nodiscard]] std::vector<Delay> path_delays(const Network& network, const Route& route, const std::vector<Moments>& waits,
                                             double sample_bytes);

}  // namespace parktwin::wired::traffic
