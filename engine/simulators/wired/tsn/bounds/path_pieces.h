#pragma once
// The tight bound of one stream: its path cut into pieces so that the sum of what each piece adds to the least delay is smallest, a piece
// being one port by total flow analysis or, without interruption of frames and without regulators between or behind them, several by linear
// programme. Cross traffic that overlaps other cross traffic without being nested is cut where the other leaves and enters again with the
// jitter that total flow analysis found there.
#include <cstddef>
#include <vector>

#include "engine/simulators/wired/tsn/bounds/fifo_tandem.h"
#include "engine/simulators/wired/tsn/bounds/port_flows.h"
#include "engine/simulators/wired/tsn/bounds/total_flow.h"

namespace parktwin::wired::tsn::bounds {

/// Per visit, what the hop can add to the least delay: the wait, or behind it a regulator, which holds back to the longest delay of its
/// group.
[[nodiscard]] std::vector<double> hop_excess(const PortFlows& ports, const Waits& waits);

class PathPieces {
 public:
  /// Refers to its arguments as long as it lives. `hop_excess_ns`: per visit, by total flow analysis.
  PathPieces(const PortFlows& ports, const Waits& waits, const std::vector<double>& hop_excess_ns, const std::vector<Stream>& streams);

  /// What a frame of the stream can take beyond the least delay, in ns.
  [[nodiscard]] double excess(std::size_t stream) const;

 private:
  struct Meeting;
  [[nodiscard]] std::vector<Meeting> meetings(std::size_t stream) const;
  [[nodiscard]] std::size_t server_of(std::size_t visit) const;
  /// Of hops first to last, counted from the first.
  [[nodiscard]] std::vector<CrossTraffic> nested(const std::vector<Meeting>& meetings, std::size_t first, std::size_t last) const;
  [[nodiscard]] double piece(std::size_t stream, const std::vector<Meeting>& meetings, std::size_t first, std::size_t last) const;

  const PortFlows& ports_;
  const Waits& waits_;
  const std::vector<double>& hop_excess_ns_;
  const std::vector<Stream>& streams_;
  std::vector<std::vector<std::size_t>> visits_of_server_;
  std::vector<std::size_t> stream_of_visit_;
};

}  // namespace parktwin::wired::tsn::bounds
