#include "viz/osg/label_layout.h"

#include <algorithm>
#include <array>

namespace parktwin::viz {
namespace {

constexpr double gap = 5.0;  // pixels between labels

bool overlap(const PixelBox& a, const PixelBox& b) {
  return a.left < b.right() + gap && b.left < a.right() + gap && a.bottom < b.top() + gap && b.bottom < a.top() + gap;
}

bool within(const PixelBox& inner, const PixelBox& outer) {
  return inner.left >= outer.left && inner.right() <= outer.right() && inner.bottom >= outer.bottom && inner.top() <= outer.top();
}

/// Above, then to the right, to the left, below, further above.
std::array<PixelBox, 5> spots(const LabelWish& wish) {
  const double x = wish.point.x - wish.width / 2.0;
  const double y = wish.point.y;
  const double middle = y - wish.height / 2.0;
  return {PixelBox{x, y + 8.0, wish.width, wish.height}, PixelBox{wish.point.x + 10.0, middle, wish.width, wish.height},
          PixelBox{wish.point.x - wish.width - 10.0, middle, wish.width, wish.height},
          PixelBox{x, y - wish.height - 8.0, wish.width, wish.height}, PixelBox{x, y + 14.0 + wish.height, wish.width, wish.height}};
}

}  // namespace

std::vector<LabelPlace> place_labels(const std::vector<LabelWish>& wishes, const PixelBox& area, std::vector<PixelBox> taken) {
  std::vector<LabelPlace> placed;
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    const auto candidates = spots(wishes[i]);
    const auto found = std::find_if(candidates.begin(), candidates.end(), [&](const PixelBox& box) {
      return within(box, area) && std::none_of(taken.begin(), taken.end(), [&](const PixelBox& other) { return overlap(box, other); });
    });
    if (found == candidates.end()) continue;
    placed.push_back({i, *found});
    taken.push_back(*found);
  }
  return placed;
}

}  // namespace parktwin::viz
