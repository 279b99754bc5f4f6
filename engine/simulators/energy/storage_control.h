#pragma once
// When the park's batteries charge and discharge: not at all, by rules, or by a linear programme that knows the year, or day by day takes
// the last week for the days to come (both by hours, the mean of each hour held for its quarters); and, in the same hub, what boilers, heat
// pumps, chillers, free heat and power plants and stores of heat and cold do for the heat and cold wanted of them, and when flexible loads
// run.
#include <string>
#include <vector>

#include "engine/simulators/energy/park_hub.h"

namespace parktwin::energy {

struct StorageSchedule {
  std::vector<std::vector<double>> kw;  ///< per storage and quarter-hour, discharging positive; empty: idle
  std::string failure;                  ///< why all stand idle although they should not
  // Per thermal unit and quarter-hour; empty: the park has none.
  std::vector<std::vector<double>> unit_kw;        ///< heat or cold made, of stores given, negative: taken
  std::vector<std::vector<double>> unit_input_kw;  ///< gas or electricity used
  std::vector<double> outside_heat_kw;             ///< per quarter-hour
  std::vector<double> missing_cold_kw;
  std::vector<std::vector<double>> flexible_kw;  ///< drawn per flexible group and quarter-hour; empty: as planned
  // Of free heat and power plants per quarter-hour; empty: they follow the demand for heat.
  std::vector<double> plant_kw;
  std::vector<double> plant_heat_kw;
};

[[nodiscard]] StorageSchedule schedule_storages(const HubInputs& inputs);

}  // namespace parktwin::energy
