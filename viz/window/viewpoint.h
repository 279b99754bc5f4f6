#pragma once
// Where the eye stands and how it looks: the ray behind a pixel and the pixel of a point. No roll: up on the picture is up in the park, or
// north when looking straight down in the plan.
#include <optional>

#include "viz/scene/pixels.h"

namespace parktwin::viz::window {

/// Metres in the park's frame: east, north, up.
struct Vector {
  double x = 0.0;
  double y = 0.0;
  double z = 0.0;
  friend bool operator==(const Vector&, const Vector&) = default;
};

[[nodiscard]] inline Vector operator+(const Vector& a, const Vector& b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
[[nodiscard]] inline Vector operator-(const Vector& a, const Vector& b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
[[nodiscard]] inline Vector operator*(const Vector& a, double factor) { return {a.x * factor, a.y * factor, a.z * factor}; }
[[nodiscard]] inline double dot(const Vector& a, const Vector& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
[[nodiscard]] inline Vector cross(const Vector& a, const Vector& b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
[[nodiscard]] double length(const Vector& vector);
/// The vector itself when it has no length.
[[nodiscard]] Vector normalised(const Vector& vector);

enum class Projection { perspective, plan };

struct Viewpoint {
  Projection projection = Projection::perspective;
  Vector eye{0.0, 0.0, 100.0};
  Vector target;                    ///< what lies in the middle of the picture; of a plan straight below the eye
  double field_of_view_deg = 34.0;  ///< from the lower to the upper edge; of a perspective
  double height_m = 1000.0;         ///< metres from the lower to the upper edge; of a plan
};

/// Unit vectors of the picture: forward into it, right, up.
struct Axes {
  Vector forward;
  Vector right;
  Vector up;
};
[[nodiscard]] Axes axes_of(const Viewpoint& view);

struct Ray {
  Vector from;
  Vector direction;  ///< unit length
};

/// Pixels from the lower left corner of a picture of that size. Precondition: a positive size.
[[nodiscard]] Ray ray_through(const Viewpoint& view, double x, double y, int width, int height);

/// None for a point behind the eye.
[[nodiscard]] std::optional<PixelPoint> pixel_of(const Viewpoint& view, const Vector& point, int width, int height);

/// Metres of ground per pixel at the target.
[[nodiscard]] double metres_per_pixel(const Viewpoint& view, int height);

}  // namespace parktwin::viz::window
