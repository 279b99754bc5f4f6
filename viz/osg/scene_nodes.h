#pragma once
// A scene as OpenSceneGraph nodes: one vertex buffer per mesh, the drape as a texture over the ground, the sun.
#include <osg/Group>
#include <osg/Node>
#include <osg/ref_ptr>

#include "viz/scene/scene.h"

namespace parktwin::viz {

[[nodiscard]] osg::ref_ptr<osg::Group> scene_nodes(const Scene& scene);

/// One mesh of a scene below its node. `number` tells translucent meshes apart; from 1.
[[nodiscard]] osg::ref_ptr<osg::Node> mesh_node(const Mesh& mesh, int number);
/// The map over the mesh "ground".
[[nodiscard]] osg::ref_ptr<osg::Node> drape_node(const Mesh& ground, const Drape& drape);

}  // namespace parktwin::viz
