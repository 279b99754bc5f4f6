#pragma once
// A connected piece of public or enterprise ground that is not served, whose it is, and why: with numbers for the reason at one point of
// it.
#include <array>
#include <limits>
#include <string>

#include "engine/core/describe.h"
#include "engine/core/table.h"
#include "engine/park/building.h"
#include "engine/park/enterprise.h"
#include "engine/park/land.h"
#include "engine/park/radio_inventory.h"

namespace parktwin::radio::answers {

/// too_far: no cell is considered this far away. blocked: the best server's antenna is out of sight and its level too low. walls: indoors,
/// and the level before the façade would do. interference: level and thermal noise would do, the SINR does not. weak: in sight, level too
/// low.
enum class UnservedReason { too_far, blocked, walls, interference, weak };

constexpr auto names_of(UnservedReason) {
  return std::to_array<EnumName<UnservedReason>>({{UnservedReason::too_far, "too_far"},
                                                  {UnservedReason::blocked, "blocked"},
                                                  {UnservedReason::walls, "walls"},
                                                  {UnservedReason::interference, "interference"},
                                                  {UnservedReason::weak, "weak"}});
}

struct UnservedPlace {
  static constexpr double none = std::numeric_limits<double>::quiet_NaN();
  double area_m2 = 0.0;
  Point position;       ///< of one map cell in it for which the reason holds
  bool indoor = false;  ///< all of it, in one building
  // Whose most of it is: one of zone, parcel and building.
  Id<Zone> zone;
  Id<Parcel> parcel;
  Id<Building> building;
  Id<Enterprise> enterprise;  ///< of the parcel or the building
  std::string name;
  UnservedReason reason = UnservedReason::too_far;
  double reason_share = 0.0;  ///< of its area
  // At the position:
  Id<RadioCell> server;
  double rsrp_dbm = none;
  double sinr_db = none;
  double missing_db = none;     ///< of level, or with interference of SINR
  double indoor_loss_db = 0.0;  ///< walls and depth
  Id<Building> obstacle;        ///< blocked: none means terrain
  double obstacle_fresnel = none;
  Id<RadioCell> interferer;
  Id<RadioSite> nearest_site;
  double nearest_site_m = none;
};

template <class Visitor, DescribedAs<UnservedPlace> Self>
void describe(Visitor&& visit, Self& place) {
  visit(Field{"area_m2", "m2", "ground that hangs together by the sides of map cells"}, place.area_m2);
  visit(Field{"position", "m", "middle of a map cell in it for which the reason holds"}, place.position);
  visit(Field{"indoor", "", "inside a building"}, place.indoor);
  visit(Field{"zone", "", "zone that most of it lies in"}, place.zone);
  visit(Field{"parcel", "", "parcel that most of it lies in"}, place.parcel);
  visit(Field{"building", "", "building it lies in"}, place.building);
  visit(Field{"enterprise", "", "enterprise of that parcel or building"}, place.enterprise);
  visit(Field{"name", "", "name of the zone, enterprise or building"}, place.name);
  visit(Field{"reason", "",
              "too_far: no cell considered; blocked: level too low out of sight; walls: level before the facade would do; interference: "
              "only SINR too low; weak: level too low in sight"},
        place.reason);
  visit(Field{"reason_share", "1", "share of its area for which the reason holds"}, place.reason_share);
  visit(Field{"server", "", "best server at the position"}, place.server);
  visit(Field{"rsrp_dbm", "dBm", "SS-RSRP at the position"}, place.rsrp_dbm);
  visit(Field{"sinr_db", "dB", "SS-SINR at the position"}, place.sinr_db);
  visit(Field{"missing_db", "dB", "level missing at the position to be served; with interference SINR"}, place.missing_db);
  visit(Field{"indoor_loss_db", "dB", "loss of walls and depth at the position, for the best server's carrier"}, place.indoor_loss_db);
  visit(Field{"obstacle", "", "blocked: building of the greatest Fresnel parameter on the way from the antenna; empty: terrain"},
        place.obstacle);
  visit(Field{"obstacle_fresnel_parameter", "1", "its knife edge's Fresnel parameter"}, place.obstacle_fresnel);
  visit(Field{"interferer", "", "interference: cell that disturbs most at the position, by level, load and overlap of carriers"},
        place.interferer);
  visit(Field{"nearest_site", "", "nearest site with an NR cell on the air"}, place.nearest_site);
  visit(Field{"nearest_site_m", "m", "its distance along the ground"}, place.nearest_site_m);
}

}  // namespace parktwin::radio::answers
