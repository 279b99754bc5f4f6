#include "engine/run/run.h"

#include <vector>

#include "engine/run/cloud_access.h"
#include "engine/run/communication_loads.h"
#include "engine/run/data_centre_loads.h"
#include "engine/simulators/energy/energy.h"

namespace parktwin {
namespace {

energy::Result year_of_energy(const Park& park, const SimulationOptions& options, const energy::Tables& tables, const Results& results) {
  auto equipment = communication_loads(park, results.radio);
  DataCentreLoads centres = data_centre_loads(park, results.cloud.data_centre, options.cloud.data_centre);
  equipment.insert(equipment.end(), centres.loads.begin(), centres.loads.end());
  energy::Result energy = energy::simulate(park, options.energy, tables, equipment);
  energy.notes.insert(energy.notes.end(), centres.notes.begin(), centres.notes.end());
  return energy;
}

}  // namespace

Results run(const Park& park, const SimulationOptions& options, std::uint64_t seed, Progress& progress, radio::GeometryCache* geometries,
            const energy::Tables& tables, const retrofit::Baseline* baseline) {
  Results results;
  progress.begin("wired network", 1);
  results.wired = wired::simulate(park, options.wired, seed);
  progress.advance();
  progress.begin("cloud", 1);
  results.cloud = cloud::simulate(park, options.cloud, cloud_access(park, results.wired.topology), seed);
  progress.advance();
  retrofit::BeforeAndAfter retrofit(baseline, park, options, seed);
  retrofit.before_radio(results.wired.topology, progress, geometries);
  results.radio = radio::simulate(park, options.radio, retrofit::connected_sites(results.wired.topology), seed, progress, geometries);
  progress.begin("traffic", 1);
  const auto inputs = retrofit::network_inputs(park, options, results.radio);
  results.traffic = wired::traffic::simulate(park, options.traffic, inputs.access, inputs.hosted);
  progress.advance();
  results.bridges = wired::tsn::bridge::simulate(park, options.bridges, results.wired.tsn, inputs.ends);
  progress.begin("retrofit", 1);
  results.retrofit = retrofit.compare(results, inputs);
  progress.advance();
  results.needs = needs::judge(park, results.wired, results.radio, results.traffic, results.cloud.data_centre);
  progress.begin("energy", 1);
  results.energy = year_of_energy(park, options, tables, results);
  progress.advance();
  progress.begin("services", 1);
  results.services = services::simulate(park, options.services, seed);
  progress.advance();
  return results;
}

}  // namespace parktwin
