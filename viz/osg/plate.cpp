#include "viz/osg/plate.h"

#include "viz/scene/palette.h"

namespace parktwin::viz::plate {

void draw(Canvas& canvas, const PixelBox& box, double scale, float opacity) {
  canvas.fill_box({box.left - 1.0, box.bottom - 1.0, box.width + 2.0, box.height + 2.0}, ink::hairline(), (rounding + 1.0) * scale);
  canvas.fill_box(box, rgb(0xFFFFFF, opacity), rounding * scale);
}

}  // namespace parktwin::viz::plate
