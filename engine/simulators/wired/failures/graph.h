#pragma once
// The compiled network and plain graphs under the names that the algorithms on failures use.
#include "engine/simulators/wired/network/layered_network.h"

namespace parktwin::wired::failures {

using network::Ends;
using network::Incidence;
using network::layered_network;
using network::LayeredNetwork;
using network::none;
using network::plain_graph;
using network::PlainGraph;
using network::reached_from;

}  // namespace parktwin::wired::failures
