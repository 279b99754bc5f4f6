#include "viz/osg/tiles.h"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace parktwin::viz {
namespace {

/// Ten by ten small triangles.
osg::ref_ptr<osg::Geometry> field_of_triangles() {
  osg::ref_ptr<osg::Vec3Array> positions = new osg::Vec3Array;
  osg::ref_ptr<osg::DrawElementsUInt> list = new osg::DrawElementsUInt(GL_TRIANGLES);
  for (int i = 0; i < 100; ++i) {
    const osg::Vec3 corner(static_cast<float>(10 * (i % 10)), static_cast<float>(10 * (i / 10)), 0.0F);
    for (const osg::Vec3& by : {osg::Vec3(0, 0, 0), osg::Vec3(5, 0, 0), osg::Vec3(0, 5, 2)}) {
      list->push_back(static_cast<unsigned>(positions->size()));
      positions->push_back(corner + by);
    }
  }
  osg::ref_ptr<osg::Geometry> geometry = new osg::Geometry;
  geometry->setVertexArray(positions.get());
  geometry->addPrimitiveSet(list.get());
  return geometry;
}

TEST(Tiles, HoldEveryTriangleOnceAndKeepToTheirPlace) {
  const auto geometry = field_of_triangles();
  const auto group = tiled(*geometry, 3);
  EXPECT_EQ(group->getNumChildren(), 9U);
  std::set<std::array<unsigned, 3>> seen;
  for (unsigned i = 0; i < group->getNumChildren(); ++i) {
    const osg::Geometry& tile = *group->getChild(i)->asGeometry();
    EXPECT_EQ(tile.getVertexArray(), geometry->getVertexArray());
    const auto& list = dynamic_cast<const osg::DrawElementsUInt&>(*tile.getPrimitiveSet(0));
    for (std::size_t k = 0; k < list.size(); k += 3) EXPECT_TRUE(seen.insert({list[k], list[k + 1], list[k + 2]}).second);
    EXPECT_LT(tile.getBoundingBox().xMax() - tile.getBoundingBox().xMin(), 45.0F);
  }
  EXPECT_EQ(seen.size(), 100U);
}

TEST(Tiles, EmptyOnesAreLeftOut) { EXPECT_EQ(tiled(*field_of_triangles(), 40)->getNumChildren(), 100U); }

}  // namespace
}  // namespace parktwin::viz
