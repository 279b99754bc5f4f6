#pragma once
// The string stretched from an antenna over everything a ray has met: the upper convex hull of the profile, kept as a stack while the ray
// moves outwards, and from it the edges that the string bends over on its way down to a device (ITU-R P.526-15 section 4.4.1, stretched
// string, with zero radii: knife edges).
// Each edge is told by its Fresnel parameter at 1 GHz, ν₁ = 2 √(Δ/λ₁), with Δ the extra way over the straight line between its two
// neighbours on the string (for shallow paths the recommendation's h √(2 (d1+d2) / (λ d1 d2))); at another frequency ν = ν₁ √(f/GHz).
// At most three edges are kept: the last one before the device and the two greatest of the others. The spreading correction −20 lg C_N
// (ibid.) is that of all edges and does not depend on frequency. What the last edge costs is computed for many devices at once, in
// edge_batch.h.
// Positions along the ray are in cells along the sweep's main axis, heights are elevations in metres.
// Per hull point what the others before it add up to is kept, so that a device costs one edge's arithmetic.
#include <array>
#include <cstdint>

namespace parktwin::radio {

inline constexpr int most_edges = 3;
/// ν₁ below which an edge costs nothing at any frequency from 0.7 GHz: −0.78 / √0.7.
inline constexpr float least_parameter = -0.932F;
inline constexpr float string_wavelength_m = 0.299792458F;  ///< at 1 GHz

/// The last edge before a device as it lies on the string, and what the edges before it add up to.
struct LastEdge {
  bool hidden = false;  ///< no: nothing rises above the straight line, and the rest is meaningless
  float way1_m = 0.0F;  ///< ground from the edge before (or the antenna) to this one
  float way2_m = 0.0F;  ///< and on to the device
  float rise1_m = 0.0F;
  float rise2_m = 0.0F;
  float before_m = 0.0F;  ///< ground from the antenna to the edge before: 0 when that is the antenna
  float ratio = 1.0F;     ///< Pb/Pa of C_N without this edge's own factor
  float greater = -1.0F;  ///< the two greatest ν₁ of the edges before, from the antenna outwards; negative: fewer
  float other = -1.0F;
  float departure_slope = 0.0F;  ///< towards the first edge: metres up per metre of ground
};

class alignas(64) ProfileString {
 public:
  /// unit_m: metres of ground per cell along.
  void begin(float antenna_m, float unit_m) {
    points_[0].along = 0.0F;
    points_[0].height_m = antenna_m;
    unit_m_ = unit_m;
    size_ = 1;
    known_ = 1;
  }
  /// Precondition: not nearer than the last point added. Amortised constant time.
  void add(float along, float height_m);
  /// For a device beyond all points added.
  [[nodiscard]] LastEdge last_edge(float along, float device_m) { return edge_at(last_point(along, device_m), along, device_m); }
  /// The same in two steps: which point the last edge is, 0 for none, and what it is to the device.
  [[nodiscard]] int last_point(float along, float device_m) const;
  [[nodiscard]] LastEdge edge_at(int point, float along, float device_m);
  /// A point that edge_at() was asked for, as far as it does not depend on the device.
  struct Edge {
    float along, height_m, before_along, before_height_m, ratio, greater, other, departure_slope;
  };
  [[nodiscard]] Edge edge(int point) const {
    const Point& at = points_[static_cast<std::size_t>(point)];
    const Point& before = points_[static_cast<std::size_t>(point - 1)];
    return {at.along, at.height_m, before.along, before.height_m, at.ratio, at.greater, at.other, departure_slope()};
  }
  /// Whether that point is as it was, and no more than one point lies beyond it.
  [[nodiscard]] bool stands(int point) const { return point < known_ && point + 2 >= size_; }
  [[nodiscard]] bool has_point(int point) const { return point < size_; }
  [[nodiscard]] float point_along(int point) const { return points_[static_cast<std::size_t>(point)].along; }
  [[nodiscard]] float point_height_m(int point) const { return points_[static_cast<std::size_t>(point)].height_m; }
  /// Whether anything stands before the antenna, and the edge nearest to it.
  [[nodiscard]] bool has_edge() const { return size_ > 1; }
  [[nodiscard]] float first_along() const { return points_[1].along; }
  [[nodiscard]] float first_height_m() const { return points_[1].height_m; }
  /// The parameter of the horizon's edge for a device above it, or least_parameter.
  [[nodiscard]] float grazing_parameter(float along, float device_m) const {
    if (size_ < 2) return least_parameter;
    const float d1 = points_[1].along;
    const float d2 = along - d1;
    const float clearance_m = points_[1].height_m - (points_[0].height_m * d2 + device_m * d1) / along;
    // ν² = h² 2 (d1+d2) / (λ d1 d2) against its bound: most lines pass far above, and need no root.
    const float scale = string_wavelength_m * unit_m_ * d1 * d2;
    if (clearance_m < 0.0F && clearance_m * clearance_m * 2.0F * along >= least_parameter * least_parameter * scale) return least_parameter;
    return grazing(clearance_m, along, scale);
  }

 private:
  static constexpr int capacity = 16;  // when full, the outermost edge is moved instead
  struct Point {
    float along;
    float height_m;
    float greater;  // the two greatest ν₁ of the edges before this point, from the antenna outwards; negative: fewer
    float other;
    float ratio;  // Pb/Pa of C_N as far as it depends on points up to this one
  };
  [[nodiscard]] float departure_slope() const { return (points_[1].height_m - points_[0].height_m) / (points_[1].along * unit_m_); }
  [[nodiscard]] static float grazing(float clearance_m, float along, float scale);
  void learn(int slot);

  // Short members first: with the first two points they share a cache line, and most strings have few points.
  float unit_m_ = 1.0F;
  int size_ = 0;
  int known_ = 0;  // points whose sums over those before are there
  std::array<Point, capacity> points_;
};

// Here, because it runs once per map cell out of sight.
inline int ProfileString::last_point(float along, float device_m) const {
  int last = size_ - 1;
  while (last > 0) {
    const Point& edge = points_[static_cast<std::size_t>(last)];
    const Point& before = points_[static_cast<std::size_t>(last - 1)];
    if (edge.along < along && (edge.height_m - device_m) * (along - before.along) > (before.height_m - device_m) * (along - edge.along))
      break;
    --last;
  }
  return last;
}

inline LastEdge ProfileString::edge_at(int last, float along, float device_m) {
  LastEdge result;
  if (last == 0) return result;
  for (; known_ <= last; ++known_) learn(known_);
  const Point& edge = points_[static_cast<std::size_t>(last)];
  const Point& before = points_[static_cast<std::size_t>(last - 1)];
  result.hidden = true;
  result.way1_m = (edge.along - before.along) * unit_m_;
  result.way2_m = (along - edge.along) * unit_m_;
  result.rise1_m = edge.height_m - before.height_m;
  result.rise2_m = device_m - edge.height_m;
  result.before_m = before.along * unit_m_;
  result.ratio = edge.ratio;
  result.greater = edge.greater;
  result.other = edge.other;
  result.departure_slope = departure_slope();
  return result;
}

}  // namespace parktwin::radio
