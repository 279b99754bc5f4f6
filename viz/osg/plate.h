#pragma once
// The white plates that titles, legends and captions stand on, and the space they keep; at a picture height of 1080.
#include "viz/osg/canvas.h"

namespace parktwin::viz::plate {

inline constexpr double margin = 28.0;  ///< to the picture's edge
inline constexpr double rounding = 8.0;

/// A plate with a thin rim; `scale` grows with the picture.
void draw(Canvas& canvas, const PixelBox& box, double scale, float opacity = 1.0F);

}  // namespace parktwin::viz::plate
