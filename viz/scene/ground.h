#pragma once
// The ground everything stands and lies on: the park's terrain thinned to a regular triangle mesh that reaches beyond the boundary.
// Flat shapes are cut along its triangles, so that what lies on it never dips below it.
#include <array>
#include <functional>
#include <span>
#include <vector>

#include "engine/core/geometry.h"
#include "engine/core/grid.h"
#include "engine/park/land.h"

namespace parktwin::viz {

class Ground {
 public:
  /// Covers `area` with squares of `spacing` metres, each two triangles along the diagonal from south-west to north-east.
  Ground(const Terrain& terrain, const Box& area, double spacing);

  /// Of the mesh, not of the finer terrain; beyond the mesh that of its rim.
  [[nodiscard]] double height(Point point) const;
  /// Unit normal, upwards, smoothed over neighbouring triangles.
  [[nodiscard]] std::array<float, 3> normal(Point point) const;
  /// All heights equal: nothing needs cutting.
  [[nodiscard]] bool flat() const { return flat_; }
  /// The squares. Heights are those of their corners: (columns + 1) × (rows + 1).
  [[nodiscard]] const GridFrame& frame() const { return frame_; }
  [[nodiscard]] double corner_height(std::int32_t column, std::int32_t row) const;

  /// Calls visit with convex pieces of a convex polygon, each within one triangle of the mesh.
  void cut(std::span<const Point> convex, const std::function<void(std::span<const Point>)>& visit) const;

 private:
  void cut_row(std::span<const Point> column_piece, std::int32_t column, const std::function<void(std::span<const Point>)>& visit) const;

  GridFrame frame_;
  std::vector<float> heights_;
  bool flat_ = true;
};

}  // namespace parktwin::viz
