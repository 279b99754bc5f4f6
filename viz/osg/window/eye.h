#pragma once
// Viewpoints as the camera matrices of the picture, and the picture's usual views as viewpoints.
#include "viz/osg/camera_view.h"
#include "viz/window/desk.h"

namespace parktwin::viz::window {

/// The depth range holds the scene's bounds and the ground around them.
[[nodiscard]] CameraView camera_of(const Viewpoint& view, const Scene& scene, int width, int height);

/// What render's views show, beside `right_px` pixels that are kept free at the right; `options.view` is not read.
[[nodiscard]] Viewpoint start_view(Start start, const Scene& scene, RenderOptions options, double right_px = 0.0);

}  // namespace parktwin::viz::window
