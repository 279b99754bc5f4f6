#pragma once
// Does anything stand between two points? Exact ray casting against the park's triangles with Embree 3 (Wald et al. 2014,
// doi:10.1145/2601097.2601199) in its robust mode. Coordinates are single precision about the scene's middle: below 1 mm within 8 km.
// Segments are shortened by `end_gap_m` at both ends so that ends may lie on surfaces. Both directions of a segment give the same answer;
// queries may run from any number of threads.
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/simulators/radio/reference/park_mesh.h"

namespace parktwin::radio::reference {

inline constexpr double end_gap_m = 2e-3;

struct Segment {
  Vector3 from;
  Vector3 to;
};

class RayScene {
 public:
  /// Keeps a copy of what it needs of the mesh.
  explicit RayScene(const ParkMesh& mesh);
  ~RayScene();
  RayScene(RayScene&&) noexcept;
  RayScene& operator=(RayScene&&) noexcept;

  /// extent_of() the mesh: with the triangles along a segment, the middle of it is all that an answer depends on.
  [[nodiscard]] const Box& extent() const { return extent_; }
  [[nodiscard]] bool occluded(const Segment& segment) const;
  /// One answer per segment, 1 where something stands between; as occluded() one by one, but faster.
  [[nodiscard]] std::vector<std::uint8_t> occluded(std::span<const Segment> segments) const;

 private:
  struct Embree;
  std::unique_ptr<Embree> embree_;
  Box extent_;
};

}  // namespace parktwin::radio::reference
