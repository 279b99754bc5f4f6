#pragma once
// Are the records of business processes found by their identifiers (追溯, 质量管控, 设备运维)? Each step of a process asks for its record
// at the node of its application, from its own enterprise over the park's network; the latencies are those of the node's simulated days. A
// record of one enterprise is found by the next one's only in an application along the chain. A trace looks up all steps, one after the
// other; its look-ups are taken to fail independently of each other.
#include <vector>

#include "engine/simulators/services/kernel/percentiles.h"
#include "engine/simulators/services/resolution.h"

namespace parktwin::services {

/// What the simulated days of a node say of a look-up. Nothing asked: the node does not answer.
struct NodeAnswers {
  double asked = 0.0;
  kernel::Percentiles latency;  ///< of the answers
  double mean_latency_ms = 0.0;
  double mean_round_trip_ms = 0.0;  ///< of the network, within the latency
};

/// Fills steps and processes. Preconditions: answers in the order of the nodes, uses complete.
void trace_processes(const Park& park, const std::vector<NodeAnswers>& answers, Resolution& resolution);

}  // namespace parktwin::services
