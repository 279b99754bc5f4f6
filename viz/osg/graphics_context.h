#pragma once
// An OpenGL context without a window: EGL on Mesa's surfaceless platform; where that fails and a display is named, the display's own.
#include <osg/GraphicsContext>
#include <osg/ref_ptr>

namespace parktwin::viz {

/// Throws std::runtime_error, saying what was tried, when no context can be had. Not yet current.
[[nodiscard]] osg::ref_ptr<osg::GraphicsContext> make_graphics_context();

/// Makes a context current for as long as it lives. GL objects may be created and deleted only within.
class CurrentContext {
 public:
  explicit CurrentContext(osg::GraphicsContext& context);
  ~CurrentContext();
  CurrentContext(const CurrentContext&) = delete;
  CurrentContext& operator=(const CurrentContext&) = delete;

 private:
  osg::GraphicsContext& context_;
};

}  // namespace parktwin::viz
