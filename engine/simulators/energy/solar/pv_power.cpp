#include "engine/simulators/energy/solar/pv_power.h"

#include <algorithm>

namespace parktwin::energy::solar {

double cell_temperature_c(const PvSystem& system, double plane_w_per_m2, double air_c, double wind_m_per_s) {
  return air_c + plane_w_per_m2 / (system.heat_loss_w_per_m2_k + system.heat_loss_by_wind_w_s_per_m3_k * wind_m_per_s);
}

double module_power(const PvSystem& system, double plane_w_per_m2, double cell_c) {
  const double clean = plane_w_per_m2 / 1000.0 * (1.0 - system.soiling) * (1.0 - system.other_losses);
  return std::max(0.0, clean * (1.0 + system.temperature_coefficient * (cell_c - 25.0)));
}

double inverter_power(const PvSystem& system, double module_power) {
  constexpr double reference_efficiency = 0.9637;
  const double rated = 1.0 / system.modules_to_inverter;
  const double rated_input = rated / system.inverter_efficiency;
  const double load = module_power / rated_input;
  if (load <= 0.0) return 0.0;
  // Part-load curve of the manual.
  const double efficiency = system.inverter_efficiency / reference_efficiency * (-0.0162 * load - 0.0059 / load + 0.9858);
  return std::clamp(efficiency * module_power, 0.0, rated);
}

double pv_power(const PvSystem& system, double plane_w_per_m2, double air_c, double wind_m_per_s) {
  const double cell = cell_temperature_c(system, plane_w_per_m2, air_c, wind_m_per_s);
  return inverter_power(system, module_power(system, plane_w_per_m2, cell));
}

}  // namespace parktwin::energy::solar
