#pragma once
// What lies on the ground: the ground itself, parcels, green, water, squares, car parks, roads with markings, the boundary.
#include <vector>

#include "engine/park/park.h"
#include "viz/scene/ground.h"
#include "viz/scene/palette.h"
#include "viz/scene/scene.h"

namespace parktwin::viz {

/// Heights above the ground at which flat things lie, metres: far enough apart for any depth buffer, too close to be seen.
namespace lift {
inline constexpr double park = 0.05;
inline constexpr double parcel = 0.10;
inline constexpr double parcel_edge = 0.15;
inline constexpr double green = 0.20;
inline constexpr double car_park = 0.25;
inline constexpr double square = 0.30;
inline constexpr double water = 0.35;
inline constexpr double road = 0.40;
inline constexpr double drape = 0.50;  ///< of Scene::drape over the mesh "ground"
inline constexpr double marking = 0.58;
inline constexpr double boundary = 0.65;
inline constexpr double shadow = 0.72;
}  // namespace lift

/// Extent of the park: its boundary, or everything in it when it has none; never empty.
[[nodiscard]] Box park_extent(const Park& park);

/// The ground of a picture of the park: its extent and as much again around it as a look from the side needs.
[[nodiscard]] Ground ground_under(const Park& park);

/// The mesh of the terrain, fading into the background colour towards its rim.
[[nodiscard]] Mesh ground_mesh(const Ground& ground, const Box& extent, const Palette& palette);

/// In drawing order, only those that hold something.
[[nodiscard]] std::vector<Mesh> land_meshes(const Park& park, const Ground& ground, const Palette& palette);

}  // namespace parktwin::viz
