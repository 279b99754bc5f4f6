#pragma once
// Losses of one carrier frequency over the codes of a site's geometry, so that the map looks them up instead of computing them: knife edges
// (P.526 eq. 31), vegetation (P.833), façades by the cosine of incidence, and free space at 1 m.
#include <cstddef>
#include <vector>

#include "engine/core/units.h"

namespace parktwin::radio {

struct PathTables {
  static constexpr std::size_t cosine_steps = 128;
  static constexpr std::size_t cosines = cosine_steps + 2;
  static constexpr std::size_t wall_materials = 5;

  explicit PathTables(Hertz frequency);
  double wavelength_m = 0.0;
  double free_space_db = 0.0;        ///< at 1 m: 20 lg(4π/λ)
  std::vector<float> edge_db;        ///< over parameter codes without their hidden bit; 0 for no edge
  std::vector<float> vegetation_db;  ///< over vegetation codes
  /// Loss of a façade per material over cos_incidence·cosine_steps, linear between; `cosines` entries a material, the last one padding.
  std::vector<float> facade_db;
};

}  // namespace parktwin::radio
