#include "engine/simulators/radio/facade_reflection.h"

#include "engine/core/check.h"
#include "engine/simulators/radio/wall_material.h"

namespace parktwin::radio {
namespace {

struct Surface {
  double glass;
  double solid;
  Material material;
};

Surface surface_of(WallMaterial material) {
  switch (material) {
    case WallMaterial::standard_glass:
      return {.glass = 0.3, .solid = 0.7, .material = Material::concrete};
    case WallMaterial::coated_glass:
      return {.glass = 0.0, .solid = 0.3, .material = Material::concrete};
    case WallMaterial::brick:
      return {.glass = 0.2, .solid = 0.8, .material = Material::brick};
    case WallMaterial::concrete:
      return {.glass = 0.1, .solid = 0.9, .material = Material::concrete};
    case WallMaterial::metal:
      return {.glass = 0.03, .solid = 0.97, .material = Material::metal};
  }
  broken_promise(__FILE__, __LINE__, "unknown wall material");
}

double reflected(Material material, Hertz frequency, double cos_incidence) {
  return std::norm(reflection(complex_permittivity(material, frequency), cos_incidence, Polarization::te));
}

}  // namespace

double facade_reflection(WallMaterial material, Hertz frequency, double cos_incidence) {
  const Surface surface = surface_of(material);
  double power = (1.0 - surface.glass - surface.solid) * reflected(Material::metal, frequency, cos_incidence);
  power += surface.solid * reflected(surface.material, frequency, cos_incidence);
  if (surface.glass > 0.0) power += surface.glass * reflected(Material::glass, frequency, cos_incidence);
  return power;
}

}  // namespace parktwin::radio
