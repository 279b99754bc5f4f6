#pragma once
// The drawing the generator works on, in its own frame: streets run along x and y, and only at the end everything is turned and moved into
// the park's local frame (PlanFrame). Rectangles keep parcels, roads and buildings apart exactly.
#include <optional>
#include <string>
#include <vector>

#include "engine/core/geometry.h"
#include "engine/park/building.h"
#include "engine/park/land.h"

namespace parktwin::importers::synthetic {

struct Rect {
  double x0 = 0.0;
  double y0 = 0.0;
  double x1 = 0.0;
  double y1 = 0.0;
  [[nodiscard]] double width() const { return x1 - x0; }
  [[nodiscard]] double height() const { return y1 - y0; }
  [[nodiscard]] double area() const { return width() * height(); }
  [[nodiscard]] Point centre() const { return {0.5 * (x0 + x1), 0.5 * (y0 + y1)}; }
  [[nodiscard]] Rect shrunk(double by) const { return {x0 + by, y0 + by, x1 - by, y1 - by}; }
  [[nodiscard]] Polygon polygon() const { return {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, {}}; }
};

enum class Quarter {
  centre,
  lake,
  headquarters,
  research,
  electronics,
  machinery,
  light_industry,
  process,
  logistics,
  utility,
  apartments
};

enum class LotUse {
  enterprise,
  reserve,
  public_centre,
  data_centre,
  square,
  car_park,
  green,
  apartments,
  substation,
  heat_power,
  waste_water,
  pipe_gallery
};

enum class Side { south, east, north, west };

/// Land between arterials.
struct Superblock {
  std::size_t column = 0;
  std::size_t row = 0;
  Rect area;
  Quarter quarter = Quarter::machinery;
};

/// A plot inside a superblock, with the side that faces its street.
struct Lot {
  Rect area;
  LotUse use = LotUse::enterprise;
  Quarter quarter = Quarter::machinery;
  std::size_t block = 0;
  Side front = Side::south;
};

/// A street's centre line in the plan frame; straight along x or y unless it belongs to the motorway.
struct Street {
  std::string name;
  std::string name_zh;
  RoadClass road_class = RoadClass::local;
  double width = 20.0;
  LineString path;
  std::vector<Rect> surface;  ///< empty: the buffered path
};

/// A building before it has an owner and an id.
struct BuildingPlan {
  Polygon footprint;
  BuildingUse use = BuildingUse::factory;
  WallMaterial material = WallMaterial::metal;
  double height = 10.0;
  int floors = 1;
  std::size_t lot = 0;
  bool is_public = false;
  std::string label;  ///< "Hall"; owner and number are added with the names
  std::string label_zh;
};

/// Turns and moves the plan into the park's frame and rounds to centimetres.
class PlanFrame {
 public:
  /// Turned counter-clockwise by the angle, then moved so that the ring's bounding box starts at `low`.
  PlanFrame(double angle_deg, const Ring& extent, Point low);
  [[nodiscard]] Point operator()(Point p) const;
  [[nodiscard]] LineString operator()(const LineString& line) const;
  [[nodiscard]] Ring operator()(const Ring& ring) const;
  [[nodiscard]] Polygon operator()(const Polygon& polygon) const;
  [[nodiscard]] MultiPolygon operator()(const MultiPolygon& shape) const;
  /// Azimuth in the park, clockwise from north, of a direction given so in the plan.
  [[nodiscard]] double azimuth(double plan_azimuth_deg) const;

 private:
  double angle_deg_;
  double cosine_;
  double sine_;
  Point shift_;
};

}  // namespace parktwin::importers::synthetic
