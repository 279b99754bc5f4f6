#include "viz/osg/plate.h"

#include <gtest/gtest.h>

namespace parktwin::viz {
namespace {

TEST(Plate, IsWhiteWithAThinRimAroundIt) {
  Canvas canvas(320, 240);
  plate::draw(canvas, {100.0, 100.0, 80.0, 40.0}, 1.0, 0.5F);
  const osg::ref_ptr<osg::Node> node = canvas.node();
  const osg::Geometry* fills = node->asGroup()->getChild(0)->asGeometry();
  ASSERT_NE(fills, nullptr);
  const auto& corners = dynamic_cast<const osg::Vec3Array&>(*fills->getVertexArray());
  const auto& colours = dynamic_cast<const osg::Vec4Array&>(*fills->getColorArray());
  osg::BoundingBox rim;
  osg::BoundingBox white;
  for (std::size_t i = 0; i < corners.size(); ++i) (i < corners.size() / 2 ? rim : white).expandBy(corners[i]);
  EXPECT_EQ(colours.back(), osg::Vec4(1.0F, 1.0F, 1.0F, 0.5F));
  EXPECT_NEAR(white.xMin(), 100.0F, 1e-3F);
  EXPECT_NEAR(white.yMax(), 140.0F, 1e-3F);
  EXPECT_NEAR(rim.xMin(), 99.0F, 1e-3F);
  EXPECT_NEAR(rim.yMax(), 141.0F, 1e-3F);
}

}  // namespace
}  // namespace parktwin::viz
