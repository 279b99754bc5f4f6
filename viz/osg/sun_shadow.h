#pragma once
// Shadows on roofs, walls and whatever else stands on the ground, by a map of what the sun sees first. Into the map go the faces turned
// away from the sun, so that no lit face shadows itself; a shadow's edge is true to about a texel. Shadows on the ground itself are a mesh
// of the scene (viz/scene/shadows.h), and those here have its colour.
#include <osg/Group>
#include <vector>

#include "viz/scene/scene.h"

namespace parktwin::viz {

/// Whether shadows fall on a mesh; such meshes cast them too.
[[nodiscard]] bool stands_in_the_sun(const Mesh& mesh);

/// The nodes, drawn with each other's shadows. `nodes` are those of the scene's meshes that stand in the sun. Light 0 is the sun.
[[nodiscard]] osg::ref_ptr<osg::Group> shadowed(const Scene& scene, const std::vector<osg::ref_ptr<osg::Node>>& nodes);

}  // namespace parktwin::viz
