#pragma once
// The park's power tables as records of the grid solver, with the profile each follows. Voltages of transformers are the nominal ones of
// their buses, but from above 20 kV down to medium voltage 5 % more on the low side, as 110/10.5 kV units have (assumption), unless rated
// voltages are recorded. A slack or pv bus holds its own `held_voltage_pu`, else the infeed's, or 1. Limits: ±7 % up to 20 kV (GB/T 12325),
// ±5 % above.
#include "engine/simulators/energy/grid/time_series.h"
#include "engine/simulators/energy/grid_year.h"

namespace parktwin::energy {

struct ParkGrid {
  grid::Grid grid;  ///< buses, lines, transformers in the order of the park's tables
  grid::Profiles profiles;
};

[[nodiscard]] ParkGrid park_grid(const GridInputs& inputs);

}  // namespace parktwin::energy
