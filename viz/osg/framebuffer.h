#pragma once
// Where a picture is drawn: a framebuffer object with colour, depth and stencil, several samples per pixel, resolved when read.
#include <osg/State>

#include "viz/osg/picture.h"

namespace parktwin::viz {

/// All members need the context current that was current at construction.
class Framebuffer {
 public:
  /// Fewer samples are used when the driver has fewer. Throws std::runtime_error when the driver cannot draw pictures this large.
  Framebuffer(osg::State& state, int width, int height, int samples);
  ~Framebuffer();
  Framebuffer(const Framebuffer&) = delete;
  Framebuffer& operator=(const Framebuffer&) = delete;

  [[nodiscard]] GLuint id() const { return drawn_.frame; }
  void bind() const;
  [[nodiscard]] Picture read() const;

 private:
  struct Target {
    GLuint frame = 0;
    GLuint colour = 0;
    GLuint depth = 0;
  };
  [[nodiscard]] Target make_target(int samples) const;
  void remove(Target& target) const;

  osg::GLExtensions& gl_;
  int width_;
  int height_;
  Target drawn_;
  Target resolved_;
};

}  // namespace parktwin::viz
