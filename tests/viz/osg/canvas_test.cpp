#include "viz/osg/canvas.h"

#include <gtest/gtest.h>

namespace parktwin::viz {
namespace {

TEST(Canvas, WidthsGrowWithTextAndSizeAndChineseIsWide) {
  const Canvas canvas(800, 600);
  EXPECT_EQ(canvas.text_width("", 20.0), 0.0);
  EXPECT_GT(canvas.text_width("Park Park", 20.0), 1.8 * canvas.text_width("Park", 20.0));
  EXPECT_NEAR(canvas.text_width("Park", 40.0), 2.0 * canvas.text_width("Park", 20.0), 4.0);
  EXPECT_NEAR(canvas.text_width("园区网络", 20.0), 80.0, 8.0);  // full-width shapes: one em each
}

TEST(Canvas, FillsBecomeTriangles) {
  Canvas canvas(800, 600);
  canvas.fill_box({10.0, 10.0, 100.0, 50.0}, {1.0F, 0.0F, 0.0F, 1.0F});
  canvas.fill_box({10.0, 100.0, 100.0, 50.0}, {1.0F, 0.0F, 0.0F, 1.0F}, 8.0);
  canvas.write("text", {20.0, 20.0}, {});
  const osg::ref_ptr<osg::Node> node = canvas.node();
  ASSERT_TRUE(node.valid());
  const osg::Group* group = node->asGroup();
  ASSERT_EQ(group->getNumChildren(), 2U);
  const osg::Geometry* fills = group->getChild(0)->asGeometry();
  ASSERT_NE(fills, nullptr);
  EXPECT_EQ(fills->getVertexArray()->getNumElements(), 4U + 28U);
  EXPECT_EQ(fills->getPrimitiveSet(0)->getNumIndices(), 3U * (2U + 26U));
}

}  // namespace
}  // namespace parktwin::viz
