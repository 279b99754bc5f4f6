#pragma once
// The loads of radio cells that follow from the downlink traffic of connected assets (traffic_ground.h) on a finished map: best servers do
// not depend on loads, so the map stays but for its quality, and the loads are the fixed point of link/load_coupling.h over sampled places.
// Sampling: the part of an enterprise's ground that a radio cell serves, in the order of the map, is cut into equal stretches, and of
// stretch k the place at the fractional part of k·(√5 − 1)/2 is taken; all places carry equal parts of the traffic. 64 stretches, or fewer,
// down to 4, to keep about 20,000 places in all; where there are no more map cells than that, each is one. Places out of reach over thermal
// noise alone are left out; one that interference puts out of reach counts with the lowest rate of its cell. Cells that do not serve
// (another operator's) disturb by their typed load. A cell without traffic is idle: public devices and signalling are not counted.
#include <span>
#include <vector>

#include "engine/simulators/radio/radio.h"
#include "engine/simulators/radio/scene.h"

namespace parktwin::radio {

struct TrafficLoads {
  std::vector<double> load;    ///< per radio cell, at most 1; as typed for cells that do not serve
  std::vector<double> needed;  ///< per radio cell, above 1 where it is overloaded; 0 for cells that do not serve
  std::size_t places = 0;      ///< sampled
  bool converged = false;      ///< otherwise the loads are too low
  std::int32_t iterations = 0;
  double last_change = 0.0;  ///< of a load in the last iteration
};

/// Of a finished map: level, server and place. Precondition: the scene's geometries are traced, the map is of the scene. The same bits for
/// any number of threads, and whatever loads the map was made with.
[[nodiscard]] TrafficLoads traffic_loads(const Park& park, const Scene& scene, const Result& result);

/// The park with other loads of its radio cells. Precondition: one per radio cell, from 0 to 1.
[[nodiscard]] Park with_loads(const Park& park, std::span<const double> load);

/// Sets the typed loads of result.cells, one per radio cell of the park as typed, and adds notes: overloaded cells, idle ones, how the
/// loads settled.
void put_traffic_loads(const Park& typed, const TrafficLoads& loads, Result& result);

}  // namespace parktwin::radio
