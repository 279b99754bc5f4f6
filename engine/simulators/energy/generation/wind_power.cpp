#include "engine/simulators/energy/generation/wind_power.h"

#include <cmath>

namespace parktwin::energy::generation {
namespace {

double cube(double value) { return value * value * value; }

}  // namespace

double wind_at_hub(const WindTurbine& turbine, double at_10_m) {
  return at_10_m * std::pow(turbine.hub_height_m / 10.0, turbine.shear_exponent);
}

double wind_power(const WindTurbine& turbine, double at_10_m) {
  const double speed = wind_at_hub(turbine, at_10_m);
  if (speed < turbine.cut_in_m_per_s || speed >= turbine.cut_out_m_per_s) return 0.0;
  if (speed >= turbine.rated_m_per_s) return 1.0;
  const double from = cube(turbine.cut_in_m_per_s);
  return (cube(speed) - from) / (cube(turbine.rated_m_per_s) - from);
}

}  // namespace parktwin::energy::generation
