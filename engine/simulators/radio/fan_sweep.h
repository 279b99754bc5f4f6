#pragma once
// Which map cells a straightened path reaches that comes from a point through an opening: from the antenna's image through a façade, or
// from a corner into the shadow behind it. Rays from that point run to every cell of the fan's furthest row and carry the steepest obstacle
// met so far; each cell asks the ray that passes nearest to its centre (at most half a cell beside it), as in radial_sweep.h. The path also
// has a ceiling, the steepest line that still meets the wall or the corner below its top. Slopes are metres up per metre of the whole
// straightened way from the antenna. Obstacles block at the centres of their cells, so shadows are right within a cell.
#include <cstdint>
#include <functional>
#include <vector>

#include "engine/simulators/radio/site_view.h"

namespace parktwin::radio {

struct Fan {
  Point origin;        ///< the corner, or the antenna's image
  double way_m = 0.0;  ///< along the ground from the antenna to the origin: 0 for an image
  Point right;         ///< directions from the origin that bound the fan, less than 180° apart, left counter-clockwise of right
  Point left;
  bool has_wall = false;
  Point wall_point;      ///< where the path begins: on the line through this point, or beside the corner
  Point wall_normal;     ///< unit, into the fan
  float top_m = 0.0F;    ///< elevation of the wall's or the corner's top
  double reach_m = 0.0;  ///< from the corner, or from the wall's line
};

class FanSweep {
 public:
  using Reached = std::function<void(std::int32_t column, std::int32_t row, float way_m)>;
  explicit FanSweep(const SiteView& view) : view_(view) {}
  /// Calls reached for every cell of the window that the path reaches, once each, in an order that depends on the fan alone; way_m: ground
  /// distance along the whole path.
  void sweep(const Fan& fan, const Reached& reached);

 private:
  struct Ray {
    float slope = 0.0F;    // cells across per cell along
    float unit_m = 0.0F;   // metres of ground per cell along
    float start = 0.0F;    // cells along to the wall
    float horizon = 0.0F;  // steepest obstacle so far
    float before = 0.0F;   // horizon before the building the ray is in
    float ceiling = 0.0F;
    std::int32_t cover = no_building;  // that building
    [[nodiscard]] bool is_open() const { return (cover == no_building ? horizon : before) <= ceiling; }
  };
  // The lines of the fan in one of the four quarters around its origin: positions in cells along its main axis and across it.
  struct Quarter {
    bool vertical = true;
    std::int32_t sign = 1;
    double main = 0.0;  // the origin
    double side = 0.0;
    double low = -1.0;  // lines of the fan: cells across per cell along
    double high = 1.0;
    double wall_cells = 0.0;  // a line t meets the wall after wall_cells / (normal_along + t·normal_across) cells along
    double normal_along = 1.0;
    double normal_across = 0.0;
    [[nodiscard]] double start(double t) const;
  };
  [[nodiscard]] const SurfaceCell* line_of(const Quarter& quarter, std::int32_t line) const;
  void prefetch(const Quarter& quarter, std::int32_t line, std::int32_t first, std::int32_t last) const;
  [[nodiscard]] Quarter quarter_of(const Fan& fan, bool vertical, std::int32_t sign) const;
  void sweep_quarter(const Fan& fan, const Quarter& quarter, const Reached& reached);
  /// One ray to every cell of the row `furthest` cells along.
  void cast(const Fan& fan, const Quarter& quarter, double furthest);
  void begin(const Fan& fan, const Quarter& quarter, Ray& ray) const;
  void judge(const Fan& fan, const Quarter& quarter, std::int32_t line, const Reached& reached) const;
  void walk(const Fan& fan, const Quarter& quarter, std::int32_t line);
  /// False when no ray is left.
  bool narrow();

  const SiteView& view_;
  std::vector<Ray> rays_;  // from right to left across
  double per_slope_ = 1.0;
  std::size_t first_open_ = 0;  // those beside are closed
  std::size_t last_open_ = 0;
};

}  // namespace parktwin::radio
