#include "engine/simulators/radio/knife_edge.h"

#include <cmath>

namespace parktwin::radio {

double fresnel_parameter(double height_m, double near_m, double far_m, double wavelength_m) {
  return height_m * std::sqrt(2.0 / wavelength_m * (1.0 / near_m + 1.0 / far_m));  // eq. 26
}

double knife_edge_loss_db(double fresnel_parameter) {
  if (fresnel_parameter <= -0.78) return 0.0;
  const double shifted = fresnel_parameter - 0.1;
  return 6.9 + 20.0 * std::log10(std::sqrt(shifted * shifted + 1.0) + shifted);  // eq. 31
}

}  // namespace parktwin::radio
