#include "viz/window/viewpoint.h"

#include <cmath>
#include <numbers>

namespace parktwin::viz::window {
namespace {

double half_tangent(const Viewpoint& view) { return std::tan(0.5 * view.field_of_view_deg * std::numbers::pi / 180.0); }

}  // namespace

double length(const Vector& vector) { return std::sqrt(dot(vector, vector)); }

Vector normalised(const Vector& vector) {
  const double size = length(vector);
  return size > 0.0 ? vector * (1.0 / size) : vector;
}

Axes axes_of(const Viewpoint& view) {
  if (view.projection == Projection::plan) return {{0.0, 0.0, -1.0}, {1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}};
  Axes axes;
  axes.forward = normalised(view.target - view.eye);
  const Vector aside = cross(axes.forward, {0.0, 0.0, 1.0});
  axes.right = length(aside) > 1e-9 ? normalised(aside) : Vector{1.0, 0.0, 0.0};
  axes.up = cross(axes.right, axes.forward);
  return axes;
}

Ray ray_through(const Viewpoint& view, double x, double y, int width, int height) {
  const Axes axes = axes_of(view);
  const double aside = (2.0 * x / width - 1.0) * width / height;
  const double above = 2.0 * y / height - 1.0;
  if (view.projection == Projection::plan) {
    const double half = view.height_m / 2.0;
    return {view.eye + axes.right * (aside * half) + axes.up * (above * half), axes.forward};
  }
  const double half = half_tangent(view);
  return {view.eye, normalised(axes.forward + axes.right * (aside * half) + axes.up * (above * half))};
}

std::optional<PixelPoint> pixel_of(const Viewpoint& view, const Vector& point, int width, int height) {
  const Axes axes = axes_of(view);
  const Vector away = point - view.eye;
  const double depth = dot(away, axes.forward);
  double half = view.height_m / 2.0;
  if (view.projection == Projection::perspective) {
    if (depth <= 1e-6) return std::nullopt;
    half = half_tangent(view) * depth;
  }
  return PixelPoint{0.5 * width + dot(away, axes.right) / half * 0.5 * height, 0.5 * height * (1.0 + dot(away, axes.up) / half)};
}

double metres_per_pixel(const Viewpoint& view, int height) {
  if (view.projection == Projection::plan) return view.height_m / height;
  return 2.0 * half_tangent(view) * length(view.target - view.eye) / height;
}

}  // namespace parktwin::viz::window
