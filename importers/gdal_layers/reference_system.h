#pragma once
// Coordinate reference systems as texts PROJ understands ("EPSG:4549"), and the local frame of a park in one of them.
// Coordinates are always (easting, northing) or (longitude, latitude), whatever axis order the register gives.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/geometry.h"

class OGRCoordinateTransformation;

namespace parktwin::importers {

/// Local metres are CRS coordinates minus the origin, kept to the centimetre.
struct LocalFrame {
  std::string crs;  ///< metric projected
  Point origin;     ///< easting and northing, m
};

/// Nearest multiple of 0.01; never -0.0.
[[nodiscard]] double to_centimetre(double metres);
[[nodiscard]] Point to_centimetre(Point point);

/// Why a text cannot be the CRS of a park ("EPSG:4326 counts in degrees, expected a projected system in metres"), or none.
[[nodiscard]] std::optional<std::string> fault_of_park_crs(const std::string& crs);

/// WKT 1 of a CRS, which every reader of netCDF and GeoTIFF knows; empty when PROJ does not know the CRS.
[[nodiscard]] std::string well_known_text(const std::string& crs);

/// WGS 84 longitude and latitude of a point of the CRS; none when it cannot be transformed.
[[nodiscard]] std::optional<Point> longitude_latitude(const std::string& crs, Point easting_northing);
/// Back; none when it cannot be transformed.
[[nodiscard]] std::optional<Point> easting_northing(const std::string& crs, Point longitude_latitude);

/// Moves points from one CRS to another, in the plane: vertical parts do not count.
class Placement {
 public:
  /// None when PROJ does not know one of them or no way between them.
  [[nodiscard]] static std::optional<Placement> find(const std::string& from, const std::string& to);
  [[nodiscard]] std::optional<Point> move(Point point) const;
  /// Moves all; returns the number of the first that cannot be on the Earth, from 0.
  [[nodiscard]] std::optional<std::size_t> move(std::vector<Point>& points) const;
  /// Whether it moves from degrees.
  [[nodiscard]] bool geographic() const { return geographic_; }

 private:
  std::shared_ptr<OGRCoordinateTransformation> transformation_;
  bool geographic_ = false;
};

/// What heights beside the coordinates of a CRS mean.
struct Heights {
  std::string datum;    ///< name of the vertical part of the CRS; empty: it says none
  double metres = 1.0;  ///< of one of its units
};
[[nodiscard]] Heights heights_of(const std::string& crs);

/// "https://www.opengis.net/def/crs/EPSG/0/28992" and "urn:ogc:def:crs:EPSG::28992" as "EPSG:28992"; other texts as they are.
[[nodiscard]] std::string crs_of_identifier(const std::string& identifier);

/// As the "crs" member of GeoJSON names it: "urn:ogc:def:crs:EPSG::4549", or the text itself when it is no EPSG code.
[[nodiscard]] std::string crs_urn(const std::string& crs);

}  // namespace parktwin::importers
