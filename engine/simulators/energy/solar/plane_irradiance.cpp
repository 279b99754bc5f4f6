#include "engine/simulators/energy/solar/plane_irradiance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace parktwin::energy::solar {
namespace {

constexpr double per_degree = std::numbers::pi / 180.0;
const double least_sky_cosine = std::cos(85.0 * per_degree);

struct SkyClass {
  double brightest_below;  ///< sky clearness ε up to which the row holds
  double f11, f12, f13, f21, f22, f23;
};

constexpr std::array sky_classes = {
    SkyClass{1.065, -0.008, 0.588, -0.062, -0.060, 0.072, -0.022}, SkyClass{1.230, 0.130, 0.683, -0.151, -0.019, 0.066, -0.029},
    SkyClass{1.500, 0.330, 0.487, -0.221, 0.055, -0.064, -0.026},  SkyClass{1.950, 0.568, 0.187, -0.295, 0.109, -0.152, -0.014},
    SkyClass{2.800, 0.873, -0.392, -0.362, 0.226, -0.462, 0.001},  SkyClass{4.500, 1.132, -1.237, -0.412, 0.288, -0.823, 0.056},
    SkyClass{6.200, 1.060, -1.600, -0.359, 0.264, -1.127, 0.131},  SkyClass{1e300, 0.678, -0.327, -0.250, 0.156, -1.377, 0.251}};

}  // namespace

double relative_air_mass(double zenith_deg) {
  const double zenith = std::min(zenith_deg, 90.0);
  return 1.0 / (std::cos(zenith * per_degree) + 0.50572 * std::pow(96.07995 - zenith, -1.6364));
}

double extraterrestrial_w_per_m2(const SunPosition& sun) { return 1366.1 / (sun.distance_au * sun.distance_au); }

PlaneIrradiance on_plane(const Plane& plane, const SunPosition& sun, const Irradiance& irradiance, double albedo) {
  const double tilt = plane.tilt_deg * per_degree;
  const double zenith = sun.zenith_deg * per_degree;
  PlaneIrradiance result;
  result.ground_w_per_m2 = irradiance.global_horizontal_w_per_m2 * albedo * 0.5 * (1.0 - std::cos(tilt));
  const double towards =
      std::cos(zenith) * std::cos(tilt) + std::sin(zenith) * std::sin(tilt) * std::cos((sun.azimuth_deg - plane.azimuth_deg) * per_degree);
  result.cosine_of_incidence = std::max(0.0, towards);
  if (sun.zenith_deg < 90.0) result.beam_w_per_m2 = irradiance.direct_normal_w_per_m2 * result.cosine_of_incidence;
  const double diffuse = irradiance.diffuse_horizontal_w_per_m2;
  if (!(diffuse > 0.0)) return result;
  const double view = 0.5 * (1.0 + std::cos(tilt));
  if (sun.zenith_deg >= 90.0) {  // twilight has neither clearness nor a circumsolar region
    result.isotropic_w_per_m2 = diffuse * view;
    return result;
  }
  const double cubed = 1.041 * zenith * zenith * zenith;
  const double clearness = ((diffuse + irradiance.direct_normal_w_per_m2) / diffuse + cubed) / (1.0 + cubed);
  const double brightness = diffuse * relative_air_mass(sun.zenith_deg) / extraterrestrial_w_per_m2(sun);
  const auto row =
      std::find_if(sky_classes.begin(), sky_classes.end(), [&](const SkyClass& sky) { return clearness < sky.brightest_below; });
  const SkyClass& sky = row == sky_classes.end() ? sky_classes.back() : *row;
  const double circumsolar = std::max(0.0, sky.f11 + sky.f12 * brightness + sky.f13 * zenith);
  const double horizon = sky.f21 + sky.f22 * brightness + sky.f23 * zenith;
  result.circumsolar_w_per_m2 = diffuse * circumsolar * result.cosine_of_incidence / std::max(least_sky_cosine, std::cos(zenith));
  result.isotropic_w_per_m2 = diffuse * (1.0 - circumsolar) * view;
  result.horizon_w_per_m2 = diffuse * horizon * std::sin(tilt);
  if (result.total() < 0.0) result.horizon_w_per_m2 -= result.total();
  return result;
}

}  // namespace parktwin::energy::solar
