#include "importers/recipe/radio_siting.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "importers/gdal_layers/reference_system.h"

namespace parktwin::importers {
namespace {

constexpr double kerb_distance = 3.0;       // m between carriageway and mast
constexpr double nearest_of_spacing = 0.6;  // of the spacing
constexpr double look_around = 5.0;         // m along the street to find its direction

struct Stand {
  Point point;
  double bearing = 0.0;  ///< degrees clockwise from north
};

Stand stand_beside(const Road& road, double along) {
  const Point before = point_along(road.path, along - look_around);
  const Point after = point_along(road.path, along + look_around);
  const double dx = after.x - before.x;
  const double dy = after.y - before.y;
  const double step = std::hypot(dx, dy);
  const Point middle = point_along(road.path, along);
  if (step == 0.0) return {middle, 0.0};
  const double aside = road.width.value() / 2.0 + kerb_distance;
  const double bearing = std::fmod(std::atan2(dx, dy) * 180.0 / std::numbers::pi + 360.0, 360.0);
  return {{middle.x + aside * dy / step, middle.y - aside * dx / step}, bearing};
}

void add_site(const Stand& stand, const Road& road, const RadioRule& rule, RadioSiting& siting) {
  RadioSite site;
  site.id = fmt::format("S-{:03}", siting.sites.size() + 1);
  site.name = road.name;
  site.height = rule.height;
  site.position = to_centimetre(stand.point);
  for (int sector = 0; sector < 3; ++sector) {
    RadioCell cell;
    cell.id = fmt::format("{}-{}", site.id, sector + 1);
    cell.site = Id<RadioSite>(siting.sites.size());
    cell.antenna = Id<Antenna>(0);
    cell.azimuth = Degrees(std::round(std::fmod(stand.bearing + 120.0 * sector, 360.0)));
    cell.electrical_downtilt = rule.downtilt;
    cell.frequency = rule.frequency;
    cell.bandwidth = rule.bandwidth;
    cell.transmit_power = rule.transmit_power;
    cell.load = rule.load;
    siting.cells.push_back(cell);
  }
  siting.sites.push_back(std::move(site));
}

}  // namespace

RadioSiting site_along(const std::vector<Road>& roads, const RadioRule& rule) {
  RadioSiting siting;
  Antenna panel;
  panel.id = "panel-8x1";
  siting.antennas.push_back(panel);
  const double spacing = rule.spacing.value();
  for (const auto& road : roads) {
    const double whole = length(road.path);
    const auto count = std::max(1, static_cast<int>(std::floor(whole / spacing)));
    for (int i = 0; i < count; ++i) {
      const auto stand = stand_beside(road, whole * (i + 0.5) / count);
      const bool crowded = std::any_of(siting.sites.begin(), siting.sites.end(), [&](const RadioSite& other) {
        return distance(other.position, stand.point) < nearest_of_spacing * spacing;
      });
      if (!crowded) add_site(stand, road, rule, siting);
    }
  }
  return siting;
}

}  // namespace parktwin::importers
