#include "viz/window/navigator.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parktwin::viz::window {
namespace {

constexpr double radians_per_picture = std::numbers::pi;  // a drag over the picture's height turns by half a circle
constexpr double highest = 89.0 * std::numbers::pi / 180.0;
constexpr double zoom_per_step = 0.85;
constexpr double walking_m_per_s = 4.0;  // brisk, or crossing a park would take the meeting
constexpr double travelling_field_of_view_deg = 50.0;

struct Direction {
  double azimuth;    // of the forward direction, from north to the east
  double elevation;  // above the horizon
};

Direction direction_of(const Viewpoint& view) {
  const Vector forward = normalised(view.target - view.eye);
  return {std::atan2(forward.x, forward.y), std::asin(std::clamp(forward.z, -1.0, 1.0))};
}

Vector unit(double azimuth, double elevation) {
  return {std::sin(azimuth) * std::cos(elevation), std::cos(azimuth) * std::cos(elevation), std::sin(elevation)};
}

}  // namespace

Navigator::Navigator(Viewpoint home, GroundHeight ground, double extent)
    : view_(home), middle_(home.target), ground_(std::move(ground)), extent_(extent) {}

void Navigator::go_to(const Viewpoint& view) {
  view_ = view;
  if (view_.projection == Projection::plan) motion_ = Motion::orbit;
  if (motion_ == Motion::walk) keep_above_ground();
}

void Navigator::set_motion(Motion motion) {
  motion_ = motion;
  if (motion == Motion::orbit) {
    // The target moves to where the eye looks at the ground, so that turning goes around something one sees.
    const Vector forward = axes_of(view_).forward;
    if (view_.projection == Projection::plan || forward.z > -0.02) return;
    const double floor = ground_(view_.target.x, view_.target.y);
    const double away = std::clamp((view_.eye.z - floor) / -forward.z, 5.0, extent_ * 2.0);
    view_.target = view_.eye + forward * away;
    return;
  }
  if (view_.projection == Projection::plan) {
    view_.projection = Projection::perspective;
    view_.eye = {view_.target.x, view_.target.y - view_.height_m * 0.5, ground_(view_.target.x, view_.target.y) + view_.height_m * 0.5};
  }
  view_.field_of_view_deg = travelling_field_of_view_deg;
  if (motion == Motion::walk) {
    const Direction at = direction_of(view_);
    // Down from the air one lands on what was looked at, not below the eye, which may hover outside the park.
    if (view_.eye.z - ground_(view_.eye.x, view_.eye.y) > 30.0) view_.eye = view_.target;
    look(at.azimuth, 0.0, false);
  }
  keep_above_ground();
}

void Navigator::look(double azimuth, double elevation, bool around_target) {
  const double away = length(view_.target - view_.eye);
  const Vector forward = unit(azimuth, std::clamp(elevation, -highest, highest));
  if (around_target) {
    view_.eye = view_.target - forward * away;
  } else {
    view_.target = view_.eye + forward * std::max(away, 10.0);
  }
}

void Navigator::turn(double right_px, double up_px, int picture_height) {
  if (view_.projection == Projection::plan) return shift(right_px, up_px, picture_height);
  const double per_pixel = radians_per_picture / picture_height;
  const Direction at = direction_of(view_);
  if (motion_ == Motion::orbit) {
    // The park turns with the pointer; the eye stays above the horizon of its target.
    look(at.azimuth + right_px * per_pixel, std::clamp(at.elevation + up_px * per_pixel, -highest, -0.03), true);
    return keep_above_ground();
  }
  look(at.azimuth + right_px * per_pixel * 0.6, at.elevation + up_px * per_pixel * 0.6, false);
}

void Navigator::shift(double right_px, double up_px, int picture_height) {
  const double scale = metres_per_pixel(view_, picture_height);
  const Axes axes = axes_of(view_);
  // Over the ground, not over the picture: a look from the side would else sink into it.
  const Vector along = view_.projection == Projection::plan ? Vector{0.0, 1.0, 0.0} : normalised({axes.forward.x, axes.forward.y, 0.0});
  const double slant = view_.projection == Projection::plan ? 1.0 : 1.0 / std::max(0.2, std::abs(axes.forward.z));
  const Vector by = axes.right * (-right_px * scale) + along * (-up_px * scale * slant);
  const Vector target = view_.target + by;
  if (std::hypot(target.x - middle_.x, target.y - middle_.y) > 1.5 * extent_) return;  // or the park would be lost from sight
  view_.eye = view_.eye + by;
  view_.target = target;
  keep_above_ground();
}

void Navigator::zoom(double steps, const Vector& at) {
  const double factor = std::pow(zoom_per_step, steps);
  if (view_.projection == Projection::plan) {
    const double height = std::clamp(view_.height_m * factor, 20.0, extent_ * 4.0);
    const double kept = height / view_.height_m;
    view_.height_m = height;
    for (double Vector::*axis : {&Vector::x, &Vector::y}) {
      view_.eye.*axis = at.*axis + (view_.eye.*axis - at.*axis) * kept;
      view_.target.*axis = view_.eye.*axis;
    }
    return;
  }
  const double away = length(view_.target - view_.eye);
  const double wanted = std::clamp(away * factor, 10.0, extent_ * 4.0);
  const double kept = wanted / away;
  view_.eye = at + (view_.eye - at) * kept;
  view_.target = at + (view_.target - at) * kept;
  keep_above_ground();
}

void Navigator::move(const Steering& steering, double seconds) {
  if (motion_ == Motion::orbit || steering.idle()) return;
  const Axes axes = axes_of(view_);
  Vector by;
  if (motion_ == Motion::walk) {
    const Vector ahead = normalised({axes.forward.x, axes.forward.y, 0.0});
    by = (ahead * steering.forward + axes.right * steering.right) * (walking_m_per_s * (steering.fast ? 5.0 : 1.0) * seconds);
  } else {
    // Faster the higher one flies, as on any map of a globe.
    const double above = std::max(0.0, view_.eye.z - ground_(view_.eye.x, view_.eye.y));
    const double speed = std::clamp(0.6 * above, 10.0, extent_ * 0.5) * (steering.fast ? 4.0 : 1.0);
    by = (axes.forward * steering.forward + axes.right * steering.right + Vector{0.0, 0.0, steering.up}) * (speed * seconds);
  }
  view_.eye = view_.eye + by;
  view_.target = view_.target + by;
  keep_above_ground();
}

void Navigator::keep_above_ground() {
  if (view_.projection == Projection::plan) return;
  const double floor = ground_(view_.eye.x, view_.eye.y) + eye_height_m;
  const double rise = motion_ == Motion::walk ? floor - view_.eye.z : std::max(0.0, floor - view_.eye.z);
  view_.eye.z += rise;
  if (motion_ != Motion::orbit) view_.target.z += rise;
}

}  // namespace parktwin::viz::window
