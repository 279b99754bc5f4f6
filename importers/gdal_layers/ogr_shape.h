#pragma once
// Geometry of OGR taken apart into the types of the park. Used by the vector reader only.
#include <optional>
#include <string>
#include <vector>

#include "importers/gdal_layers/chinese_map.h"
#include "importers/gdal_layers/vector_layer.h"

class OGRCoordinateTransformation;
class OGRGeometry;
class OGRSimpleCurve;

namespace parktwin::importers {

/// Moves coordinates of a source into the local frame.
class ShapeReader {
 public:
  /// `transformation` is null when the source is in the CRS of the frame already; `geographic` says that it counts in degrees.
  ShapeReader(OGRCoordinateTransformation* transformation, bool geographic, Point origin, ChineseMap shifted = ChineseMap::none)
      : transformation_(transformation), geographic_(geographic), origin_(origin), shifted_(shifted) {}

  /// Appends to the shape, or says why the geometry cannot be on the Earth.
  [[nodiscard]] std::optional<std::string> read(const OGRGeometry& geometry, Shape& shape);

  [[nodiscard]] std::size_t repeated_vertices() const { return repeated_vertices_; }
  [[nodiscard]] std::size_t turned_rings() const { return turned_rings_; }

 private:
  void open_and_orient(std::vector<Point>& ring, bool counter_clockwise);
  std::optional<std::string> read_points(const OGRSimpleCurve& curve, std::vector<Point>& points);
  std::optional<std::string> read_polygon(const OGRGeometry& geometry, Polygon& polygon);
  std::optional<std::string> place(std::vector<Point>& points);

  OGRCoordinateTransformation* transformation_;
  bool geographic_;
  Point origin_;
  ChineseMap shifted_;
  std::vector<double> x_;
  std::vector<double> y_;
  std::size_t repeated_vertices_ = 0;
  std::size_t turned_rings_ = 0;
};

}  // namespace parktwin::importers
