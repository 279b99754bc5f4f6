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
};

}  // namespace parktwin::viz
