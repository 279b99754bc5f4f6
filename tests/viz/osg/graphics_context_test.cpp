#include "viz/osg/graphics_context.h"

#include <gtest/gtest.h>

namespace parktwin::viz {
namespace {

TEST(GraphicsContext, SeveralCanBeMadeUsedAndClosedOneAfterTheOther) {
  for (int i = 0; i < 3; ++i) {
    const auto context = make_graphics_context();
    ASSERT_TRUE(context.valid());
    {
      const CurrentContext current(*context);
      EXPECT_NE(glGetString(GL_VERSION), nullptr);
      EXPECT_EQ(glGetError(), static_cast<GLenum>(GL_NO_ERROR));
    }
    context->close(true);
  }
}

TEST(GraphicsContext, TwoLiveSideBySide) {
  const auto first = make_graphics_context();
  const auto second = make_graphics_context();
  EXPECT_NE(first->getState()->getContextID(), second->getState()->getContextID());
  const CurrentContext one(*first);
  const CurrentContext other(*second);
  EXPECT_NE(glGetString(GL_RENDERER), nullptr);
}

}  // namespace
}  // namespace parktwin::viz
