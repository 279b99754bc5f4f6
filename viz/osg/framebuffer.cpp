#include "viz/osg/framebuffer.h"

#include <algorithm>
#include <osg/FrameBufferObject>
#include <osg/GLExtensions>
#include <stdexcept>

namespace parktwin::viz {

Framebuffer::Framebuffer(osg::State& state, int width, int height, int samples)
    : gl_(*state.get<osg::GLExtensions>()), width_(width), height_(height) {
  GLint largest = 0;
  glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE_EXT, &largest);
  if (width > largest || height > largest) {
    throw std::runtime_error("the picture is too large for this OpenGL driver: at most " + std::to_string(largest) + " pixels a side");
  }
  GLint most_samples = 0;
  glGetIntegerv(GL_MAX_SAMPLES_EXT, &most_samples);
  const int used = std::min(samples, most_samples);
  drawn_ = make_target(used > 1 ? used : 0);
  resolved_ = make_target(0);
  bind();
}

Framebuffer::~Framebuffer() {
  remove(drawn_);
  remove(resolved_);
}

Framebuffer::Target Framebuffer::make_target(int samples) const {
  Target target;
  gl_.glGenFramebuffers(1, &target.frame);
  gl_.glGenRenderbuffers(1, &target.colour);
  gl_.glGenRenderbuffers(1, &target.depth);
  gl_.glBindFramebuffer(GL_FRAMEBUFFER_EXT, target.frame);
  gl_.glBindRenderbuffer(GL_RENDERBUFFER_EXT, target.colour);
  gl_.glRenderbufferStorageMultisample(GL_RENDERBUFFER_EXT, samples, GL_RGBA8, width_, height_);
  gl_.glFramebufferRenderbuffer(GL_FRAMEBUFFER_EXT, GL_COLOR_ATTACHMENT0_EXT, GL_RENDERBUFFER_EXT, target.colour);
  gl_.glBindRenderbuffer(GL_RENDERBUFFER_EXT, target.depth);
  gl_.glRenderbufferStorageMultisample(GL_RENDERBUFFER_EXT, samples, GL_DEPTH24_STENCIL8_EXT, width_, height_);
  gl_.glFramebufferRenderbuffer(GL_FRAMEBUFFER_EXT, GL_DEPTH_ATTACHMENT_EXT, GL_RENDERBUFFER_EXT, target.depth);
  gl_.glFramebufferRenderbuffer(GL_FRAMEBUFFER_EXT, GL_STENCIL_ATTACHMENT_EXT, GL_RENDERBUFFER_EXT, target.depth);
  if (gl_.glCheckFramebufferStatus(GL_FRAMEBUFFER_EXT) != GL_FRAMEBUFFER_COMPLETE_EXT) {
    remove(target);
    throw std::runtime_error("this OpenGL driver cannot draw into a framebuffer object of the wanted size");
  }
  return target;
}

void Framebuffer::remove(Target& target) const {
  gl_.glDeleteRenderbuffers(1, &target.colour);
  gl_.glDeleteRenderbuffers(1, &target.depth);
  gl_.glDeleteFramebuffers(1, &target.frame);
  target = {};
}

void Framebuffer::bind() const { gl_.glBindFramebuffer(GL_FRAMEBUFFER_EXT, drawn_.frame); }

Picture Framebuffer::read() const {
  Picture picture{width_, height_, std::vector<std::uint8_t>(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_) * 3)};
  gl_.glBindFramebuffer(GL_READ_FRAMEBUFFER_EXT, drawn_.frame);
  gl_.glBindFramebuffer(GL_DRAW_FRAMEBUFFER_EXT, resolved_.frame);
  gl_.glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
  gl_.glBindFramebuffer(GL_READ_FRAMEBUFFER_EXT, resolved_.frame);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width_, height_, GL_RGB, GL_UNSIGNED_BYTE, picture.rgb.data());
  bind();
  return picture;
}

}  // namespace parktwin::viz
