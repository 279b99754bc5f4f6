#pragma once
// An image draped over the ground as a PNG file in memory.
#include <string>

#include "viz/scene/scene.h"

namespace parktwin::viz {

/// A drape's pixels, north up, with a transparent pixel around them, so that what lies beyond the map stays clear whatever a viewer
/// repeats; every n-th pixel where a side would exceed `largest`.
struct PngImage {
  std::string bytes;
  int columns = 0;  ///< with the rim
  int rows = 0;
  int step = 1;  ///< map cells per pixel
};
[[nodiscard]] PngImage png_of(const Drape& drape, std::int32_t largest = 4094);

}  // namespace parktwin::viz
