#pragma once
// The rows of the compiled network under the names that the searches for paths use.
#include "engine/simulators/wired/network/working_graph.h"

namespace parktwin::wired::topology {

using network::Arc;
using network::Graph;
using network::working_graph;

}  // namespace parktwin::wired::topology
