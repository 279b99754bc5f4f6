#include "importers/gdal_layers/reference_system.h"

#include <cpl_conv.h>
#include <fmt/format.h>
#include <ogr_spatialref.h>

#include <cmath>
#include <memory>

#include "importers/gdal_layers/gdal_session.h"

namespace parktwin::importers {
namespace {

std::optional<OGRSpatialReference> parse(const std::string& crs) {
  OGRSpatialReference system;
  if (crs.empty() || system.SetFromUserInput(crs.c_str(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get()) != OGRERR_NONE)
    return std::nullopt;
  system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  return system;
}

std::optional<Point> transform(const std::string& from, const std::string& to, Point p) {
  const auto placement = Placement::find(from, to);
  return placement ? placement->move(p) : std::nullopt;
}

}  // namespace

std::optional<Placement> Placement::find(const std::string& from, const std::string& to) {
  const GdalSession session;
  const auto source = parse(from);
  const auto target = parse(to);
  if (!source || !target) return std::nullopt;
  Placement result;
  result.transformation_.reset(OGRCreateCoordinateTransformation(&*source, &*target));
  if (!result.transformation_) return std::nullopt;
  return result;
}

std::optional<Point> Placement::move(Point p) const {
  const GdalSession session;
  if (!transformation_->Transform(1, &p.x, &p.y) || !std::isfinite(p.x) || !std::isfinite(p.y)) return std::nullopt;
  return p;
}

double to_centimetre(double metres) { return std::round(metres * 100.0) / 100.0 + 0.0; }

Point to_centimetre(Point point) { return {to_centimetre(point.x), to_centimetre(point.y)}; }

std::optional<std::string> fault_of_park_crs(const std::string& crs) {
  GdalSession session;
  const auto system = parse(crs);
  if (!system) return fmt::format("\"{}\" is not a coordinate reference system PROJ knows ({})", crs, session.reason("no reason given"));
  if (!system->IsProjected()) return fmt::format("{} is not a projected system, expected one in metres such as EPSG:4549", crs);
  if (std::abs(system->GetLinearUnits() - 1.0) > 1e-12)
    return fmt::format("{} counts in units of {} m, expected metres", crs, system->GetLinearUnits());
  return std::nullopt;
}

std::string well_known_text(const std::string& crs) {
  const GdalSession session;
  const auto system = parse(crs);
  if (!system) return {};
  char* text = nullptr;
  system->exportToWkt(&text);
  const std::unique_ptr<char, decltype(&CPLFree)> owner(text, &CPLFree);
  return text == nullptr ? std::string() : std::string(text);
}

std::optional<Point> longitude_latitude(const std::string& crs, Point point) { return transform(crs, "EPSG:4326", point); }

std::optional<Point> easting_northing(const std::string& crs, Point point) { return transform("EPSG:4326", crs, point); }

std::string crs_urn(const std::string& crs) {
  const std::string prefix = "EPSG:";
  return crs.starts_with(prefix) ? "urn:ogc:def:crs:EPSG::" + crs.substr(prefix.size()) : crs;
}

}  // namespace parktwin::importers
