#include "engine/simulators/radio/vegetation.h"

#include <array>
#include <cmath>

namespace parktwin::radio {
namespace {

struct SpecificLoss {
  double frequency_mhz;
  double db_per_m;
};
// Table 1, then the end of the curve in figure 2.
constexpr auto specific_losses =
    std::to_array<SpecificLoss>({{105.9, 0.04}, {466.475, 0.12}, {949.0, 0.17}, {1852.2, 0.30}, {2117.5, 0.34}, {30000.0, 6.0}});

// A straight line in lg γ over lg f between the neighbours, continued beyond the ends.
double specific_loss_db_per_m(double frequency_mhz) {
  std::size_t upper = 1;
  while (upper + 1 < specific_losses.size() && frequency_mhz > specific_losses[upper].frequency_mhz) ++upper;
  const SpecificLoss& low = specific_losses[upper - 1];
  const SpecificLoss& high = specific_losses[upper];
  const double position = std::log(frequency_mhz / low.frequency_mhz) / std::log(high.frequency_mhz / low.frequency_mhz);
  return low.db_per_m * std::pow(high.db_per_m / low.db_per_m, position);
}

}  // namespace

VegetationLaw vegetation_law(Hertz frequency) {
  const double f_mhz = frequency.value() * 1e-6;
  return {specific_loss_db_per_m(f_mhz), 1.37 * std::pow(f_mhz, 0.42)};
}

double vegetation_loss_db(double depth_m, const VegetationLaw& law) {
  return -law.greatest_loss_db * std::expm1(-depth_m * law.specific_loss_db_per_m / law.greatest_loss_db);
}

double vegetation_loss_db(double depth_m, Hertz frequency) { return vegetation_loss_db(depth_m, vegetation_law(frequency)); }

}  // namespace parktwin::radio
