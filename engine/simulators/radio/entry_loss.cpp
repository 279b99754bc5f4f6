#include "engine/simulators/radio/entry_loss.h"

#include <cmath>

#include "engine/core/check.h"

namespace parktwin::radio {
namespace {

struct WallMix {
  double standard_glass = 0.0;  // shares of the surface; what is missing to 1 lets nothing through
  double coated_glass = 0.0;
  double concrete = 0.0;
  double deviation_db = 0.0;
};

WallMix mix_of(WallMaterial material) {
  switch (material) {
    case WallMaterial::standard_glass:
      return {.standard_glass = 0.3, .concrete = 0.7, .deviation_db = 4.4};
    case WallMaterial::coated_glass:
      return {.coated_glass = 0.7, .concrete = 0.3, .deviation_db = 6.5};
    case WallMaterial::brick:
      return {.standard_glass = 0.2, .concrete = 0.8, .deviation_db = 4.4};
    case WallMaterial::concrete:
      return {.standard_glass = 0.1, .concrete = 0.9, .deviation_db = 4.4};
    case WallMaterial::metal:
      return {.standard_glass = 0.03, .deviation_db = 6.5};
  }
  broken_promise(__FILE__, __LINE__, "unknown wall material");
}

double passed_share(double loss_db) { return std::pow(10.0, -0.1 * loss_db); }

}  // namespace

Decibel entry_loss(WallMaterial material, Hertz frequency) {
  const double f_ghz = frequency.value() * 1e-9;
  const WallMix mix = mix_of(material);
  const double passed = mix.standard_glass * passed_share(2.0 + 0.2 * f_ghz)   // table 7.4.3-1, standard multi-pane glass
                        + mix.coated_glass * passed_share(23.0 + 0.3 * f_ghz)  // IRR glass
                        + mix.concrete * passed_share(5.0 + 4.0 * f_ghz);      // concrete
  return Decibel(5.0 - 10.0 * std::log10(passed));
}

Decibel entry_loss_deviation(WallMaterial material) { return Decibel(mix_of(material).deviation_db); }

}  // namespace parktwin::radio
