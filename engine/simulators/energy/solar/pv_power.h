#pragma once
// From light on the modules to power at the grid, after Dobos, "PVWatts Version 5 Manual", NREL/TP-6A20-62641, September 2014: losses as
// one factor, power falling with cell temperature, inverter efficiency by part load, clipping at its rated power. Cell temperature after
// Faiman, Progress in Photovoltaics 16(4), 2008, p. 307; reflection at the cover after Martin and Ruiz is left out: the losses hold its
// mean.
namespace parktwin::energy::solar {

struct PvSystem {
  double soiling = 0.02;                     ///< share lost, PVWatts default
  double other_losses = 0.11;                ///< mismatch, wiring, ageing, availability …, PVWatts defaults without soiling and shading
  double temperature_coefficient = -0.0035;  ///< per kelvin, "premium" modules of PVWatts
  double modules_to_inverter = 1.2;          ///< rated power of the modules over that of the inverter
  double inverter_efficiency = 0.96;         ///< at rated power
  double heat_loss_w_per_m2_k = 25.0;        ///< Faiman's U0
  double heat_loss_by_wind_w_s_per_m3_k = 6.84;  ///< Faiman's U1
};

[[nodiscard]] double cell_temperature_c(const PvSystem& system, double plane_w_per_m2, double air_c, double wind_m_per_s);

/// Direct current, per watt of rated module power (at 1,000 W/m² and 25 °C).
[[nodiscard]] double module_power(const PvSystem& system, double plane_w_per_m2, double cell_c);

/// Alternating current from direct current, both per watt of rated module power; 0 where the inverter's own use takes all.
[[nodiscard]] double inverter_power(const PvSystem& system, double module_power);

/// All of the above.
[[nodiscard]] double pv_power(const PvSystem& system, double plane_w_per_m2, double air_c, double wind_m_per_s);

}  // namespace parktwin::energy::solar
