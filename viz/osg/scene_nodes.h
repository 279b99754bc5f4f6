#pragma once
// A scene as OpenSceneGraph nodes: one vertex buffer per mesh, the drape as a texture over the ground, the sun.
#include <osg/Group>
#include <osg/ref_ptr>

#include "viz/scene/scene.h"

namespace parktwin::viz {

[[nodiscard]] osg::ref_ptr<osg::Group> scene_nodes(const Scene& scene);

}  // namespace parktwin::viz
