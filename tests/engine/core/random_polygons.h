#pragma once
// Random star-shaped polygons with star-shaped holes: every corner is seen from the centre, so areas follow from a fan of triangles.
#include <cmath>
#include <numbers>

#include "engine/core/geometry.h"
#include "engine/core/random.h"

namespace parktwin {

/// Corners at increasing angles, radii between inner and outer, counter-clockwise.
inline Ring star(Point centre, double inner, double outer, std::uint32_t corners, const RandomSequence& random, std::uint32_t first_draw) {
  Ring ring;
  for (std::uint32_t i = 0; i < corners; ++i) {
    const double angle = 2.0 * std::numbers::pi * (i + 0.9 * random.uniform(first_draw + 2 * i)) / corners;
    const double radius = random.uniform(first_draw + 2 * i + 1, inner, outer);
    ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
  }
  return ring;
}

struct StarPolygon {
  Point centre;
  Polygon polygon;
};

/// Even numbers have a hole around the centre, within radius 0.25 of an outline that stays beyond 0.4 (times size).
inline StarPolygon random_star(std::uint32_t number, double size) {
  const RandomSequence random(99, 3, number);
  StarPolygon made;
  made.centre = {random.uniform(0, -size, size), random.uniform(1, -size, size)};
  made.polygon.outer = star(made.centre, 0.4 * size, size, 5 + random.below(2, 20), random, 10);
  if (number % 2 == 0) {
    Ring hole = star(made.centre, 0.05 * size, 0.25 * size, 8, random, 200);
    made.polygon.holes.push_back(Ring(hole.rbegin(), hole.rend()));
  }
  return made;
}

}  // namespace parktwin
