#include "viz/gltf/png.h"

#include <png.h>

#include <algorithm>
#include <stdexcept>

namespace parktwin::viz {
namespace {

std::string encoded(const std::vector<std::array<std::uint8_t, 4>>& pixels, int columns, int rows) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(columns);
  image.height = static_cast<png_uint_32>(rows);
  image.format = PNG_FORMAT_RGBA;
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
  std::string bytes(size, '\0');
  if (png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.data(), 0, nullptr) == 0)
    throw std::runtime_error(std::string("the map cannot be written as PNG: ") + image.message);
  bytes.resize(size);
  return bytes;
}

}  // namespace

PngImage png_of(const Drape& drape, std::int32_t largest) {
  const GridFrame& frame = drape.frame;
  const std::int32_t step = 1 + (std::max(frame.columns, frame.rows) - 1) / largest;
  PngImage image;
  image.step = step;
  image.columns = (frame.columns + step - 1) / step + 2;
  image.rows = (frame.rows + step - 1) / step + 2;
  std::vector<std::array<std::uint8_t, 4>> pixels(static_cast<std::size_t>(image.columns) * static_cast<std::size_t>(image.rows));
  for (std::int32_t row = 0; row < image.rows - 2; ++row) {
    for (std::int32_t column = 0; column < image.columns - 2; ++column) {
      const auto from_north = static_cast<std::size_t>(image.rows - 2 - row);
      pixels[from_north * static_cast<std::size_t>(image.columns) + static_cast<std::size_t>(column) + 1] =
          drape.pixels[frame.index(column * step, row * step)];
    }
  }
  image.bytes = encoded(pixels, image.columns, image.rows);
  return image;
}

}  // namespace parktwin::viz
