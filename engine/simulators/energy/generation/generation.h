#pragma once
// What every generator of the park feeds in each quarter-hour: PV from the weather, its plane and the shade of neighbouring buildings;
// wind by a power curve; heat and power plants follow the enterprises' demand for heat, shared by their ratings; gas turbines, diesel sets
// and others stand by and feed nothing in, since the inventory has no schedule of them.
#include <span>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"
#include "engine/simulators/energy/generation/wind_power.h"
#include "engine/simulators/energy/solar/pv_power.h"
#include "engine/simulators/energy/weather/quarter_hours.h"

namespace parktwin::energy::generation {

struct Assumptions {
  solar::PvSystem pv;
  WindTurbine wind;
  double power_to_heat = 0.3;  ///< of a back-pressure turbine: electricity over heat
  bool heat_led = true;        ///< else somebody decides about plants afterwards
};

struct Generation {
  std::vector<std::vector<double>> per_rated;  ///< of each generator, share of its rated power per step; empty: feeds nothing in
  std::vector<double> plant_heat_kw;           ///< heat of heat and power plants per step
  std::vector<Note> notes;
};

/// `weather`: null where none is known; then PV and wind feed nothing in, and notes say so.
[[nodiscard]] Generation generation(const Park& park, const weather::QuarterHours* weather, std::span<const double> heat_kw,
                                    const Assumptions& assumptions);

/// Of one PV field, per step.
[[nodiscard]] std::vector<double> pv_series(const Park& park, const Generator& field, const weather::QuarterHours& weather,
                                            const solar::PvSystem& system);

}  // namespace parktwin::energy::generation
