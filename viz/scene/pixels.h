#pragma once
// Places on a picture, in pixels from its lower left corner.

namespace parktwin::viz {

struct PixelPoint {
  double x = 0.0;
  double y = 0.0;
};

struct PixelBox {
  double left = 0.0;
  double bottom = 0.0;
  double width = 0.0;
  double height = 0.0;
  [[nodiscard]] double right() const { return left + width; }
  [[nodiscard]] double top() const { return bottom + height; }
  [[nodiscard]] bool holds(const PixelPoint& at) const { return at.x >= left && at.x < right() && at.y >= bottom && at.y < top(); }
};

}  // namespace parktwin::viz
