#pragma once
// A scene ready to be drawn again and again: the context and everything on the graphics side are built once.
#include <memory>

#include "viz/osg/camera_view.h"
#include "viz/osg/picture.h"
#include "viz/osg/render.h"

namespace parktwin::viz {

class Still {
 public:
  /// Precondition: width and height positive. Throws std::runtime_error when no OpenGL context or font can be had.
  Still(const Scene& scene, const RenderOptions& options);
  ~Still();
  Still(const Still&) = delete;
  Still& operator=(const Still&) = delete;

  [[nodiscard]] Picture draw();
  /// Another viewpoint on the same scene.
  void look_from(View view);
  void look_through(const CameraView& camera);
  [[nodiscard]] CameraView camera() const;
  /// `foot`: elevation of the ground where the pose looks; `middle`: the pixel at which that point is to lie.
  void look_at(const Pose& pose, double foot, PixelPoint middle);
  /// Of what title, legend and caption leave free.
  [[nodiscard]] PixelPoint free_middle() const;
  /// Title, legend and everything else that lies over the picture.
  void show_head_up(bool shown);
  /// Labels and the panel at the lower edge, with the present camera.
  void set_words(bool labels, const std::string& heading, const std::string& caption);

 private:
  struct Stage;
  std::unique_ptr<Stage> stage_;
};

}  // namespace parktwin::viz
