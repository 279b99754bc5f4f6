#include "viz/osg/split.h"

#include <algorithm>

#include "engine/core/check.h"
#include "viz/osg/still.h"

namespace parktwin::viz {
namespace {

constexpr int divider_width = 4;
constexpr std::uint8_t divider_grey = 0x2E;

void copy_into(Picture& whole, const Picture& half, int left) {
  for (int row = 0; row < half.height; ++row) {
    const auto from = half.rgb.begin() + static_cast<std::ptrdiff_t>(row) * half.width * 3;
    std::copy(from, from + static_cast<std::ptrdiff_t>(half.width) * 3,
              whole.rgb.begin() + (static_cast<std::ptrdiff_t>(row) * whole.width + left) * 3);
  }
}

void draw_divider(Picture& picture) {
  const int left = (picture.width - divider_width) / 2;
  for (int row = 0; row < picture.height; ++row) {
    const auto first = picture.rgb.begin() + (static_cast<std::ptrdiff_t>(row) * picture.width + left) * 3;
    std::fill(first, first + static_cast<std::ptrdiff_t>(divider_width) * 3, divider_grey);
  }
}

}  // namespace

Picture split_picture(const Scene& left, const Scene& right, const RenderOptions& options) {
  PARKTWIN_CHECK(options.width >= 4 && options.width % 2 == 0, "a picture that cannot be split");
  RenderOptions half = options;
  half.width = options.width / 2;
  // Text half-way between that of the whole picture and that of a picture of half its width.
  half.text_scale = std::max(0.4, std::min(options.height / 1080.0, options.width / 2200.0));
  Still first(left, half);
  Still second(right, half);
  second.look_through(first.camera());
  Picture whole{options.width, options.height,
                std::vector<std::uint8_t>(static_cast<std::size_t>(options.width) * static_cast<std::size_t>(options.height) * 3)};
  copy_into(whole, first.draw(), 0);
  copy_into(whole, second.draw(), half.width);
  draw_divider(whole);
  return whole;
}

}  // namespace parktwin::viz
