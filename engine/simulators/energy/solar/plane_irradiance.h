#pragma once
// Irradiance on a tilted plane: the beam, the sky after Perez, Ineichen, Seals, Michalsky and Stewart, "Modeling daylight availability and
// irradiance components from direct and global irradiance", Solar Energy 44(5), 1990, pp. 271–289 (isotropic part, circumsolar region,
// horizon band; coefficients of all sites together), and an isotropic ground.
#include "engine/simulators/energy/solar/sun_position.h"

namespace parktwin::energy::solar {

struct Plane {
  double tilt_deg = 0.0;
  double azimuth_deg = 180.0;  ///< of its downward slope, clockwise from north
};

struct Irradiance {
  double global_horizontal_w_per_m2 = 0.0;
  double direct_normal_w_per_m2 = 0.0;
  double diffuse_horizontal_w_per_m2 = 0.0;
};

struct PlaneIrradiance {
  double beam_w_per_m2 = 0.0;
  double circumsolar_w_per_m2 = 0.0;
  double isotropic_w_per_m2 = 0.0;
  double horizon_w_per_m2 = 0.0;  ///< may be negative: an overcast sky is brightest overhead
  double ground_w_per_m2 = 0.0;
  double cosine_of_incidence = 0.0;  ///< 0 where the sun is behind the plane

  /// Sky and ground without beam and circumsolar light.
  [[nodiscard]] double diffuse() const { return isotropic_w_per_m2 + horizon_w_per_m2 + ground_w_per_m2; }
  [[nodiscard]] double total() const { return beam_w_per_m2 + circumsolar_w_per_m2 + diffuse(); }
};

/// Kasten and Young, Applied Optics 28(22), 1989, p. 4735: relative air mass; at most that of the horizon.
[[nodiscard]] double relative_air_mass(double zenith_deg);

/// Outside the atmosphere, facing the sun: 1,366.1 W/m² at 1 au (ASTM E490-00a).
[[nodiscard]] double extraterrestrial_w_per_m2(const SunPosition& sun);

/// Never negative in total. `albedo`: of the ground.
[[nodiscard]] PlaneIrradiance on_plane(const Plane& plane, const SunPosition& sun, const Irradiance& irradiance, double albedo = 0.2);

}  // namespace parktwin::energy::solar
