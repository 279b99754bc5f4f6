#pragma once
// Points and directions in space for the reference mode: x east, y north, z up from the vertical datum, metres.
#include <cmath>

#include "engine/core/geometry.h"

namespace parktwin::radio::reference {

struct Vector3 {
  double x = 0.0;
  double y = 0.0;
  double z = 0.0;
  friend bool operator==(const Vector3&, const Vector3&) = default;
  friend constexpr Vector3 operator+(Vector3 a, Vector3 b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
  friend constexpr Vector3 operator-(Vector3 a, Vector3 b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
  friend constexpr Vector3 operator-(Vector3 a) { return {-a.x, -a.y, -a.z}; }
  friend constexpr Vector3 operator*(Vector3 a, double factor) { return {a.x * factor, a.y * factor, a.z * factor}; }
};

[[nodiscard]] constexpr double dot(Vector3 a, Vector3 b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
[[nodiscard]] constexpr Vector3 cross(Vector3 a, Vector3 b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
[[nodiscard]] inline double length(Vector3 a) { return std::sqrt(dot(a, a)); }
/// Precondition: not zero.
[[nodiscard]] inline Vector3 unit(Vector3 a) { return a * (1.0 / length(a)); }
[[nodiscard]] constexpr Point plan(Vector3 a) { return {a.x, a.y}; }
[[nodiscard]] constexpr Vector3 at_height(Point p, double elevation_m) { return {p.x, p.y, elevation_m}; }

}  // namespace parktwin::radio::reference
