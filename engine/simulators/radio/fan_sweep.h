#pragma once
// Which map cells a straightened path reaches that comes from a point through an opening: from the antenna's image through a façade, or
// from a corner into the shadow behind it. Rays from that point run to every cell of the fan's furthest row and carry the steepest obstacle
// met so far; each cell asks the ray that passes nearest to its centre (at most half a cell beside it), as in radial_sweep.h. The path also
// has a ceiling, the steepest line that still meets the wall or the corner below its top. Slopes are metres up per metre of the whole
// straightened way from the antenna. Obstacles block at the centres of their cells, so shadows are right within a cell.
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "engine/simulators/radio/fan_kernels.h"
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

struct ReachedCell {
  std::int32_t column = 0;
  std::int32_t row = 0;
  float way_m = 0.0F;  ///< ground distance along the whole path
};

class FanSweep {
 public:
  using Reached = std::function<void(std::span<const ReachedCell>)>;
  explicit FanSweep(const SiteView& view) : view_(view) {}
  /// Names to `reached` every cell of the window that the path reaches, once each, line by line in an order that depends on the fan alone.
  void sweep(const Fan& fan, const Reached& reached);

 private:
  // The arrays of fan_kernels.h.
  struct Rays {
    std::vector<float> slope, unit_m, start, ceiling, horizon, before;
    std::vector<std::int32_t> cover;
    void resize(std::size_t count);
    [[nodiscard]] bool is_open(std::size_t ray) const { return (cover[ray] == no_building ? horizon : before)[ray] <= ceiling[ray]; }
    [[nodiscard]] FanRays arrays();
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
  void begin(const Fan& fan, const Quarter& quarter, std::size_t ray);
  [[nodiscard]] FanLine as_line(const Fan& fan, const Quarter& quarter, std::int32_t line) const;
  void judge(const Fan& fan, const Quarter& quarter, std::int32_t line, const Reached& reached);
  void walk(const Fan& fan, const Quarter& quarter, std::int32_t line);
  /// False when no ray is left.
  bool narrow();

  const SiteView& view_;
  Rays rays_;  // from right to left across
  std::size_t ray_count_ = 0;
  double per_slope_ = 1.0;
  std::size_t first_open_ = 0;  // those beside are closed
  std::size_t last_open_ = 0;
  std::vector<std::int32_t> is_reached_;  // per cell of a line
  std::vector<float> way_m_;
  std::vector<ReachedCell> reached_;
};

}  // namespace parktwin::radio
