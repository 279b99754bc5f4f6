#pragma once
// Any vector source GDAL/OGR opens (GeoJSON, GeoPackage, Shapefile, CSV, …) as plain values: attributes as null, number or text, geometry
// in the local frame of the park, Z and M dropped, curves as chords, rings open and oriented, coordinates to the centimetre.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/core/errors.h"
#include "engine/core/geometry.h"
#include "importers/gdal_layers/reference_system.h"

namespace parktwin::importers {

/// Null, whole number (also truth values: 0 and 1), number, or text.
using Attribute = std::variant<std::monostate, std::int64_t, double, std::string>;

/// A geometry taken apart: parts of collections and multi-geometries in their order.
struct Shape {
  std::vector<Point> points;
  std::vector<LineString> lines;
  MultiPolygon area;
  [[nodiscard]] bool empty() const { return points.empty() && lines.empty() && area.polygons.empty(); }
};

struct Feature {
  std::size_t number = 0;             ///< in the source's order, from 1, after the filter
  std::vector<Attribute> attributes;  ///< in the order of VectorLayer::columns
  Shape shape;
  bool misplaced = false;  ///< its coordinates were reported as a problem; the shape is empty
};

struct VectorLayer {
  std::string name;
  std::vector<std::string> columns;    ///< those read
  std::vector<std::string> available;  ///< all of the source
  std::vector<Feature> features;
  std::size_t repaired = 0;  ///< invalid areas made valid on request
  std::size_t repeated_vertices = 0;
  std::size_t turned_rings = 0;
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
};

struct VectorRequest {
  std::filesystem::path file;        ///< or a connection string (database_source.h)
  std::string layer;                 ///< empty: the only layer of the source
  std::string where;                 ///< OGR attribute filter; empty: all features
  std::vector<std::string> columns;  ///< names to read, absent ones are left out; empty: all
  bool geometry = true;              ///< read shapes
  LocalFrame frame;                  ///< where the shapes go
  std::string crs;       ///< overrides what the source says, or says what it does not; empty: as the source says; GCJ-02 and BD-09 as well
  std::string x_column;  ///< of a CSV with coordinates in columns
  std::string y_column;
  std::string encoding;  ///< of a CSV or Shapefile; empty: UTF-8, or as the source says
  std::string password;  ///< of a database
  bool repair = false;   ///< make invalid areas valid (GEOS) instead of passing them on
};

/// Reads a layer. Problems (missing, unreadable or damaged source, no such layer, no CRS, coordinates off the Earth) are added with
/// `request.file` as file and "layer L, feature N" as place; then none is returned,
/// or a layer in which the features at fault are marked.
[[nodiscard]] std::optional<VectorLayer> read_vector_layer(const VectorRequest& request, Problems& problems);

/// "layer L, feature N".
[[nodiscard]] std::string place_of(const VectorLayer& layer, const Feature& feature);

}  // namespace parktwin::importers
