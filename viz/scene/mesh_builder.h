#pragma once
// Collects triangles of one mesh: free in space, or laid on the ground.
#include <span>
#include <string>
#include <string_view>

#include "engine/core/geometry.h"
#include "viz/scene/ground.h"
#include "viz/scene/scene.h"

namespace parktwin::viz {

using Position = std::array<float, 3>;

[[nodiscard]] Position position(Point point, double z);

class MeshBuilder {
 public:
  explicit MeshBuilder(std::string name) { mesh_.name = std::move(name); }

  /// Triangles from here on belong to this record.
  void begin_record(std::string_view id);
  std::uint32_t add_vertex(const Position& at, const Position& normal, const Colour& colour);
  void add_triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c);
  /// Counter-clockwise seen from outside; flat shaded.
  void add_quad(const std::array<Position, 4>& corners, const Colour& low, const Colour& high);
  void add_quad(const std::array<Position, 4>& corners, const Colour& colour) { add_quad(corners, colour, colour); }
  /// Horizontal polygon at a height, facing up.
  void add_level(const Polygon& polygon, double z, const Colour& colour);
  /// Box without a bottom: centre, unit direction of its length, half sizes.
  void add_box(Point centre, Point direction, double half_length, double half_width, double low, double high, const Colour& colour);

  /// Laid `lift` metres above the ground.
  void drape(const Ground& ground, std::span<const Point> convex, double lift, const Colour& colour);
  void drape(const Ground& ground, const MultiPolygon& shape, double lift, const Colour& colour);
  /// A band along a line, mitred at its bends.
  void drape_band(const Ground& ground, const LineString& line, double width, double lift, const Colour& colour);

  [[nodiscard]] bool empty() const { return mesh_.triangles.empty(); }
  [[nodiscard]] Mesh take(bool shaded = true);

 private:
  Mesh mesh_;
};

/// Closed outline of a ring as a line.
[[nodiscard]] LineString outline(const Ring& ring);

}  // namespace parktwin::viz
