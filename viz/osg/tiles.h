#pragma once
// A large mesh in tiles over the ground, so that what lies outside the picture costs nothing. The tiles share the mesh's vertices.
#include <osg/Geometry>
#include <osg/Group>

namespace parktwin::viz {

/// Above so many triangles a mesh is worth cutting.
inline constexpr std::size_t triangles_worth_tiles = 200000;

/// Each triangle once, in the tile where its first corner lies, `side` × `side` tiles over the mesh's bounds; empty ones are left out.
/// Precondition: triangles of one index list, positions of three floats.
[[nodiscard]] osg::ref_ptr<osg::Group> tiled(const osg::Geometry& geometry, int side);

}  // namespace parktwin::viz
