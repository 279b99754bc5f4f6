#pragma once
// Moves the eye: around a place, over the plan, by flight, or on foot with the eyes at a person's height above the ground.
#include <functional>

#include "viz/window/viewpoint.h"

namespace parktwin::viz::window {

enum class Motion { orbit, fly, walk };

/// Height of the eyes of a person who stands, metres.
inline constexpr double eye_height_m = 1.65;

/// How the eye is asked to move while keys are held: each from -1 to 1.
struct Steering {
  double forward = 0.0;
  double right = 0.0;
  double up = 0.0;
  bool fast = false;
  [[nodiscard]] bool idle() const { return forward == 0.0 && right == 0.0 && up == 0.0; }
};

class Navigator {
 public:
  using GroundHeight = std::function<double(double east, double north)>;

  /// `extent`: the park's longer side, metres; it bounds how far away the eye may go.
  Navigator(Viewpoint home, GroundHeight ground, double extent);

  [[nodiscard]] const Viewpoint& view() const { return view_; }
  [[nodiscard]] Motion motion() const { return motion_; }

  /// Takes another view. A plan can only be moved and scaled, so flying and walking end.
  void go_to(const Viewpoint& view);
  void set_motion(Motion motion);

  /// By pixels of a picture of that height: around the target, or, flying and walking, around the eye.
  void turn(double right_px, double up_px, int picture_height);
  /// The ground follows the pointer.
  void shift(double right_px, double up_px, int picture_height);
  /// Positive steps come closer to `at`, a point of the ground under the pointer.
  void zoom(double steps, const Vector& at);
  /// Flies or walks on for a time. Nothing happens in orbit.
  void move(const Steering& steering, double seconds);

 private:
  void look(double azimuth, double elevation, bool around_target);
  void keep_above_ground();

  Viewpoint view_;
  Vector middle_;
  GroundHeight ground_;
  double extent_;
  Motion motion_ = Motion::orbit;
};

}  // namespace parktwin::viz::window
