#include "viz/tour/camera_path.h"

#include <algorithm>
#include <cmath>

namespace parktwin::viz::tour {
namespace {

constexpr double rho = 1.4;

/// -180 … 180.
double turn_between(double from, double to) { return std::remainder(to - from, 360.0); }

/// Rest at both ends, with no jump of the acceleration.
double eased(double t) { return t * t * t * (10.0 + t * (6.0 * t - 15.0)); }

}  // namespace

CameraPath::CameraPath(const Pose& from, const Pose& to) : from_(from), to_(to), ground_(distance(from.at, to.at)) {
  const double w0 = from.distance_m;
  const double w1 = to.distance_m;
  const double u = ground_;
  if (u < 1e-6 * std::min(w0, w1)) {
    ground_ = 0.0;
    along_ = std::abs(std::log(w1 / w0)) / rho;
  } else {
    const double reach = rho * rho * rho * rho * u * u;
    const double b0 = (w1 * w1 - w0 * w0 + reach) / (2.0 * w0 * rho * rho * u);
    const double b1 = (w1 * w1 - w0 * w0 - reach) / (2.0 * w1 * rho * rho * u);
    begin_ = -std::asinh(b0);  // ln(-b + sqrt(b² + 1))
    along_ = (-std::asinh(b1) - begin_) / rho;
  }
  const double turned = std::abs(turn_between(from.azimuth_deg, to.azimuth_deg)) + std::abs(to.pitch_deg - from.pitch_deg);
  length_ = std::max(along_, turned / 60.0);
}

Pose CameraPath::at(double share) const {
  const double t = eased(std::clamp(share, 0.0, 1.0));
  const double s = t * along_;
  Pose pose;
  double travelled = 0.0;
  if (ground_ == 0.0) {
    pose.distance_m = from_.distance_m * std::pow(to_.distance_m / from_.distance_m, t);
  } else {
    const double w0 = from_.distance_m;
    pose.distance_m = w0 * std::cosh(begin_) / std::cosh(rho * s + begin_);
    travelled = w0 / (rho * rho) * (std::cosh(begin_) * std::tanh(rho * s + begin_) - std::sinh(begin_)) / ground_;
  }
  pose.at = {std::lerp(from_.at.x, to_.at.x, travelled), std::lerp(from_.at.y, to_.at.y, travelled)};
  pose.azimuth_deg = from_.azimuth_deg + t * turn_between(from_.azimuth_deg, to_.azimuth_deg);
  pose.pitch_deg = std::lerp(from_.pitch_deg, to_.pitch_deg, t);
  return pose;
}

double flight_seconds(double length) { return length == 0.0 ? 1.0 : std::clamp(1.2 + 0.9 * length, 1.8, 4.0); }

}  // namespace parktwin::viz::tour
