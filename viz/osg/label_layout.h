#pragma once
// Places labels on the picture without overlaps: important ones first, each at the first free of a few spots near its point.
#include <cstddef>
#include <vector>

#include "viz/scene/pixels.h"

namespace parktwin::viz {

struct LabelWish {
  PixelPoint point;  ///< what it names
  double width = 0.0;
  double height = 0.0;
};

struct LabelPlace {
  std::size_t wish = 0;  ///< index
  PixelBox box;
};

/// Wishes in order of importance. What fits nowhere within `area`, or only over a box of `taken`, is left out.
[[nodiscard]] std::vector<LabelPlace> place_labels(const std::vector<LabelWish>& wishes, const PixelBox& area, std::vector<PixelBox> taken);

}  // namespace parktwin::viz
