#include "viz/gltf/png.h"

#include <gtest/gtest.h>
#include <png.h>

namespace parktwin::viz {
namespace {

Drape numbered(std::int32_t columns, std::int32_t rows) {
  Drape drape;
  drape.frame = {{0.0, 0.0}, 2.0, columns, rows};
  for (std::int32_t row = 0; row < rows; ++row) {
    for (std::int32_t column = 0; column < columns; ++column) {
      drape.pixels.push_back({static_cast<std::uint8_t>(column), static_cast<std::uint8_t>(row), 9, 255});
    }
  }
  return drape;
}

std::vector<std::uint8_t> decoded(const PngImage& png) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  EXPECT_NE(png_image_begin_read_from_memory(&image, png.bytes.data(), png.bytes.size()), 0);
  image.format = PNG_FORMAT_RGBA;
  std::vector<std::uint8_t> pixels(PNG_IMAGE_SIZE(image));
  EXPECT_NE(png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr), 0);
  EXPECT_EQ(image.width, static_cast<unsigned>(png.columns));
  EXPECT_EQ(image.height, static_cast<unsigned>(png.rows));
  return pixels;
}

std::array<int, 4> pixel(const PngImage& png, const std::vector<std::uint8_t>& pixels, int column, int row) {
  const auto first = static_cast<std::size_t>(row * png.columns + column) * 4;
  return {pixels.at(first), pixels.at(first + 1), pixels.at(first + 2), pixels.at(first + 3)};
}

TEST(Png, NorthIsUpAndTheRimClear) {
  const PngImage png = png_of(numbered(5, 3));
  ASSERT_EQ(png.columns, 7);
  ASSERT_EQ(png.rows, 5);
  EXPECT_EQ(png.step, 1);
  const auto pixels = decoded(png);
  EXPECT_EQ(pixel(png, pixels, 1, 1), (std::array<int, 4>{0, 2, 9, 255}));  // north-west cell
  EXPECT_EQ(pixel(png, pixels, 5, 3), (std::array<int, 4>{4, 0, 9, 255}));  // south-east
  for (int column = 0; column < 7; ++column) {
    EXPECT_EQ(pixel(png, pixels, column, 0)[3], 0);
    EXPECT_EQ(pixel(png, pixels, column, 4)[3], 0);
  }
  for (int row = 0; row < 5; ++row) {
    EXPECT_EQ(pixel(png, pixels, 0, row)[3], 0);
    EXPECT_EQ(pixel(png, pixels, 6, row)[3], 0);
  }
}

TEST(Png, LargeMapsLoseCellsNotPlaces) {
  const PngImage png = png_of(numbered(10, 4), 5);
  EXPECT_EQ(png.step, 2);
  EXPECT_EQ(png.columns, 7);
  EXPECT_EQ(png.rows, 4);
  const auto pixels = decoded(png);
  EXPECT_EQ(pixel(png, pixels, 2, 1), (std::array<int, 4>{2, 2, 9, 255}));
}

}  // namespace
}  // namespace parktwin::viz
