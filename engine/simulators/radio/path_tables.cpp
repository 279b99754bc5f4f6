#include "engine/simulators/radio/path_tables.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/simulators/radio/facade_reflection.h"
#include "engine/simulators/radio/knife_edge.h"
#include "engine/simulators/radio/site_geometry.h"
#include "engine/simulators/radio/vegetation.h"

namespace parktwin::radio {
namespace {

constexpr double speed_of_light_m_s = 299792458.0;

}  // namespace

PathTables::PathTables(Hertz frequency)
    : wavelength_m(speed_of_light_m_s / frequency.value()), free_space_db(20.0 * std::log10(4.0 * std::numbers::pi / wavelength_m)) {
  const double scale = std::sqrt(frequency.value() * 1e-9);
  edge_db.resize(static_cast<std::size_t>(parameter_mask) + 1);
  for (std::size_t code = 1; code < edge_db.size(); ++code) {
    const double parameter = scale * static_cast<double>(parameter_of(static_cast<std::uint16_t>(code)));
    edge_db[code] = static_cast<float>(knife_edge_loss_db(parameter));
  }
  const VegetationLaw law = vegetation_law(frequency);
  for (std::size_t code = 0; code < 256; ++code) {
    vegetation_db.push_back(
        static_cast<float>(vegetation_loss_db(static_cast<double>(code) * static_cast<double>(vegetation_step_m), law)));
  }
  for (std::size_t material = 0; material < wall_materials; ++material) {
    for (std::size_t i = 0; i < cosines; ++i) {
      const double cosine = std::clamp(static_cast<double>(i) / cosine_steps, 1e-3, 1.0);
      facade_db.push_back(
          static_cast<float>(-10.0 * std::log10(facade_reflection(static_cast<WallMaterial>(material), frequency, cosine))));
    }
  }
}

}  // namespace parktwin::radio
