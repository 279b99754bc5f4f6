#pragma once
// Power of a wind turbine from the wind 10 m above ground: speed at the hub by a power law, then a curve that rises with the cube of speed
// from cut-in to rated speed and stops at cut-out. Both the exponent of one seventh and the curve (3, 12 and 25 m/s) are customary
// assumptions for a turbine whose own curve is not known. Air density, wakes and gusts are left out.
namespace parktwin::energy::generation {

struct WindTurbine {
  double hub_height_m = 80.0;
  double shear_exponent = 1.0 / 7.0;
  double cut_in_m_per_s = 3.0;
  double rated_m_per_s = 12.0;
  double cut_out_m_per_s = 25.0;
};

[[nodiscard]] double wind_at_hub(const WindTurbine& turbine, double at_10_m);

/// Per rated power, 0 to 1.
[[nodiscard]] double wind_power(const WindTurbine& turbine, double at_10_m);

}  // namespace parktwin::energy::generation
