#include "importers/gdal_layers/reference_system.h"

#include <cpl_conv.h>
#include <fmt/format.h>
#include <ogr_spatialref.h>

#include <algorithm>
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
  auto source = parse(from);
  auto target = parse(to);
  if (!source || !target) return std::nullopt;
  if (source->IsCompound()) source->StripVertical();
  if (target->IsCompound()) target->StripVertical();
  Placement result;
  result.geographic_ = source->IsGeographic();
  result.transformation_.reset(OGRCreateCoordinateTransformation(&*source, &*target));
  if (!result.transformation_) return std::nullopt;
  return result;
}

std::optional<Point> Placement::move(Point p) const {
  const GdalSession session;
  if (!transformation_->Transform(1, &p.x, &p.y) || !std::isfinite(p.x) || !std::isfinite(p.y)) return std::nullopt;
  return p;
}

std::optional<std::size_t> Placement::move(std::vector<Point>& points) const {
  constexpr double furthest_projected_m = 1e8;
  constexpr std::size_t batch = 1U << 16U;
  const GdalSession session;
  std::vector<double> x;
  std::vector<double> y;
  std::vector<int> good;
  for (std::size_t begin = 0; begin < points.size(); begin += batch) {
    const std::size_t count = std::min(batch, points.size() - begin);
    x.clear();
    y.clear();
    good.assign(count, 1);
    for (std::size_t i = 0; i < count; ++i) {
      const Point p = points[begin + i];
      const bool on_earth =
          geographic_ ? std::abs(p.x) <= 180.0 && std::abs(p.y) <= 90.0 : std::max(std::abs(p.x), std::abs(p.y)) <= furthest_projected_m;
      if (!on_earth) return begin + i;
      x.push_back(p.x);
      y.push_back(p.y);
    }
    transformation_->Transform(static_cast<int>(count), x.data(), y.data(), nullptr, good.data());
    for (std::size_t i = 0; i < count; ++i) {
      if (good[i] == 0 || !std::isfinite(x[i]) || !std::isfinite(y[i])) return begin + i;
      points[begin + i] = {x[i], y[i]};
    }
  }
  return std::nullopt;
}

Heights heights_of(const std::string& crs) {
  const GdalSession session;
  const auto system = parse(crs);
  if (!system) return {};
  if (system->IsVertical()) {
    const char* name = system->GetAttrValue("VERT_CS");
    return {name == nullptr ? "" : name, system->GetTargetLinearUnits("VERT_CS")};
  }
  return {"", system->IsProjected() ? system->GetLinearUnits() : 1.0};
}

std::string crs_of_identifier(const std::string& identifier) {
  const auto last = identifier.find_last_of("/:");
  const bool of_epsg = identifier.find("EPSG") != std::string::npos && identifier.find(',') == std::string::npos;
  return !of_epsg || last == std::string::npos ? identifier : "EPSG:" + identifier.substr(last + 1);
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
