#pragma once
// Where the traffic of radio cells comes from: what connected assets of bearer nr ask for, enterprise by enterprise and slice by slice, and
// the ground it is spread over evenly: the footprints of the enterprise's buildings, without buildings its parcels. Each map cell of that
// ground falls to its best server. Public devices are not counted: a park says nothing of them.
#include <cstdint>
#include <span>
#include <vector>

#include "engine/simulators/radio/radio.h"
#include "engine/simulators/radio/surface.h"

namespace parktwin::radio {

struct Demand {
  double down_mbit_s = 0.0;
  double up_mbit_s = 0.0;
};

struct EnterpriseTraffic {
  Id<Enterprise> enterprise;
  Demand demand;
  std::vector<Demand> of_slice;     ///< parts of it, in the order of park.network_slices; last: what no slice carries
  std::vector<std::size_t> ground;  ///< map cells, ascending; empty: it has none on the map
};

/// Only enterprises with a demand, in the order of park.enterprises.
[[nodiscard]] std::vector<EnterpriseTraffic> enterprise_traffic(const Park& park, const Grid<SurfaceCell>& surface,
                                                                const Grid<std::uint8_t>& place);

/// What of one enterprise's ground one radio cell serves, in one direction.
struct GroundPart {
  std::size_t traffic = 0;        ///< index into the list of enterprises
  std::size_t within_reach = 0;   ///< map cells with a rate
  std::size_t out_of_reach = 0;   ///< and those without
  double full_rate_mbit_s = 0.0;  ///< harmonic mean within reach, as if devices there took turns; 0 when there is none
};

/// Per radio cell its parts in the order of the list, and one more entry for ground that nobody serves.
[[nodiscard]] std::vector<std::vector<GroundPart>> ground_parts(std::span<const EnterpriseTraffic> traffic,
                                                                const Grid<std::uint16_t>& best_server, const Grid<float>& rate_mbit_s,
                                                                std::size_t radio_cells);

}  // namespace parktwin::radio
