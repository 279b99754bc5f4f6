#pragma once
// Two scenes side by side from one viewpoint, for the states of two runs.
#include "viz/osg/picture.h"
#include "viz/osg/render.h"

namespace parktwin::viz {

/// Precondition: the width is even and at least 4. Throws std::runtime_error when no OpenGL context can be had.
[[nodiscard]] Picture split_picture(const Scene& left, const Scene& right, const RenderOptions& options);

}  // namespace parktwin::viz
