#pragma once
// A network of strict-priority ports as servers for total flow analysis: one server per link and priority in use, work being time on the
// port with its gap. A line's frames end apart by at least the time of the later one, whose work at the next port is in proportion to it.
#include <cstdint>
#include <vector>

#include "engine/simulators/wired/tsn/bounds/bounds.h"
#include "engine/simulators/wired/tsn/bounds/total_flow.h"
#include "engine/simulators/wired/tsn/network.h"

namespace parktwin::wired::tsn::bounds {

struct PortFlows {
  Flows flows;
  std::vector<std::uint32_t> link;          ///< per server
  std::vector<std::int32_t> priority;       ///< per server
  std::vector<double> longest_handover_ns;  ///< per server: first bit to handing on, with the last bit or cut through with the header
  std::vector<double> bits_per_ns;          ///< per server: least bits, with gap, that its frames carry in their time on the port
  std::vector<Nanoseconds> handover_ns;     ///< per visit: until the next node has what it needs of the frame
  std::vector<Nanoseconds> passage_ns;      ///< per visit: handover, propagation, and, unless it is the last, forwarding
};

[[nodiscard]] PortFlows port_flows(const Network& network, const std::vector<Stream>& streams, const Options& options);

/// With preamble and gap, as bits_per_ns counts.
[[nodiscard]] double frame_bits(const Stream& stream);

}  // namespace parktwin::wired::tsn::bounds
