#include "engine/run/data_centre_loads.h"

#include <algorithm>
#include <utility>

namespace parktwin {

DataCentreLoads data_centre_loads(const Park& park, const cloud::data_centre::Result& centres, const cloud::data_centre::Options& options) {
  DataCentreLoads made;
  for (const auto& figures : centres.centres) {
    if (!figures.in_operation) continue;
    const DataCentre& centre = (*park.data_centres)[figures.centre];
    const auto declared = std::find_if(park.power_loads->begin(), park.power_loads->end(), [&](const PowerLoad& load) {
      return centre.bus.valid() && load.bus == centre.bus && !load.enterprise.valid();
    });
    if (declared != park.power_loads->end()) {
      made.notes.push_back(
          {NoteKind::assumption, "data centre " + centre.id,
           "Load " + declared->id +
               " at its bus belongs to no enterprise and is taken to be its power; what its workloads draw is not added."});
      continue;
    }
    auto hours = cloud::data_centre::hourly_power_kw(centre, figures.employees_today, *park.weather, options);
    made.loads.push_back({"data centre " + centre.id, centre.bus, 0.0, std::move(hours)});
  }
  return made;
}

}  // namespace parktwin
