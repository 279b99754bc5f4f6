#include "viz/osg/tiles.h"

#include <algorithm>
#include <vector>

#include "engine/core/check.h"

namespace parktwin::viz {

osg::ref_ptr<osg::Group> tiled(const osg::Geometry& geometry, int side) {
  const auto* positions = dynamic_cast<const osg::Vec3Array*>(geometry.getVertexArray());
  const auto* triangles = dynamic_cast<const osg::DrawElementsUInt*>(geometry.getPrimitiveSet(0));
  PARKTWIN_CHECK(positions != nullptr && triangles != nullptr && side > 0, "a mesh that cannot be cut into tiles");
  osg::BoundingBox box;
  for (const osg::Vec3& position : *positions) box.expandBy(position);
  const auto step_of = [side](float at, float low, float high) {
    return high > low ? std::clamp(static_cast<int>((at - low) / (high - low) * static_cast<float>(side)), 0, side - 1) : 0;
  };
  std::vector<osg::ref_ptr<osg::DrawElementsUInt>> lists(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
  for (std::size_t i = 0; i + 2 < triangles->size(); i += 3) {
    const osg::Vec3& at = (*positions)[(*triangles)[i]];
    const int tile = step_of(at.y(), box.yMin(), box.yMax()) * side + step_of(at.x(), box.xMin(), box.xMax());
    auto& list = lists[static_cast<std::size_t>(tile)];
    if (!list.valid()) list = new osg::DrawElementsUInt(GL_TRIANGLES);
    for (std::size_t corner = 0; corner < 3; ++corner) list->push_back((*triangles)[i + corner]);
  }
  osg::ref_ptr<osg::Group> group = new osg::Group;
  group->setName(geometry.getName());
  for (const auto& list : lists) {
    if (!list.valid()) continue;
    osg::ref_ptr<osg::Geometry> tile = new osg::Geometry(geometry, osg::CopyOp::SHALLOW_COPY);
    tile->removePrimitiveSet(0, tile->getNumPrimitiveSets());
    tile->addPrimitiveSet(list.get());
    group->addChild(tile.get());
  }
  return group;
}

}  // namespace parktwin::viz
