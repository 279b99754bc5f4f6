#include "engine/run/run.h"

#include <vector>

#include "engine/run/cloud_access.h"
#include "engine/run/communication_loads.h"
#include "engine/run/radio_access.h"
#include "engine/run/radio_ends.h"
#include "engine/simulators/energy/energy.h"

namespace parktwin {
namespace {

std::vector<std::uint8_t> connected_sites(const wired::topology::Result& topology) {
  std::vector<std::uint8_t> connected;
  connected.reserve(topology.sites.size());
  for (const auto& backhaul : topology.sites) connected.push_back(backhaul.connected ? 1 : 0);
  return connected;
}

}  // namespace

Results run(const Park& park, const SimulationOptions& options, std::uint64_t seed, Progress& progress, radio::GeometryCache* geometries,
            const energy::Tables& tables) {
  Results results;
  progress.begin("wired network", 1);
  results.wired = wired::simulate(park, options.wired, seed);
  progress.advance();
  results.radio = radio::simulate(park, options.radio, connected_sites(results.wired.topology), seed, progress, geometries);
  progress.begin("traffic", 1);
  results.traffic = wired::traffic::simulate(park, options.traffic, radio_access(park, results.radio, options.radio.load_from_traffic));
  progress.advance();
  results.bridges = wired::tsn::bridge::simulate(park, options.bridges, results.wired.tsn, radio_ends(park, options.radio, results.radio));
  results.needs = needs::judge(park, results.wired, results.radio, results.traffic);
  progress.begin("energy", 1);
  results.energy = energy::simulate(park, options.energy, tables, communication_loads(park, results.radio));
  progress.advance();
  progress.begin("cloud and services", 2);
  results.cloud = cloud::simulate(park, options.cloud, cloud_access(park, results.wired.topology), seed);
  progress.advance();
  results.services = services::simulate(park, options.services, seed);
  progress.advance();
  return results;
}

}  // namespace parktwin
