#pragma once
// What the park's data centres draw from the grid in every hour of the year, with today's workloads, for the energy simulator. A load of
// the inventory that belongs to no enterprise and stands at a data centre's bus is taken to be that data centre's: nothing is added there,
// so that nothing counts twice, and a note says so. Servers among the network nodes are other machines.
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"
#include "engine/simulators/cloud/data_centre/data_centre.h"
#include "engine/simulators/energy/loads/loads.h"

namespace parktwin {

struct DataCentreLoads {
  std::vector<energy::loads::EquipmentLoad> loads;
  std::vector<Note> notes;
};

[[nodiscard]] DataCentreLoads data_centre_loads(const Park& park, const cloud::data_centre::Result& centres,
                                                const cloud::data_centre::Options& options);

}  // namespace parktwin
