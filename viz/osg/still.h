#pragma once
// A scene ready to be drawn again and again: the context and everything on the graphics side are built once.
#include <memory>

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

 private:
  struct Stage;
  std::unique_ptr<Stage> stage_;
};

}  // namespace parktwin::viz
