#pragma once
// A finished picture in memory, and its PNG or JPEG file.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace parktwin::viz {

struct Picture {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgb;  ///< three bytes per pixel, bottom row first

  /// Column from the left, row from the top.
  [[nodiscard]] std::array<std::uint8_t, 3> at(int column, int row) const {
    const auto first =
        (static_cast<std::size_t>(height - 1 - row) * static_cast<std::size_t>(width) + static_cast<std::size_t>(column)) * 3;
    return {rgb[first], rgb[first + 1], rgb[first + 2]};
  }
};

/// Bytes of a PNG file. Throws std::runtime_error when OpenSceneGraph's PNG plugin is missing.
[[nodiscard]] std::string encode_png(const Picture& picture);

/// Bytes of a JPEG file of this quality in percent, for pictures inside pages. Throws std::runtime_error when the plugin is missing.
[[nodiscard]] std::string encode_jpeg(const Picture& picture, int quality);

}  // namespace parktwin::viz
