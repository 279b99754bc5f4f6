#pragma once
// Where the camera stands for each view, so that the park fills the part of the picture that panels leave free.
#include <osg/Matrixd>
#include <osg/Vec3d>
#include <vector>

#include "viz/osg/render.h"
#include "viz/scene/pixels.h"
#include "viz/scene/pose.h"

namespace parktwin::viz {

/// Pixels kept free of the park along each side.
struct Margins {
  double left = 0.0;
  double right = 0.0;
  double bottom = 0.0;
  double top = 0.0;
};

struct CameraView {
  osg::Matrixd view;
  osg::Matrixd projection;
  osg::Vec3d target;              ///< a point on the ground in the middle of the picture
  double metres_per_pixel = 0.0;  ///< of the plan; 0 in perspective, where there is no one scale
};

/// The overview also moves aside as far as needed to keep the park's outline off `panel`.
[[nodiscard]] CameraView camera_view(const Scene& scene, const RenderOptions& options, const Margins& margins, const PixelBox& panel);

/// Of a pose. `foot` is the ground's elevation where it looks, `middle` the pixel at which that point is to lie.
[[nodiscard]] CameraView camera_at(const Scene& scene, const RenderOptions& options, const Pose& pose, double foot, PixelPoint middle);

/// Pixels from the lower left corner; z below 0 or above 1 lies outside the depth range.
[[nodiscard]] osg::Vec3d to_pixels(const CameraView& camera, const RenderOptions& options, const osg::Vec3d& point);

}  // namespace parktwin::viz
