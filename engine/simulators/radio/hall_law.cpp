#include "engine/simulators/radio/hall_law.h"

#include <cmath>

#include "engine/simulators/radio/indoor_office.h"
#include "engine/simulators/radio/surface.h"

namespace parktwin::radio {
namespace {

bool is_hall(BuildingUse use) { return use == BuildingUse::factory || use == BuildingUse::warehouse || use == BuildingUse::utility; }

}  // namespace

Clutter clutter_of(const Building& building) {
  const double usual_m = building.clutter_density >= dense_from ? dense_clutter_size_m : sparse_clutter_size_m;
  return {building.clutter_density, building.clutter_height.value(), building.clutter_size ? building.clutter_size->value() : usual_m};
}

Hall hall_at(const Park& park, Id<Building> id, Metres antenna_height, Metres device_height) {
  const Building& building = (*park.buildings)[id];
  const Clutter clutter = clutter_of(building);
  Hall hall;
  hall.building = static_cast<std::int32_t>(id.index());
  hall.box = bounds(building.footprint);
  hall.floor_m = roof_elevation_m(*park.terrain, building) - building.height.value();
  hall.is_office = !is_hall(building.use);
  hall.kind = factory_hall(clutter, antenna_height.value(), device_height.value());
  hall.clear_way_m = factory_clear_way_m(clutter, antenna_height.value(), device_height.value());
  return hall;
}

HallPath hall_path(const Hall& hall, Hertz frequency, double ground_m, double slant_m) {
  if (hall.is_office) {
    return {indoor_office_clear_share(ground_m), indoor_office_loss_db(frequency, slant_m, true),
            indoor_office_loss_db(frequency, slant_m, false)};
  }
  const double clear_db = indoor_factory_loss_db(hall.kind, frequency, slant_m, true);
  if (hall.kind == FactoryHall::both_high) return {1.0, clear_db, clear_db};
  return {std::exp(-ground_m / hall.clear_way_m), clear_db, indoor_factory_loss_db(hall.kind, frequency, slant_m, false)};
}

double mean_loss_db(const HallPath& path) { return path.clear_share * path.clear_db + (1.0 - path.clear_share) * path.blocked_db; }

double hall_deviation_db(const Hall& hall, double ground_m, double slant_m) {
  const HallPath path = hall_path(hall, gigahertz(1.0), ground_m, slant_m);
  const double clear_db = hall.is_office ? indoor_office_deviation_db(true) : indoor_factory_deviation_db(hall.kind, true);
  if (path.clear_share == 1.0) return clear_db;
  const double blocked_db = hall.is_office ? indoor_office_deviation_db(false) : indoor_factory_deviation_db(hall.kind, false);
  const double blocked_share = 1.0 - path.clear_share;
  const double apart_db = path.blocked_db - path.clear_db;
  return std::sqrt(path.clear_share * clear_db * clear_db + blocked_share * blocked_db * blocked_db +
                   path.clear_share * blocked_share * apart_db * apart_db);
}

}  // namespace parktwin::radio
