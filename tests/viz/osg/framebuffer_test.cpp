#include "viz/osg/framebuffer.h"

#include <gtest/gtest.h>

#include "viz/osg/graphics_context.h"

namespace parktwin::viz {
namespace {

TEST(Framebuffer, ReadsBackWhatWasDrawnForAnyNumberOfSamples) {
  const auto context = make_graphics_context();
  const CurrentContext current(*context);
  context->getState()->initializeExtensionProcs();
  for (const int samples : {0, 1, 4, 64}) {
    const Framebuffer framebuffer(*context->getState(), 40, 30, samples);
    glViewport(0, 0, 40, 30);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(0.0F, 0.0F, 1.0F, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_SCISSOR_TEST);
    glScissor(0, 0, 10, 10);
    glClearColor(1.0F, 0.0F, 0.0F, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    glDisable(GL_SCISSOR_TEST);
    const Picture picture = framebuffer.read();
    EXPECT_EQ(picture.at(35, 5), (std::array<std::uint8_t, 3>{0, 0, 255}));
    EXPECT_EQ(picture.at(5, 25), (std::array<std::uint8_t, 3>{255, 0, 0}));
    EXPECT_EQ(glGetError(), static_cast<GLenum>(GL_NO_ERROR));
  }
}

TEST(Framebuffer, TooLargeAPictureIsAnErrorThatSaysSo) {
  const auto context = make_graphics_context();
  const CurrentContext current(*context);
  context->getState()->initializeExtensionProcs();
  EXPECT_THROW(Framebuffer(*context->getState(), 1 << 20, 10, 0), std::runtime_error);
}

}  // namespace
}  // namespace parktwin::viz
