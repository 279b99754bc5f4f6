#pragma once
// The park's edge: the river's south bank, the motorway's far side, and straight belts to the north and east.
#include "engine/core/geometry.h"
#include "importers/synthetic/synthetic.h"

namespace parktwin::importers::synthetic {

struct StreetGrid;

/// What is drawn once and stays while the grid is stretched.
struct OutlineShape {
  bool motorway = false;
  bool river = false;
  double river_width = 70.0;
  double phase = 0.0;           ///< of the river's meander, radian
  double motorway_lean = 90.0;  ///< how much further west the motorway is at the south end, m
  double east_lean = 60.0;      ///< how much wider the eastern belt is at the south end, m
};

[[nodiscard]] OutlineShape draw_outline_shape(const SyntheticOptions& options);
/// Sets river, motorway and boundary from the grid's lines.
void draw_outline(StreetGrid& grid, const OutlineShape& shape);
/// The motorway's centre line at a height; clamped to its ends. Precondition: at least two points, y descending or ascending.
[[nodiscard]] double motorway_x(const LineString& motorway, double y);

}  // namespace parktwin::importers::synthetic
