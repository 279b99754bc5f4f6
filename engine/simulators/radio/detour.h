#pragma once
// Ways from one antenna around a vertical building corner or off a façade (first order), as the map needs them: where the straightened path
// seems to come from. A detour belongs to one antenna position; a map cell names the best one by its index.
#include <cstdint>

#include "engine/park/building.h"

namespace parktwin::radio {

enum class DetourKind : std::uint8_t { corner, facade };

struct Detour {
  DetourKind kind = DetourKind::corner;
  WallMaterial material = WallMaterial::concrete;  ///< of the façade
  float x_m = 0.0F;                                ///< corner, or the antenna's image behind the façade, in the park's frame
  float y_m = 0.0F;
  float way_m = 0.0F;     ///< ground distance from the antenna to the corner; 0 for an image
  float normal_x = 0.0F;  ///< façade's outward unit normal; for a corner the direction from the antenna to it
  float normal_y = 0.0F;
  friend bool operator==(const Detour&, const Detour&) = default;
};

}  // namespace parktwin::radio
