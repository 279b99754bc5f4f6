#include "importers/drive_test/local_positions.h"

#include <fmt/format.h>
#include <ogr_spatialref.h>

#include <cmath>
#include <memory>

#include "importers/gdal_layers/gdal_session.h"

namespace parktwin::importers {
namespace {

constexpr double furthest_projected_m = 1e8;  // false eastings with zone numbers stay below 6.5e7

/// Sets a fault when PROJ does not know the system.
OGRSpatialReference system_of(const std::string& crs, GdalSession& session, std::optional<std::string>& fault) {
  OGRSpatialReference system;
  if (crs.empty() || system.SetFromUserInput(crs.c_str(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get()) != OGRERR_NONE) {
    fault = fmt::format("\"{}\" is not a coordinate reference system PROJ knows ({})", crs, session.reason("no reason given"));
  }
  system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  return system;
}

bool on_the_earth(Point p, bool geographic) {
  if (!std::isfinite(p.x) || !std::isfinite(p.y)) return false;
  return geographic ? std::abs(p.x) <= 180.0 && std::abs(p.y) <= 90.0 : std::max(std::abs(p.x), std::abs(p.y)) <= furthest_projected_m;
}

}  // namespace

LocalPositions local_positions(const std::string& crs, const LocalFrame& frame, const std::vector<Point>& positions,
                               std::optional<std::string>& fault) {
  GdalSession session;
  OGRSpatialReference source = system_of(crs, session, fault);
  if (fault) return {};
  OGRSpatialReference target = system_of(frame.crs, session, fault);
  if (fault) return {};
  std::unique_ptr<OGRCoordinateTransformation> transformation;
  if (!source.IsSame(&target)) {
    transformation.reset(OGRCreateCoordinateTransformation(&source, &target));
    if (!transformation) fault = fmt::format("{} cannot be transformed to {} ({})", crs, frame.crs, session.reason("no reason given"));
    if (fault) return {};
  }
  const bool geographic = source.IsGeographic() != 0;
  std::vector<double> x(positions.size());
  std::vector<double> y(positions.size());
  std::vector<int> good(positions.size(), 1);
  LocalPositions result;
  result.points.resize(positions.size());
  result.misplaced.resize(positions.size());
  for (std::size_t i = 0; i < positions.size(); ++i) {
    result.misplaced[i] = on_the_earth(positions[i], geographic) ? 0 : 1;
    if (result.misplaced[i] == 0) x[i] = positions[i].x;
    if (result.misplaced[i] == 0) y[i] = positions[i].y;
  }
  if (transformation && !positions.empty())
    (void)transformation->Transform(static_cast<int>(x.size()), x.data(), y.data(), nullptr, good.data());
  for (std::size_t i = 0; i < positions.size(); ++i) {
    if (good[i] == 0 || !std::isfinite(x[i]) || !std::isfinite(y[i])) result.misplaced[i] = 1;
    if (result.misplaced[i] == 0) result.points[i] = to_centimetre({x[i] - frame.origin.x, y[i] - frame.origin.y});
  }
  return result;
}

}  // namespace parktwin::importers
