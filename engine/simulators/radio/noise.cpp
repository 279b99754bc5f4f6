#include "engine/simulators/radio/noise.h"

#include <cmath>

namespace parktwin::radio {

Dbm thermal_noise(Hertz bandwidth, Decibel noise_figure) {
  constexpr double boltzmann_j_k = 1.380649e-23;
  constexpr double temperature_k = 290.0;
  return Dbm(10.0 * std::log10(boltzmann_j_k * temperature_k * bandwidth.value() * 1e3)) + noise_figure;
}

}  // namespace parktwin::radio
